"""Takes the furniture out of a page's tree: blocks with a telling heading or class, captions, pull quotes, buttons.

Nothing is taken that holds a good part of the page's running text or its main headline, whatever it is called.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import islice, pairwise

from lxml import html

from onrecord.articles.headings import kind_of
from onrecord.articles.markup import LinkedLine, block_lines, drop, linked_lines, text_of
from onrecord.articles.prose import is_prose
from onrecord.knowledge.tables import table
from onrecord.model import Furniture, FurnitureKind, Teaser

HEADINGS = ("h2", "h3", "h4", "h5", "h6", "strong", "b", "dt", "summary")
HOLDERS = tuple(re.findall(r"\S+", "div section aside ul ol nav p figure span blockquote form table dl"))
ALWAYS = tuple(re.findall(r"\S+", "figcaption button form nav iframe noscript dialog figure footer select label"))
MOST_SHARE = 0.2
MOST_PROSE = 60  # words: a caption, a pull quote, a newsletter's appeal
MOST_TEASERS = 250  # under a heading that tells
MOST_ITEMS = 60
MOST_BLOCKS = 80
MOST_DROPPED = 1500
MOST_LEVELS = 12
LONGEST_KNOWN = 300  # letters of class and id that are kept with what they say
WORDS = re.compile(r"[a-z0-9]+")


def take_furniture(tree: html.HtmlElement, *, lines: Sequence[LinkedLine] | None = None) -> tuple[Furniture, ...]:
    """The blocks of the page in order, each kept once; they and all that is dropped are gone from the tree.

    ``lines``: those of the tree, where they are known.
    """
    weights = Weights(tree, list(linked_lines(tree)) if lines is None else lines)
    blocks = [*_headed(tree, weights), *_classed(tree, weights)]
    for element in list(tree.iter(*ALWAYS)):
        if weights.is_light(element):
            drop(element)
    order = {"hot": 0, "topics": 1, "related": 2, "most_read": 3, "newsletter": 4, "other": 5}
    unique = dict.fromkeys(block for block in blocks if block.items)
    return tuple(sorted(unique, key=lambda block: order[block.kind]))


class Weights:
    """How many words of running text every element holds, counted once for the whole page."""

    def __init__(self, tree: html.HtmlElement, lines: Sequence[LinkedLine]) -> None:
        self._own: dict[html.HtmlElement, int] = {}
        self._headed = {one for h1 in islice(tree.iter("h1"), 50) for one in h1.iterancestors()}
        for line, holder, _ in lines:
            if is_prose(line):
                self._add(holder, len(line.split()))
        self._total = self._own.get(tree, 0)

    def _add(self, element: html.HtmlElement | None, words: int) -> None:
        while element is not None:
            self._own[element] = self._own.get(element, 0) + words
            element = element.getparent()

    def is_light(self, element: html.HtmlElement, *, most: int = MOST_PROSE) -> bool:
        """True where an element may go: little running text in it and no main headline."""
        if element.tag in ("html", "body", "main") or element.getparent() is None:
            return False
        words = self._own.get(element, 0)
        if element in self._headed:
            return False
        return words <= 12 or words <= min(most, self._total * MOST_SHARE)


# ---------------------------------------------------------------- by heading


def _headed(tree: html.HtmlElement, weights: Weights) -> Iterator[Furniture]:
    telling = [one for one in tree.iter(*HEADINGS) if kind_of(text_of(one))]
    for heading in telling[:MOST_BLOCKS]:
        words = text_of(heading)
        kind = kind_of(words) if _is_in(tree, heading) else None
        if kind is None or (heading.tag in ("strong", "b") and not _stands_alone(heading)):
            continue
        block = _block_of(heading, weights)
        if block is None:
            yield from _siblings(heading, kind, words)
            continue
        yield Furniture(kind, words, tuple(_items(block, words)))
        drop(block)


def _is_in(tree: html.HtmlElement, element: html.HtmlElement) -> bool:
    """Whether an element is still there: one may have gone with the block around it."""
    return any(one is tree for one in element.iterancestors())


def _stands_alone(heading: html.HtmlElement) -> bool:
    parent = heading.getparent()
    return parent is not None and not (parent.text or "").strip() and not is_prose(text_of(parent))


def _block_of(heading: html.HtmlElement, weights: Weights) -> html.HtmlElement | None:
    """The smallest holder of the heading that has more in it than the heading."""
    words, node = text_of(heading), heading.getparent()
    for _ in range(MOST_LEVELS):
        if node is None or not weights.is_light(node, most=MOST_TEASERS):
            break
        if len(text_of(node)) > len(words):
            return None if _is_flat(node, heading) else node
        node = node.getparent()
    return None


def _is_flat(node: html.HtmlElement, heading: html.HtmlElement) -> bool:
    """Several headed blocks side by side in one holder."""
    others = [one for one in islice(node.iter("h2", "h3", "h4", "h5"), MOST_BLOCKS) if one is not heading]
    return heading.getparent() is node and any(kind_of(text_of(one)) for one in others)


def _siblings(heading: html.HtmlElement, kind: FurnitureKind, words: str) -> Iterator[Furniture]:
    block = html.Element("div")
    for one in list(heading.itersiblings()):
        stop = one.tag in ("h1", heading.tag, "article", "main", "footer") or any(
            is_prose(line) for line, _ in block_lines(one)
        )
        if stop or not isinstance(one.tag, str):
            break
        block.append(one)
    if len(block):
        drop(heading)
        yield Furniture(kind, words, tuple(_items(block, words)))


# ---------------------------------------------------------------- by class or id


@cache
def _telling() -> dict[str, str]:
    return {row["word"]: row["kind"] for row in table("blocks")}


def class_kind(element: html.HtmlElement) -> str | None:
    """What the class or id of an element says it is: a furniture kind, "drop", or None."""
    marks, name = element.get("class"), element.get("id")
    if not marks and not name:
        return None
    said = f"{marks or ''} {name or ''}".lower()
    return _known_kind(said) if len(said) <= LONGEST_KNOWN else _kind_in(said)


@lru_cache(maxsize=4096)
def _known_kind(said: str) -> str | None:
    return _kind_in(said)


def _kind_in(said: str) -> str | None:
    for name in said.split()[:12]:
        parts = WORDS.findall(name)
        for word in (name, *parts, *("-".join(pair) for pair in pairwise(parts))):
            if word in _telling():
                return _telling()[word]
    return None


def _classed(tree: html.HtmlElement, weights: Weights) -> Iterator[Furniture]:
    telling = [(element, kind) for element in tree.iter(*HOLDERS) if (kind := class_kind(element))]
    for element, kind in telling[:MOST_DROPPED]:
        if not _is_in(tree, element) or not weights.is_light(element):
            continue
        if kind != "drop":
            heading = _heading_in(element)
            yield Furniture(_as_kind(kind), heading, tuple(_items(element, heading)))
        drop(element)


def _as_kind(word: str) -> FurnitureKind:
    kinds: tuple[FurnitureKind, ...] = ("hot", "topics", "related", "most_read", "newsletter", "other")
    return next((kind for kind in kinds if kind == word), "other")


def _heading_in(block: html.HtmlElement) -> str:
    return next((words for one in block.iter(*HEADINGS) if (words := text_of(one))), "")


# ---------------------------------------------------------------- what is in a block


def _items(block: html.HtmlElement, heading: str) -> Iterator[Teaser]:
    seen: set[str] = set()
    for unit in _units(block)[:MOST_ITEMS]:
        lines = [line for line, _ in block_lines(unit) if line != heading]
        if lines and lines[0] not in seen:
            seen.add(lines[0])
            yield Teaser(lines[0], " ".join(lines[1:]) or None, _link(unit))


def _units(block: html.HtmlElement) -> list[html.HtmlElement]:
    for tag in ("li", "article", "a", "p"):
        found = [one for one in block.iter(tag) if text_of(one)]
        if found:
            return [one for one in found if next(one.iterdescendants(tag), None) is None]
    return [block]


def _link(unit: html.HtmlElement) -> str | None:
    link = unit if unit.tag == "a" else next(unit.iter("a"), None)
    address = (link.get("href") or "").strip() if link is not None else ""
    return address if address.startswith(("http://", "https://", "/")) and len(address) > 1 else None
