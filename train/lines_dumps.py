"""Pages of markup as naive text dumps: every block's text on its own line, menus and hidden text and all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree, html

BLOCKS = frozenset([
    "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "details", "dialog",
    "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4",
    "h5", "h6", "header", "hgroup", "hr", "li", "main", "menu", "nav", "ol", "option", "p", "pre", "section",
    "select", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul", "button",
    "label",
])  # fmt: skip
SILENT = frozenset([
    "script", "style", "noscript", "template", "svg", "iframe", "object", "head", "canvas", "math",
])  # fmt: skip
SPACE = re.compile(r"\s+")


def dump_of(markup: bytes) -> list[str]:
    """The lines of the page's dump; none where there is no markup."""
    try:
        tree = html.document_fromstring(markup, parser=html.HTMLParser(encoding="utf-8", huge_tree=True))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return []
    body = tree.find("body")
    text = "".join(_pieces(tree if body is None else body))
    return [line for one in text.split("\n") if (line := SPACE.sub(" ", one).strip())]


def _pieces(root: html.HtmlElement) -> Iterator[str]:
    silent = 0
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        known = isinstance(element.tag, str)
        hides = known and element.tag in SILENT
        if event == "start":
            silent += hides
            if not silent:
                yield from _open(element)
        elif event == "end":
            silent -= hides
        if event != "start" and not silent and element is not root:
            yield from _close(element, block=known and element.tag in BLOCKS)


def _open(element: html.HtmlElement) -> Iterator[str]:
    if element.tag in BLOCKS:
        yield "\n"
    yield SPACE.sub(" ", element.text or "")


def _close(element: html.HtmlElement, *, block: bool) -> Iterator[str]:
    if block:
        yield "\n"
    yield SPACE.sub(" ", element.tail or "")
