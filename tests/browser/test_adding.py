"""What editors do first: paste a page, see what was found, keep it, find it again; begin with nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from onrecord.store import articles
from onrecord.store.opening import open_record
from tests.browser.conftest import opened, served

PAGE = """<html><head><title>Ferry pier cracked</title>
<meta property="article:published_time" content="2026-03-02T09:00:00Z"></head><body><article><h1>Ferry pier cracked</h1>
<p>The pier of the northern ferry has a crack, the harbour master Ada Moreau said on Monday.</p>
<p>The ferry company denied that a ship of its own had struck the pier. "We were nowhere near," its director said.</p>
<p>Divers looked at it all day and found that the crack is as long as a bus, two of them told reporters.</p>
</article></body></html>"""


def no_wider_than_the_screen(page: Page) -> bool:
    """Whether nothing of the page stands beside the screen."""
    fits = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
    return bool(page.evaluate(fits))


@pytest.fixture(params=["with script", "without script"])
def working(request: pytest.FixtureRequest, browser: Browser, size: tuple[int, int]) -> Iterator[Page]:
    """An empty tab of somebody who works at the desk."""
    with opened(browser, size, script=request.param == "with script") as tab:
        tab.set_default_timeout(30_000)
        yield tab


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """Where no record is yet."""
    return tmp_path / "new.db"


@pytest.fixture
def empty_desk(empty: Path) -> Iterator[str]:
    """The address of a desk of a record that was not there before."""
    with served(empty) as address:
        yield address


def test_a_page_is_pasted_seen_kept_and_found(working: Page, empty: Path, empty_desk: str) -> None:
    working.goto(empty_desk)
    expect(working.get_by_role("heading", name="Begin")).to_be_visible()
    expect(working.get_by_role("button", name="Read the demo newsroom")).to_be_visible()
    expect(working.get_by_role("heading", name="Follow a source")).to_be_visible()
    assert no_wider_than_the_screen(working)
    working.get_by_role("link", name="Add", exact=True).click()
    working.get_by_label("A page's text or HTML, pasted").fill(PAGE)
    working.get_by_role("button", name="Read it").click()
    expect(working.get_by_role("heading", level=1)).to_have_text("Ferry pier cracked")
    expect(working.locator("main")).to_contain_text("Ada Moreau")
    expect(working.locator("main mark").first).to_be_visible()
    assert no_wider_than_the_screen(working)
    assert counted(empty) == 0, "nothing is kept before"
    working.get_by_role("button", name="Keep it").first.click()
    expect(working.get_by_text("Kept.")).to_be_visible()
    assert counted(empty) == 1
    box = working.get_by_role("searchbox").first
    box.fill("pier")
    box.press("Enter")
    expect(working.locator("main")).to_contain_text(re.compile("Ferry pier cracked|crack"))


def counted(record: Path) -> int:
    with closing(open_record(record, readonly=True)) as conn:
        return articles.counted(conn)


def test_what_is_not_wanted_is_not_kept(page: Page, empty: Path, empty_desk: str) -> None:
    page.goto(f"{empty_desk}/add")
    page.get_by_label("A file, up to 20 MB").set_input_files(
        {"name": "pier.html", "mimeType": "text/html", "buffer": PAGE.encode()}
    )
    page.get_by_role("button", name="Read it").click()
    expect(page.locator(".kicker")).to_contain_text("pier.html", ignore_case=True)
    page.get_by_role("button", name="Not this").first.click()
    expect(page.get_by_role("heading", name="Add a page")).to_be_visible()
    assert counted(empty) == 0


def test_what_cannot_be_fetched_says_why(page: Page, empty_desk: str) -> None:
    page.goto(f"{empty_desk}/add")
    page.get_by_label("An address", exact=True).fill("http://127.0.0.1/intranet")
    page.get_by_role("button", name="Read it").click()
    expect(page.locator("#problem")).to_contain_text("no public address")
    expect(page.get_by_label("An address", exact=True)).to_have_value("http://127.0.0.1/intranet")
    assert no_wider_than_the_screen(page)
