"""Boxes of facts beside a story ("What the law says", a transcript, a portrait), by the names content systems have for
them. They are set in the middle of the story and read like it, so that no other sign tells them apart."""

from __future__ import annotations

import re

from lxml import html

from onrecord.articles.body_lines import lines_of
from onrecord.articles.markup import drop
from onrecord.articles.prose import is_prose, word_count

PARTS = ("fact", "Fact", "fakt", "Fakt", "info", "Info", "ncadr")
BOX = re.compile(
    r"(?:^|[\s_-])(?:fact(?:s|oid)?[_-]?box|info[_-]?(?:box|kasten)|fakten[_-]?(?:box|kasten)|fakta[_-]?(?:boks|box|ruta|ramme)"
    r"|faktboks|encadr[eé])(?![a-z])",
    re.I,
)
HINTS = (f"contains(@{name}, '{part}')" for name in ("class", "id") for part in PARTS)
LIKELY = f"//*[{' or '.join(HINTS)}]"
WHOLE = ("html", "body", "main", "article")
CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
MOST_BOXES = 40
LEFT = 60  # words of running text that must be left


def take_boxes(tree: html.HtmlElement) -> None:
    """Takes the boxes of facts out of the tree, where a story is left without them."""
    named = [one for one in tree.xpath(LIKELY) if _is_box(one)][:MOST_BOXES]
    boxes = [one for one in named if not any(up in named for up in one.iterancestors())]
    if boxes and _running(tree) - sum(map(_running, boxes)) >= LEFT:
        for box in boxes:
            drop(box)


def _is_box(element: html.HtmlElement) -> bool:
    names = f"{element.get('class') or ''} {element.get('id') or ''}"[:400]
    return element.tag not in WHOLE and bool(BOX.search(CAMEL.sub("-", names)))


def _running(element: html.HtmlElement) -> int:
    """Words of running text."""
    return sum(word_count(line.text) for line in lines_of(element) if is_prose(line.text))
