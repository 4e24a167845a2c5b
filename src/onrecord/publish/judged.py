"""What people decided, in words, and where it shows: on a claim, on a statement."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.judging import Assessment, assessment
from onrecord.model import Claim, Judgement, JudgementKind, Outcome
from onrecord.publish.words import quoted, short, stance_word
from onrecord.store import judgements

SHOWN = 80  # characters of a quotation


@dataclass(frozen=True, slots=True)
class Decision:
    """A judgement, what it says in words, and what became of it."""

    judgement: Judgement
    words: str
    outcome: Outcome


def decisions(conn: sqlite3.Connection) -> list[Decision]:
    """Every judgement in order, told in the words it was given on."""
    became = judgements.outcomes(conn)
    given = judgements.judgements(conn)
    return [Decision(one, words_of(one), became.get(one.id, Outcome("stands"))) for one in given]


def standing(conn: sqlite3.Connection) -> list[Decision]:
    """Those that stand, about what there is now, in order."""
    became = judgements.outcomes(conn)
    found = ((one, became.get(one.id)) for one in judgements.carried(conn) if one.kind not in ("undo", "redo"))
    return [Decision(one, words_of(one), how) for one, how in found if how and how.standing == "stands"]


def about_claim(conn: sqlite3.Connection, claim: Claim, articles: Iterable[str]) -> list[Decision]:
    """Those that stand and may show on a claim, in order: about its statements, ``articles`` or parties."""
    parties = {one.party for one in claim.positions}
    found = judgements.about(conn, statements=claim.statements, articles=articles, parties=parties)
    return [Decision(one, words_of(one), Outcome("stands")) for one in found]


def about_article(conn: sqlite3.Connection, id_: str, statements: Iterable[str]) -> list[Decision]:
    """Those that stand and are about an article or what is said in it, in order."""
    found = judgements.about(conn, statements=statements, articles=[id_])
    return [Decision(one, words_of(one), Outcome("stands")) for one in found]


def on_article(id_: str, given: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decisions about an article as a whole: a note, a copy that is one or is none."""
    return tuple(one for one in given if id_ in one.judgement.articles)


def on_claim(claim: Claim, articles: Iterable[str], given: Sequence[Decision]) -> tuple[Decision, ...]:
    """The decisions that made a claim what it is; its assessment is none of them. ``articles``: that carry it."""
    held, carrying = set(claim.statements), set(articles)
    parties = {one.party for one in claim.positions}
    return tuple(one for one in given if one.judgement.kind != "assess" and _touches(one, held, carrying, parties))


def by_statement(given: Iterable[Decision]) -> dict[str, tuple[Decision, ...]]:
    """The decisions that are about single statements, by statement id: corrections, moves, confirmations."""
    found: dict[str, tuple[Decision, ...]] = {}
    for one in given:
        if one.judgement.kind in ("speaker", "stance", "day", "move", "confirm", "split", "note"):
            for id_ in one.judgement.on("this"):
                found[id_] = (*found.get(id_, ()), one)
    return found


def assessments(claims: Iterable[Claim], given: Sequence[Decision]) -> dict[str, Assessment]:
    """{claim id: what was signed of it}, where anybody did."""
    signed = [one.judgement for one in given if one.judgement.kind == "assess"]
    found = ((claim.id, assessment(claim, signed)) for claim in claims) if signed else ()
    return {id_: one for id_, one in found if one}


def words_of(one: Judgement) -> str:
    """What a judgement says, in a line."""
    return _WORDS[one.kind](one)


def _touches(one: Decision, held: set[str], carrying: set[str], parties: set[str]) -> bool:
    judgement = one.judgement
    if judgement.articles:
        return set(judgement.articles) <= carrying
    if judgement.kind in ("same_party", "other_party"):
        return bool({judgement.party, judgement.value} & parties)
    return not held.isdisjoint(judgement.on("this")) or not held.isdisjoint(judgement.on("with"))


def _quoted(one: Judgement) -> str:
    return _first(one, "this")


def _first(one: Judgement, side: str) -> str:
    text = next((at.text for at in one.subjects if at.side == side), "")
    return quoted(short(" ".join(text.split()), limit=SHOWN))


def _merge(one: Judgement) -> str:
    return f"one claim: {_first(one, 'this')} and {_first(one, 'with')}"


def _split(one: Judgement) -> str:
    this, whole = len(one.on("this")), len(one.subjects)
    return f"split off: {_quoted(one)} ({this} of {whole} statements)"


def _move(one: Judgement) -> str:
    where = "no claim" if one.value == "none" else f"the claim of {_first(one, 'with')}"
    return f"{_quoted(one)} is of {where}"


def _confirm(one: Judgement) -> str:
    with_ = one.on("with")
    return (
        f"{_quoted(one)} speaks to the claim of {_first(one, 'with')}"
        if with_
        else f"{_quoted(one)} speaks to its claim"
    )


def _speaker(one: Judgement) -> str:
    who = one.value or "somebody unnamed"
    known = "".join((f", {one.role}" if one.role else "", f", for {one.party}" if one.party else ""))
    return f"{_quoted(one)} was said by {who}{known}"


def _assess(one: Judgement) -> str:
    value = one.value or "  "
    return f"source {value[0]}, information {value[1:]}: {_quoted(one)}"


def _note(one: Judgement) -> str:
    on = f"article {_short(one, 0)}" if one.articles else _first(one, one.subjects[0].side) if one.subjects else ""
    return f"noted on {on}: {one.value}" if on else f"noted: {one.value}"


_WORDS: Mapping[JudgementKind, Callable[[Judgement], str]] = {
    "merge": _merge,
    "split": _split,
    "move": _move,
    "confirm": _confirm,
    "speaker": _speaker,
    "stance": lambda one: f"{_quoted(one)}: {stance_word(one.value or '')}",
    "day": lambda one: f"{_quoted(one)} was said on {one.value}",
    "same_party": lambda one: f"{one.party} is {one.value}",
    "other_party": lambda one: f"{one.party} and {one.value} are two parties",
    "copy": lambda one: f"article {_short(one, 0)} is a {one.value} of {_short(one, 1)}",
    "not_copy": lambda one: f"article {_short(one, 0)} is no copy of {_short(one, 1)}",
    "accept": lambda one: f"{one.party} speaks from its own knowledge: {_quoted(one)}",
    "reject": lambda one: f"{one.party} does not speak from its own knowledge: {_quoted(one)}",
    "assess": _assess,
    "note": _note,
    "undo": lambda one: f"judgement {one.of} is undone",
    "redo": lambda one: f"judgement {one.of} holds again",
}


def _short(one: Judgement, at: int) -> str:
    return one.articles[at][:8] if at < len(one.articles) else "no longer held"
