"""A form of review to the judgement it asks for, one function a kind. Whatever was sent is only words until checked."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from datetime import date
from typing import TypeAlias, get_args

from onrecord.errors import UsageError
from onrecord.judging.assessments import DIGITS, LETTERS
from onrecord.model import Judgement, JudgementKind, Relation, Stance
from onrecord.pipeline import review as judging
from onrecord.pipeline import review_claims as of_claims
from onrecord.pipeline.review import NOBODY, Hand
from onrecord.publish.rendering import seen
from onrecord.store import articles, claims, statements
from onrecord.web.acting import Sent
from onrecord.web.noticing import number

Draft: TypeAlias = Callable[[sqlite3.Connection, Hand, Sent], Judgement]
MAX_NAME = 300  # characters
MAX_TEXT = 2_000
MAX_STATEMENTS = 300
GONE = "is not on record any more: what it is made of was read or settled anew. Go back and look again"


def line(sent: Sent, name: str, *, longest: int = MAX_NAME) -> str:
    """A field on one line, without characters that show nothing; empty where it was not sent. Raises UsageError."""
    return " ".join(str(seen(sent.one(name, longest=longest))).split())


def merge(conn: sqlite3.Connection, hand: Hand, sent: Sent) -> Judgement:
    """Two claims are one."""
    return of_claims.merge(conn, hand, claim_now(conn, sent), claim_now(conn, sent, name="other"))


def split(conn: sqlite3.Connection, hand: Hand, sent: Sent) -> Judgement:
    """The ticked statements are a claim of their own."""
    ids = [one for one in sent.several("statement")[:MAX_STATEMENTS] if statements.by_ids(conn, [one])]
    if not ids:
        raise UsageError("tick the statements that are a claim of their own")
    return of_claims.split(conn, hand, claim_now(conn, sent), ids)


def move(conn: sqlite3.Connection, hand: Hand, sent: Sent) -> Judgement:
    """The statement is of another claim."""
    return of_claims.move(conn, hand, _statement(conn, sent), claim_now(conn, sent))


def away(conn: sqlite3.Connection, hand: Hand, sent: Sent) -> Judgement:
    """The statement is of no claim."""
    return of_claims.move(conn, hand, _statement(conn, sent), None)


def confirm(conn: sqlite3.Connection, hand: Hand, sent: Sent) -> Judgement:
    """The statement speaks to the claim."""
    return of_claims.confirm(conn, hand, _statement(conn, sent), claim_now(conn, sent))


def origin(conn: sqlite3.Connection, hand: Hand, sent: Sent) -> Judgement:
    """A party speaks from its own knowledge, or does not."""
    word = _one_of(sent, "word", ("accept", "reject"))
    said = (claim_now(conn, sent), line(sent, "party"))
    return of_claims.origin(conn, hand, said, accepted=word == "accept")


def assess(conn: sqlite3.Connection, hand: Hand, sent: Sent) -> Judgement:
    """Letter and digit of a claim."""
    marks = (_one_of(sent, "letter", tuple(LETTERS)), _one_of(sent, "digit", tuple(DIGITS)))
    return of_claims.assess(conn, hand, claim_now(conn, sent), marks)


def speaker(conn: sqlite3.Connection, hand: Hand, sent: Sent) -> Judgement:
    """Who said it; a field left empty is nobody, no party, no role."""
    name, party, role = (line(sent, field) or NOBODY for field in ("name", "party", "role"))
    return judging.speaker(conn, hand, _statement(conn, sent), (name, party, role))


def stance(conn: sqlite3.Connection, hand: Hand, sent: Sent) -> Judgement:
    """Where its source stands."""
    return judging.corrected(conn, hand, _statement(conn, sent), ("stance", _one_of(sent, "stance", get_args(Stance))))


def day(conn: sqlite3.Connection, hand: Hand, sent: Sent) -> Judgement:
    """The day it was said on."""
    try:
        told = date.fromisoformat(line(sent, "day")).isoformat()
    except ValueError as error:
        raise UsageError("write the day as 2026-03-14") from error
    return judging.corrected(conn, hand, _statement(conn, sent), ("day", told))


def party(conn: sqlite3.Connection, hand: Hand, sent: Sent) -> Judgement:
    """Two names are one party's, or two parties'."""
    word = _one_of(sent, "word", ("same", "apart"))
    kind: JudgementKind = "same_party" if word == "same" else "other_party"
    return judging.named(conn, hand, kind, (line(sent, "name"), line(sent, "other")))


def copy(conn: sqlite3.Connection, hand: Hand, sent: Sent) -> Judgement:
    """What one article is to another."""
    pair = (_article(conn, sent, "article"), _article(conn, sent, "of"))
    relation = _one_of(sent, "relation", (*get_args(Relation), NOBODY))
    if relation == NOBODY:
        return judging.repeats(conn, hand, "not_copy", (*pair, None))
    return judging.repeats(conn, hand, "copy", (*pair, relation))


def note(conn: sqlite3.Connection, hand: Hand, sent: Sent) -> Judgement:
    """A note on a statement, an article or a claim."""
    text = str(seen(sent.one("text", longest=MAX_TEXT))).strip()
    if not text:
        raise UsageError("write what is to be noted")
    if sent.one("statement"):
        return judging.note(conn, hand, text, statement=_statement(conn, sent))
    if sent.one("article"):
        return judging.note(conn, hand, text, article=_article(conn, sent, "article"))
    return of_claims.note_on_claim(conn, hand, claim_now(conn, sent), text)


def undo(conn: sqlite3.Connection, hand: Hand, sent: Sent) -> Judgement:
    """Takes a judgement back."""
    return judging.undo(conn, hand, number(sent.one("of")))


def redo(conn: sqlite3.Connection, hand: Hand, sent: Sent) -> Judgement:
    """Gives a judgement back."""
    return judging.redo(conn, hand, number(sent.one("of")))


DRAFTS: Mapping[str, Draft] = {
    one.__name__: one
    for one in (
        *(merge, split, move, away, confirm, origin, assess),
        *(speaker, stance, day, party, copy, note, undo, redo),
    )
}


def claim_now(conn: sqlite3.Connection, sent: Sent, *, name: str = "claim") -> str:
    """The claim of the form; where it was settled anew since, the one that holds the statement it was known by.

    A chooser's value is "CLAIM STATEMENT". Raises UsageError where there is neither.
    """
    id_, _, statement = line(sent, name).partition(" ")
    if claims.exists(conn, id_):
        return id_
    at = statement or (line(sent, "at") if name == "claim" else "")
    found = claims.claim_of(conn, [at]).get(at)
    if not found:
        raise UsageError(f"That claim {GONE}" if id_ else "choose a claim")
    return found


def _statement(conn: sqlite3.Connection, sent: Sent) -> str:
    id_ = line(sent, "statement")
    if not statements.by_ids(conn, [id_]):
        raise UsageError(f"That statement {GONE}")
    return id_


def _article(conn: sqlite3.Connection, sent: Sent, name: str) -> str:
    """An article by its id, or by its address on the desk."""
    id_ = line(sent, name).partition("#")[0].partition("?")[0].rstrip("/").rpartition("/")[2]
    if not articles.article(conn, id_):
        raise UsageError("choose an article, or paste the address of its page on this desk")
    return id_


def _one_of(sent: Sent, name: str, words: tuple[str, ...]) -> str:
    value = line(sent, name)
    if value not in words:
        raise UsageError(f"choose one: {name}")
    return value
