from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.read.address import joined


@pytest.mark.parametrize(
    ("base", "url", "whole"),
    [
        ("https://h.example/a/b", "c?x=1#top", "https://h.example/a/c?x=1"),
        ("https://h.example/a/b", " /c\n", "https://h.example/c"),
        ("https://h.example/a/b", "//cdn.example/c", "https://cdn.example/c"),
        (None, "http://h.example/c", "http://h.example/c"),
        (None, "/c", None),
        ("https://h.example/", "mailto:a@h.example", None),
        ("https://h.example/", "http://[bad", None),
        ("https://h.example/", "x" * 3000, None),
    ],
)
def test_joined(base: str | None, url: str, whole: str | None) -> None:
    assert joined(base, url) == whole


@given(st.text(max_size=40), st.text(max_size=40))
def test_never_fails(base: str, url: str) -> None:
    whole = joined(base, url)
    assert whole is None or whole.startswith("http")
