"""What is handed in: rows, names and settings, whatever people send."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import UsageError
from onrecord.pipeline.offered import LONGEST_NAME, About, bare_name, is_markup, pasted, uploaded


@pytest.mark.parametrize(("sent", "name"), [
    ("page.html", "page.html"),
    ("C:\\Users\\ada\\page.html", "page.html"),
    ("../../etc/passwd", "passwd"),
    ("/", "upload"),
    ("...", "upload"),
    ("a\u202elmth.exe", "almth.exe"),
    ("x" * 300 + ".html", "x" * (LONGEST_NAME - 20) + ".html"),
])  # fmt: skip
def test_a_name_is_bare(sent: str, name: str) -> None:
    assert bare_name(sent) == name


@given(st.text(max_size=400))
def test_a_name_leads_nowhere(sent: str) -> None:
    name = bare_name(sent)
    assert 0 < len(name) <= LONGEST_NAME
    assert not set(name) & set("/\\\x00\n")
    assert name not in (".", "..")


@given(st.text(min_size=1), st.text(max_size=50))
def test_what_was_pasted_is_in_its_row_to_the_letter(text: str, outlet: str) -> None:
    if not text.strip():
        with pytest.raises(UsageError):
            pasted(text, About())
        return
    row = json.loads(pasted(text, About(outlet=outlet), form="text").data)
    assert row["text"] == text
    assert row.get("outlet", "") == outlet


def test_markup_is_known_by_its_tags() -> None:
    assert is_markup("  <!DOCTYPE html><p>words")
    assert not is_markup("if a < b and p > 3 then")
    assert json.loads(pasted("<p>words</p>", About()).data) == {"html": "<p>words</p>"}
    assert json.loads(pasted("words", About()).data) == {"dump": "words"}


def test_what_is_said_about_it_is_checked() -> None:
    assert About(url="https://gull.example/a", day="2026-03-04").checked()
    for wrong in (About(url="gull"), About(url="https://a b/"), About(day="2026-3-4"), About(day="2026-02-30")):
        with pytest.raises(UsageError):
            wrong.checked()
    with pytest.raises(UsageError, match="empty"):
        uploaded("a.html", b"", About())
    assert uploaded("a.html", b"x", About(url="https://gull.example/a")).capture is not None
