"""One event, many articles; each article in exactly one story, whatever came first."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.model import Article, Copy
from onrecord.stories import tell

Write = Callable[..., Article]
FERRY = "The ferry Marla capsized off Lund island with ninety aboard. The coast guard of Lund sent boats to the Marla. "
BANK = "The bank of Corvex lost the savings of customers to thieves. Corvex customers queued at its counters for cash. "


def pages(write: Write) -> list[Article]:
    return [
        write("a", FERRY * 5 + "Ada Brook wept.", "2026-01-02", "Ferry sinks off Lund"),
        write("b", FERRY * 4 + "Divers went down to the Marla.", "2026-01-03", "Divers at the ferry"),
        write("c", BANK * 5, "2026-01-03", "Savings gone at Corvex"),
        write("d", BANK * 4 + "The thieves wrote a letter.", "2026-01-04", "Letter to the bank"),
        write("e", FERRY, "2026-01-01", "Brief: ferry"),
    ]


def test_two_events_are_two_stories(write: Write) -> None:
    told = {one.title: one.articles for one in tell(pages(write), [], [], [])}
    assert told == {"Ferry sinks off Lund": ("e", "a", "b"), "Savings gone at Corvex": ("c", "d")}


def test_copies_and_versions_share_a_story_and_heat_counts_them_once(write: Write) -> None:
    articles = [*pages(write), write("f", "Nothing in common with anything else here at all.", "2026-01-04")]
    told = tell(articles, [], [Copy("f", "c", "copy", "because")], [])
    bank = next(one for one in told if "c" in one.articles)
    assert bank.articles == ("c", "d", "f")
    assert bank.heat == next(one.heat for one in tell(pages(write), [], [], []) if "c" in one.articles)


def test_no_articles_no_stories() -> None:
    assert tell([], [], [], []) == ()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20)
@given(order=st.permutations(range(5)))
def test_order_is_no_matter(write: Write, order: list[int]) -> None:
    articles = pages(write)
    assert tell([articles[at] for at in order], [], [], []) == tell(articles, [], [], [])
