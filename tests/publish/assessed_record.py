"""The small record with what somebody signed of its claim, for exports; its words can be dressed up."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from onrecord.judging.assessments import signed
from onrecord.model import Claim, Judgement, Outcome, Settled, Subject
from onrecord.store import judgements, statements
from onrecord.store.opening import open_record, transaction
from tests.publish.small_record import Dress, small_record

VALUE = "B2"
AT = "2026-05-08T09:30:00Z"
ONCE = '=cmd|"/c calc"!A1 <script>alert(1)</script> [x](javascript:1) @all \u202e `|` \x07 "}]\r\n,;'


def hostile(text: str) -> str:
    """The words, followed by signs that mean something to some format; offsets into the words hold."""
    return f"{text} {ONCE}"


def assessed_record(path: Path, dress: Dress, *, value: str = VALUE) -> Settled:
    """Keeps the record at ``path``."""
    settled = small_record(path, dress)
    with closing(open_record(path)) as conn, transaction(conn):
        _sign(conn, settled.claims[0], dress, value)
    return settled


def _sign(conn: sqlite3.Connection, claim: Claim, dress: Dress, value: str) -> None:
    said = statements.by_ids(conn, claim.statements)
    subjects = tuple(Subject(one.id, one.article, one.content.spans, one.content.text) for one in said)
    by, why = dress("Ada Reader"), dress("two papers")
    judgement = Judgement(0, "assess", by, AT, why, value, subjects=subjects, signed=signed(claim))
    id_ = judgements.add(conn, judgement)
    judgements.keep_carried(conn, judgements.judgements(conn), {id_: Outcome("stands")})
