"""What settling took away since changes were last worked out, and what it made: so that only the net of it is told."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict
from typing import Any

from onrecord.model import Claim, ClaimFigure, Origin, Position, StatusChange, Story, Toll
from onrecord.store import claims
from onrecord.store.columns import grouped
from onrecord.store.story_notes import tolls_in

_MEMBERS = {
    "claim": ("claims", "claim_statements", "claim", "statement"),
    "story": ("stories", "story_articles", "story", "article"),
}
_OF_THEM = "IN (SELECT value FROM json_each(?))"


def put_by(conn: sqlite3.Connection, story: str) -> None:
    """Keeps how a story and its claims are, before they are dropped: what was made since is only forgotten."""
    rows = [
        ("story", story),
        *(("claim", row["id"]) for row in conn.execute("SELECT id FROM claims WHERE story = ?", (story,))),
    ]
    made = {
        row for row in rows if conn.execute("SELECT 1 FROM settling_made WHERE kind = ? AND id = ?", row).fetchone()
    }
    conn.executemany("DELETE FROM settling_made WHERE kind = ? AND id = ?", made)
    held = claims.by_ids(conn, [id_ for kind, id_ in rows if kind == "claim" and (kind, id_) not in made])
    states = [("claim", one.id, json.dumps(_claim_shape(one), ensure_ascii=False)) for one in held]
    if ("story", story) not in made:
        one = stories_now(conn, [story]).get(story)
        states += [("story", story, json.dumps(_story_shape(one), ensure_ascii=False))] if one else []
    conn.executemany("INSERT OR IGNORE INTO settling_before VALUES (?, ?, ?)", states)


def note_made(conn: sqlite3.Connection, story: str, claim_ids: Iterable[str]) -> None:
    """Notes that a story and its claims were made."""
    rows = [("story", story), *(("claim", one) for one in claim_ids)]
    conn.executemany("INSERT OR IGNORE INTO settling_made VALUES (?, ?)", rows)


def is_pending(conn: sqlite3.Connection) -> bool:
    """Whether there are changes to be worked out."""
    query = "SELECT EXISTS (SELECT 1 FROM settling_before) OR EXISTS (SELECT 1 FROM settling_made)"
    return bool(conn.execute(query).fetchone()[0])


def members_before(conn: sqlite3.Connection, kind: str) -> dict[str, list[str]]:
    """{id: its statements (articles)} of what was put by."""
    rows = conn.execute("SELECT id, state ->> '$.members' AS members FROM settling_before WHERE kind = ?", (kind,))
    return {row["id"]: json.loads(row["members"]) for row in rows}


def members_made(conn: sqlite3.Connection, kind: str) -> dict[str, list[str]]:
    """{id: its statements (articles)} of what was made and is there."""
    _, table, of, member = _MEMBERS[kind]
    found: dict[str, list[str]] = {}
    query = (
        f"SELECT made.id, held.{member} AS member FROM settling_made AS made JOIN {table} AS held"
        f" ON held.{of} = made.id WHERE made.kind = ? ORDER BY made.id, held.n"
    )
    for row in conn.execute(query, (kind,)):
        found.setdefault(row["id"], []).append(row["member"])
    return found


def claims_before(conn: sqlite3.Connection, ids: Collection[str]) -> dict[str, Claim]:
    """The claims that were put by, by id."""
    return {id_: _claim(shape) for id_, shape in _states(conn, "claim", ids).items()}


def stories_before(conn: sqlite3.Connection, ids: Collection[str]) -> dict[str, Story]:
    """The stories that were put by, by id."""
    return {id_: _story(shape) for id_, shape in _states(conn, "story", ids).items()}


def stories_now(conn: sqlite3.Connection, ids: Collection[str]) -> dict[str, Story]:
    """Stories as they are, by id: with their articles and tolls and nothing else."""
    asked = (json.dumps(list(ids)),)
    rows = conn.execute(f"SELECT id, title FROM stories WHERE id {_OF_THEM}", asked).fetchall()
    held = grouped(
        conn.execute(f"SELECT * FROM story_articles WHERE story {_OF_THEM} ORDER BY story, n", asked), "story"
    )
    query = f"SELECT * FROM story_notes WHERE kind = 'toll' AND story {_OF_THEM} ORDER BY story, n"
    notes = grouped(conn.execute(query, asked), "story")
    found = {}
    for row in rows:
        members = tuple(at["article"] for at in held.get(row["id"], []))
        found[row["id"]] = Story(row["id"], row["title"], members, 0.0, tolls=tolls_in(notes.get(row["id"], [])))
    return found


def first_of_their_pages(conn: sqlite3.Connection, ids: Collection[str]) -> set[str]:
    """Those of the articles whose page gave none before: the others are only read otherwise by now."""
    query = (
        f"SELECT id FROM articles AS one WHERE id {_OF_THEM} AND NOT EXISTS"
        " (SELECT 1 FROM articles AS other WHERE other.page = one.page AND other.seq < one.seq"
        " AND NOT EXISTS (SELECT 1 FROM finds WHERE finds.article = other.id))"
    )
    return {row["id"] for row in conn.execute(query, (json.dumps(list(ids)),))}


def spoken(conn: sqlite3.Connection, ids: Iterable[str]) -> dict[str, tuple[str, tuple[str, ...]]]:
    """{statement: its article, and the names of who speaks and for whom}, as settled and as people corrected them."""
    query = (
        "SELECT said.id, said.article, iif(over.of_speaker, over.speaker, said.speaker) AS speaker,"
        " coalesce(parties.party, iif(over.of_speaker, over.party, said.party)) AS party"
        " FROM statements AS said LEFT JOIN parties ON parties.statement = said.id"
        f" LEFT JOIN corrections AS over ON over.statement = said.id WHERE said.id {_OF_THEM}"
    )
    rows = conn.execute(query, (json.dumps(list(ids)),))
    return {row["id"]: (row["article"], tuple(one for one in (row["speaker"], row["party"]) if one)) for row in rows}


def last_judgement(conn: sqlite3.Connection) -> int:
    """The number of the last judgement; 0 where there is none."""
    return int(conn.execute("SELECT coalesce(max(id), 0) FROM judgements").fetchone()[0])


def done(conn: sqlite3.Connection, kind: str, before: Collection[str], made: Collection[str]) -> None:
    """Notes that the changes between these were worked out."""
    for table, ids in (("settling_before", before), ("settling_made", made)):
        conn.execute(f"DELETE FROM {table} WHERE kind = ? AND id {_OF_THEM}", (kind, json.dumps(list(ids))))


def clean(conn: sqlite3.Connection) -> None:
    """Forgets what was made and is there no more."""
    for kind, (table, *_) in _MEMBERS.items():
        conn.execute(f"DELETE FROM settling_made WHERE kind = ? AND id NOT IN (SELECT id FROM {table})", (kind,))


def note(conn: sqlite3.Connection, name: str) -> str | None:
    """What is noted of telling under a name."""
    row = conn.execute("SELECT value FROM telling WHERE name = ?", (name,)).fetchone()
    return row["value"] if row else None


def set_note(conn: sqlite3.Connection, name: str, value: str | None) -> None:
    """Notes it; None forgets it."""
    conn.execute("DELETE FROM telling WHERE name = ?", (name,))
    if value is not None:
        conn.execute("INSERT INTO telling VALUES (?, ?)", (name, value))


def keep_former(conn: sqlite3.Connection, kind: str, went: Mapping[str, Mapping[str, int]]) -> None:
    """Keeps where what was in each of these ids is now; an id that is there again is former no more."""
    table = _MEMBERS[kind][0]
    there = {
        row["id"] for row in conn.execute(f"SELECT id FROM {table} WHERE id {_OF_THEM}", (json.dumps(list(went)),))
    }
    rows = [
        (kind, id_, other, shared) for id_, into in went.items() if id_ not in there for other, shared in into.items()
    ]
    conn.executemany("DELETE FROM former WHERE kind = ? AND id = ?", [(kind, id_) for id_ in went])
    conn.executemany("INSERT INTO former VALUES (?, ?, ?, ?)", rows)


def forget_former(conn: sqlite3.Connection, kind: str, ids: Iterable[str]) -> None:
    """These ids are there (again)."""
    conn.executemany("DELETE FROM former WHERE kind = ? AND id = ?", [(kind, id_) for id_ in ids])


def successors(conn: sqlite3.Connection, kind: str, id_: str) -> list[str]:
    """The ids under which what was in a claim (story) is now, the largest part first; itself where it is there."""
    table = _MEMBERS[kind][0]
    if conn.execute(f"SELECT 1 FROM {table} WHERE id = ?", (id_,)).fetchone():
        return [id_]
    query = (
        "WITH RECURSIVE led (id, shared, steps) AS ("
        " SELECT successor, shared, 1 FROM former WHERE kind = ?1 AND id = ?2"
        " UNION SELECT former.successor, min(former.shared, led.shared), led.steps + 1 FROM led"
        " JOIN former ON former.kind = ?1 AND former.id = led.id WHERE led.steps < 60)"
        f" SELECT led.id, max(led.shared) AS shared FROM led JOIN {table} ON {table}.id = led.id"
        " GROUP BY led.id ORDER BY shared DESC, led.id LIMIT 20"
    )
    return [row["id"] for row in conn.execute(query, (kind, id_))]


def formers(conn: sqlite3.Connection, kind: str, id_: str) -> list[str]:
    """The ids that what is in a claim (story) had before, itself first."""
    query = (
        "WITH RECURSIVE led (id, steps) AS (SELECT ?2, 0"
        " UNION SELECT former.id, led.steps + 1 FROM led JOIN former ON former.kind = ?1 AND former.successor = led.id"
        " WHERE led.steps < 60) SELECT DISTINCT id FROM led LIMIT 500"
    )
    return [row["id"] for row in conn.execute(query, (kind, id_))]


def _states(conn: sqlite3.Connection, kind: str, ids: Collection[str]) -> dict[str, dict[str, Any]]:
    query = f"SELECT id, state FROM settling_before WHERE kind = ? AND id {_OF_THEM}"
    rows = conn.execute(query, (kind, json.dumps(list(ids))))
    return {row["id"]: json.loads(row["state"]) for row in rows}


def _claim_shape(one: Claim) -> dict[str, Any]:
    kept = ("id", "story", "wording", "status")
    return {
        **{name: getattr(one, name) for name in kept},
        "members": one.statements,
        "history": [(at.on, at.value) for at in one.status_history],
        "positions": [(at.party, at.stance, at.on, at.statements) for at in one.positions],
        "origins": [(at.party, at.first_article, at.why) for at in one.origins],
        "figures": [asdict(at) for at in one.figures],
    }


def _claim(shape: dict[str, Any]) -> Claim:
    return Claim(
        id=shape["id"],
        story=shape["story"],
        wording=shape["wording"],
        status=shape["status"],
        status_history=tuple(StatusChange(on, value) for on, value in shape["history"]),
        statements=tuple(shape["members"]),
        positions=tuple(Position(party, stance, on, tuple(said)) for party, stance, on, said in shape["positions"]),
        origins=tuple(Origin(*values) for values in shape["origins"]),
        figures=tuple(ClaimFigure(**values) for values in shape["figures"]),
    )


def _story_shape(one: Story) -> dict[str, Any]:
    return {"id": one.id, "title": one.title, "members": one.articles, "tolls": [asdict(at) for at in one.tolls]}


def _story(shape: dict[str, Any]) -> Story:
    tolls = tuple(Toll(**{**at, "words": tuple(at["words"])}) for at in shape["tolls"])
    return Story(shape["id"], shape["title"], tuple(shape["members"]), 0.0, tolls=tolls)
