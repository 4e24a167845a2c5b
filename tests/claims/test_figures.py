"""Figures side by side."""

from __future__ import annotations

from collections.abc import Callable

from onrecord.claims.figures import claim_figures
from onrecord.model import Figure, Span, Statement


def test_each_party_keeps_its_own_from_its_first_day(say: Callable[..., Statement]) -> None:
    ten, two = (Figure(float(value), "troops", "sent", "exact", Span(0, 2)) for value in (10, 2))
    said = [
        say("1", "A", on="2026-01-03", figures=(ten,)),
        say("2", "A", on="2026-01-02", figures=(ten,)),
        say("3", "B", "suggests", on="2026-01-04", figures=(two,)),
        say("4", "C", "denies", on="2026-01-04", figures=(ten,)),
        say("5", "C", name=None, figures=(two,)),
    ]
    found = [(one.party, one.value, one.on) for one in claim_figures(said, {})]
    assert found == [("A", 10.0, "2026-01-02"), ("B", 2.0, "2026-01-04")]
