"""Every label of the table is read as its row says: nobody's words are nobody's, even in quotation marks."""

from __future__ import annotations

import pytest

from onrecord.knowledge.tables import table
from onrecord.model import Attribution
from onrecord.statements.forms import turns
from onrecord.statements.forms_labels import read_label

ROWS = table("form_labels")


def said(text: str) -> list[str]:
    found: list[Attribution] = turns(text)
    return [text[slice(*one.content[0])] for one in found]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["label"])
def test_every_label_reads_its_example(row: dict[str, str]) -> None:
    intro = "We met Ada Kell, the mayor.\n\nQ: Where was the bell?\n\n" if row["kind"] == "answers" else ""
    assert said(intro + row["example"]) == ([row["expected"]] if row["expected"] else [])


@pytest.mark.parametrize("row", [row for row in ROWS if row["kind"] != "paper"], ids=lambda row: row["label"])
def test_the_table_is_what_makes_a_quotation_behind_it_nobodys(row: dict[str, str]) -> None:
    label = row["label"][:1].upper() + row["label"][1:]
    assert read_label(label).kind == row["kind"]
    assert said(f"{label}: “We have shut the old mill for good.”") == []
    assert said("Tarn: “We have shut the old mill for good.”") == ["We have shut the old mill for good."]
