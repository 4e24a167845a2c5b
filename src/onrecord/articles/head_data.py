"""What scripts of structured data (JSON-LD) say on a page: its nodes, the article among them, the names in a value.

Sources are as odd as the systems that write them: lists in lists, names in names, `@id` that point into a graph,
comments around the script, commas behind the last item.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from lxml import html

from onrecord.articles.markup import squeezed

ARTICLE = re.compile(r"Article|Posting|Report(?!age)|Reportage|Review|Story|Statement", re.I)
NO_PERSON = re.compile(r"Organization|Corporation|Brand|Thing|WebSite", re.I)
MOST_JSON = 1_000_000
MOST_NODES = 5000
MOST_NAMES = 40
MOST_LEVELS = 4
INNER = ("@graph", "mainEntity", "mainEntityOfPage", "liveBlogUpdate", "breadcrumb")
WRAPPING = re.compile(
    r"\A\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)|(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/)\s*\Z"
)
LAST_COMMA = re.compile(r",\s{0,200}([}\]])")


@dataclass(frozen=True, slots=True)
class Nodes:
    """The nodes of a page's structured data. ``article`` is the first article that says anything, else empty."""

    all: tuple[dict[str, Any], ...] = ()
    article: dict[str, Any] = field(default_factory=dict)
    by_id: dict[str, dict[str, Any]] = field(default_factory=dict)

    def names(self, value: Any, *, persons: bool = False, level: int = 0) -> Iterator[str]:
        """The names in a value of any shape. ``persons``: without those that are said to be organisations."""
        if level > MOST_LEVELS:
            return
        for one in value[:MOST_NAMES] if isinstance(value, list) else [value]:
            node = self._whole(one) if isinstance(one, dict) else {}
            if persons and NO_PERSON.search(str(node.get("@type", ""))):
                continue
            if isinstance(one, str):
                yield from _name(one)
            elif isinstance(one, list | dict):
                yield from self.names(_named(node) if node else one, persons=persons, level=level + 1)

    def _whole(self, node: dict[str, Any]) -> dict[str, Any]:
        """The node itself, or where it only points to one, that."""
        known = node.get("@id")
        return node if _named(node) or not isinstance(known, str) else self.by_id.get(known, node)


def nodes_of(tree: html.HtmlElement) -> Nodes:
    """Every node of the page's structured data, in its order."""
    scripts = tree.xpath("//script[contains(@type,'ld+json')]")
    nodes = tuple(node for script in scripts for node in _nodes(script.text or ""))
    articles = [node for node in nodes if ARTICLE.search(str(node.get("@type", "")))]
    dated = [node for node in articles if node.get("datePublished") or node.get("headline")]
    by_id: dict[str, dict[str, Any]] = {}
    for node in nodes:
        if isinstance(known := node.get("@id"), str) and _named(node):
            by_id.setdefault(known, node)
    return Nodes(nodes, next(iter(dated or articles), {}), by_id)


def string(value: Any) -> str | None:
    """A string without the entities that were escaped once too often; None for anything else."""
    return squeezed(unescape(value)) or None if isinstance(value, str) else None


def _nodes(text: str) -> Iterator[dict[str, Any]]:
    queue, seen = [_loaded(text[:MOST_JSON])], 0
    while queue and seen < MOST_NODES:
        node = queue.pop(0)
        seen += 1
        if isinstance(node, list):
            queue.extend(node)
        elif isinstance(node, dict):
            yield node
            queue.extend(node[key] for key in INNER if key in node)


def _loaded(text: str) -> Any:
    text = WRAPPING.sub("", WRAPPING.sub("", text)).strip().rstrip(";")
    for attempt in (text, LAST_COMMA.sub(r"\1", text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _named(node: dict[str, Any]) -> Any:
    """The value of a node that holds its name."""
    if node.get("givenName") and node.get("familyName") and not node.get("name"):
        return f"{node['givenName']} {node['familyName']}"
    return node.get("name") or node.get("@value") or node.get("Person") or node.get("author")


def _name(said: str) -> Iterator[str]:
    name = string(said)
    if name and not name.startswith(("http://", "https://", "/", "#")):
        yield name[:300]
