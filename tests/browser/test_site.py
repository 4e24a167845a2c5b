"""The reader's site opened from a folder: no server, no script, from the front page to the exact words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import command, opened
from tests.browser.test_accessible import GRAVE, STANDARDS

FITS = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"


@pytest.fixture(scope="module")
def site(made: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the front page of a site in a folder, of a record whose texts may not be shown."""
    folder = tmp_path_factory.mktemp("site")
    command("publish", str(folder), "--record", str(made), "--title", "Belmora Observer")
    return (folder / "index.html").as_uri()


@pytest.fixture
def reader(browser: Browser, size: tuple[int, int]) -> Iterator[Page]:
    """An empty tab of somebody who reads without script."""
    with opened(browser, size, script=False) as tab:
        yield tab


def test_from_the_front_page_to_a_story_an_article_and_a_claim(reader: Page, site: str) -> None:
    reader.goto(site)
    expect(reader.locator(".brand")).to_have_text("Belmora Observer")
    reader.locator("a[href*='stories/']:not([href$='stories.html'])").first.click()
    expect(reader.locator(".kicker")).to_contain_text("Story")
    reader.locator("main a[href*='articles/']:visible").first.click()
    expect(reader.locator(".terms")).to_contain_text("An extract")
    expect(reader.get_by_role("heading", name="Who says what in it")).to_be_visible()
    reader.locator(".said-list .on-claim a").first.click()
    expect(reader.locator(".kicker")).to_contain_text("Claim")
    place = reader.locator(".quotation .place a:visible").first
    place.click()
    assert "#s-" in reader.url
    assert reader.locator(":target").count() == 1
    assert reader.url.startswith("file://")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_an_extract_can_be_read_by_everybody(browser: Browser, site: str, size: tuple[int, int], *, dark: bool) -> None:
    with opened(browser, size, dark=dark) as tab:
        tab.goto(site)
        assert tab.evaluate(FITS)
        tab.locator("main a[href*='articles/']:visible").first.click()
        assert tab.evaluate(FITS)
        # Without preload: it would ask for the style sheet once more, which the policy forbids in a folder.
        found = Axe().run(tab, options={**STANDARDS, "preload": False}).response["violations"]
        assert not [one["id"] for one in found if one["impact"] in GRAVE]


def test_styles_and_fonts_come_from_the_folder(browser: Browser, site: str) -> None:
    with opened(browser, (1440, 900)) as tab:
        tab.goto(site)
        assert tab.evaluate("document.fonts.ready.then(() => document.fonts.check('16px \"Source Serif 4\"'))")
        assert tab.evaluate("getComputedStyle(document.body).backgroundColor") != "rgba(0, 0, 0, 0)"
        assert tab.evaluate("performance.getEntriesByType('resource').every(one => one.name.startsWith('file:'))")
