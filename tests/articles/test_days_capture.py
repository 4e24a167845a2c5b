from __future__ import annotations

from datetime import date

from onrecord.articles.days_capture import days_with, fetched_on
from onrecord.articles.draft import Draft
from onrecord.config import Config
from onrecord.model import Capture, Form, Given, Page
from onrecord.read import read_bytes

DRAFT = Draft(("Rain fell.",), "Rain")


def page(capture: Capture | None = None, *, form: str = "html", given: str | None = None) -> Page:
    kind: Form = "entry" if form == "entry" else "html"
    return Page("a", kind, "", "0", given=Given(published=given), capture=capture)


def test_the_day_of_the_fetch() -> None:
    assert fetched_on(page(Capture(fetched="2026-03-04T10:00:00Z"))) == date(2026, 3, 4)
    assert fetched_on(page(Capture(headers=(("date", "Wed, 04 Mar 2026 10:00:00 GMT"),)))) == date(2026, 3, 4)
    assert fetched_on(page()) is None


def test_last_modified_unless_it_is_made_on_request() -> None:
    old = Capture(fetched="2026-03-04T10:00:00Z", headers=(("last-modified", "Mon, 02 Mar 2026 09:00:00 GMT"),))
    assert [(one.day, one.place) for one in days_with(page(old), DRAFT)] == [(date(2026, 3, 2), "modified")]
    now = Capture(fetched="2026-03-02T10:00:00Z", headers=old.headers)
    assert not days_with(page(now), DRAFT)


def test_what_the_wrapper_says() -> None:
    (given,) = days_with(page(given="2026-03-02"), DRAFT)
    (feed,) = days_with(page(given="Mon, 02 Mar 2026 23:30:00 GMT", form="entry"), DRAFT)
    assert (given.place, feed.place, feed.open) == ("given", "feed", True)
    assert not days_with(page(given="soon"), DRAFT)


def test_front_matter_is_no_feed() -> None:
    text = b"---\ntitle: Rain\ndate: 2026-03-02\n---\n\nRain fell on the coast, the harbour master said.\n"
    (found,) = read_bytes("a.md", text, Config())
    assert isinstance(found, Page)
    assert [(one.place, one.what) for one in days_with(found, DRAFT)] == [("feed", "the front matter")]


def test_the_list_that_named_the_address_is_a_witness() -> None:
    (found,) = days_with(page(Capture(listed="Mon, 02 Mar 2026 09:30:00 +0100")), DRAFT)
    assert (found.day, found.place) == (date(2026, 3, 2), "feed")
    assert not days_with(page(Capture(listed="soon")), DRAFT)
