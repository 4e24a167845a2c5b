"""The words that the record is kept in: the values a field may have, spans, ids made of content."""

from __future__ import annotations

import hashlib
from typing import Literal, NamedTuple, TypeAlias

Stance: TypeAlias = Literal[
    "asserts",
    "suggests",
    "denies",
    "doubts",
    "no_evidence",
    "cannot_confirm",
    "no_comment",
    "investigating",
    "conditional",
    "relays",
    "withdraws",
    "other",
]
Status: TypeAlias = Literal["reported", "single_origin", "corroborated", "contested", "denied", "withdrawn"]
Ended: TypeAlias = Literal["replaced", "withdrawn"]
HeadlineSays: TypeAlias = Literal["asserts", "asks"]
HeadlineBody: TypeAlias = Literal["relays", "denies"]
Kind: TypeAlias = Literal["direct", "indirect", "mixed"]
Bound: TypeAlias = Literal["exact", "about", "at_least", "at_most"]
Precision: TypeAlias = Literal["day", "month", "year", "unknown"]
FurnitureKind: TypeAlias = Literal["hot", "topics", "related", "most_read", "newsletter", "other"]
Relation: TypeAlias = Literal["copy", "rewrite", "common_source", "update"]
Form: TypeAlias = Literal["html", "dump", "body", "entry"]
PartKind: TypeAlias = Literal["subhead", "item", "quote", "entry"]
NoteKind: TypeAlias = Literal["correction", "update", "credit"]
SignalKind: TypeAlias = Literal["cut", "glued", "paywall"]
Stage: TypeAlias = Literal["read", "articles", "statements"]


class Span(NamedTuple):
    """A half-open range of characters in an article's text."""

    start: int
    end: int


def content_id(*parts: str) -> str:
    """A short id from content: empty parts are left out, so a new empty field moves no id."""
    joined = "\x1f".join(part for part in parts if part)
    return hashlib.blake2b(joined.encode("utf-8", "surrogatepass"), digest_size=10).hexdigest()


def id_number(id_: str) -> int:
    """A number that stands for an id in an index: positive, of 60 bits, the same wherever it is made."""
    return int.from_bytes(hashlib.blake2b(id_.encode("utf-8", "surrogatepass"), digest_size=8).digest()) >> 4
