"""What was decided: a judgement just given, the log of them, and the statements there are to judge."""

from __future__ import annotations

import argparse
import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import replace

from onrecord.cli.ids import claim_id, statement_id
from onrecord.cli.screen import Column, complain, line, show_json, show_table
from onrecord.cli.shown import ID_SHOWN, day, speaker
from onrecord.errors import UsageError
from onrecord.model import Judgement, Outcome, Statement
from onrecord.publish.judged import Decision, by_statement, decisions, standing, words_of
from onrecord.publish.record_json import Json, copy_json, judgement_json, statement_row
from onrecord.store import articles, claims, copies, judgements, parties, stories
from onrecord.store import statements as held_statements
from onrecord.store.opening import open_record


def show_given(conn: sqlite3.Connection, given: Judgement, *, as_json: bool) -> None:
    """A judgement that was just given, and the claims it is about as they are now."""
    became = judgements.outcomes(conn).get(given.id, Outcome("stands"))
    now = _claims_of(conn, given)
    if as_json:
        show_json(_given_json(given, became, now))
        return
    line(f"judgement {given.id} by {given.by}: {words_of(given)}")
    for one in claims.by_ids(conn, now):
        line(f"claim {one.id[:ID_SHOWN]} ({one.status}, {len(one.statements)} statements): “{one.wording}”", indent=4)


def log(typed: argparse.Namespace) -> int:
    """Who decided what."""
    with closing(open_record(typed.record, readonly=True)) as conn:
        if typed.machine:
            return _machine(conn, typed)
        found = _asked_for(conn, typed, decisions(conn))
        if typed.json:
            for one in found:
                show_json(judgement_json(one.judgement, one.outcome))
        else:
            _show_log(found)
    return 0


def statements(typed: argparse.Namespace) -> int:
    """What can be judged, with ids."""
    with closing(open_record(typed.record, readonly=True)) as conn:
        said = _said_in(conn, typed.id)
        ids = [one.id for one in said]
        of_claim, whose = claims.claim_of(conn, ids), parties.party_of(conn, ids)
        said = [one for one in said if not (typed.unclaimed and one.id in of_claim)]
        if typed.json:
            for one in said:
                show_json(statement_row(one, party=whose.get(one.id), claim=of_claim.get(one.id)))
            return 0
        said = [replace(one, speaker=replace(one.speaker, party=whose.get(one.id, one.speaker.party))) for one in said]
        by_hand = by_statement(standing(conn))
    columns = (
        Column("statement"),
        Column("claim"),
        Column("on"),
        Column("stance"),
        Column("judged"),
        Column("speaker"),
    )
    rows = [
        (
            *(one.id[:ID_SHOWN], of_claim.get(one.id, "")[:ID_SHOWN], day(one.said_on), one.stance),
            ", ".join(str(given.judgement.id) for given in by_hand.get(one.id, ())),
            *(speaker(one), one.content.text),
        )
        for one in said
    ]
    show_table((*columns, Column("words", wraps=True)), rows)
    return 0


def _said_in(conn: sqlite3.Connection, typed: str) -> list[Statement]:
    """The statements of the one claim, story or article whose id begins so. Raises UsageError."""
    kinds = (("claim", claims.ids), ("story", stories.ids), ("article", articles.ids))
    found = [(kind, id_) for kind, ids in kinds for id_ in ids(conn, typed)]
    if len(found) != 1:
        told = f"{len(found)} ids begin with {typed}; give more of it" if found else f"no id begins with {typed}"
        raise UsageError(told)
    [(kind, id_)] = found
    if kind == "claim":
        return held_statements.by_ids(conn, claims.by_ids(conn, [id_])[0].statements)
    story = stories.story(conn, id_) if kind == "story" else None
    return [one for at in (story.articles if story else (id_,)) for one in held_statements.of_article(conn, at)]


def _claims_of(conn: sqlite3.Connection, given: Judgement) -> list[str]:
    about = next((one for one in judgements.carried(conn) if one.id == (given.of or given.id)), given)
    ids = [one.id for one in about.subjects]
    of_claim = claims.claim_of(conn, ids)
    return list(dict.fromkeys(of_claim[id_] for id_ in ids if id_ in of_claim))


def _given_json(given: Judgement, became: Outcome, now: Sequence[str]) -> Json:
    return {**judgement_json(given, became), "claims": list(now)}


def _asked_for(conn: sqlite3.Connection, typed: argparse.Namespace, found: Iterable[Decision]) -> list[Decision]:
    wanted: set[str] | None = None
    if typed.claim:
        wanted = set(claims.by_ids(conn, [claim_id(conn, typed.claim)])[0].statements)
    if typed.statement:
        one = {statement_id(conn, typed.statement)}
        wanted = one if wanted is None else wanted & one
    if wanted is None:
        return list(found)
    about = {one.id for one in judgements.carried(conn) if wanted & {at.id for at in one.subjects}}
    return [one for one in found if one.judgement.id in about or one.judgement.of in about]


def _show_log(found: Sequence[Decision]) -> None:
    columns = (Column("id", right=True), Column("when"), Column("by"), Column("judgement"), Column("it"))
    rows = [
        (
            *(one.judgement.id, one.judgement.at, one.judgement.by, one.judgement.kind),
            one.outcome.standing.replace("_", " "),
            "; ".join(part for part in (one.words, one.judgement.why, one.outcome.why) if part),
        )
        for one in found
    ]
    show_table((*columns, Column("what and why", wraps=True)), rows)


def _machine(conn: sqlite3.Connection, typed: argparse.Namespace) -> int:
    """What the rules decided, as far as the record knows why: names settled under another, and copies."""
    if typed.claim or typed.statement:
        complain("--machine tells of the whole record; what the rules decided on a claim: onrecord claim ID")
        return 2
    names = Counter(_settled_names(conn))
    for (read, settled), times in sorted(names.items()):
        if typed.json:
            show_json({"decided": "party", "name": read, "party": settled, "statements": times})
        else:
            line(f"party: {read} is {settled} ({times} statements)")
    for edge in copies.copies(conn):
        if typed.json:
            show_json({"decided": "copy", **copy_json(edge)})
        else:
            line(f"{edge.relation}: {edge.article[:ID_SHOWN]} of {edge.of[:ID_SHOWN]}: {edge.why}")
    return 0


def _settled_names(conn: sqlite3.Connection) -> Iterable[tuple[str, str]]:
    whose = dict(parties.every_party(conn))
    for reading in held_statements.readings(conn):
        for one in reading.statements:
            if one.speaker.party and whose.get(one.id, one.speaker.party) != one.speaker.party:
                yield one.speaker.party, whose[one.id]
