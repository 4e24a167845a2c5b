from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.config import Config
from onrecord.model import Page, Rejected
from onrecord.read import read_bytes
from onrecord.read.feed import WHOLE
from onrecord.read.markdown import FRONT_MATTER

STORY = """The harbour bridge stayed **closed** on Tuesday, the [port office](https://p.example/) said.

## What next

> \u201cWe found no cracks,\u201d said Mira Hollis.

- Buses run until Friday.
- Cranes leave on Monday.
"""
MARKUP = """<p>The harbour bridge stayed <strong>closed</strong> on Tuesday, the <a href="https://p.example/">port office</a> said.</p>
<h2>What next</h2>
<blockquote>
<p>\u201cWe found no cracks,\u201d said Mira Hollis.</p>
</blockquote>
<ul>
<li>Buses run until Friday.</li>
<li>Cranes leave on Monday.</li>
</ul>
"""  # noqa: E501
MATTER = """---
Title: "Harbour bridge: closed"
author:
  - Ida Brandt
  - 'Jon Pell'
tags: [bridge, harbour]
date: 2026-03-10T08:00:00Z
source: https://h.example/1
site_name: Harbour Weekly
---
"""
TOML = '+++\ntitle = "Harbour bridge: closed"\nauthors = ["Ida Brandt", "Jon Pell"]\n+++\n'


def one(text: str, name: str = "a.md") -> Page | Rejected:
    (result,) = read_bytes(name, text.encode(), Config())
    return result


def page(text: str, name: str = "a.md") -> Page:
    result = one(text, name)
    assert isinstance(result, Page)
    return result


@pytest.mark.parametrize("heading", ["", "# Harbour bridge: closed\n\n", "\n"])
@pytest.mark.parametrize("name", ["a.md", "a.txt", "-"])
def test_front_matter_is_given(heading: str, name: str) -> None:
    found = page(MATTER + heading + STORY, name)
    assert (found.form, found.content) == ("entry", FRONT_MATTER + WHOLE + MARKUP)
    assert found.url == "https://h.example/1"
    assert (found.given.headline, found.given.published) == ("Harbour bridge: closed", "2026-03-10T08:00:00Z")
    assert (found.given.byline, found.given.outlet) == (("Ida Brandt", "Jon Pell"), "Harbour Weekly")


def test_toml() -> None:
    found = page(TOML + STORY)
    assert found.given.headline == "Harbour bridge: closed"
    assert found.given.byline == ("Ida Brandt", "Jon Pell")


@pytest.mark.parametrize("head", ["# Bridge *stays* [closed](/1) #\n\n", "Bridge stays closed\n=====\n\n"])
def test_the_first_heading_is_the_headline(head: str) -> None:
    found = page(head + STORY)
    assert found.given.headline == "Bridge stays closed"
    assert found.content.strip() == (WHOLE + MARKUP).strip()


def test_without_its_name_it_takes_three_signs() -> None:
    text = "# Bridge stays closed\n\n" + STORY
    assert page(text, "a.txt").form == "entry"
    assert page(text.replace("**", "").replace("## ", ""), "a.txt").form == "dump"


@pytest.mark.parametrize(
    "text",
    [
        "Harbour Weekly\n# 1 in the county\n\nRain fell on the harbour.\n\n***\n\nMost read\n- Bridge closed\n- Late",
        "---\nRain fell.\n---\nIt was cold.",
        "Rain fell on **Tuesday**, see [1] and (https://h.example).\n\n> It was cold, she said.",
    ],
)
def test_a_dump_of_a_page_is_no_markdown(text: str) -> None:
    assert page(text, "a.txt").form == "dump"


def test_a_page_of_html_is_none_whatever_it_is_called() -> None:
    assert page("<html><body><p>Rain fell.</p></body></html>").form == "html"


def test_too_long_is_a_reason() -> None:
    result = one("word " * 100_000)
    assert isinstance(result, Rejected)
    assert result.reason == "Markdown too long: over 200,000 characters"


@pytest.mark.parametrize("part", ["[", "![[", "- a\n", "> ", "**a ", "`a", "<a ", "---\n", "a: b\n"])
def test_hostile_text_ends_soon(part: str) -> None:
    started = time.process_time()
    assert one("# T\n" + part * (40_000 // len(part)))
    assert time.process_time() - started < 2


@given(st.text(max_size=300), st.integers(0, len(MATTER + STORY)))
def test_never_fails(noise: str, at: int) -> None:
    whole = MATTER + STORY
    assert one(whole[:at] + noise + whole[at:])
