from __future__ import annotations

import re

import pytest

from onrecord.knowledge.tables import table
from onrecord.publish.permission import licence_of

ROWS = table("licences")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["example"][:40])
def test_every_example_is_read_as_its_licence(row: dict[str, str]) -> None:
    licence = licence_of(row["example"])
    assert licence is not None
    assert (licence.name, licence.body, licence.terms) == (row["reading"], row["body"], frozenset(row["terms"].split()))
    assert re.search(row["pattern"], row["example"], re.I)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["example"][:40])
def test_every_row_says_what_may_be_done(row: dict[str, str]) -> None:
    assert row["body"] in ("yes", "noncommercial", "no")
    assert set(row["terms"].split()) <= {"credit", "alike", "unaltered"}


@pytest.mark.parametrize("said", ["", "licence", "by arrangement", "https://creativecommons.org/", "a cc-bystander"])
def test_what_names_no_licence_is_none(said: str) -> None:
    assert licence_of(said) is None
