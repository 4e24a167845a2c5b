"""Documents and posts: whose they are, and what is no document."""

from __future__ import annotations

import pytest

from onrecord.statements.speakers_documents import Document, read_document


@pytest.mark.parametrize(
    ("text", "noun", "author"),
    [
        ("the report", "report", None),
        ("A post on X by Ada Brook", "post", "Ada Brook"),
        ("a letter to staff from Ada Brook, seen by the Mill Post", "letter", "Ada Brook"),
        ("the log of the Harrow Fire Service", "log", "the Harrow Fire Service"),
        ("the board's annual report", "annual report", "the board"),
        ("a study of Harrow bridges", "study", None),
        ("a study by Ada Brook", "study", "Ada Brook"),
        ("A leaked letter seen by the Mill Post", "leaked letter", None),
        ("Video of the fire", "video", None),
        ("posts from Friday", "posts", None),
        ("figures to be published today", "figures", None),
    ],
)
def test_documents(text: str, noun: str, author: str | None) -> None:
    assert read_document(text) == Document(noun, author)


@pytest.mark.parametrize(
    "text",
    [
        "the author of the report",
        "the Harrow Post",
        "report author Ada Brook",
        "there is no law",
        "those who read the letter",
        "Ada Brook's lawyer",
    ],
)
def test_what_is_no_document(text: str) -> None:
    assert read_document(text) is None
