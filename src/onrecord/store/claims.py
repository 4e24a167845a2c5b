"""Claims, with all that hangs on them."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any, NamedTuple

from onrecord.model import Claim, ClaimFigure, HeadlineGap, Origin, Position, StatusChange, id_number
from onrecord.store import outlets
from onrecord.store.columns import as_list, from_list, grouped

_NOTES = ("collapsed", "not_heard", "missing")
_TABLES = (
    "claim_statements",
    "status_history",
    "positions",
    "origins",
    "claim_figures",
    "claim_headlines",
    "claim_notes",
)


def claim(conn: sqlite3.Connection, id: str) -> Claim | None:  # noqa: A002
    """The claim of that id, or None."""
    return next(iter(_load(conn, "id = ?", (id,))), None)


def claims(conn: sqlite3.Connection, *, status: str | None = None) -> list[Claim]:
    """Every claim, or those of one status, in order of id."""
    return _load(conn, "status = ?", (status,)) if status else _load(conn, "1", ())


def exists(conn: sqlite3.Connection, id: str) -> bool:  # noqa: A002
    """Whether there is a claim of that id now."""
    return conn.execute("SELECT 1 FROM claims WHERE id = ?", (id,)).fetchone() is not None


def by_ids(conn: sqlite3.Connection, ids: Iterable[str]) -> list[Claim]:
    """The claims of those ids, in that order; unknown ids are left out."""
    wanted = list(dict.fromkeys(ids))
    found = {one.id: one for one in _load(conn, "id IN (SELECT value FROM json_each(?))", (json.dumps(wanted),))}
    return [found[id_] for id_ in wanted if id_ in found]


def statuses(conn: sqlite3.Connection) -> dict[str, Counter[str]]:
    """{story id: how many of its claims have each status}, for the stories that have claims."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for row in conn.execute("SELECT story, status, count(*) AS times FROM claims GROUP BY story, status"):
        counts[row["story"]][row["status"]] = row["times"]
    return dict(counts)


def of_story(conn: sqlite3.Connection, story_id: str) -> list[Claim]:
    """The claims of a story."""
    return _load(conn, "story = ?", (story_id,))


def claim_of(conn: sqlite3.Connection, statement_ids: Iterable[str]) -> dict[str, str]:
    """{statement id: id of its claim}, for the statements that have one."""
    rows = conn.execute(
        "SELECT statement, claim FROM claim_statements WHERE statement IN (SELECT value FROM json_each(?))",
        (json.dumps(list(statement_ids)),),
    )
    return {row["statement"]: row["claim"] for row in rows}


def ids(conn: sqlite3.Connection, beginning: str) -> list[str]:
    """The ids that begin with those letters, in order."""
    rows = conn.execute("SELECT id FROM claims WHERE substr(id, 1, length(?1)) = ?1 ORDER BY id", (beginning,))
    return [row["id"] for row in rows]


def keep_claims(conn: sqlite3.Connection, all_of_them: Iterable[Claim]) -> None:
    """Keeps claims that the record has not."""
    kept = list(all_of_them)
    for one in kept:
        conn.execute("INSERT INTO claims VALUES (?, ?, ?, ?, ?, ?, ?, ?)", _row(one))
        for table, rows in _parts(one).items():
            for values in rows:
                conn.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(values))})", values)
    outlets.keep_carried(conn, (one.id for one in kept))


def _row(one: Claim) -> tuple[Any, ...]:
    """What it is, and by what lists order it: parties, statements, since when its status holds."""
    parties = len({at.party for at in one.positions})
    changed = (one.status_history[-1].on if one.status_history else None) or ""
    return (id_number(one.id), one.id, one.story, one.wording, one.status, parties, len(one.statements), changed)


def _parts(one: Claim) -> dict[str, list[tuple[Any, ...]]]:
    """Rows of the tables that belong to a claim."""
    origins = [(0, one.origins), (1, one.possible_origins)]
    return {
        "claim_statements": [(one.id, n, statement) for n, statement in enumerate(one.statements)],
        "status_history": [(one.id, n, change.on, change.value) for n, change in enumerate(one.status_history)],
        "positions": [
            (one.id, n, at.party, at.stance, at.on, as_list(at.statements)) for n, at in enumerate(one.positions)
        ],
        "origins": [
            (one.id, possible, n, origin.party, origin.first_article, origin.why)
            for possible, several in origins
            for n, origin in enumerate(several)
        ],
        "claim_figures": [
            (one.id, n, *_figure_values(at)) for n, at in enumerate((*one.figures, *one.unnamed_figures))
        ],
        "claim_headlines": [
            (one.id, n, at.article, at.says, at.body, at.headline, at.words, at.statement)
            for n, at in enumerate(one.headlines)
        ],
        "claim_notes": [(one.id, kind, n, value) for kind in _NOTES for n, value in enumerate(getattr(one, kind))],
    }


def _figure_values(at: ClaimFigure) -> tuple[Any, ...]:
    """In the order of the table's columns, which is that of the fields."""
    return tuple(getattr(at, name) for name in at.__dataclass_fields__)


class _Parts(NamedTuple):
    statements: dict[str, list[sqlite3.Row]]
    history: dict[str, list[sqlite3.Row]]
    positions: dict[str, list[sqlite3.Row]]
    origins: dict[str, list[sqlite3.Row]]
    figures: dict[str, list[sqlite3.Row]]
    headlines: dict[str, list[sqlite3.Row]]
    notes: dict[str, list[sqlite3.Row]]


def _load(conn: sqlite3.Connection, where: str, values: tuple[str, ...]) -> list[Claim]:
    rows = conn.execute(f"SELECT * FROM claims WHERE {where} ORDER BY id", values).fetchall()
    parts = _Parts(*(grouped(_children(conn, table, where, values), "claim") for table in _TABLES))
    return [_claim(row, parts) for row in rows]


def _children(conn: sqlite3.Connection, table: str, where: str, values: tuple[str, ...]) -> list[sqlite3.Row]:
    query = f"SELECT * FROM {table} WHERE claim IN (SELECT id FROM claims WHERE {where}) ORDER BY claim, n"
    return conn.execute(query, values).fetchall()


def _claim(row: sqlite3.Row, parts: _Parts) -> Claim:
    id_ = row["id"]
    origins = parts.origins.get(id_, [])
    notes = grouped(parts.notes.get(id_, []), "kind")
    figures = [_figure(at) for at in parts.figures.get(id_, [])]
    return Claim(
        id=id_,
        story=row["story"],
        wording=row["wording"],
        status=row["status"],
        status_history=tuple(StatusChange(at["on"], at["value"]) for at in parts.history.get(id_, [])),
        statements=tuple(at["statement"] for at in parts.statements.get(id_, [])),
        positions=tuple(_position(at) for at in parts.positions.get(id_, [])),
        origins=tuple(_origin(at) for at in origins if not at["possible"]),
        possible_origins=tuple(_origin(at) for at in origins if at["possible"]),
        figures=tuple(one for one in figures if one.party),
        unnamed_figures=tuple(one for one in figures if not one.party),
        headlines=tuple(_headline(at) for at in parts.headlines.get(id_, [])),
        **{kind: tuple(at["value"] for at in notes.get(kind, [])) for kind in _NOTES},
    )


def _position(row: sqlite3.Row) -> Position:
    return Position(row["party"], row["stance"], row["on"], from_list(row["statements"]))


def _origin(row: sqlite3.Row) -> Origin:
    return Origin(row["party"], row["first_article"], row["why"])


def _figure(row: sqlite3.Row) -> ClaimFigure:
    return ClaimFigure(*(row[name] for name in ClaimFigure.__dataclass_fields__))


def _headline(row: sqlite3.Row) -> HeadlineGap:
    return HeadlineGap(row["article"], row["says"], row["body"], row["headline"], row["words"], row["statement"])
