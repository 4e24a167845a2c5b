"""Gold documents as examples: every token knows its tag, and every cue its parts."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.statements.tagger_links import ANCHOR, BEGINS, CONTENT, GOES_ON, OUTSIDE, SOURCE
from onrecord.statements.tagger_network import CONVENTIONS
from onrecord.text.word_pieces import tokenizer
from train.marks import unmarked
from train.sets import HELD_OUT, IGNORED, Example, Link, Row, covered, examples, own_rows, read_rows


def row(body: str) -> Row:
    text, attributions = unmarked(body)
    return {"text": text, "attributions": attributions}


def one(body: str, *, most: int = 256) -> Example:
    (found,) = examples([row(body)], "record", tokenizer(), most=most)
    return found


def words(example: Example, on: np.ndarray) -> list[str]:
    return [tokenizer().id_to_token(int(piece)) or "" for piece in example.window.ids[on]]


def test_a_cue_is_tagged_and_linked() -> None:
    example = one("[1s Kell] [1c has said] [1t the mill was shut].")
    (link,) = example.links
    assert words(example, example.tags == BEGINS) == ["has"]
    assert words(example, example.tags == GOES_ON) == ["said"]
    assert words(example, np.arange(len(example.tags)) == link.start) == ["has"]
    assert words(example, link.parts == SOURCE) == ["ke", "##ll"]
    assert words(example, link.parts == CONTENT) == ["the", "mill", "was", "shut"]
    assert (example.tags[[0, -1]] == OUTSIDE).all()
    assert CONVENTIONS[example.convention] == "record"


def test_a_content_without_a_cue_is_found_by_its_first_word() -> None:
    example = one("[1t The mill was shut]. It rained.")
    assert words(example, example.tags == ANCHOR) == ["the"]
    assert [(link.start, link.end) for link in example.links] == [(1, 2)]


def test_what_is_inside_any_statement_is_known() -> None:
    example = one("[1s Kell] [1c said] [1t [2s the union] [2c denied] [2t the leak]].")
    assert words(example, example.inside[:, 0] > 0) == ["ke", "##ll", "the", "union"]
    assert words(example, example.inside[:, 1] > 0) == ["the", "union", "denied", "the", "leak"]
    assert len(example.links) == 2


def test_a_cue_whose_content_stands_in_another_window_is_neither_right_nor_wrong() -> None:
    text = row("[1s Kell] [1c said] then:\n\n[1t the mill was shut].")
    first, second = examples([text], "gum", tokenizer(), most=10)
    assert words(first, first.tags == IGNORED) == ["said"]
    assert not first.links
    assert not second.links


def test_what_the_annotators_left_out_is_no_counterexample() -> None:
    body = row("[1s Kell] [1c said] [1t it]. Whatever.") | {"ignore": [[0, 30]]}
    (example,) = examples([body], "polnear", tokenizer(), most=64)
    assert words(example, example.tags == BEGINS) == ["said"]
    assert (example.tags[1:-1] != OUTSIDE).all()


def test_gold_files_are_read_packed_or_not(tmp_path: Path) -> None:
    lines = "\n".join(json.dumps({"id": at, "text": "one\u2028line"}) for at in range(3)) + "\n"
    (tmp_path / "a.jsonl").write_text(lines, encoding="utf-8")
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(lines.encode()))
    assert read_rows(tmp_path / "a.jsonl") == read_rows(tmp_path / "a.jsonl.gz")
    assert [found["id"] for found in read_rows(tmp_path / "a.jsonl")] == [0, 1, 2]


def test_held_out_texts_are_not_trained_on(tmp_path: Path) -> None:
    texts = "".join(f"=== wire | {at}\n[1t Text {at}].\n\n" for at in range(2 * HELD_OUT + 1))
    (tmp_path / "wire.txt").write_text(texts, encoding="utf-8")
    kept, held = own_rows(tmp_path), own_rows(tmp_path, held_out=True)
    assert [found["id"] for found in held] == ["wire-000", f"wire-{HELD_OUT:03}", f"wire-{2 * HELD_OUT:03}"]
    assert not {found["id"] for found in kept} & {found["id"] for found in held}
    assert len(kept) + len(held) == 2 * HELD_OUT + 1


@pytest.mark.parametrize(
    ("body", "contents"),
    [
        ("=== a | a\n[1t The pump was] [1c reportedly] [1t sold].", ["The pump was reportedly sold"]),
        ("=== a | a\n[1t It was], [1c it is said], [1t a lie].", ["It was", "a lie"]),
        ("=== a | a\n[1t It was], [1s he] [1c said], [1t a lie].", ["It was", "a lie"]),
        ("=== a | a\n[1c Reportedly] [1t it was a lie].", ["it was a lie"]),
    ],
)
def test_a_cue_amid_its_content_is_inside_it(tmp_path: Path, body: str, contents: list[str]) -> None:
    (tmp_path / "a.txt").write_text(body, encoding="utf-8")
    (found,) = own_rows(tmp_path, held_out=True)
    assert [found["text"][slice(*span)] for span in found["attributions"][0]["content"]] == contents


PARTS = st.lists(
    st.tuples(
        st.sampled_from(["Kell", "the union", "a senior official"]),
        st.sampled_from(["said", "has denied", "according to"]),
        st.text(alphabet="abc ’.\n", min_size=1, max_size=60).filter(lambda words: any(one.isalpha() for one in words)),
    ),
    min_size=1,
    max_size=5,
)


@settings(deadline=None, max_examples=60)
@given(PARTS, st.integers(12, 64))
def test_every_link_holds_content_and_its_cue_is_tagged(parts: list[tuple[str, str, str]], most: int) -> None:
    body = "\n\n".join(
        f"[1s {who}] [1c {how}] [1t {what}]".replace("1", str(at + 1)) for at, (who, how, what) in enumerate(parts)
    )
    for example in examples([row(body)], "any", tokenizer(), most=most):
        assert len(example.tags) == len(example.inside) == len(example.window.ids) <= most
        for link in example.links:
            assert isinstance(link, Link)
            assert (link.parts == CONTENT).any()
            assert example.tags[link.start] in (BEGINS, ANCHOR)
            assert (example.tags[link.start + 1 : link.end] == GOES_ON).all()


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 60), st.integers(1, 20))
def test_covered_tokens_touch_the_span(start: int, length: int) -> None:
    window = one("[1s Kell] [1c said] the unpronounceable mill was shut, and so it was.").window
    on = covered(window, [[start, start + length]])
    for place, (begins, ends) in enumerate(zip(window.starts, window.ends, strict=True)):
        assert on[place] == (ends > begins and begins < start + length and ends > start)
