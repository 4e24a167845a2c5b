"""The day the article gives for each act of speaking: by the words around the cue, or going on from before."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.model import Article, Attribution, Speaker, When
from onrecord.statements.relays_outlets import is_outlet
from onrecord.statements.when_carried import goes_on
from onrecord.statements.when_page import page_of, place_of
from onrecord.statements.when_told import told_in_sentence

LONGEST_SOURCE = 120


def days_said(
    article: Article,
    attributions: Sequence[Attribution],
    speakers: Sequence[Speaker],
    chains: Sequence[tuple[str, ...]],
) -> list[When | None]:
    """When each statement was made, by the article's own words; None where they do not tell.

    ``speakers`` and ``chains`` (of relays): those of the attributions, in their order. Unknown with a reason where the
    words tell ("on Thursday") but nothing gives the day to count from. Every answer says why.
    """
    page = page_of(article, attributions, speakers)
    found = [told_in_sentence(page, one) for one in attributions]
    placed = [(place.start, n) for n, one in enumerate(attributions) if (place := place_of(one)) is not None]
    before: list[tuple[Attribution, Speaker, When | None]] = []
    for _, n in sorted(placed):
        found[n] = found[n] or goes_on(
            page,
            attributions[n],
            speakers[n],
            before,
            passed_on=bool(chains[n]) or _by_outlet(article.text, attributions[n]),
        )
        before.append((attributions[n], speakers[n], found[n]))
    return found


def _by_outlet(text: str, one: Attribution) -> bool:
    """Whether an outlet is the source: it reports on a day of its own."""
    return one.source is not None and is_outlet(text, text[slice(*one.source)][:LONGEST_SOURCE])
