"""Whatever stands on a page can be kept afterwards."""

from __future__ import annotations

import json
from dataclasses import asdict, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Article, Furniture, Rejected, Teaser, When, article_id
from onrecord.pipeline.keepable import is_address, keepable, written

ARTICLE = Article("x", "a.txt", "d1", "The mayor said so.", "Mayor speaks", When(None, "unknown", 0.0, ("none",)))
FULL = replace(
    ARTICLE, id=article_id("https://gull.example/", ARTICLE.headline, ARTICLE.text), url="https://gull.example/"
)


@given(st.text(), st.text(), st.none() | st.text())
def test_any_text_can_be_written_and_keeps_its_offsets(text: str, name: str, url: str | None) -> None:
    blocks = (Furniture("hot", name, (Teaser(name, None, url),)),)
    when = When(None, "unknown", 0.0, (name,))
    clean = keepable(
        replace(ARTICLE, text=text, headline=name, url=url, byline=(name,), furniture=blocks, published=when)
    )
    shown = json.dumps(asdict(clean), ensure_ascii=False).encode()
    assert b"\\u0000" not in shown
    assert len(clean.text) == len(text)
    assert clean.url is None or is_address(clean.url)


def test_what_can_be_kept_stays_the_very_same() -> None:
    assert keepable(FULL) is FULL
    assert written(FULL) is FULL


def test_an_id_follows_from_what_is_kept() -> None:
    clean = keepable(replace(FULL, headline="Mayor\x00speaks"))
    assert clean.headline == "Mayor\ufffdspeaks"
    assert clean.id == article_id(clean.url, clean.headline, clean.text)


def test_refusals_can_be_written() -> None:
    assert written(Rejected("a\ud800.html", "read", "no \x00")) == Rejected("a\ufffd.html", "read", "no \ufffd")


@pytest.mark.parametrize(
    ("url", "right"),
    [
        ("https://gull.example/a?b=c", True),
        ("urn:isbn:123", True),
        ("http://[x/a", False),
        ("https://gull.example:port/a", False),
        ("https://gull.example/a\nb", False),
        ("https://gull.example/" + "a" * 3000, False),
    ],
)
def test_addresses(url: str, right: bool) -> None:
    assert is_address(url) is right
    assert keepable(replace(FULL, url=url)).url == (url if right else None)
