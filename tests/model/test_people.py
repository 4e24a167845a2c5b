"""Who may what."""

from __future__ import annotations

from itertools import product

from onrecord.model import ROLES, SCOPES, Reader, Token


def test_each_role_may_all_that_those_before_it_may() -> None:
    for held, asked in product(ROLES, ROLES):
        assert Reader("ada", held).may(asked) == (ROLES.index(held) >= ROLES.index(asked))


def test_nobody_known_only_reads() -> None:
    assert not Reader().edits
    assert Reader("ada", "editor").edits


def test_a_token_never_may_more_than_its_scope_or_its_person() -> None:
    for role, scope in product(ROLES, SCOPES):
        token = Token(1, "ada", role, scope, "cron", "", "", None, None)
        assert ROLES.index(token.may) == min(ROLES.index(role), SCOPES.index(scope))
