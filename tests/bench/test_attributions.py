from __future__ import annotations

import json
from pathlib import Path

import pytest

from bench.attribution import score_document
from bench.attributions import as_row, classes, cue_class, measure, name
from onrecord.model import Attribution, Span

TEXT = "Rain fell, said Ann Lee."
FOUND = Attribution((Span(0, 9),), Span(11, 15), Span(16, 23))


def test_an_attribution_as_the_gold_files_write_it() -> None:
    row = as_row(FOUND)
    assert row == {"source": [(16, 23)], "cue": [(11, 15)], "content": [(0, 9)]}
    assert as_row(Attribution((Span(0, 9),))) == {"source": [], "cue": [], "content": [(0, 9)]}
    assert score_document({"text": TEXT, "attributions": [row]}, [row])[1] == {0}
    assert name({"id": "x", "text": TEXT}, row) == "x at 0 (said)"


def test_gold_is_told_apart_by_kind_cue_and_what_makes_it_hard() -> None:
    row = {"kind": "direct", "source": [], "cue": [[11, 15]], "content": [[0, 4], [5, 9]]}
    assert list(classes(TEXT, row)) == ["direct", "cue: say and tell", "no source", "in pieces"]
    assert list(classes(TEXT, {"source": [[1, 2]], "cue": [], "content": [[0, 4]]})) == ["unknown", "cue: none"]


@pytest.mark.parametrize(
    ("cue", "expected"),
    [
        (":", "a mark"),
        ("has said", "say and tell"),
        ("according to", "according to"),
        ("denied", "other speech"),
        ("wants to", "attitudes and others"),
    ],
)
def test_classes_of_cues(cue: str, expected: str) -> None:
    assert cue_class(cue.split()) == expected


def test_a_reader_is_measured_on_every_document(tmp_path: Path) -> None:
    gold = as_row(FOUND) | {"kind": "indirect"}
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps({"id": "x", "outlet": "wire", "text": TEXT, "attributions": [gold]}) + "\n")
    good = measure(path, "any", read=lambda _: [FOUND])
    assert (good.numbers["triple f1"].value, good.numbers["recall, indirect"].value) == (1, 1)
    assert good.numbers["triple f1, wire"].value == 1
    none = measure(path, "any", read=lambda _: [])
    assert none.numbers["speech triple f1"].value == 0
    assert list(none.misses["triple"]) == ["x at 0 (said)"]
