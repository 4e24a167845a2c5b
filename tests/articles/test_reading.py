from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.articles import read_article
from onrecord.config import Config
from onrecord.model import Article, Given, Page, Rejected
from onrecord.read import read_bytes

ROOT = Path(__file__).parents[2]
SEED = ROOT.parent / "shared" / "examples"
NEWSROOM = ROOT / "samples" / "newsroom"
PROSE = "The harbour was closed on Monday after a crane fell into the basin, the port office said in a short notice. "


def read(page: Page, config: Config | None = None) -> Article | Rejected:
    return read_article(page, config or Config())


def article(page: Page) -> Article:
    found = read(page)
    assert isinstance(found, Article)
    return found


def reason(page: Page) -> str:
    found = read(page)
    assert isinstance(found, Rejected)
    assert found.stage == "articles"
    return found.reason


@pytest.mark.skipif(not SEED.exists(), reason="the seed page lies beside the checkout")
def test_the_seed_page() -> None:
    gold = json.loads((SEED / "seed_expected.json").read_text(encoding="utf-8"))
    (page,) = read_bytes("seed_page.txt", (SEED / "seed_page.txt").read_bytes(), Config())
    assert isinstance(page, Page)
    found, expected = article(page), gold["articles"][0]
    assert (found.text, found.headline, found.agency) == (expected["text"], expected["headline"], expected["agency"])
    blocks = [(block.kind, [item.headline for item in block.items]) for block in found.furniture]
    assert blocks == [(block["kind"], block["items"]) for block in gold["furniture"]]
    assert found.furniture[0].items[0].teaser
    assert found.published.day != "2024-11-22" or found.published.confidence < 0.5


@pytest.mark.skipif(not NEWSROOM.exists(), reason="no sample newsroom")
def test_the_sample_newsroom() -> None:
    gold = json.loads((NEWSROOM / "gold.json").read_text(encoding="utf-8"))
    for row in gold["articles"]:
        data = (NEWSROOM / "pages" / Path(row["file"]).name).read_bytes()
        (page,) = read_bytes(row["file"], data, Config())
        assert isinstance(page, Page)
        found = article(page)
        assert found.text == row["text"]
        assert (found.headline, list(found.byline), found.agency) == (row["headline"], row["byline"], row["agency"])
        assert found.published.day == row["published"]
    refused = [reason(page) for file in gold["no_article"] for page in pages(NEWSROOM / "pages" / Path(file).name)]
    assert [one.split(":")[0] for one in refused] == ["section front", "error page"]


def pages(path: Path) -> list[Page]:
    return [page for page in read_bytes(path.name, path.read_bytes(), Config()) if isinstance(page, Page)]


def test_a_body_is_kept_to_the_letter() -> None:
    text = "\ufeff OSLO, May 3 (Salt) - Rain  fell.\r\n\r\nIt was cold.\n"
    found = article(
        Page("-", "body", text, "0", None, Given("Rain", "2026-05-03", ("Mira Hollis",), "Varna Weekly", "7"))
    )
    assert found.text == text
    assert (found.headline, found.byline, found.outlet, found.input_id) == (
        "Rain",
        ("Mira Hollis",),
        "Varna Weekly",
        "7",
    )
    assert found.published.day == "2026-05-03"


def test_entries() -> None:
    full = article(
        Page("f.xml", "entry", f"<p>{PROSE * 2}</p><p>{PROSE}</p><p>Photo: x</p>", "0", "https://h.example/1")
    )
    assert full.text.count("\n\n") == 1
    assert "summary" in reason(Page("f.xml", "entry", "<p>Two people were hurt.</p>", "0"))
    assert reason(Page("f.xml", "entry", "  ", "0")) == "feed entry without text"


def test_deep_markup_is_read_as_text() -> None:
    found = article(Page("a.html", "html", "<div>" * 10_000 + f"<h1>Crane falls</h1><p>{PROSE * 2}</p>", "0"))
    assert found.text == (PROSE * 2).strip()


def test_refusals() -> None:
    assert reason(Page("a", "html", "", "0")) == "no readable markup"
    assert "no article body" in reason(Page("a", "html", "<h1>Crane</h1><p>Soon.</p>", "0"))
    assert "no article body" in reason(Page("a", "dump", "One\nTwo", "0"))
    assert "error page" in reason(Page("a", "html", "<title>404</title><p>The page is not here any more.", "0"))
    assert reason(Page("a", "body", "\n", "0")) == "empty text"


def test_text_beyond_the_cap() -> None:
    small = Config(max_text_characters=300)
    long = Page("a", "html", "<h1>Crane</h1>" + "".join(f"<p>{at} {PROSE}</p>" for at in range(50)), "0")
    found = read(long, small)
    assert isinstance(found, Article)
    assert 0 < len(found.text) <= 300
    assert isinstance(read(Page("a", "body", "x" * 301, "0"), small), Rejected)


MARKS = st.sampled_from(
    ["<p>", "</p>", "<h1>", "<div class=related>", "<li><a href=x>", "<br>", "<!--", "<script>", "<title>",
     "&#0;", "&lt;", "<time datetime='2026-13-40'>",
     PROSE, "Hot this week", "By Mira Hollis", "March 4, 2026", "(Salt) - ", "\n\n", "\x00", "\ud800", "𝔛"]
)  # fmt: skip


@settings(max_examples=120, deadline=None)
@given(st.lists(MARKS, max_size=30), st.sampled_from(["html", "dump", "body", "entry"]))
def test_any_page_gives_an_article_or_a_reason(parts: list[str], form: str) -> None:
    page = Page("a", form, "".join(parts), "0")  # type: ignore[arg-type]
    found = read(page)
    assert read(page) == found
    assert found.reason if isinstance(found, Rejected) else found.text and 0 <= found.published.confidence <= 1


@settings(max_examples=80, deadline=None)
@given(st.binary(max_size=500))
def test_any_bytes(data: bytes) -> None:
    for page in read_bytes("a.html", b"<html><body><h1>Crane</h1><p>" + PROSE.encode() + data, Config()):
        assert read(page) if isinstance(page, Page) else page.reason
