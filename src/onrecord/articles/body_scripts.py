"""The story of a page that carries it only in its scripts: the state handed to the browser, streamed chunks, JSON in
an attribute. Asked only where the page's own markup holds no story, or clearly less of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from html import unescape
from itertools import islice
from typing import Any

from onrecord.articles.body_data import Found, Walk, loaded
from onrecord.articles.body_features import letters_of
from onrecord.articles.prose import is_prose, word_count

MOST_MARKUP = 4_000_000
MOST_VALUES = 60
MOST_TRIES = 1000
LEAST_VALUE = 200  # letters
LEAST_WORDS = 60
LEAST_LINES = 2
SHORT = 120  # words: a page with more in its markup is not asked for more
LONGER = 2.5
SCRIPT = re.compile(r"<script\b[^<>]{0,600}>", re.I)
CLOSING = re.compile(r"</script", re.I)
ASSIGNED = re.compile(r"(?:\A|[=(,])\s{0,20}(?=[{\[]\s{0,50}[\"{}\[\]\d\-tfn]|[\"'])")
ATTRIBUTE = re.compile(r"=\"(?=[\[{]&quot;)")
ROW = re.compile(rb"[0-9a-f]{1,8}:(?:T([0-9a-f]{1,6}),|[A-Z]{0,2}(?=[\[{\"]))")
ESCAPED = re.compile(r"\\.|\"", re.S)
DECODER = json.JSONDecoder(strict=False)
Lines = tuple[str, ...]


def with_scripts(paragraphs: Lines, markup: str, *, headline: str, description: str) -> Lines:
    """The paragraphs of a story, or those that the page's scripts hold of it where these are clearly more."""
    words = sum(word_count(line) for line in paragraphs if is_prose(line))
    if words >= SHORT:
        return paragraphs
    walk = Walk(headline)
    told = [one for value in values_in(markup[:MOST_MARKUP]) for one in walk.found(value) if _is_story(one)]
    sure = [one for one in told if one.named or _is_described(one.lines, description)]
    best = max(sure or [one for one in told if not paragraphs], key=lambda one: one.words, default=None)
    return best.lines if best and best.words > LONGER * words else paragraphs


def _is_story(found: Found) -> bool:
    return found.named is not False and found.words >= LEAST_WORDS and sum(map(is_prose, found.lines)) >= LEAST_LINES


def _is_described(lines: Sequence[str], description: str) -> bool:
    key = letters_of(description[:200])[:40]
    return len(key) >= 30 and any(key in letters_of(line[:600]) for line in lines[:3])


# ---------------------------------------------------------------- values


def values_in(markup: str) -> Iterator[Any]:
    """The JSON values in a page's scripts and attributes, the strings of a streamed page put together."""
    chunks: list[str] = []
    for value in islice(_values(markup), MOST_VALUES):
        chunk = value[1] if isinstance(value, list) and len(value) == 2 and isinstance(value[0], int) else None
        if isinstance(chunk, str):
            chunks.append(chunk)
        yield value
    yield from islice(_rows("".join(chunks).encode()), MOST_VALUES)


def _values(markup: str) -> Iterator[Any]:
    tries = 0
    for text in _scripts(markup):
        at = 0
        while tries < MOST_TRIES and (found := ASSIGNED.search(text, at)):
            value, at = _value(text, found.end())
            tries += value is None
            if value is not None and at - found.end() >= LEAST_VALUE:
                yield value
    for found in islice(ATTRIBUTE.finditer(markup), MOST_VALUES):
        end = markup.find('"', found.end())
        if end - found.end() >= LEAST_VALUE:
            yield loaded(unescape(markup[found.end() : end]))


def _scripts(markup: str) -> Iterator[str]:
    """What stands in the scripts, from the first to the last."""
    at = 0
    while opened := SCRIPT.search(markup, at):
        closed = CLOSING.search(markup, opened.end())
        at = closed.start() if closed else len(markup)
        if at - opened.end() >= LEAST_VALUE:
            yield markup[opened.end() : at].strip()


def _value(text: str, at: int) -> tuple[Any, int]:
    """The value that starts there and where it ends; None and where it breaks off, so that nothing is read twice."""
    if text[at] == "'":
        return _single_quoted(text, at)
    try:
        value, end = DECODER.raw_decode(text, at)
    except json.JSONDecodeError as error:
        return None, max(error.pos, at + 1)
    except (ValueError, RecursionError):
        return None, at + 1
    return value, max(end, at + 1)


def _single_quoted(text: str, at: int) -> tuple[Any, int]:
    """A string of JSON in single quotes, as JSON.parse is given it."""
    end = text.find("'", at + 1)
    while end > 0 and text[end - 1] == "\\":
        end = text.find("'", end + 1)
    if end < 0 or text[at + 1] not in "{[":
        return None, at + 1
    plain = ESCAPED.sub(lambda one: {"\\'": "'", '"': '\\"'}.get(one[0], one[0]), text[at + 1 : end])
    return loaded(f'"{plain}"'), end + 1


def _rows(stream: bytes) -> Iterator[Any]:
    """The rows of a streamed page: a number, then JSON to the end of the line or so many bytes of text."""
    at = 0
    while 0 <= at < len(stream):
        row = ROW.match(stream, at)
        if row and row[1]:
            end = row.end() + int(row[1], 16)
            yield stream[row.end() : end].decode(errors="replace")
        else:
            end = stream.find(b"\n", at) + 1 or len(stream)
            if row and end - row.end() >= LEAST_VALUE:
                yield loaded(stream[row.end() : end].decode(errors="replace"))
        at = end
