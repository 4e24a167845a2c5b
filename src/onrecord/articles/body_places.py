"""Where a line stands: the elements around it and the words of their classes, worked out once for each element."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import html

WORD = re.compile(r"[a-z]{2,24}")
CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
KINDS = (
    "li", "blockquote", "table", "aside", "figure", "header", "footer", "article", "main", "section", "form", "nav",
    "heading", "pre", "a", "details", "p", "dl",
)  # fmt: skip
AT = {kind: at for at, kind in enumerate(KINDS)}
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
WHOLE = frozenset(("html", "body", "main", "article"))
COMMENTS = frozenset(("comment", "comments", "commentlist", "disqus", "replies"))
NAMING = ("class", "id", "itemprop", "role", "data-component", "data-testid")
NEAR = 3
MOST_WORDS = 40


@dataclass(frozen=True, slots=True)
class Place:
    """``inside``: a bit for each of KINDS that is around; ``near``: class words of the holder and its next elements
    up, ``far``: of those above them; ``signature``: equal for holders that look the same; ``discussed``: among
    readers' comments."""

    tag: str
    depth: int
    inside: int
    own: tuple[frozenset[str], ...]
    far: frozenset[str]
    signature: str
    hidden: bool
    discussed: bool

    @property
    def near(self) -> frozenset[str]:
        """The class words of the nearest elements."""
        return frozenset().union(*self.own)


ROOT = Place("", 0, 0, (), frozenset(), "", hidden=False, discussed=False)


class Places:
    """The places of a page's elements, each known once."""

    def __init__(self) -> None:
        self._known: dict[html.HtmlElement, Place] = {}

    def of(self, element: html.HtmlElement) -> Place:
        """The place of a holder."""
        missing: list[html.HtmlElement] = []
        node: html.HtmlElement | None = element
        while node is not None and node not in self._known:
            missing.append(node)
            node = node.getparent()
        place = ROOT if node is None else self._known[node]
        for one in reversed(missing):
            place = self._known[one] = _below(place, one)
        return place


def _below(around: Place, element: html.HtmlElement) -> Place:
    tag = element.tag if isinstance(element.tag, str) else ""
    kind = "heading" if tag in HEADINGS else "table" if tag in ("td", "th", "tr") else tag
    words = class_words(element)
    own = (words, *around.own[: NEAR - 1])
    left = around.own[NEAR - 1] if len(around.own) >= NEAR else frozenset()
    bit = AT.get(kind)
    return Place(
        tag=tag,
        depth=around.depth + 1,
        inside=around.inside if bit is None else around.inside | 1 << bit,
        own=own,
        far=around.far | left if len(around.far) < MOST_WORDS else around.far,
        signature=f"{tag}.{element.get('class') or ''}",
        hidden=around.hidden or _is_hidden(element),
        discussed=around.discussed or (tag not in WHOLE and not COMMENTS.isdisjoint(words)),
    )


def class_words(element: html.HtmlElement) -> frozenset[str]:
    """The words in the class, id and purpose of an element, in lower case."""
    said = " ".join(element.get(name) or "" for name in NAMING)
    if not said.strip():
        return frozenset()
    return frozenset(WORD.findall(CAMEL.sub(" ", said[:400]).lower())[:MOST_WORDS])


def _is_hidden(element: html.HtmlElement) -> bool:
    style = element.get("style")
    return bool(style and "display:none" in style.replace(" ", "")) or element.get("hidden") is not None
