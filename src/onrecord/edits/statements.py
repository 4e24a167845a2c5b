"""What an edit did to the statements: which are the same, and what about them changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.edits.edit import Change
from onrecord.edits.pairing import paired
from onrecord.edits.readings import differences
from onrecord.model import Reading, Statement
from onrecord.text.likeness import words


def changes(before: Reading, after: Reading) -> tuple[Change, ...]:
    """What became of every statement, in order of the later text; those that are gone come last."""
    pairs = paired(before.statements, after.statements)
    earlier = {new.id: old for old, new in pairs}
    said_before, said_after = _spread(before.article.text), _spread(after.article.text)
    found: list[Change] = []
    for one in _in_order(after.statements):
        old = earlier.get(one.id)
        found += _both(old, one) if old else _new(one, said_before)
    stayed = {old.id for old, _ in pairs}
    gone = (one for one in _in_order(before.statements) if one.id not in stayed)
    return (*found, *(_gone(one, said_after) for one in gone))


def _both(old: Statement, new: Statement) -> Iterator[Change]:
    told = differences(old, new)
    for kind, why in told or [("kept", "in the same words, by the same speaker")]:
        yield Change(kind, why, old.id, new.id)


def _new(one: Statement, before: str) -> Iterator[Change]:
    if _stands_in(one, before):
        yield Change("kept", "the words stood there before, but were not read as anybody's", None, one.id)
    else:
        yield Change("added", "only the later version has it", None, one.id)


def _gone(one: Statement, after: str) -> Change:
    if _stands_in(one, after):
        return Change("kept", "the words still stand there, but are not read as anybody's any more", one.id, None)
    return Change("removed", "the later version has it no more", one.id, None)


def _spread(text: str) -> str:
    return f" {' '.join(words(text))} "


def _stands_in(one: Statement, spread: str) -> bool:
    """True where all its words are in the text, piece by piece: then no edit took or brought them."""
    return all(_spread(piece) in spread for piece in one.content.text.split(" … "))


def _in_order(statements: Sequence[Statement]) -> list[Statement]:
    return sorted(statements, key=lambda one: (one.content.spans, one.id))
