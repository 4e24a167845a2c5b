"""Nobody is kept out: axe-core finds nothing serious on any page, in both schemes, at both widths; keys reach all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from typing import Any, Protocol

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.conftest import DESKTOP, PHONE, opened
from tests.browser.places import PLACES, addresses

GRAVE = ("serious", "critical")
HEAVIEST = 150_000  # bytes of HTML
STANDARDS = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
FOCUS = """() => {
  const one = document.activeElement, style = getComputedStyle(one);
  return [one.tagName, style.outlineStyle !== 'none' || style.boxShadow !== 'none', one.getBoundingClientRect().width]
}"""


class Tabs(Protocol):
    """Gives the tab of a width and a scheme."""

    def __call__(self, width: int, *, dark: bool) -> Page: ...


@pytest.fixture(scope="module")
def pages(browser: Browser, desk: str, made: Path) -> Iterator[dict[str, str]]:
    """The address of a page of each kind."""
    with opened(browser, DESKTOP) as tab:
        yield addresses(tab, desk, made)


@pytest.fixture(scope="module")
def tabs(browser: Browser) -> Iterator[Tabs]:
    """A tab of each size and scheme, opened once."""
    with ExitStack() as open_until_then:

        @cache
        def tab(width: int, *, dark: bool) -> Page:
            size = PHONE if width == PHONE[0] else DESKTOP
            return open_until_then.enter_context(opened(browser, size, dark=dark))

        yield tab


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [PHONE[0], DESKTOP[0]])
@pytest.mark.parametrize("place", PLACES)
def test_nothing_serious_is_found(tabs: Tabs, pages: dict[str, str], width: int, place: str, *, dark: bool) -> None:
    tab = tabs(width, dark=dark)
    tab.goto(pages[place])
    tab.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    assert not grave(tab)


def grave(page: Page) -> list[str]:
    """What axe-core finds that keeps somebody out, one line each."""
    found: list[dict[str, Any]] = Axe().run(page, options=STANDARDS).response["violations"]
    return [
        f"{one['id']} ({one['impact']}): {node['target']} {node['html'][:200]} {said(node)}"
        for one in found
        if one["impact"] in GRAVE
        for node in one["nodes"][:4]
    ]


def said(node: dict[str, Any]) -> str:
    """Why, in the words of axe-core."""
    return "; ".join(one["message"] for kind in ("any", "all", "none") for one in node[kind])[:300]


@pytest.mark.parametrize("place", PLACES)
def test_a_page_is_light(page: Page, pages: dict[str, str], place: str) -> None:
    """At most 150 kB as it is before it is packed, no wider than the screen, and nothing from elsewhere."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    answer = page.goto(pages[place])
    assert answer
    assert len(answer.body()) < HEAVIEST
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    home = pages[place].split("/")[2]
    assert {one.split("/")[2] for one in asked} == {home}


@pytest.mark.parametrize("place", PLACES)
def test_keys_reach_what_can_be_done_and_show_where_they_are(page: Page, pages: dict[str, str], place: str) -> None:
    page.goto(pages[place])
    page.keyboard.press("Tab")
    assert re.search("skip", page.evaluate("document.activeElement.textContent"), re.IGNORECASE)
    for _ in range(12):
        page.keyboard.press("Tab")
        tag, shown, width = page.evaluate(FOCUS)
        assert tag == "BODY" or (shown and width > 0), f"{tag} has the focus and does not show it"
