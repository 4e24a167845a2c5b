"""A page is read or refused, and nothing a stage does gets out as an exception."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.config import Config
from onrecord.model import (
    Article,
    Page,
    Passage,
    Reading,
    Rejected,
    Span,
    Speaker,
    Statement,
    When,
    statement_id,
)
from onrecord.pipeline import take_in as stages
from onrecord.pipeline.take_in import read_input, take_in

PAGE = Page("a.txt", "body", "The mayor said so.", "d1", "https://gull.example/a")
ARTICLE = Article("a1", "a.txt", "d1", "The mayor said so.", "Mayor speaks", When(None, "unknown", 0.0))


def said(start: int, end: int, stance: str = "asserts") -> Statement:
    """A statement with that span."""
    words = Passage("so", (Span(start, end),))
    speaker = Speaker(None, None, None, "unnamed")
    return Statement(statement_id("a1", words.spans), "a1", "indirect", words, None, None, speaker, stance)  # type: ignore[arg-type]


def fails(*_: object) -> None:
    raise KeyError("a secret of the page")


def test_a_page_becomes_a_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stages, "read_article", lambda page, config: ARTICLE)
    monkeypatch.setattr(stages, "read_statements", lambda article: (said(0, 3), said(4, 9), said(0, 3, "denies")))
    found = take_in(PAGE, Config())
    assert isinstance(found, Reading)
    assert all(one.sense for one in found.statements)
    assert [replace(one, sense=b"") for one in found.statements] == [said(0, 3), said(4, 9)]


@pytest.mark.parametrize("stage", ["articles", "statements"])
def test_a_fault_is_a_refusal_with_its_stage_and_class(monkeypatch: pytest.MonkeyPatch, stage: str) -> None:
    monkeypatch.setattr(stages, "read_article", fails if stage == "articles" else lambda page, config: ARTICLE)
    monkeypatch.setattr(stages, "read_statements", fails)
    refused = take_in(PAGE, Config())
    assert isinstance(refused, Rejected)
    assert (refused.input, refused.stage, refused.url, refused.digest) == ("a.txt", stage, PAGE.url, "d1")
    assert "KeyError" in refused.reason
    assert "secret" not in refused.reason


def test_a_refusal_of_a_stage_is_handed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    front = Rejected("a.txt", "articles", "section front")
    monkeypatch.setattr(stages, "read_article", lambda page, config: front)
    assert take_in(PAGE, Config()) == front


def test_a_text_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stages, "read_article", lambda page, config: ARTICLE)
    monkeypatch.setattr(stages, "read_statements", fails)
    refused = take_in(PAGE, Config(max_text_characters=10))
    assert refused == Rejected("a.txt", "articles", "text too long: over 10 characters", PAGE.url, None, "d1")


def test_a_fault_of_a_reader_is_a_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stages, "read_bytes", fails)
    (refused,) = read_input("a.html", b"<p>", "d1", Config())
    assert isinstance(refused, Rejected)
    assert (refused.stage, refused.digest) == ("read", "d1")


def test_every_page_bears_the_digest_of_its_input(monkeypatch: pytest.MonkeyPatch) -> None:
    pages = [Page("f.xml", "entry", "x", "of the entry"), Rejected("f.xml", "read", "no words", digest="of the entry")]
    monkeypatch.setattr(stages, "read_bytes", lambda *_, **__: iter(pages))
    monkeypatch.setattr(
        stages, "read_article", lambda page, config: Rejected(page.input, "articles", "x", digest=page.digest)
    )
    results = list(read_input("f.xml", b"<rss>", "of the file", Config()))
    assert [one.digest for one in results if isinstance(one, Rejected)] == ["of the file", "of the file"]


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300) | st.text(max_size=300).map(lambda text: text.encode("utf-8", "replace")))
def test_no_bytes_raise(data: bytes) -> None:
    results = list(read_input("any", data, "d", Config()))
    assert results
    assert all(isinstance(one, Reading | Rejected) for one in results)


def test_nothing_that_cannot_be_kept_reaches_a_later_stage(monkeypatch: pytest.MonkeyPatch) -> None:
    article = replace(ARTICLE, url="http://[x/a", byline=("Ada\ud800",))
    monkeypatch.setattr(stages, "read_article", lambda page, config: article)
    monkeypatch.setattr(stages, "read_statements", lambda article: ())
    reading = take_in(PAGE, Config())
    assert isinstance(reading, Reading)
    assert (reading.article.url, reading.article.byline) == (None, ("Ada\ufffd",))


def test_the_end_of_an_overlong_text_is_refused_and_the_article_kept() -> None:
    text = "The mill was shut. " * 4_300 + "The mayor said it would open."
    kept, left = read_input("long.txt", text.encode(), "d", Config(body=True))
    assert isinstance(kept, Reading)
    assert kept.article.text == text
    assert kept.statements == ()
    assert isinstance(left, Rejected)
    assert left.stage == "statements"
    assert "80,000" in left.reason
