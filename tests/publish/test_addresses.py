"""Addresses lead to pages of the desk, and outside only by http."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.publish.addresses import Addresses, outside
from onrecord.publish.name_addresses import BEGINNING, LONGEST

TO = Addresses("e1")


@given(st.text(max_size=LONGEST))
def test_a_name_comes_back_from_its_address(name: str) -> None:
    parts = urlsplit(TO.speaker(name))
    assert (parts.scheme, parts.netloc, parts.query, parts.fragment) == ("", "", "", "")
    assert unquote(parts.path.removeprefix("/speakers/")) == name.encode("utf-8", "replace").decode()


def test_a_name_without_end_makes_no_address_without_end() -> None:
    name = "Port Authority " * 2_000
    assert TO.speaker(name) == TO.speakers(name=name[:BEGINNING])
    assert TO.outlet(name) == TO.outlets()
    assert len(Addresses("e1", files=True).speaker(name)) < LONGEST


def test_a_statement_is_a_place_in_its_article() -> None:
    assert TO.article("a1", statement="s1") == "/articles/a1#s-s1"
    assert TO.archived("a1", statement="s1") == "/articles/a1/page?statement=s1#here"
    assert TO.archived("a1", source=True) == "/articles/a1/page?show=source"


def test_questions_are_encoded() -> None:
    assert TO.search(words="a&b=c") == "/search?q=a%26b%3Dc"
    assert TO.stories(topic="") == "/stories"


def test_static_files_carry_the_edition_and_fonts_do_not() -> None:
    assert TO.static("desk.css") == "/static/desk.css?v=e1"
    assert TO.static("fonts/a.woff2") == "/static/fonts/a.woff2"


@pytest.mark.parametrize("url", ["https://a.example/b?c=d#e", "http://[::1]/x"])
def test_http_leads_outside(url: str) -> None:
    assert outside(url) == url


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "java\nscript:alert(1)",
        " https://a.example",
        "data:text/html,x",
        "file:///etc/passwd",
        "//a.example",
        "https:",
        "http://[bad",
        "https://a.example/" + "x" * 3_000,
    ],
)
def test_nothing_else_does(url: str | None) -> None:
    assert outside(url) is None
