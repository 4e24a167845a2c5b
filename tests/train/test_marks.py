"""Texts marked by hand come out as text and spans, and slips in the marks are told."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from train.marks import marked_texts, unmarked

TEXTS = Path(__file__).parents[2] / "train" / "texts"


def parts(body: str) -> list[dict[str, list[str]]]:
    text, rows = unmarked(body)
    return [{part: [text[slice(*span)] for span in spans] for part, spans in row.items()} for row in rows]


def test_marks_name_attribution_and_part() -> None:
    body = "[1s Ada Kell] [1c said] [1t the mill was shut]. It was May."
    assert unmarked(body)[0] == "Ada Kell said the mill was shut. It was May."
    assert parts(body) == [{"source": ["Ada Kell"], "cue": ["said"], "content": ["the mill was shut"]}]


def test_a_statement_may_hold_another() -> None:
    body = "[1s Kell] [1c said] [1t [2s the union] [2c denied] [2t the leak]]."
    first, second = parts(body)
    assert first["content"] == ["the union denied the leak"]
    assert second == {"source": ["the union"], "cue": ["denied"], "content": ["the leak"]}


def test_a_content_in_pieces_keeps_its_order() -> None:
    assert parts("“[1t It is],” [1s he] [1c said], “[1t a lie].”")[0]["content"] == ["It is", "a lie"]


def test_a_mark_may_stand_right_before_a_quotation() -> None:
    assert unmarked("[1t“So it is]”") == ("“So it is”", [{"source": [], "cue": [], "content": [[0, 9]]}])


def test_what_has_no_content_is_no_attribution() -> None:
    assert parts("[1s Kell] [1c said] nothing. [2t ]") == []


@pytest.mark.parametrize("body", ["[1s Kell [1c said]", "Kell] said", "[1t a]]"])
def test_a_slip_is_told(body: str) -> None:
    with pytest.raises(ValueError, match="mark is"):
        unmarked(body)


def test_a_file_holds_texts_with_their_forms(tmp_path: Path) -> None:
    file = tmp_path / "wire.txt"
    file.write_text("=== wire | One\nA, [1t b].\n\n=== talk | Two\n\n[1t c] said.\n", encoding="utf-8")
    rows = list(marked_texts(file))
    assert [(row["id"], row["form"], row["text"]) for row in rows] == [
        ("wire-000", "wire", "A, b."),
        ("wire-001", "talk", "c said."),
    ]
    assert [row["attributions"][0]["content"] for row in rows] == [[[3, 4]], [[0, 1]]]


PLAIN = st.text(alphabet="ab ,.“”\n[(", max_size=20)


@given(st.lists(st.tuples(PLAIN, st.sampled_from("sct"), PLAIN), max_size=6))
def test_spans_slice_to_what_was_marked(pieces: list[tuple[str, str, str]]) -> None:
    body = "".join(f"{plain}[{at + 1}{part} {words}]" for at, (plain, part, words) in enumerate(pieces))
    text, rows = unmarked(body)
    assert text == "".join(plain + words for plain, _, words in pieces)
    assert [text[slice(*row["content"][0])] for row in rows] == [
        words for _, part, words in pieces if words and part == "t"
    ]


@pytest.mark.parametrize("path", sorted(TEXTS.glob("*.txt")), ids=lambda path: path.stem)
def test_our_own_texts_are_marked_without_a_slip(path: Path) -> None:
    rows = list(marked_texts(path))
    assert rows
    for row in rows:
        assert "[1" not in row["text"]
        for one in row["attributions"]:
            spans = [span for part in ("source", "cue", "content") for span in one[part]]
            assert all(row["text"][slice(*span)].strip() for span in spans), row["id"]
