from __future__ import annotations

from onrecord.knowledge.tables import table
from onrecord.model import Span
from onrecord.statements.speakers_phrase import read_phrase
from onrecord.statements.speakers_running import as_in_running_text
from onrecord.text.names import runs


def test_every_word_is_no_part_of_the_name_in_its_example() -> None:
    for row in table("common_words"):
        text = row["example"]
        if row["kind"] == "people":
            first = text.split(maxsplit=1)[0]
            assert read_phrase(as_in_running_text(text, Span(0, len(first)))).name is None, row
        elif row["kind"] == "particle":
            assert read_phrase(text.removesuffix(" came to the gate.")).name == row["expected"], row
        else:
            assert [text[slice(*run)] for run in runs(text)] == [row["expected"]], row
