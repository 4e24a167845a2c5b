"""Who may what."""

from __future__ import annotations

from itertools import product

from onrecord.model import ROLES, Reader


def test_each_role_may_all_that_those_before_it_may() -> None:
    for held, asked in product(ROLES, ROLES):
        assert Reader("ada", held).may(asked) == (ROLES.index(held) >= ROLES.index(asked))


def test_nobody_known_only_reads() -> None:
    assert not Reader().edits
    assert Reader("ada", "editor").edits
