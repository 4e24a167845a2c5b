from __future__ import annotations

from onrecord.articles import read_article
from onrecord.articles.entry import is_whole
from onrecord.config import Config
from onrecord.model import Article, Page
from onrecord.read.feed import WHOLE, with_change

PROSE = "The harbour was closed after a crane fell into the basin, the port office said in a short notice. " * 3


def article(content: str, url: str | None = None) -> Article:
    found = read_article(Page("f.xml", "entry", content, "0", url), Config())
    assert isinstance(found, Article)
    return found


def test_the_day_of_a_change_is_a_guess_with_its_reason() -> None:
    found = article(with_change(f"<p>{PROSE}</p>", "2026-03-12T08:00:00Z"))
    assert found.text == PROSE.strip()
    assert found.published.day == "2026-03-12"
    assert found.published.confidence < 0.5
    assert "the last change" in " ".join(found.published.reasons)


def test_the_day_in_the_address_is_worth_more() -> None:
    content = with_change(f"<p>{PROSE}</p>", "2026-03-12T08:00:00Z")
    found = article(content, "https://h.example/2026/03/10/crane")
    assert found.published.day == "2026-03-10"
    assert found.published.confidence > 0.5


def test_content_is_told_from_a_summary() -> None:
    short = "<p>The bridge is open again.</p>"
    assert not is_whole(Page("f.xml", "entry", short, "0"))
    assert is_whole(Page("f.xml", "entry", with_change(WHOLE + short, "2026-03-12"), "0"))
