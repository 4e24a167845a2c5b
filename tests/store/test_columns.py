"""Parts of the nouns in columns."""

from __future__ import annotations

import sqlite3

from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Passage, Span, When
from onrecord.store.columns import as_list, as_passage, as_when, from_list, from_passage, from_when

TEXT = st.text(st.characters(codec="utf-8"))
SPANS = st.lists(
    st.tuples(st.integers(0, 9_000_000), st.integers(0, 9_000_000)).map(lambda pair: Span(*pair)), min_size=1
)
WHENS = st.builds(
    When,
    st.none() | TEXT,
    st.sampled_from(["day", "month", "year", "unknown"]),
    st.floats(0, 1),
    st.lists(TEXT).map(tuple),
)


def through(values: dict[str, object]) -> sqlite3.Row:
    """The values as SQLite gives them back."""
    conn = sqlite3.connect(":memory:")
    conn.row_factory = sqlite3.Row
    row = conn.execute("SELECT " + ", ".join(f"? AS {name}" for name in values), tuple(values.values())).fetchone()
    conn.close()
    assert isinstance(row, sqlite3.Row)
    return row


@given(st.lists(TEXT).map(tuple))
def test_lists(values: tuple[str, ...]) -> None:
    assert from_list(as_list(values)) == values


@given(st.none() | st.builds(Passage, TEXT, SPANS.map(tuple)))
def test_passages(passage: Passage | None) -> None:
    text, spans = as_passage(passage)
    assert from_passage(through({"cue": text, "cue_spans": spans}), "cue") == passage


@given(st.none() | WHENS)
def test_days(when: When | None) -> None:
    names = ("on", "on_precision", "on_confidence", "on_reasons")
    row = through({f'"{name}"': value for name, value in zip(names, as_when(when), strict=True)})
    assert from_when(row, "on") == when
