"""What people decided, and deciding."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import replace
from typing import Any

from starlette.datastructures import FormData, UploadFile

from onrecord.errors import UsageError
from onrecord.model import Outcome, Standing, moments
from onrecord.pipeline.review import Hand
from onrecord.pipeline.review_together import Quarrel, keep_unless
from onrecord.publish.pages.review_queue import question, undecided, why
from onrecord.publish.record_json import Json, judgement_json
from onrecord.publish.review_order import in_order, weight
from onrecord.store import asks, claim_lists, claims, judgement_log
from onrecord.store.asks import Ask
from onrecord.store.judgement_log import Sought
from onrecord.web.acting import Sent
from onrecord.web.api.operations import Asked, Cursor, NotThereError, Operation, Parameter
from onrecord.web.api.schema import DAY, ID, JUDGEMENT_KIND, NUMBER, Schema, integer, one_of, rows, sent, text
from onrecord.web.review_drafts import DRAFTS

FIELDS: Mapping[str, Schema] = {
    "kind": one_of(tuple(DRAFTS)),
    "why": text("Why: shown beside the judgement."),
    "claim": text(maxLength=64),
    "other": text("Another claim (merge) or another name (party).", maxLength=300),
    "statement": text(maxLength=64),
    "statements": {**rows(text(maxLength=64)), "maxItems": 300},
    "party": text(maxLength=300),
    "word": text("accept or reject (origin); same or apart (party).", maxLength=20),
    "letter": text("A to F.", maxLength=1),
    "digit": text("1 to 6.", maxLength=1),
    "name": text(maxLength=300),
    "role": text(maxLength=300),
    "stance": text(maxLength=40),
    "day": DAY,
    "article": text(maxLength=64),
    "of": text("An article (copy) or the number of a judgement (undo, redo).", maxLength=64),
    "relation": text(maxLength=40),
    "text": text("A note."),
    "seen": integer("The newest judgement known to its giver: with others since on the same, 409.", minimum=0),
}
SENT = sent("A judgement as it is given; which fields it needs goes by kind (docs/api.md).", ("kind",), FIELDS)


def log(asked: Asked) -> Sequence[Json]:
    """Judgements, the last given first."""
    found = judgement_log.sought(asked.conn, _sought(asked), most=asked.limit + 1)
    undone = judgement_log.undone(asked.conn) if found else set()
    return [judgement_json(one, _became(asked, one.id, undone)) for one in found]


def queue(asked: Asked) -> Sequence[Json]:
    """What a person should look at next, what weighs most first; what its asker skipped is left out."""
    waiting = in_order(undecided(asked.conn, asks.asks(asked.conn), asked.reader.name))[asked.wanted]
    words = claim_lists.named(asked.conn, [one.claim for one in waiting if one.claim])
    return [_question(one, words[one.claim].wording if one.claim in words else None) for one in waiting]


def judgement(asked: Asked) -> Json:
    """One judgement."""
    found = judgement_log.by_ids(asked.conn, [asked.given["id"]])
    if not found:
        raise NotThereError(f"there is no judgement {asked.given['id']}")
    return judgement_json(found[0], _became(asked, found[0].id, judgement_log.undone(asked.conn)))


def give(asked: Asked) -> Json:
    """Keeps a judgement. UsageError where it cannot be, or others decided on the same since."""
    body = asked.body
    hand = Hand(asked.reader.name or "api", moments.now(), str(body.get("why", "")).strip())
    form = Sent(FormData(_pairs(body)), asked.reader)
    draft = DRAFTS[body["kind"]]
    seen = body.get("seen", judgement_log.last(asked.conn))
    kept = keep_unless(asked.conn, lambda: draft(asked.conn, hand, form), seen=seen)
    if isinstance(kept, Quarrel):
        raise UsageError("others decided on the same since; read the log and send it again with the newest as seen")
    return judgement_json(kept, judgement_log.outcome(asked.conn, kept.id))


def _sought(asked: Asked) -> Sought:
    given = asked.given
    about = Sought(
        given.get("by", ""),
        given.get("kind", ""),
        given.get("day", ""),
        given.get("standing", ""),
        article=given.get("article", ""),
        before=given["before"] or None,
    )
    if given.get("statement"):
        return replace(about, statements=(given["statement"],))
    if given.get("claim"):
        claim = claims.claim(asked.conn, given["claim"])
        return replace(about, statements=claim.statements if claim else ())
    return about


def _question(one: Ask, wording: str | None) -> Json:
    return {
        "kind": one.kind,
        "question": question(one),
        "why": why(one),
        "statement": one.statement or None,
        "claim": one.claim or None,
        "wording": wording,
        "party": one.party or None,
        "other": one.other or None,
        "sure": one.sure,
        "weight": weight(one),
    }


def _became(asked: Asked, id_: int, undone: Container[int]) -> Outcome:
    """What became of it; that it was undone is known before the record is settled after it."""
    return Outcome("undone") if id_ in undone else judgement_log.outcome(asked.conn, id_)


def _pairs(body: Mapping[str, Any]) -> list[tuple[str, str | UploadFile]]:
    """What was sent as a form sends it: the same rules read both."""
    flat = [(name, value) for name, value in body.items() if isinstance(value, str)]
    return [*flat, *(("statement", one) for one in body.get("statements", ()))]


OPERATIONS = (
    Operation(
        "/judgements",
        "judgements",
        "What people decided, the last first",
        "Judgement",
        log,
        (
            Parameter("by", text("Whoever decided it.", maxLength=200)),
            Parameter("kind", JUDGEMENT_KIND),
            Parameter("day", {**DAY, "description": "Given on that day (UTC), YYYY-MM-DD."}),
            Parameter("standing", one_of(Standing)),
            Parameter("claim", ID),
            Parameter("statement", ID),
            Parameter("article", ID),
        ),
        more="With what became of it. Of claim and statement the statement counts.",
        paged=True,
        cursor=Cursor("before", "id"),
        links={"judgement": "/items/0/id"},
    ),
    Operation(
        "/judgements/{id}", "judgement", "A judgement", "Judgement", judgement, (Parameter("id", NUMBER, needed=True),)
    ),
    Operation(
        "/judgements",
        "judge",
        "Decide: merge, split, move, confirm, correct, accept, sign, note, undo",
        "Judgement",
        give,
        more="Kept at once and settled behind the desk: /state says when it is worked in.",
        method="POST",
        scope="write",
        takes=SENT,
        settles=True,
        links={"judgement": "/id"},
    ),
    Operation(
        "/review",
        "review",
        "What a person should look at next",
        "Question",
        queue,
        more="What moves most if it is wrong, is least sure and is read now comes first. What is decided, or was "
        "skipped by whoever asks, is left out.",
        paged=True,
        scope="write",
        links={"statement": "/items/0/statement", "claim": "/items/0/claim"},
    ),
)
