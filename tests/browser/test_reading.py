"""What readers do: the front page, a claim and its words in the archived page, figures, a speaker, search."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect


def test_the_front_page_is_read(reading: Page, desk: str) -> None:
    reading.goto(desk)
    expect(reading.get_by_role("heading", level=1)).to_be_visible()
    expect(reading.get_by_role("heading", name=re.compile("dispute", re.IGNORECASE)).first).to_be_visible()
    expect(reading.get_by_role("heading", name=re.compile("hot this week", re.IGNORECASE))).to_be_visible()
    reading.locator("main h2 a, main h3 a").first.click()
    expect(reading.get_by_role("heading", level=1)).to_be_visible()
    assert reading.url != f"{desk}/"


def test_the_exact_words_of_a_claim_are_found_in_the_archived_page(reading: Page, desk: str) -> None:
    reading.goto(f"{desk}/claims?status=contested")
    reading.locator("main h2 a, main h3 a").first.click()
    quotation = reading.locator(".quotation").first
    words = quotation.locator("blockquote .content, blockquote bdi").last.inner_text().strip('“”" \n')
    quotation.get_by_role("link", name="archived page").click()
    marked = " ".join(reading.locator("mark").all_inner_texts())
    shared = set(re.findall(r"\w{4,}", words.lower()))
    assert shared, "a quotation has words"
    assert shared <= set(re.findall(r"\w{4,}", marked.lower())), (words, marked)


def test_figures_are_compared(reading: Page, desk: str) -> None:
    reading.goto(f"{desk}/claims")
    figures = _first_with_figures(reading, desk)
    assert figures, "a claim of the sample has figures side by side"
    reading.goto(figures)
    expect(reading.get_by_role("heading", name="The figures side by side")).to_be_visible()
    tables = reading.locator("section[aria-labelledby=figures] table")
    assert max(table.locator("tr").count() for table in tables.all()) > 2


def _first_with_figures(page: Page, desk: str) -> str:
    """The address of a claim that has figures side by side."""
    addresses = page.locator("main h2 a, main h3 a").evaluate_all("all => all.map(one => one.getAttribute('href'))")
    for address in addresses:
        page.goto(f"{desk}{address}")
        if page.get_by_role("heading", name="The figures side by side").count():
            return f"{desk}{address}"
    return ""


def test_a_speaker_is_followed(reading: Page, desk: str) -> None:
    reading.goto(f"{desk}/claims?status=contested")
    reading.locator("main h2 a, main h3 a").first.click()
    name = reading.locator(".quotation a.name, .party h3 a").first
    called = name.inner_text()
    name.click()
    expect(reading.get_by_role("heading", level=1)).to_contain_text(called)
    assert reading.locator(".quotation").count() > 0


def test_search(reading: Page, desk: str) -> None:
    reading.goto(desk)
    box = reading.get_by_role("searchbox").first
    box.fill("ferry")
    box.press("Enter")
    expect(reading.locator("main")).to_contain_text(re.compile("ferry", re.IGNORECASE))
    assert reading.locator("main a[href*='/articles/']").count() > 0
