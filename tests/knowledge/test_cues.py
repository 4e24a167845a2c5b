"""Every verb of the table attributes in its own example what the row says it does."""

from __future__ import annotations

from onrecord.knowledge.tables import table
from onrecord.statements.tagger import tag


def test_every_cue_reads_its_example() -> None:
    rows = table("cues")
    text = "\n\n".join(row["example"] for row in rows)
    found = {(text[slice(*one.content[0])].rstrip("."), text[slice(*one.cue)]) for one in tag(text) if one.cue}
    missing = [
        row["lemma"]
        for row in rows
        if not any((row["expected"].rstrip("."), form) in found for form in row["forms"].split(","))
    ]
    assert not missing


def test_every_form_belongs_to_one_row() -> None:
    forms = [form for row in table("cues") for form in row["forms"].split(",")]
    assert len(forms) == len(set(forms))
