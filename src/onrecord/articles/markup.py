"""Strangers' markup into a tree that is safe to walk: bounded in size, depth and number of nodes.

libxml2 and the extractor recurse; a page nested ten thousand deep must reach neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree, html

MOST_CHARACTERS = 4_000_000
MOST_DEPTH = 200
MOST_NODES = 60_000
BAD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
# Scripts are most of a page's bytes and none of its text; only the structured data in them is wanted.
SCRIPT = re.compile(r"<(script|style|svg)\b(?![^<>]{0,400}ld\+json)", re.I)
CLOSING = {name: re.compile(rf"</{name}\s{{0,9}}>", re.I) for name in ("script", "style", "svg")}
TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,12})\b[^<>]{0,4000}>")
VOID = frozenset(
    re.findall(
        r"\S+", "area base br col embed hr img input link meta param source track wbr p li dt dd td th tr option"
    )
)
BLOCKS = frozenset(
    re.findall(
        r"\S+",
        "address article aside blockquote body button center dd details dialog dir div dl dt fieldset "
        "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr label legend li main menu nav ol "
        "option p pre section select summary table tbody td tfoot th thead time title tr ul",
    )
)
SILENT = frozenset(re.findall(r"\S+", "script style noscript template svg iframe object canvas math head"))


class TooDeepError(ValueError):
    """The markup nests deeper, or holds more elements, than any article does."""


def parsed(markup: str) -> html.HtmlElement:
    """The tree of the page's first megabytes. Raises TooDeepError, or ValueError where there is nothing to parse."""
    text = without_scripts(BAD.sub(" ", markup[:MOST_CHARACTERS]))
    if depth_of(text) > MOST_DEPTH:
        raise TooDeepError("nested too deep")
    parser = html.HTMLParser(remove_comments=True, remove_pis=True, encoding="utf-8", no_network=True)
    try:
        tree = html.document_fromstring(text.encode(), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise ValueError("no markup") from error
    _check(tree)
    return tree


def without_scripts(markup: str) -> str:
    """The markup without scripts, styles and drawings; one that is never closed takes the rest with it."""
    kept: list[str] = []
    at = 0
    while found := SCRIPT.search(markup, at):
        kept.append(markup[at : found.start()])
        closing = CLOSING[found[1].lower()].search(markup, found.end())
        if closing is None:
            return " ".join(kept)
        at = closing.end()
    return " ".join([*kept, markup[at:]])


def depth_of(markup: str) -> int:
    """How deep elements that must be closed are nested at most, counted without a tree."""
    depth = deepest = 0
    for tag in TAG.finditer(markup):
        if tag[2].lower() not in VOID and not tag[0].endswith("/>"):
            depth = max(0, depth - 1) if tag[1] else depth + 1
            deepest = max(deepest, depth)
    return deepest


def _check(tree: html.HtmlElement) -> None:
    depth = nodes = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        nodes += event == "start"
        if depth > MOST_DEPTH * 2 or nodes > MOST_NODES:
            raise TooDeepError("too many elements")


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


def linked_lines(root: html.HtmlElement) -> Iterator[tuple[str, html.HtmlElement, float]]:
    """The same with the share of its letters that stand inside links. One pass, whatever the page looks like."""
    pieces: list[str] = []
    linked = anchors = 0
    holder = root
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag in BLOCKS or tag == "br":
            if line := squeezed("".join(pieces)):
                yield line, holder, min(1.0, linked / len(line))
            pieces, linked = [], 0
            holder = element if event == "start" else _parent(element)
        anchors += (tag == "a") * (1 if event == "start" else -1)
        if event == "start":
            words = element.text or "" if tag not in SILENT else ""
        else:
            words = element.tail or "" if element is not root else ""
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
