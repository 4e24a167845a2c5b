"""Stories inside data: a value of JSON whose longest run of paragraphs may be the page's story.

Content systems keep a story as one string of markup, as a list of elements (Arc, Portable Text, Editor.js), or as a
tree of nodes (ProseMirror, Slate, Lexical, React). The shapes differ, the rule does not: a list of paragraphs belongs
together, and an object that has a headline and an address of its own is a teaser.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.articles.body_features import letters_of
from onrecord.articles.body_lines import lines_of
from onrecord.articles.body_places import HEADINGS, class_words
from onrecord.articles.headings import kind_of
from onrecord.articles.markup import drop, parsed, squeezed
from onrecord.articles.prose import is_aside, is_prose, is_sentence, word_count

MOST_VISITS = 40_000
MOST_LEVELS = 40
MOST_INLINE = 12
MOST_STRINGS = 400  # long ones that are read as text or markup
LEAST_LETTERS = 120
MOST_LETTERS = 400_000
TITLE_LEAST = 12  # letters: a shorter title is a section's or a label
LINKED = 0.9
CAPTIONS = frozenset(("caption", "figcaption", "credit", "copyright"))
TEXTS = ("content", "text", "html", "value", "body", "markup", "children")
INSIDE = ("data", "model", "attributes", "fields", "props", "attrs")
LISTS = ("children", "content", "nodes", "blocks", "items", "content_elements", "paragraphs")
KINDS = ("type", "_type", "__typename", "nodeType", "component", "kind", "tag")
ADDRESSES = ("url", "href", "link", "canonical_url", "slug", "permalink", "path")
PARAGRAPHS = frozenset(("p", "paragraph", "block", "heading", "header", "quote", "blockquote", "li", *HEADINGS))
OTHERS = ("image", "video", "gallery", "embed", "caption", "interstitial", "promo", "related", "advert", "script")


@dataclass(frozen=True, slots=True)
class Found:
    """Lines that belong together. ``named``: whether the object around them bears the page's headline; None where it
    bears none."""

    lines: tuple[str, ...]
    words: int
    named: bool | None


class Walk:
    """One walk over the values of a page; stops after so many of them."""

    def __init__(self, headline: str) -> None:
        self._headline = letters_of(headline)
        self._visits = 0
        self._strings = 0

    def found(self, value: Any, *, named: bool | None = None, level: int = 0) -> Iterator[Found]:
        """Every run of paragraphs in a value."""
        self._visits += 1
        if self._visits > MOST_VISITS or level > MOST_LEVELS:
            return
        if isinstance(value, str):
            yield from self._string(value, named, level)
        elif isinstance(value, list):
            yield from self._list(value, named, level)
        elif isinstance(value, dict):
            named = self._named(value, named)
            for one in value.values():
                yield from self.found(one, named=named, level=level + 1)

    def _string(self, value: str, named: bool | None, level: int) -> Iterator[Found]:
        if len(value) < LEAST_LETTERS or self._strings >= MOST_STRINGS:
            return
        self._strings += 1
        if value.lstrip()[:1] in ("{", "["):
            yield from self.found(loaded(value), named=named, level=level + 1)
        else:
            yield from _worth(lines_in(value), named)

    def _list(self, value: list[Any], named: bool | None, level: int) -> Iterator[Found]:
        yield from _worth([line for one in value[:MOST_VISITS] for line in self._item(one)], named)
        for one in value:
            yield from self.found(one, named=named, level=level + 1)

    def _item(self, value: Any, *, level: int = 0) -> list[str]:
        """The lines of one item of a list; none where it is no part of a text."""
        self._visits += 1
        value = _element(value)
        if level > MOST_INLINE or self._visits > MOST_VISITS:
            return []
        if isinstance(value, str):
            return lines_in(value) if " " in value else []
        if not isinstance(value, dict) or _is_other(value):
            return []
        if _kind(value) in PARAGRAPHS and (line := inline(value)):
            return [line] if "<" not in line else lines_in(line)
        if text := next((value[key] for key in TEXTS if isinstance(value.get(key), str)), ""):
            return lines_in(text)
        inner = [value[key] for key in INSIDE if isinstance(value.get(key), dict)]
        parts: list[Any] = next((value[key] for key in LISTS if isinstance(value.get(key), list)), [])
        return [line for one in (*inner, *parts) for line in self._item(one, level=level + 1)]

    def _named(self, value: Mapping[str, Any], around: bool | None) -> bool | None:
        titles = [title for title in map(letters_of, _titles(value)) if len(title) >= TITLE_LEAST]
        if not titles or not self._headline:
            return around
        return any(_alike(title, self._headline) for title in titles)


def _worth(lines: Sequence[str], named: bool | None) -> Iterator[Found]:
    kept = tuple(dict.fromkeys(lines))
    if words := sum(word_count(line) for line in kept if is_prose(line)):
        yield Found(kept, words, named)


def _titles(value: Mapping[str, Any]) -> Iterator[str]:
    for key, said in value.items():
        if key.lower().endswith(("title", "headline", "headlines")):
            yield from (one for one in (said.values() if isinstance(said, dict) else [said]) if isinstance(one, str))


def _alike(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return long.startswith(short) and len(short) * 2 > len(long)


def _element(value: Any) -> Any:
    """An element of a streamed React page, ``["$", tag, key, {children}]``, as an object."""
    if isinstance(value, list) and len(value) >= 4 and value[0] == "$" and isinstance(value[3], dict):
        return {"type": value[1], "children": value[3].get("children")}
    return {"children": value} if isinstance(value, list) else value


def _kind(value: Mapping[str, Any]) -> str:
    return next((said.lower() for key in KINDS if isinstance(said := value.get(key), str)), "")


def _is_other(value: Mapping[str, Any]) -> bool:
    """Whether an item of a list is a picture, an offer, or the teaser of another story."""
    teaser = any(_titles(value)) and any(isinstance(value.get(key), str) for key in ADDRESSES)
    return teaser or any(word in _kind(value) for word in OTHERS)


def inline(value: Any, *, level: int = 0) -> str:
    """The words of a paragraph that is kept as runs of type, as one line."""
    value = _element(value)
    if isinstance(value, str):
        return value
    if not isinstance(value, dict) or level > MOST_INLINE:
        return ""
    for key in (*TEXTS, *INSIDE, *LISTS):
        said = value.get(key)
        if isinstance(said, str) and said:
            return said
        parts = said if isinstance(said, list) else [said]
        if words := "".join(inline(one, level=level + 1) for one in parts if isinstance(one, str | dict | list)):
            return squeezed(words) if level == 0 else words
    return ""


def lines_in(text: str) -> list[str]:
    """The paragraphs and subheads of a string, which may be markup or plain text."""
    text = text[:MOST_LETTERS]
    if "<" not in text or ">" not in text:
        return [line for one in text.split("\n") if _is_told(line := squeezed(one))]
    try:
        tree = parsed(f"<div>{text}</div>")
    except ValueError:
        return []
    for one in list(tree.iter("figure", "figcaption", "div", "span", "p", "aside")):
        if one.tag in ("figure", "figcaption", "aside") or class_words(one) & CAPTIONS:
            drop(one)
    lines = [line for line in lines_of(tree) if line.linked < LINKED and not is_aside(line.text)]
    return [line.text for line in lines if line.holder.tag in HEADINGS or _is_told(line.text)]


def _is_told(line: str) -> bool:
    """Whether a line is language, and a sentence of it: no code, no address, no label."""
    if not (is_prose(line) or is_sentence(line)) or kind_of(line) or is_aside(line):
        return False
    letters = sum(map(str.isalpha, line[:400])) + line[:400].count(" ")
    return letters > 0.85 * len(line[:400]) and (" " in line or word_count(line) > 2)


def loaded(text: str) -> Any:
    """The value of a string of JSON, None where it is none."""
    try:
        return json.loads(text[:MOST_LETTERS], strict=False)
    except (ValueError, RecursionError):
        return None
