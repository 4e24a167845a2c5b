"""Markdown: articles that people or their tools saved, with or without front matter, as the markup they stand for."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping

from markdown_it import MarkdownIt

from onrecord.model import Given, Page, Rejected
from onrecord.read.decode import text_in
from onrecord.read.feed import WHOLE
from onrecord.read.source import Source

NAMES = (".md", ".markdown", ".mdown", ".mkd")
MOST_CHARACTERS = 200_000  # four seconds at the worst
MATTER = re.compile(r"(?:---|\+\+\+)[^\S\n]*\n(.{0,20000}?)\n(?:---|\+\+\+|\.\.\.)[^\S\n]*(?:\n|$)", re.S)
FIELD = re.compile(r"([A-Za-z][\w -]{0,30}?)[^\S\n]*[:=][^\S\n]*(.{0,2000})")
ITEM = re.compile(r"\s*-\s+(.{1,500})")
HEADING = re.compile(r"#{1,2}[^\S\n]+(.{1,500}?)[^\S\n]*#*$")
HEADED = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*---[^\S\n]*\r?\n\s*(?:title|headline|author|date|published|url|source)\s*:", re.I
)
# Only what nobody writes in plain text counts as a sign of Markdown where the name does not say so.
SIGNS = (
    re.compile(rb"^#{1,3} \S", re.M),
    re.compile(rb"^#{2,4} \S.*\n(?:.*\n){0,200}?#{2,4} \S", re.M),
    re.compile(rb"\[[^\]\n]{2,200}\]\((?:https?://|/)[^)\s]{1,500}\)"),
    re.compile(rb"!\[[^\]\n]{0,200}\]\([^)\s]{1,500}\)"),
    re.compile(rb"(?<!\*)\*\*[^\s*][^*\n]{1,200}\*\*(?!\*)"),
)
MARKUP = re.compile(rb"<(?:!doctype|html|head|body|\?xml)(?!\w)", re.I)
TITLES = ("title", "headline")
AUTHORS = ("author", "authors", "byline", "by")
FRONT_MATTER = '<meta name="given-by" content="front matter">'  # says that what is given is said by no feed
DAYS = ("date", "published", "publish_date", "pubdate", "date_published", "published_at", "publisheddate")
OUTLETS = ("site", "site_name", "outlet", "publisher", "publication", "sitename")
ADDRESSES = ("url", "source", "link", "canonical_url", "canonical", "source_url", "original_url")


def accepts(head: bytes, name: str) -> bool:
    """True for a Markdown name, for front matter, and for a heading with two more signs of Markdown.

    A page of HTML is none, whatever it is called.
    """
    if MARKUP.search(head):
        return False
    if name.endswith(NAMES) or HEADED.match(head):
        return True
    return bool(SIGNS[0].search(head)) and sum(bool(sign.search(head)) for sign in SIGNS[1:]) >= 2


def read(source: Source) -> Iterator[Page | Rejected]:
    """One page of form "entry": its markup is all story, what the front matter says is given."""
    text = text_in(source).replace("\r\n", "\n").strip()
    if len(text) > MOST_CHARACTERS:
        yield source.refuse(f"Markdown too long: over {MOST_CHARACTERS:,} characters")
        return
    matter = MATTER.match(text)
    fields = _fields(matter.group(1)) if matter else {}
    headline, story = _headline(text[matter.end() :] if matter else text, fields)
    given = Given(headline, _first(fields, DAYS), _authors(fields), _first(fields, OUTLETS))
    yield source.page(
        "entry", (FRONT_MATTER if matter else "") + WHOLE + _markup(story), url=_address(fields), given=given
    )


def _markup(text: str) -> str:
    return str(MarkdownIt("commonmark", {"html": True, "maxNesting": 20}).enable("table").render(text))


def _fields(matter: str) -> dict[str, str]:
    """The fields of the front matter: YAML's or TOML's simple lines and lists, in lower case; nothing is evaluated."""
    found: dict[str, str] = {}
    name = ""
    for line in matter.split("\n"):
        if (item := ITEM.match(line)) and name:
            found[name] = ", ".join(filter(None, (found[name], _unquoted(item.group(1)))))
        elif field := FIELD.match(line):
            name = field.group(1).strip().lower().replace("-", "_").replace(" ", "_")
            found[name] = _unquoted(field.group(2))
    return found


def _unquoted(value: str) -> str:
    value = value.strip()
    if value[:1] == "[" and value[-1:] == "]":
        return ", ".join(_unquoted(one) for one in value[1:-1].split(","))
    return value[1:-1].strip() if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value


def _first(fields: Mapping[str, str], names: tuple[str, ...]) -> str | None:
    return next((fields[name] for name in names if fields.get(name)), None)


def _authors(fields: Mapping[str, str]) -> tuple[str, ...]:
    said = _first(fields, AUTHORS) or ""
    names = (html.unescape(one).strip() for one in re.split(r",|;|&|\band\b", said))
    return tuple(dict.fromkeys(name for name in names if name))


def _address(fields: Mapping[str, str]) -> str | None:
    found = (fields.get(name, "") for name in ADDRESSES)
    return next((url for url in found if url.startswith(("http://", "https://"))), None)


def _headline(text: str, fields: Mapping[str, str]) -> tuple[str | None, str]:
    """The headline, and the text without it where it stands there as its first heading."""
    said = _first(fields, TITLES)
    first, _, rest = text.lstrip().partition("\n")
    under = re.match(r"={3,}\s*(?:\n|$)", rest)
    heading = HEADING.match(first)
    shown = heading.group(1) if heading else first.strip() if under else None
    if shown is None:
        return said, text
    plain = re.sub(r"[*_`]|\[([^\]]{0,300})\]\([^)]{0,500}\)", r"\1", shown).strip()
    return said or plain, rest[under.end() :] if under else rest
