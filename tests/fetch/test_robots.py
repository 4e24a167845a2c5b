"""What a robots.txt asks of us (RFC 9309)."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.fetch.robots import allows, delay

SITE = "https://news.example"


@pytest.mark.parametrize(("text", "open_to_us", "closed_to_us"), [
    ("", ["/", "/a"], []),
    ("User-agent: *\nDisallow: /", [], ["/", "/a"]),
    ("User-agent: *\nDisallow:", ["/a"], []),
    ("User-agent: *\nDisallow: /\nAllow: /news", ["/news/1"], ["/", "/x"]),
    ("User-agent: *\nAllow: /a\nDisallow: /a", ["/a"], []),
    ("User-agent: *\nAllow: /a/b\nDisallow: /a/*/c", ["/a/b"], ["/a/x/c", "/a/b/c"]),
    ("User-agent: *\nDisallow: /*.pdf$", ["/a.pdf?x"], ["/a.pdf"]),
    ("User-agent: *\nDisallow: /caf\u00e9", ["/cafe"], ["/caf%C3%A9"]),
    ("User-agent: otherbot\nDisallow: /", ["/a"], []),
    ("User-agent: otherbot\nUser-agent: onrecord\nDisallow: /", [], ["/a"]),
    ("User-agent: OnRecord/1.0\nDisallow: /x\n\nUser-agent: *\nDisallow: /", ["/a"], ["/x"]),
    ("User-agent: onrecords\nDisallow: /", ["/a"], []),
    ("User-agent: on\nDisallow: /", ["/a"], []),
    ("User-agent: onrecord # us\nDisallow: /a # that", ["/b"], ["/a"]),
    ("User-agent: onrecord\nAllow: /\nUser-agent: *\nDisallow: /", ["/a"], []),
    ("User-agent: onrecord\nDisallow: /a\nUser-agent: x\nDisallow: /\nUser-agent: onrecord\nDisallow: /b", [], ["/b"]),
    ("\ufeffUSER-AGENT : *\r\nDISALLOW : /a\r\n", ["/b"], ["/a"]),
    ("Disallow: /", ["/a"], []),
    ("<html><body>404</body></html>", ["/a"], []),
])  # fmt: skip
def test_rules(text: str, open_to_us: list[str], closed_to_us: list[str]) -> None:
    assert [path for path in [*open_to_us, *closed_to_us] if allows(text, SITE + path)] == open_to_us


@pytest.mark.parametrize(("text", "seconds"), [
    ("User-agent: *\nCrawl-delay: 2.5", 2.5),
    ("User-agent: other\nCrawl-delay: 9\nUser-agent: *\nDisallow: /a", None),
    ("User-agent: *\nCrawl-delay: 9\n\nUser-agent: onrecord\nCrawl-delay: 3", 3.0),
    ("User-agent: *\nCrawl-delay: soon", None),
])  # fmt: skip
def test_delays(text: str, seconds: float | None) -> None:
    assert delay(text) == seconds


@given(st.text(max_size=200), st.text("/*$a%? ", max_size=20))
def test_any_text_is_read(text: str, pattern: str) -> None:
    assert isinstance(allows(f"User-agent: *\nDisallow: {pattern}\n{text}", SITE + "/a"), bool)


AGENTS = "".join(f"User-agent: bot{n}\n" for n in range(15_000))
LARGE = {
    "many robots under one group": AGENTS + "Disallow: /a\n" * 15_000,
    "many robots twice": AGENTS + "Disallow: /b\n" + AGENTS,
    "one pattern of stars": "User-agent: *\nDisallow: /" + "*a" * 240_000 + "b",
    "many patterns of stars": "User-agent: *\n" + ("Disallow: /" + "*a" * 900 + "*b$\n") * 275,
    "many rules": "User-agent: *\n" + "Disallow: /a\n" * 38_000,
    "blanks": "User-agent" + " " * 250_000 + "\nUser-agent: *" + " " * 250_000,
}


@pytest.mark.parametrize("name", LARGE)
def test_a_large_one_takes_no_time(name: str) -> None:
    began = time.process_time()
    allows(LARGE[name], SITE + "/" + "a" * 1_900)
    # A tenth of a second alone; a machine at work has taken ten times that. Quadratic work takes minutes.
    assert time.process_time() - began < 10
