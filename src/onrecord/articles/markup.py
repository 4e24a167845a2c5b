"""Strangers' markup into a tree that is safe to walk: bounded in size, depth and number of nodes.

libxml2 and the extractor recurse; a page nested ten thousand deep must reach neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TypeAlias

from lxml import etree, html

MOST_CHARACTERS = 4_000_000
MOST_DEPTH = 200
MOST_NODES = 60_000
BAD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
# Scripts are most of a page's bytes and none of its text; only the structured data in them is wanted.
SCRIPT = re.compile(r"<(script|style|svg)\b([^<>]{0,400}ld\+json[^<>]{0,400}>)?", re.I)
TAG_IN_DATA = re.compile(r"<(?=[a-zA-Z/])")
# What is no sign of a text counts as the space it will become: it is taken out of what is left, not of all.
CLOSING = {name: re.compile(rf"</{name}(?:\s|{BAD.pattern}){{0,9}}>", re.I) for name in ("script", "style", "svg")}
VOID = "area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|dt|dd|td|th|tr|option"
# Opens or closes an element that must be closed; what closes itself is passed over.
TAG = re.compile(rf"<(/?)(?!(?i:{VOID})\b)[a-zA-Z][a-zA-Z0-9]{{0,12}}\b[^<>]{{0,4000}}(?<!/)>")
BLOCKS = frozenset(
    re.findall(
        r"\S+",
        "address article aside blockquote body button center dd details dialog dir div dl dt fieldset "
        "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr label legend li main menu nav ol "
        "option p pre section select summary table tbody td tfoot th thead time title tr ul",
    )
)
BREAKS = BLOCKS | {"br"}
SILENT = frozenset(re.findall(r"\S+", "script style noscript template svg iframe object canvas math head"))


# Its words, the block it stands in, the share of its letters that is link.
LinkedLine: TypeAlias = tuple[str, html.HtmlElement, float]


class TooDeepError(ValueError):
    """The markup nests deeper, or holds more elements, than any article does."""


def parsed(markup: str) -> html.HtmlElement:
    """The tree of the page's first megabytes. Raises TooDeepError, or ValueError where there is nothing to parse."""
    text = BAD.sub(" ", without_scripts(markup[:MOST_CHARACTERS]))
    if depth_of(text) > MOST_DEPTH:
        raise TooDeepError("nested too deep")
    parser = html.HTMLParser(remove_comments=True, remove_pis=True, encoding="utf-8", no_network=True)
    parser.set_element_class_lookup(_classes())
    try:
        tree = html.document_fromstring(text.encode(), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise ValueError("no markup") from error
    _check(tree)
    return tree


@cache
def _classes() -> etree.ElementDefaultClassLookup:
    """One class for every element: to choose one by its tag, as lxml.html does, is slow and nothing we need."""
    return etree.ElementDefaultClassLookup(element=html.HtmlElement)


def without_scripts(markup: str) -> str:
    """The markup without scripts, styles and drawings; one that is never closed takes the rest with it.

    Structured data stay, with the tags inside their strings written so that nothing takes them for markup.
    """
    kept: list[str] = []
    at = 0
    while found := SCRIPT.search(markup, at):
        kept.append(markup[at : found.start()])
        closing = CLOSING[found[1].lower()].search(markup, found.end())
        if closing is None:
            return " ".join([*kept, markup[found.start() :]] if found[2] else kept)
        if found[2]:
            inside = TAG_IN_DATA.sub(r"\\u003c", markup[found.end() : closing.start()])
            kept.append(f"{found[0]}{inside}</script>")
        at = closing.end()
    return " ".join([*kept, markup[at:]])


def depth_of(markup: str) -> int:
    """How deep elements that must be closed are nested at most, counted without a tree."""
    depth = deepest = 0
    for closing in TAG.findall(markup):
        if not closing:
            depth += 1
            deepest = max(deepest, depth)
        elif depth:
            depth -= 1
    return deepest


def _check(tree: html.HtmlElement) -> None:
    if _beyond_reading()(tree):
        raise TooDeepError("too many elements")


@cache
def _beyond_reading() -> etree.XPath:
    return etree.XPath(f"count(//*) > {MOST_NODES} or {'/*' * (MOST_DEPTH * 2 + 1)}")


def lines_without_markup(markup: str) -> str:
    """What is left of a page that no parser should see: its text, a line a block."""
    text = without_scripts(BAD.sub(" ", markup[:MOST_CHARACTERS]))
    text = re.sub(r"(?i)</?(?:p|div|h[1-6]|li|br|tr|section|article|blockquote|ul|td)\b[^<>]{0,4000}>", "\n", text)
    lines = re.sub(r"<[^<>]{0,4000}>", "", text).split("\n")
    return "\n\n".join(line for one in lines if (line := squeezed(one)))


def squeezed(text: str | None) -> str:
    """Text with single spaces and none at its ends."""
    return " ".join(text.split()) if text else ""


def text_of(element: html.HtmlElement) -> str:
    """The words of an element as one line."""
    return squeezed("".join(element.itertext()))


def block_lines(root: html.HtmlElement) -> Iterator[tuple[str, html.HtmlElement]]:
    """Every run of text between two block boundaries, in order, with the block it stands in."""
    for line, holder, _ in linked_lines(root):
        yield line, holder


def linked_lines(root: html.HtmlElement) -> Iterator[LinkedLine]:
    """The same with the share of its letters that stand inside links. One pass, whatever the page looks like."""
    pieces: list[str] = []
    linked = anchors = 0
    holder = root
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag, start = element.tag, event == "start"
        if tag in BREAKS:
            if pieces and (line := squeezed("".join(pieces))):
                yield line, holder, min(1.0, linked / len(line))
            pieces, linked = [], 0
            holder = element if start else _parent(element)
        elif tag == "a":
            anchors += 1 if start else -1
        words = (None if tag in SILENT else element.text) if start else None if element is root else element.tail
        if words:
            pieces.append(words)
            linked += len(squeezed(words)) if anchors else 0
    if line := squeezed("".join(pieces)):
        yield line, holder, min(1.0, linked / len(line))


def _parent(element: html.HtmlElement) -> html.HtmlElement:
    parent = element.getparent()
    return element if parent is None else parent


def drop(element: html.HtmlElement) -> None:
    """Takes an element out of its tree and leaves the text behind it."""
    if element.getparent() is not None:
        element.drop_tree()
