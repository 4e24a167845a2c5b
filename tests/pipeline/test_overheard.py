"""Whoever follows a list sees what it names first; whoever cannot, why."""

from __future__ import annotations

from onrecord.fetch.answers import Failure
from onrecord.fetch.permit import Permit
from onrecord.pipeline.overheard import FIRST, Overheard
from tests.web.nowhere import Served

FEED, NONE = "https://gull.example/feed.xml", "https://gull.example/none"


def feed(items: int) -> bytes:
    told = "".join(f"<item><title>T{n}</title><link>https://gull.example/{n}</link></item>" for n in range(items))
    return f'<rss version="2.0"><channel><title>t</title>{told}</channel></rss>'.encode()


def test_the_first_titles_are_remembered() -> None:
    heard = Overheard(Served({FEED: feed(30)}))
    assert heard.titles() == ()
    heard.get(FEED, Permit())
    titles = heard.titles()
    assert len(titles) == FIRST
    assert {one.title for one in titles} <= {f"T{n}" for n in range(30)}


def test_why_there_was_no_answer_is_remembered() -> None:
    heard = Overheard(Served({FEED: feed(1)}))
    assert isinstance(heard.get(NONE, Permit()), Failure)
    assert heard.failure is not None
    heard.get(FEED, Permit())
    assert heard.failure is None
    assert heard.ready(FEED) == 0.0
