"""Who passes a statement on."""

from __future__ import annotations

import pytest

from onrecord.model import Article, When
from onrecord.statements.relays import relays
from onrecord.statements.tagger import tag


def chain(text: str, outlet: str | None = None, agency: str | None = None) -> tuple[str, ...]:
    article = Article("a", "a.html", "0", text, "A headline", When(None, "unknown", 0.0), outlet=outlet, agency=agency)
    return relays(article, tag(text))[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mill is shut, Ada Brook told the council, according to the Harrow Post.", ("Harrow Post",)),
        ("Ada Brook was quoted by the broadcaster QTV as saying the mill was shut.", ("QTV",)),
        (
            "The Harrow Post, citing the news agency Eastwire, quoted Ada Brook as saying it was shut.",
            ("Harrow Post", "Eastwire"),
        ),
        ("The mill was shut, Ada Brook told the Harrow Post.", ("Harrow Post",)),
        ("Ada Brook told the council that the mill was shut.", ()),
        ("Ada Brook said the mill was shut.", ()),
    ],
)
def test_relays(text: str, expected: tuple[str, ...]) -> None:
    assert chain(text) == expected


def test_the_pages_own_outlet_and_agency_are_no_relay() -> None:
    text = "The mill was shut, Ada Brook told the Harrow Post."
    assert chain(text, outlet="Harrow Post") == ()
    assert chain(text, agency="Harrow Post") == ()
