"""Judgements on claims. A claim is named by its id, and judged by its statements: its id may be another tomorrow."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.claims.units import units
from onrecord.errors import UsageError
from onrecord.judging import signed
from onrecord.judging.knots import NO_CLAIM
from onrecord.model import Claim, Judgement, JudgementKind, Statement
from onrecord.pipeline.review import Hand, subjects
from onrecord.store import articles, claims, copies, judgements, parties, statements, stories
from onrecord.text.likeness import groups

CONFIRMED = "1"  # the digit for what other sources confirm


def merge(conn: sqlite3.Connection, hand: Hand, first: str, second: str) -> Judgement:
    """Two claims are one."""
    one, other = (_claim(conn, id_) for id_ in (first, second))
    if one.id == other.id:
        raise UsageError(f"{one.id[:8]} is one claim; give two")
    _of_one_story(conn, one.story, other.story)
    held = (*subjects(_by_wording(conn, one)), *subjects(_by_wording(conn, other), side="with"))
    return hand.gives("merge", subjects=held)


def split(conn: sqlite3.Connection, hand: Hand, claim: str, ids: Sequence[str]) -> Judgement:
    """These statements, with their repeats in copies, are a claim of their own."""
    whole = _said(conn, _claim(conn, claim))
    strangers = set(ids) - {one.id for one in whole}
    if strangers:
        raise UsageError(f"statement {min(strangers)[:8]} is not of claim {claim[:8]}; see: onrecord claim {claim[:8]}")
    taken = {one for id_ in ids for one in _with_repeats(conn, id_)}
    this, rest = [one for one in whole if one.id in taken], [one for one in whole if one.id not in taken]
    if not rest:
        raise UsageError(f"that is all of claim {claim[:8]}: leave at least one statement in it")
    return hand.gives("split", subjects=(*subjects(this), *subjects(rest, side="from")))


def move(conn: sqlite3.Connection, hand: Hand, id_: str, claim: str | None) -> Judgement:
    """The statement, with its repeats in copies, is of that claim and not of its own; None: of no claim."""
    this = statements.by_ids(conn, sorted(_with_repeats(conn, id_)))
    old = claims.claim_of(conn, [id_]).get(id_)
    moved = {one.id for one in this}
    left = [one for one in _said(conn, _claim(conn, old)) if one.id not in moved] if old else []
    away = subjects(left, side="from")
    if claim is None:
        return hand.gives("move", value=NO_CLAIM, subjects=(*subjects(this), *away))
    into = _claim(conn, claim)
    if into.id == old:
        raise UsageError(
            f"statement {id_[:8]} is of claim {claim[:8]} already; to hold it there: onrecord review confirm"
        )
    _of_one_story(conn, stories.story_of(conn, this[0].article), into.story)
    joined = [one for one in _by_wording(conn, into) if one.id not in moved]
    return hand.gives("move", subjects=(*subjects(this), *subjects(joined, side="with"), *away))


def confirm(conn: sqlite3.Connection, hand: Hand, id_: str, claim: str) -> Judgement:
    """The statement speaks to that claim.

    In the claim already, it is tied to what names the claim and to what was confirmed of it before; of another claim
    or none, to all of it.
    """
    [this], into = statements.by_ids(conn, [id_]), _claim(conn, claim)
    _of_one_story(conn, stories.story_of(conn, this.article), into.story)
    others = [one for one in _by_wording(conn, into) if one.id != id_]
    if id_ in into.statements:
        before = {one for given in judgements.carried(conn) if given.kind == "confirm" for one in given.on("this")}
        named = next((one.id for one in others if into.wording in " ".join(one.content.text.split())), None)
        others = [one for one in others if one.id in before or one.id == named] or others[:1]
    return hand.gives("confirm", subjects=(*subjects([this]), *subjects(others, side="with")))


def origin(conn: sqlite3.Connection, hand: Hand, said: tuple[str, str], *, accepted: bool) -> Judgement:
    """That a party speaks on a claim from its own knowledge, or does not. ``said``: claim and party.

    Accepting one needs a reason: it may make the claim corroborated, and the reason stands beside the origin.
    """
    one = _claim(conn, said[0])
    known = [at.party for at in (*one.origins, *one.possible_origins)]
    party = next((name for name in known if name.casefold() == said[1].strip().casefold()), None)
    if not party:
        told = f"those who do: {', '.join(known)}" if known else "nobody does"
        raise UsageError(f"{said[1]} does not assert claim {one.id[:8]}, and only who asserts it can know it; {told}")
    if accepted and not hand.why.strip():
        raise UsageError(f"say how you know that {party} speaks from its own knowledge: it stands beside the origin")
    whose = parties.party_of(conn, one.statements)
    own = [at for at in _said(conn, one) if party in _parts(whose.get(at.id)) and at.stance == "asserts"]
    kind: JudgementKind = "accept" if accepted else "reject"
    return hand.gives(kind, party=party, subjects=subjects(own))


def assess(conn: sqlite3.Connection, hand: Hand, claim: str, marks: tuple[str, str]) -> Judgement:
    """An assessment: how reliable the source (A to F), how credible what it says (1 to 6).

    Raises UsageError for digit 1 on a claim that two independent origins do not back.
    """
    one, (letter, digit) = _claim(conn, claim), marks
    if digit == CONFIRMED and len(one.origins) < 2:
        counted = "none" if not one.origins else "one"
        raise UsageError(
            f"digit 1 (confirmed by other sources) needs two independent origins, and claim {one.id[:8]} has {counted};"
            " accept one first (on the page of the claim, or with: onrecord review origin), or give 2 to 6"
        )
    said = subjects(_by_wording(conn, one))
    return hand.gives("assess", value=f"{letter}{digit}", subjects=said, signed=signed(one))


def note_on_claim(conn: sqlite3.Connection, hand: Hand, claim: str, text: str) -> Judgement:
    """A note on a claim: it belongs with its statements and is about none of them alone."""
    return hand.gives("note", value=text, subjects=subjects(_by_wording(conn, _claim(conn, claim)), side="with"))


def _claim(conn: sqlite3.Connection, id_: str) -> Claim:
    found = claims.claim(conn, id_)
    if not found:
        raise UsageError(f"there is no claim {id_}")
    return found


def _said(conn: sqlite3.Connection, claim: Claim) -> list[Statement]:
    return statements.by_ids(conn, claim.statements)


def _by_wording(conn: sqlite3.Connection, claim: Claim) -> list[Statement]:
    """What is said of a claim, first what it is called by: a judgement is told in the first words it is about."""
    return sorted(_said(conn, claim), key=lambda at: claim.wording not in " ".join(at.content.text.split()))


def _parts(party: str | None) -> list[str]:
    return [part.strip() for part in (party or "").split(";")]


def _of_one_story(conn: sqlite3.Connection, one: str | None, other: str | None) -> None:
    if one != other:
        titles = [f"“{found.title}”" if (found := stories.story(conn, id_ or "")) else "none" for id_ in (one, other)]
        raise UsageError(f"a claim is of one story, and these are of two: {' and '.join(titles)}")


def _with_repeats(conn: sqlite3.Connection, id_: str) -> set[str]:
    """A statement and the same in copies and versions of its article: they are of one claim, whoever moves them."""
    [one] = statements.by_ids(conn, [id_])
    story = stories.story(conn, stories.story_of(conn, one.article) or "")
    held = articles.by_ids(conn, story.articles if story else [one.article])
    drawn = ((edge.article, edge.of) for edge in copies.copies_of(conn, held))
    edges = [*copies.versions_of(conn, held), *drawn]
    same = groups(held, [edge for edge in edges if held.keys() >= set(edge)])
    said = [at for article in held for at in statements.of_article(conn, article)]
    bundles = units(held, _settled(conn, said), same)
    return set(next((unit.ids for unit in bundles if id_ in unit.ids), (id_,)))


def _settled(conn: sqlite3.Connection, said: Sequence[Statement]) -> Iterable[Statement]:
    whose = parties.party_of(conn, (one.id for one in said))
    return [replace(one, speaker=replace(one.speaker, party=whose.get(one.id))) for one in said]
