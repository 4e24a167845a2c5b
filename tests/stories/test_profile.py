"""Likeness of two articles: theirs alone, the same both ways, none beyond the window."""

from __future__ import annotations

from collections.abc import Callable

from onrecord.model import Article
from onrecord.stories.profile import LEADING, SCALE, WINDOW, grid, likeness, profile

Write = Callable[..., Article]
FERRY = "The ferry Marla capsized off Lund island with ninety aboard. The coast guard of Lund sent boats to the Marla."
BANK = "The bank of Corvex lost the savings of customers to thieves. Corvex customers queued at its counters for cash."


def test_the_strongest_terms_are_the_rare_ones_and_names(write: Write) -> None:
    found = profile(write("a", f"{FERRY} The year was new, people said.", "2026-01-02"))
    ranked = [term for term, _ in found.terms]
    assert set(ranked[:2]) == {"marla", "lund"}
    assert ranked.index("lund") < ranked.index("year")
    assert sum(weight**2 for _, weight in found.terms) <= 1.01 * SCALE**2


def test_likeness_is_the_same_both_ways_and_falls_with_days(write: Write) -> None:
    one, near, far = (profile(write(day, FERRY, day)) for day in ("2026-01-02", "2026-01-03", "2026-02-02"))
    assert likeness(one, near) == likeness(near, one)
    assert 1 > likeness(one, near) > likeness(one, far) > 0
    assert likeness(one, profile(write("b", BANK, "2026-01-02"))) < 0.05
    assert grid([one, near])[0, 1] == likeness(one, near)


def test_beyond_the_window_there_is_none_and_without_a_day_a_leading_term_must_be_shared(write: Write) -> None:
    one, later = profile(write("a", FERRY, "2026-01-02")), profile(write("b", FERRY, "2027-01-02"))
    undated = profile(write("c", FERRY))
    assert (one.day or 0) + WINDOW < (later.day or 0)
    assert likeness(one, later) == 0
    assert likeness(undated, one) > 0.9
    assert undated.leading == undated.terms[:LEADING]
    assert likeness(undated, profile(write("d", BANK))) == 0
