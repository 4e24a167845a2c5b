"""A text that stops short or holds two stories says so; a whole one says nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.articles.markup import parsed
from onrecord.articles.signals import Claimed, body_signals, claimed_by
from onrecord.articles.signals_halves import second_story
from onrecord.model import Capture, Page

LINE = "The ferry to the islands was late on day {} of the strike, and nobody in the town could say why."
STORY = tuple(LINE.format(day) for day in range(8))
LONG = "\n".join(LINE.format(day) for day in range(30))
SHORT = "\n".join(STORY)
BIO = "Mira Hollis teaches the history of ships at the university of Port Ellen and writes a third book on old Jon Pell"
PLACED = (f"PORT ELLEN (AP) — {STORY[0]}", *STORY[1:])


@pytest.mark.parametrize(
    ("paragraphs", "said", "kind", "words"),
    [
        (STORY, "", None, ""),
        (STORY, SHORT, None, ""),
        (STORY, LONG, "cut", "times as long"),
        ((*STORY, "The captain said that the next boat would leave as soon as the wind had..."), "", "cut", "ellipsis"),
        (
            (
                *STORY,
                "The captain said on Friday that no other boat would leave the old harbour of the town before the wind",
            ),
            "",
            "cut",
            "middle",
        ),
        ((*STORY, "Mira Hollis"), "", None, ""),
        (
            (
                *STORY,
                BIO,
            ),
            "",
            None,
            "",
        ),
        ((*STORY, *LONG.split("\n")), SHORT, "glued", "times shorter"),
        ((*PLACED, "GRENNAN (AP) — The school will stay closed until Monday."), "", "glued", "dateline"),
        (STORY, "Something else was said in the metadata of this page. " * 40, None, ""),
        ((), LONG, None, ""),
    ],
)
def test_signs(paragraphs: tuple[str, ...], said: str, kind: str | None, words: str) -> None:
    found = body_signals(paragraphs, Claimed(body=said))
    assert [signal.kind for signal in found] == ([kind] if kind else [])
    assert all(words in signal.why for signal in found)


FERRY = "Ferry strike in Port Ellen"
BREAD = "The bakery beside the market raised its prices again, although flour became cheaper during winter, said owner "
BAKERS = ("Hollis", "Grennan", "Pellham", "Ostwick", "Varnell", "Tambrey", "Lorimer", "Quenby", "Askwith", "Dunmore")
BAKERY = tuple(f"{BREAD}{name}, selling cakes, pastries, biscuits, sandwiches, coffee upstairs." for name in BAKERS)
HARBOUR = (
    "The ferry strike in Port Ellen entered another week, leaving islanders without medicine, letters or visitors.",
    "Captains gathered along the harbour wall to demand shorter shifts and safer vessels before autumn storms arrive.",
    "Negotiators from the shipping company offered modest increases, which delegates rejected within minutes.",
    "Fishermen carried stranded passengers across the sound, charging nothing and refusing every camera.",
    "Ministers promised emergency helicopters, though fog grounded flights throughout Thursday and Friday.",
    "Hoteliers counted cancelled bookings while schoolchildren celebrated unexpected holidays beside empty piers.",
)


@pytest.mark.parametrize(
    ("paragraphs", "claimed", "kinds"),
    [
        (STORY, Claimed(words=(152,)), []),
        (STORY, Claimed(words=(300, 310)), ["cut"]),
        (STORY, Claimed(words=(152, 310)), []),  # one of them fits
        (STORY, Claimed(words=(2000,)), []),  # a count of letters
        (STORY * 3, Claimed(words=(150,)), ["glued"]),
        (STORY, Claimed(broken="the crawl cut the page off (length)"), ["cut"]),
        ((*STORY, "The captain then read out the names of all boats:"), Claimed(), ["cut"]),
        ((*STORY, "Sources:"), Claimed(), []),
        ((*HARBOUR, *BAKERY), Claimed(headline=FERRY), ["glued"]),
        ((*HARBOUR, *BAKERY), Claimed(headline="Ferry strike and the price of bread at the bakery"), []),
        (HARBOUR * 3, Claimed(headline=FERRY), []),
    ],
)
def test_what_the_page_claims(paragraphs: tuple[str, ...], claimed: Claimed, kinds: list[str]) -> None:
    assert [signal.kind for signal in body_signals(paragraphs, claimed)] == kinds


def page(markup: str, **headers: str) -> Page:
    return Page("p.html", "html", markup, digest="0", capture=Capture(headers=tuple(headers.items())))


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (page("<html><body><p>Ferry</p></body></html>"), ""),
        (page("<html><body><p>Ferry"), "never closed"),
        (page("<p>Ferry</p>"), ""),
        (page("<html><body></html>", **{"warc-truncated": "length"}), "cut the page off (length)"),
    ],
)
def test_broken_pages(one: Page, words: str) -> None:
    broken = claimed_by(one, parsed(one.content), headline="", body="").broken
    assert words in broken if words else not broken


def test_counts_of_words_are_taken_from_the_data() -> None:
    data = '{"@type": "NewsArticle", "wordCount": "412", "hasPart": {"wordCount": 77}}'
    one = page(f"<html><head><script type='application/ld+json'>{data}</script></head><body><p>A</p></body></html>")
    assert claimed_by(one, parsed(one.content), headline="", body="").words == (77, 412)


@given(st.lists(st.text(alphabet="abcdefgh éß.,", max_size=300), max_size=40), st.text(max_size=80))
def test_a_second_story_begins_inside(paragraphs: list[str], told: str) -> None:
    assert 0 <= second_story(paragraphs, told) < max(1, len(paragraphs))
