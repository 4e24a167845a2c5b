"""What people decided, and deciding."""

from __future__ import annotations

import datetime
from collections.abc import Container, Mapping, Sequence
from typing import Any

from starlette.datastructures import FormData, UploadFile

from onrecord.errors import UsageError
from onrecord.model import Outcome
from onrecord.pipeline.review import Hand
from onrecord.pipeline.review_together import Quarrel, keep_unless
from onrecord.publish.record_json import Json, judgement_json
from onrecord.store import judgement_log
from onrecord.store.judgement_log import Sought
from onrecord.web.acting import Sent
from onrecord.web.api.operations import Asked, NotThereError, Operation, Parameter
from onrecord.web.api.schema import DAY, JUDGEMENT_KIND, Schema, integer, one_of, rows, sent, text
from onrecord.web.review_drafts import DRAFTS

NUMBER = integer("The number of a judgement.", minimum=1, maximum=2**53)
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
    sought = Sought(by=asked.given.get("by", ""), kind=asked.given.get("kind", ""))
    found = judgement_log.sought(asked.conn, sought, most=asked.offset + asked.limit + 1)
    undone = judgement_log.undone(asked.conn)
    return [judgement_json(one, _became(asked, one.id, undone)) for one in found[asked.offset :]]


def judgement(asked: Asked) -> Json:
    """One judgement."""
    found = judgement_log.by_ids(asked.conn, [asked.given["id"]])
    if not found:
        raise NotThereError(f"there is no judgement {asked.given['id']}")
    return judgement_json(found[0], _became(asked, found[0].id, judgement_log.undone(asked.conn)))


def give(asked: Asked) -> Json:
    """Keeps a judgement. UsageError where it cannot be, or others decided on the same since."""
    body = asked.body
    hand = Hand(asked.reader.name or "api", _now(), str(body.get("why", "")).strip())
    form = Sent(FormData(_pairs(body)), asked.reader)
    draft = DRAFTS[body["kind"]]
    seen = body.get("seen", judgement_log.last(asked.conn))
    kept = keep_unless(asked.conn, lambda: draft(asked.conn, hand, form), seen=seen)
    if isinstance(kept, Quarrel):
        raise UsageError("others decided on the same since; read the log and send it again with the newest as seen")
    return judgement_json(kept, judgement_log.outcome(asked.conn, kept.id))


def _became(asked: Asked, id_: int, undone: Container[int]) -> Outcome:
    """What became of it; that it was undone is known before the record is settled after it."""
    return Outcome("undone") if id_ in undone else judgement_log.outcome(asked.conn, id_)


def _pairs(body: Mapping[str, Any]) -> list[tuple[str, str | UploadFile]]:
    """What was sent as a form sends it: the same rules read both."""
    flat = [(name, value) for name, value in body.items() if isinstance(value, str)]
    return [*flat, *(("statement", one) for one in body.get("statements", ()))]


def _now() -> str:
    return datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


OPERATIONS = (
    Operation(
        "/judgements",
        "judgements",
        "What people decided, the last first",
        "Judgement",
        log,
        (Parameter("by", text(maxLength=200)), Parameter("kind", JUDGEMENT_KIND)),
        paged=True,
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
        method="POST",
        scope="write",
        takes=SENT,
    ),
)
