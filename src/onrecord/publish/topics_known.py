"""The IPTC Media Topics by name and code, and what makes one (table ``media_topics``)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from onrecord.knowledge.tables import table

NEWSCODES = "https://cv.iptc.org/newscodes/mediatopic/"


@dataclass(frozen=True, slots=True)
class KnownTopic:
    """A Media Topic: its code, English name, the name of what it is a part of, and the words that point to it."""

    code: str
    name: str
    parent: str
    words: tuple[str, ...]
    hints: tuple[str, ...]

    @property
    def source(self) -> str:
        """The address of the topic in the vocabulary of the IPTC."""
        return NEWSCODES + self.code.removeprefix("medtop:")


def topic_name(code: str) -> str:
    """The English name of a code; the code itself where the table has it no more."""
    known = _by_code().get(code)
    return known.name if known else code


def known_topic(name: str) -> KnownTopic | None:
    """The Media Topic of that name; None for other names."""
    return _by_name().get(name)


@cache
def _by_code() -> Mapping[str, KnownTopic]:
    rows = table("media_topics")
    names = {row["code"]: row["name"] for row in rows}
    found = (
        KnownTopic(
            row["code"],
            row["name"],
            names.get(row["parent"], ""),
            tuple(filter(None, row["words"].split(", "))),
            tuple(filter(None, row["hints"].split(", "))),
        )
        for row in rows
    )
    return {one.code: one for one in found}


@cache
def _by_name() -> Mapping[str, KnownTopic]:
    return {one.name: one for one in _by_code().values()}
