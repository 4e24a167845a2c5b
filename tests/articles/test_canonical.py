from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.articles.canonical import is_of_article, usable
from onrecord.articles.head import head_of
from onrecord.articles.markup import parsed


@pytest.mark.parametrize(
    ("said", "url"),
    [
        ("https://harbour.example/crane-falls", "https://harbour.example/crane-falls"),
        ("https://harbour.example/crane-falls#comments", "https://harbour.example/crane-falls"),
        ("http://harbour.example/?id=7", "http://harbour.example/?id=7"),
        ("/crane-falls", None),
        ("javascript:alert(1)", None),
        ("ftp://harbour.example/x", None),
        ("https://mira:secret@harbour.example/x", None),
        ("http://localhost/crane", None),
        ("http://127.0.0.1/crane", None),
        ("https://harbour", None),
        ("https://harbour.example:port/", None),
        ("https://[harbour/", None),
        ("https://harbour.example/a b", None),
        ("https://harbour.example/" + "a" * 3000, None),
        ("", None),
    ],
)
def test_only_addresses_that_a_stranger_can_open(said: str, url: str | None) -> None:
    assert usable(said) == url


def test_rel_canonical_before_the_others_and_counted_from_the_base() -> None:
    og = '<meta property="og:url" content="https://harbour.example/og">'
    link = '<link rel="Canonical" href="https://harbour.example/link">'
    base = '<base href="https://harbour.example/"><link rel="canonical" href="/relative">'
    assert head_of(parsed(f"{og}{link}<p>x")).url == "https://harbour.example/link"
    assert head_of(parsed(f'{og}<link rel="canonical" href="javascript:x"><p>x')).url == "https://harbour.example/og"
    assert head_of(parsed(f"{base}<p>x")).url == "https://harbour.example/relative"


def test_a_front_page_is_no_articles_address() -> None:
    assert not is_of_article("https://harbour.example/", "https://harbour.example/crane-falls")
    assert is_of_article("https://harbour.example/", None)
    assert is_of_article("https://harbour.example/a", "https://amp.harbour.example/a")


@given(st.text(max_size=80))
def test_any_address(said: str) -> None:
    url = usable(said)
    assert url is None or url.startswith(("http://", "https://"))
