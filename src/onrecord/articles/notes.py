"""What a page says about its own article: corrections, updates and editor's notes, who contributed.

A note is kept word for word beside the text. Where the outlet prints it among the paragraphs it stays there too: what
was taken back is part of the story.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from onrecord.articles.byline import agency_name
from onrecord.articles.byline_names import is_agency
from onrecord.articles.prose import is_sentence, word_count
from onrecord.knowledge.tables import table
from onrecord.model import Note, NoteKind

LONGEST = 900
LEAST_WORDS = {"correction": 5, "update": 7, "credit": 2}
MOST_CREDIT = 60  # words
MOST = 12
MOST_AGENCIES = 2
KINDS: tuple[NoteKind, ...] = ("correction", "update", "credit")
MENDED = re.compile(r"correct|amend|error|mistake|misstat|misspel|wrong|falsch|fehler|korrig|erreur|error", re.I)
CLOSING = re.compile(r"[(/\[–—-]\s*(?P<credit>[^()\[\]]{2,40}?)\s*[)\]/]?\s*$")
LEAST_NAME = 3  # letters of a name found inside a sentence, but for AP


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], NoteKind], ...]:
    rows = table("notes")
    return tuple((re.compile(row["pattern"], re.I), kind) for row in rows for kind in KINDS if row["kind"] == kind)


@cache
def _any_pattern() -> re.Pattern[str]:
    """All patterns as one: most lines of a page match none, and are asked only once."""
    return re.compile("|".join(f"(?:{row['pattern']})" for row in table("notes")), re.I)


def kind_of_note(line: str) -> NoteKind | None:
    """What kind of note a paragraph is; None for all that is no note."""
    if len(line) > LONGEST or not _any_pattern().match(line):
        return None
    kind = next((kind for pattern, kind in _patterns() if pattern.match(line)), None)
    words = word_count(line)
    if kind is None or words < LEAST_WORDS[kind] or (kind == "credit" and words > MOST_CREDIT):
        return None
    if kind == "update":
        return "correction" if MENDED.search(line) else "update" if is_sentence(line) else None
    return kind


def notes_in(lines: Iterable[str]) -> tuple[Note, ...]:
    """The notes among lines, each once, in their order."""
    found = (Note(kind, line) for line in dict.fromkeys(lines) if (kind := kind_of_note(line)))
    return tuple(note for note, _ in zip(found, range(MOST), strict=False))


def credited_in(notes: Sequence[Note], paragraphs: Sequence[str]) -> Iterator[str]:
    """The known agencies that notes of credit name, and the one that closes the last paragraph: "(dpa)"."""
    closing = CLOSING.search(paragraphs[-1][-60:]) if paragraphs else None
    if closing:
        yield from (agency_name(one) for one in re.split(r"[/,]\s*", closing["credit"])[:1] if is_agency(one))
    named = [
        agency_name(name) for note in notes if note.kind == "credit" for name in _agency_names().findall(note.text)
    ]
    if len(set(named)) <= MOST_AGENCIES:  # a report made of five agencies' is nobody's copy
        yield from named


@cache
def _agency_names() -> re.Pattern[str]:
    names = {row["written"] for row in table("agencies") if len(row["written"]) >= LEAST_NAME or row["written"] == "AP"}
    longest = sorted(names, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest))})(?![\w-])")
