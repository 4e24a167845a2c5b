"""Who acts in hearsay about an act on a claim is its source."""

from __future__ import annotations

import pytest

from onrecord.model import Attribution, Span
from onrecord.statements.forms_hearsay import with_hearsay_sources


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The port of Quelm is also reportedly investigating the leak.", "The port of Quelm"),
        ("Two ministries have reportedly been looking into it.", "Two ministries"),
        ("The pump has reportedly been sold to a museum.", None),
        ("Trains have reportedly passed at night.", None),
    ],
)
def test_sources_of_hearsay(text: str, source: str | None) -> None:
    start = text.index("reportedly")
    one = Attribution((Span(0, len(text) - 1),), Span(start, start + len("reportedly")))
    (found,) = with_hearsay_sources(text, [one])
    assert (text[slice(*found.source)] if found.source else None) == source
