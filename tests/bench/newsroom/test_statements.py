from __future__ import annotations

import copy

from bench.newsroom.faults import Perfect, Tables, drop, first, put, worsened

TEXT = "The mayor, Tor Lind"
FIVE = {"id": "id:005-gull-library.txt"}


def found(side: str) -> set[str]:
    return {f"statements.found_{side}", f"statements.indirect_{side}"} | {
        "statements.found_f1",
        "statements.indirect_f1",
        "record",
    }


def test_statement_missed(tiny: Perfect) -> None:
    assert worsened(tiny, drop("statements", id="st11")) == found("r")


def test_statement_invented(tiny: Perfect) -> None:
    def spurious(tables: Tables) -> None:
        row = copy.deepcopy(first(tables, "statements", {"id": "st13"}))
        content = {"text": TEXT, "spans": [[0, len(TEXT)]]}
        tables["statements"].append(row | {"id": "x", "claim": None, "content": content})

    assert worsened(tiny, spurious) == found("p")


def test_a_line_before_the_text_costs_no_statement(tiny: Perfect) -> None:
    def shifted(tables: Tables) -> None:
        row = first(tables, "articles", FIVE)
        row["text"] = "Gull\n\n" + row["text"]
        rows = [statement for statement in tables["statements"] if statement["article"] == row["id"]]
        for part in (row[name] for row in rows for name in ("content", "cue", "source") if row[name]):
            part["spans"] = [(start + 6, end + 6) for start, end in part["spans"]]

    assert worsened(tiny, shifted) == {
        "reading.text_f1",
        "reading.paragraphs_p",
        "reading.paragraphs_f1",
        "record",
    }


def test_offsets_of_nothing(tiny: Perfect) -> None:
    content = {"text": "About 240 passengers were on board", "spans": [[82, 110]]}
    assert worsened(tiny, put("statements", {"id": "st1"}, content=content)) == {"statements.offsets"}
