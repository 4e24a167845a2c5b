"""What fetched bytes list, in order of age, whatever the bytes."""

from __future__ import annotations

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.fetch import Answer, Failure
from onrecord.model import Capture
from onrecord.pipeline.lists import Listed, listed
from tests.pipeline.newsstand import index, rss, sitemap

URL = "https://news.example/list"


def of(body: bytes) -> Listed:
    found = listed(Answer(body, Capture(URL)))
    assert isinstance(found, Listed)
    return found


def test_newest_first_and_without_a_day_last() -> None:
    days = {
        "https://a.example/1": "2026-01-02",
        "https://a.example/2": "",
        "https://a.example/3": "2026-01-02T08:00:00Z",
    }
    for body in (sitemap(days), gzip.compress(sitemap(days))):
        found = of(body)
        assert found.kind == "sitemap"
        assert [url[-1] for url in found.urls("article")] == ["3", "1", "2"]


@pytest.mark.parametrize(("body", "kind", "links"), [
    (rss(["https://a.example/1"]), "feed", {"article": 1}),
    (rss([]), "feed", {}),
    (index({"https://a.example/m": "2026"}), "sitemap", {"sitemap": 1}),
    (b"<html><body>Words.</body></html>", "article", {}),
    (b"", "article", {}),
    (gzip.compress(b"x")[:-4], "article", {}),
])  # fmt: skip
def test_kinds(body: bytes, kind: str, links: dict[str, int]) -> None:
    found = of(body)
    assert found.kind == kind
    assert {name: len(found.urls(name)) for name in ("article", "sitemap", "feed") if found.urls(name)} == links


BODIES = [
    rss(["https://a.example/1"]),
    sitemap({"https://a.example/1": "2026-01-02"}),
    index({"https://a.example/m": "x"}),
]


@given(
    st.sampled_from(BODIES),
    st.integers(0, 300),
    st.binary(max_size=9) | st.just(b"\xed\xa0\x80") | st.just(b"&#xd800;"),
)
def test_any_bytes_give_a_list_or_a_failure(body: bytes, at: int, put: bytes) -> None:
    found = listed(Answer(body[:at] + put + body[at:], Capture(URL)))
    assert isinstance(found, Failure) or len(found.links) <= 2


def test_a_reader_that_falls_takes_nobody_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def fall(*_: object) -> None:
        raise RuntimeError("whatever stands on the page")

    monkeypatch.setattr("onrecord.pipeline.lists.links_in", fall)
    failure = Failure(URL, "a fault of onrecord: RuntimeError in reading the list", "again")
    assert listed(Answer(b"", Capture(URL))) == failure
