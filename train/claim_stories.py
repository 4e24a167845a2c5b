"""Reads the stories written for training: articles with every statement marked in place and given its claim."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from onrecord.model import (
    Article,
    Reading,
    Span,
    Speaker,
    Stance,
    Statement,
    When,
    article_id,
    content_id,
    passage,
    statement_id,
)
from onrecord.statements.figures import figures_in

HOME = Path(__file__).parent / "stories"
_MARK = re.compile(r"\[\[(.*?)\]\]")
_CLAIM = re.compile(r"^@claim (\w+) \| (.+?)(?: \([^)]*\))?$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Written:
    """A story: its articles with their statements, and by statement id its claim (None: of no claim) and flags.

    ``wordings``: by claim what is claimed, in the writer's words.
    """

    name: str
    readings: tuple[Reading, ...]
    claims: dict[str, str | None]
    flags: dict[str, frozenset[str]]
    wordings: dict[str, str]


def written(folder: Path = HOME) -> list[Written]:
    """Every story of a folder, by name."""
    return [read_story(path) for path in sorted(folder.glob("*.txt"))]


def read_story(path: Path) -> Written:
    """One story; the format is told in the folder's README."""
    head, *blocks = re.split(r"^@article ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    claims: dict[str, str | None] = {}
    flags: dict[str, frozenset[str]] = {}
    readings = [_reading(f"{path.stem}/{at}", block, claims, flags) for at, block in enumerate(blocks)]
    wordings = {f"{path.stem} {claim}": told for claim, told in _CLAIM.findall(head)}
    return Written(path.stem, tuple(readings), claims, flags, wordings)


def _reading(name: str, block: str, claims: dict[str, str | None], flags: dict[str, frozenset[str]]) -> Reading:
    head, _, body = block.partition("\n")
    outlet, day, headline = (part.strip() for part in head.split("|", 2))
    text, marks = _unmarked(body.strip())
    article = Article(
        id=article_id(None, headline, text),
        input=name,
        digest=content_id("page", name),
        text=text,
        headline=headline,
        published=When(day, "day", 1.0, ("written",)),
        outlet=outlet,
        language="en",
    )
    said = []
    for span, parts in marks:
        one = _statement(article, span, parts)
        said.append(one)
        claims[one.id] = None if parts[1] == "-" else f"{name.split('/', maxsplit=1)[0]} {parts[1]}"
        flags[one.id] = frozenset(_flags(parts))
    return Reading(article, tuple(said))


def _unmarked(body: str) -> tuple[str, list[tuple[Span, list[str]]]]:
    """The text as a reader sees it, and where in it each mark stands."""
    text, marks, at = "", [], 0
    for found in _MARK.finditer(body):
        text += body[at : found.start()]
        parts = found.group(1).split("|")
        marks.append((Span(len(text), len(text) + len(parts[0])), parts))
        text += parts[0]
        at = found.end()
    return text + body[at:], marks


def _flags(parts: list[str]) -> Iterator[str]:
    yield from (flag.strip() for flag in (parts[5].split(",") if len(parts) > 5 else ()))


def _statement(article: Article, span: Span, parts: list[str]) -> Statement:
    _, _, stance, party, speaker = (part.strip() for part in parts[:5])
    days = [flag[4:] for flag in _flags(parts) if flag.startswith("day=")]
    quoted = article.text[max(span.start - 1, 0)] in '"“'
    return Statement(
        id=statement_id(article.id, (span,)),
        article=article.id,
        kind="direct" if quoted else "indirect",
        content=passage(article.text, (span,)),
        cue=None,
        source=None,
        speaker=Speaker(None if speaker == "-" else speaker, None, None if party == "-" else party, "written"),
        stance=cast(Stance, stance),
        relay=tuple(flag[6:] for flag in _flags(parts) if flag.startswith("relay=")),
        said_on=When(days[0], "day", 1.0, ("written",)) if days else None,
        figures=figures_in(article.text, (span,)),
    )
