"""What is noted of a story beside its articles: parties and places, IPTC Media Topics, tolls."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any

from onrecord.model import Story, Toll, Topic


def notes_of(story: Story) -> Iterator[tuple[str, str, int, str]]:
    """(story, kind, number, value) of all its notes."""
    topics = (_written(one.code, one.name, one.words) for one in story.media_topics)
    tolls = (_written(one.article, one.on, one.killed, one.injured, one.words) for one in story.tolls)
    for kind, values in (("topic", story.topics), ("media topic", topics), ("toll", tolls)):
        yield from ((story.id, kind, number, value) for number, value in enumerate(values))


def media_topics_in(notes: Iterable[sqlite3.Row]) -> tuple[Topic, ...]:
    """The IPTC Media Topics among a story's notes."""
    return tuple(Topic(code, name, tuple(words)) for code, name, words in _read(notes, "media topic"))


def tolls_in(notes: Iterable[sqlite3.Row]) -> tuple[Toll, ...]:
    """The tolls among a story's notes."""
    rows = _read(notes, "toll")
    return tuple(Toll(article, on, killed, injured, tuple(words)) for article, on, killed, injured, words in rows)


def _written(*values: object) -> str:
    return json.dumps(values, ensure_ascii=False)


def _read(notes: Iterable[sqlite3.Row], kind: str) -> list[list[Any]]:
    return [json.loads(one["value"]) for one in notes if one["kind"] == kind]
