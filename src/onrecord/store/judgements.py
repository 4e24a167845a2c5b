"""What people decided, only ever added to; and what that comes to for the readings there are now."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from onrecord.model import Judgement, Outcome, Signed, Span, Subject
from onrecord.store.columns import as_list, as_spans, from_list, grouped

_ON_NAMES = "SELECT id FROM judgements WHERE kind IN ('same_party', 'other_party') AND"
_ABOUT = (
    "SELECT judgement AS id FROM judgement_subjects WHERE statement IN (SELECT value FROM json_each(?1))"
    " UNION SELECT judgement FROM judged_articles WHERE article IN (SELECT value FROM json_each(?2))"
    f" UNION {_ON_NAMES} party IN (SELECT value FROM json_each(?3))"
    f" UNION {_ON_NAMES} value IN (SELECT value FROM json_each(?3))"
)
_SUBJECTS = (
    "SELECT judgement, side, statement, article, content_spans AS spans, content AS text"
    " FROM json_each(?) AS one CROSS JOIN judgement_subjects ON judgement = one.value"
    " JOIN statements ON statements.id = statement ORDER BY judgement, n"
)
_STANDING = (
    "SELECT judgements.* FROM json_each(?) AS one CROSS JOIN judgements ON judgements.id = one.value"
    " CROSS JOIN judgement_outcomes AS became ON became.judgement = judgements.id"
    " WHERE became.standing = 'stands' AND judgements.kind NOT IN ('undo', 'redo') ORDER BY judgements.id"
)


def add(conn: sqlite3.Connection, one: Judgement) -> int:
    """Keeps a judgement, whatever its id says; its id of the record."""
    made = conn.execute(
        'INSERT INTO judgements (kind, "by", "at", why, value, party, role, "of", articles, signed)'
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(one.kind, one.by, one.at, one.why, one.value, one.party, one.role, one.of),
            *(as_list(one.articles), _as_signed(one.signed)),
        ),
    )
    id_ = int(made.lastrowid or 0)
    rows = [
        (id_, n, at.side, at.id, at.article, as_spans(at.spans), at.text)
        for n, at in enumerate(dict.fromkeys(one.subjects))
    ]
    conn.executemany("INSERT INTO judged_statements VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
    return id_


def judgements(conn: sqlite3.Connection) -> list[Judgement]:
    """All of them as they were given, in order."""
    held = grouped(conn.execute("SELECT * FROM judged_statements ORDER BY judgement, n"), "judgement")
    rows = conn.execute("SELECT * FROM judgements ORDER BY id")
    return [from_row(row, [subject_of(at) for at in held.get(row["id"], [])]) for row in rows]


def last_given(conn: sqlite3.Connection) -> str | None:
    """When the last of them was given; None where there is none."""
    row = conn.execute('SELECT "at" FROM judgements ORDER BY id DESC LIMIT 1').fetchone()
    return row["at"] if row else None


def carried(conn: sqlite3.Connection) -> list[Judgement]:
    """All of them with the statements they are about now, in order; as they were when the record was settled."""
    found = conn.execute(
        "SELECT judgement, side, statement, article, content_spans AS spans, content AS text"
        " FROM judgement_subjects JOIN statements ON statements.id = statement ORDER BY judgement, n"
    )
    held = grouped(found, "judgement")
    rows = conn.execute("SELECT * FROM judgements ORDER BY id")
    return [from_row(row, [subject_of(at) for at in held.get(row["id"], [])]) for row in rows]


def about(
    conn: sqlite3.Connection,
    *,
    statements: Iterable[str] = (),
    articles: Iterable[str] = (),
    parties: Iterable[str] = (),
) -> list[Judgement]:
    """Those that stand and are, as they are carried over, about any of these, in order; of names only exact ones."""
    asked = [json.dumps(list(several)) for several in (statements, articles, parties)]
    ids = [row["id"] for row in conn.execute(_ABOUT, asked)]
    if not ids:
        return []
    named = (json.dumps(ids),)
    held = grouped(conn.execute(_SUBJECTS, named), "judgement")
    rows = conn.execute(_STANDING, named)
    return [from_row(row, [subject_of(at) for at in held.get(row["id"], [])]) for row in rows]


def outcomes(conn: sqlite3.Connection) -> dict[int, Outcome]:
    """What became of each, by its id."""
    rows = conn.execute("SELECT * FROM judgement_outcomes ORDER BY judgement")
    return {row["judgement"]: Outcome(row["standing"], row["why"], tuple(json.loads(row["later"]))) for row in rows}


def keep_carried(conn: sqlite3.Connection, carried_over: Iterable[Judgement], became: Mapping[int, Outcome]) -> None:
    """Puts what judgements are about now, and what became of them, in the place of what was kept of that."""
    conn.execute("DELETE FROM judgement_subjects")
    conn.execute("DELETE FROM judgement_outcomes")
    rows = [(one.id, n, at.side, at.id) for one in carried_over for n, at in enumerate(one.subjects)]
    conn.executemany("INSERT INTO judgement_subjects VALUES (?, ?, ?, ?)", rows)
    conn.executemany(
        "INSERT INTO judgement_outcomes VALUES (?, ?, ?, ?)",
        [(id_, one.standing, one.why, json.dumps(one.later)) for id_, one in became.items()],
    )


def articles_now(conn: sqlite3.Connection, ids: Iterable[str]) -> dict[str, str]:
    """{article id: the one that stands for it now}: itself, or the one its page gives where it was read anew.

    Of several that a page gives only one of the same address will do.
    """
    found = {}
    for id_ in dict.fromkeys(ids):
        if conn.execute("SELECT 1 FROM finds WHERE article = ?", (id_,)).fetchone():
            found[id_] = id_
            continue
        rows = conn.execute(
            "SELECT DISTINCT later.id FROM articles AS was JOIN finds ON finds.page = was.page"
            " JOIN articles AS later ON later.id = finds.article AND later.url IS was.url WHERE was.id = ? LIMIT 2",
            (id_,),
        ).fetchall()
        if len(rows) == 1:
            found[id_] = rows[0]["id"]
    return found


def from_row(row: sqlite3.Row, subjects: Sequence[Subject]) -> Judgement:
    """A judgement from its row and its subjects."""
    return Judgement(
        id=row["id"],
        kind=row["kind"],
        by=row["by"],
        at=row["at"],
        why=row["why"],
        value=row["value"],
        party=row["party"],
        role=row["role"],
        of=row["of"],
        subjects=tuple(subjects),
        articles=from_list(row["articles"]),
        signed=_from_signed(row["signed"]),
    )


def subject_of(row: sqlite3.Row) -> Subject:
    """A subject from its row."""
    spans = tuple(Span(start, end) for start, end in json.loads(row["spans"]))
    return Subject(row["statement"], row["article"], spans, row["text"], row["side"])


def _as_signed(one: Signed | None) -> str | None:
    if one is None:
        return None
    shape = {"status": one.status, "positions": one.positions, "origins": one.origins}
    return json.dumps(shape, ensure_ascii=False)


def _from_signed(column: str | None) -> Signed | None:
    if column is None:
        return None
    shape: dict[str, Any] = json.loads(column)
    positions = tuple((party, stance) for party, stance in shape["positions"])
    return Signed(shape["status"], positions, tuple(shape["origins"]))
