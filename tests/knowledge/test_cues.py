"""Every verb of the table stands in its own example, and shows a speaker where it is one of speech."""

from __future__ import annotations

import re

import pytest

from onrecord.knowledge.tables import table
from onrecord.statements.forms_people import people_in, speech_forms

ROWS = table("cues")
KINDS = ("speech", "act", "attitude")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["expected"])
def test_row_reads_its_example(row: dict[str, str]) -> None:
    words = re.findall(r"[a-z]+", row["example"])
    assert row["expected"] in words
    assert row["expected"] in row["forms"].split(",")
    assert (row["expected"] in speech_forms()) == (row["kind"] == "speech")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["expected"])
def test_only_whoever_is_said_to_speak_is_shown_to_be_somebody(row: dict[str, str]) -> None:
    shown = [one.speaks for one in people_in(f"The road was shut, Ada Kell {row['expected']} on Monday.")]
    assert shown == ([True] if row["kind"] == "speech" else [])


def test_every_form_belongs_to_one_row_and_every_row_to_a_kind() -> None:
    forms = [form for row in ROWS for form in row["forms"].split(",")]
    assert len(forms) == len(set(forms))
    assert all(re.fullmatch(r"[a-z]+", form) for form in forms)
    assert {row["kind"] for row in ROWS} == set(KINDS)
