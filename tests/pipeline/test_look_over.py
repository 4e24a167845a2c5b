"""Looking over: the first pages read, the others counted, and never more than the bounds."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.config import Config
from onrecord.model import Capture, Reading, Rejected
from onrecord.pipeline import look_over
from onrecord.pipeline.look_over import Found, found, pieces_of
from onrecord.read.inputs import Piece
from tests.web.test_add import PAGE, zipped


def looked(data: bytes, name: str = "a.html", capture: Capture | None = None) -> Found:
    return found(list(look_over.look_over(name, data, "", Config(), capture=capture)))


def test_one_page() -> None:
    seen = looked(PAGE.encode(), capture=Capture(url="https://gull.example/a"))
    [one] = seen.results
    assert isinstance(one, Reading)
    assert one.article.url == "https://gull.example/a"
    assert seen.whole


def test_beyond_the_first_pages_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(look_over, "SHOWN", 2)
    seen = looked(zipped({f"{n}.html": PAGE.encode() for n in range(5)}), "a.zip")
    assert (len(seen.results), seen.further, seen.more, seen.whole) == (2, 3, False, False)


def test_a_bomb_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(look_over, "MOST_BYTES", 50_000)
    seen = looked(zipped({f"{n}.html": b"<p>" + b"0" * 30_000 for n in range(9)}), "a.zip")
    assert seen.more
    assert len(seen.results) + seen.further <= 2


def test_too_many_pages_are_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(look_over, "SHOWN", 1)
    monkeypatch.setattr(look_over, "MOST_PAGES", 3)
    seen = looked(zipped({f"{n}.html": PAGE.encode() for n in range(9)}), "a.zip")
    assert (len(seen.results), seen.further, seen.more) == (1, 3, True)


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=400), st.sampled_from(["a.html", "a.zip", "a.warc", "a.jsonl", "a.pdf", "a.eml", "a"]))
def test_any_bytes_give_an_answer(data: bytes, name: str) -> None:
    seen = looked(data, name)
    assert all(isinstance(one, Reading | Rejected) for one in seen.results)
    assert seen.results


def test_of_a_part_only_the_moment_is_known() -> None:
    capture = Capture("https://gull.example/all.zip", "2026-03-14T09:00:00Z", 200)
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("1.html", PAGE)
    [part] = pieces_of(Piece("all.zip", held.getvalue(), capture), 1_000_000)
    assert isinstance(part, Piece)
    assert part.capture == Capture(fetched=capture.fetched)
    [whole] = pieces_of(Piece("a.html", PAGE.encode(), capture), 1_000_000)
    assert isinstance(whole, Piece)
    assert whole.capture == capture
