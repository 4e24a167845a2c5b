"""Boxes of facts go, the story stays."""

from __future__ import annotations

import pytest
from lxml import html

from onrecord.articles.body_boxes import take_boxes
from onrecord.articles.markup import text_of

STORY = "<p>The ferry left the old harbour at noon, and nobody on the quay knew when it would be back.</p>" * 5
BOX = "<p>The ferry line was founded in 1902 by two brothers and has had four owners since then.</p>"


def left(body: str) -> str:
    tree = html.document_fromstring(f"<html><body><article>{body}</article></body></html>")
    take_boxes(tree)
    return text_of(tree)


@pytest.mark.parametrize(
    "name", ["factbox", "fact-box", "article__factBox wide", "info-box", "infobox", "b_faktaboks", "faktenbox dark"]
)
def test_a_box_goes(name: str) -> None:
    assert "founded" not in left(f"{STORY}<div class='{name}'>{BOX}</div>{STORY}")


@pytest.mark.parametrize("name", ["artifact-box", "information", "factory box-office", "contact-box", "story"])
def test_other_elements_stay(name: str) -> None:
    assert "founded" in left(f"{STORY}<div class='{name}'>{BOX}</div>")


def test_a_page_that_is_all_box_keeps_it() -> None:
    assert "founded" in left(f"<div class='factbox'>{STORY}{BOX}</div>")


def test_boxes_in_boxes_are_counted_once() -> None:
    assert "founded" not in left(f"{STORY}<div class='factbox'>{BOX}<div class='fact-box'>{BOX * 4}</div></div>")
