from __future__ import annotations

import pytest

from onrecord.articles.page import draft_of, sheet_of
from onrecord.articles.paywall import paywall_of
from onrecord.model import Page

SENTENCE = "The harbour was closed on Monday after a crane fell into the basin, the port office said."
SHORT, LONG = (SENTENCE,) * 3, (SENTENCE,) * 30
BROKEN = (*LONG, "The company that owns the crane has been asked before …")
OFFER = "Subscribe to continue reading"


@pytest.mark.parametrize(
    ("paragraphs", "behind", "free", "is_stub"),
    [
        (SHORT, [OFFER], None, True),
        (SHORT, ["Jetzt weiterlesen mit dem Abo"], None, True),
        (SHORT, [], False, True),
        (SHORT, [], None, False),
        (SHORT, [], True, False),
        (LONG, [OFFER], False, False),
        (BROKEN, [OFFER], None, True),
        (BROKEN, [], False, True),
        (BROKEN, [], None, False),
        ((), [OFFER], False, False),
    ],
)
def test_short_or_broken_off_and_said_so(
    paragraphs: tuple[str, ...], behind: list[str], free: bool | None, is_stub: bool
) -> None:
    assert (paywall_of(paragraphs, [*paragraphs, *behind], free=free) is not None) == is_stub


def test_an_offer_above_the_story_says_nothing() -> None:
    assert paywall_of(SHORT, [OFFER, *SHORT], free=None) is None


def test_the_reason_can_be_read() -> None:
    assert paywall_of(SHORT, [*SHORT, OFFER], free=None) == (
        "“Subscribe to continue reading” stands behind it, and the text has only 51 words"
    )


def test_a_page_of_markup() -> None:
    story = "".join(f"<p>{at}. {SENTENCE}</p>" for at in range(4))
    data = '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": "False"}</script>'
    for head, wall in ((data, ""), ("", f'<div class="wall"><p>{OFFER}</p></div>')):
        page = Page("a", "html", f"<html><head>{head}</head><body><h1>Crane falls</h1>{story}{wall}</body></html>", "0")
        assert draft_of(page, sheet_of(page)).paywall
