"""Judgements on statements that are called by letters."""

from __future__ import annotations

from typing import Any

from onrecord.model import Judgement, JudgementKind, Side, Span, Subject

AT = "2026-05-04T10:00:00Z"


def judgement(
    id_: int, kind: JudgementKind, *, this: str = "", with_: str = "", from_: str = "", **more: Any
) -> Judgement:
    """A judgement of Ada's; each letter is a statement, in the place of the alphabet that it has."""
    sides: tuple[tuple[Side, str], ...] = (("this", this), ("with", with_), ("from", from_))
    subjects = tuple(subject(one, side) for side, ids in sides for one in ids)
    return Judgement(id_, kind, "Ada", AT, "she read it", subjects=subjects, **more)


def subject(letter: str, side: Side = "this") -> Subject:
    """A statement of ten characters."""
    start = 10 * (ord(letter) - ord("a"))
    return Subject(letter, "page", (Span(start, start + 10),), f"words of {letter}", side)
