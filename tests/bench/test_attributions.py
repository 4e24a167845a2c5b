from __future__ import annotations

from bench.attribution import score_document
from bench.attributions import as_row, name
from onrecord.model import Attribution, Span

TEXT = "Rain fell, said Ann Lee."
FOUND = Attribution((Span(0, 9),), Span(11, 15), Span(16, 23))


def test_an_attribution_as_the_gold_files_write_it() -> None:
    row = as_row(FOUND)
    assert row == {"source": [(16, 23)], "cue": [(11, 15)], "content": [(0, 9)]}
    assert as_row(Attribution((Span(0, 9),))) == {"source": [], "cue": [], "content": [(0, 9)]}
    assert score_document({"text": TEXT, "attributions": [row]}, [row])[1] == {0}
    assert name({"id": "x", "text": TEXT}, row) == "x at 0 (said)"
