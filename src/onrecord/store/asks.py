"""What a person might be asked, in the hottest stories: found by indexes, and never more than so many."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

AskKind: TypeAlias = Literal["origin", "stance", "speaker", "link", "party", "day"]
KINDS: tuple[AskKind, ...] = get_args(AskKind)
HOTTEST = 200  # stories that are looked through
MOST = 200  # of each kind
UNSURE_SPEAKER = 0.75
UNSURE_LINK = 0.45
SURE_DAY = 0.85
MERGES = (0.6, 0.95)  # how sure a merge of names is that is worth asking about; from 0.8 on it is made

_HOT = f"(SELECT id, heat FROM stories WHERE heat > 0 ORDER BY heat DESC LIMIT {HOTTEST}) AS hot"
_AGAINST = "('denies', 'doubts', 'no_evidence')"


@dataclass(frozen=True, slots=True)
class Ask:
    """A question that a person can answer. ``sure``: 0 to 1, how sure the record is of what it has; ``heat``: of the
    story. ``statement``: by which it is known and decided; ``told``: what the record says of it, ``times``: how many
    statements hang on it.
    """

    kind: AskKind
    heat: float
    sure: float
    statement: str = ""
    claim: str = ""
    party: str = ""
    other: str = ""
    told: str = ""
    times: int = 1

    @property
    def key(self) -> str:
        """By what it is known when it was skipped."""
        return " ".join((self.kind, self.statement, self.party, self.other)).strip()


def asks(conn: sqlite3.Connection) -> list[Ask]:
    """All that might be asked, in no order."""
    return [*_origins(conn), *_stances(conn), *_readings(conn), *_names(conn)]


def _origins(conn: sqlite3.Connection) -> Iterator[Ask]:
    """Possible origins of claims that one more would make corroborated."""
    rows = conn.execute(
        f"SELECT claims.id, heat, origins.party, origins.why, positions.statements FROM {_HOT}"
        " CROSS JOIN claims ON claims.story = hot.id CROSS JOIN origins ON origins.claim = claims.id AND possible = 1"
        " CROSS JOIN positions ON positions.claim = claims.id AND positions.party = origins.party"
        " AND positions.stance = 'asserts' WHERE status = 'single_origin' LIMIT ?",
        (MOST,),
    )
    for row in rows:
        said = json.loads(row["statements"])
        yield Ask("origin", row["heat"], 0.5, said[0], row["id"], row["party"], told=row["why"], times=len(said))


def _stances(conn: sqlite3.Connection) -> Iterator[Ask]:
    """Contested claims against which only one statement of one party stands."""
    rows = conn.execute(
        "SELECT claims.id, heat, max(positions.party) AS party, max(positions.stance) AS stance,"
        f" max(positions.statements) AS statements FROM {_HOT} CROSS JOIN claims ON claims.story = hot.id"
        f" CROSS JOIN positions ON positions.claim = claims.id AND positions.stance IN {_AGAINST}"
        " WHERE status = 'contested' GROUP BY claims.id HAVING count(*) = 1 LIMIT ?",
        (MOST,),
    )
    for row in rows:
        said = json.loads(row["statements"])
        if len(said) == 1:
            yield Ask("stance", row["heat"], 0.5, said[0], row["id"], row["party"], told=row["stance"])


def _readings(conn: sqlite3.Connection) -> Iterator[Ask]:
    """Statements of claims whose speaker or words are uncertain, or that were said after their article came out."""
    rows = conn.execute(
        "SELECT said.id, heat, claim, speaker, speaker_confidence, said.confidence, said_on, published,"
        f" {_LATE} AS late FROM {_HOT} CROSS JOIN story_articles ON story_articles.story = hot.id"
        " CROSS JOIN articles ON articles.id = story_articles.article"
        " CROSS JOIN statements AS said ON said.article = articles.id"
        " CROSS JOIN claim_statements ON claim_statements.statement = said.id"
        f" WHERE speaker IS NOT NULL AND speaker_confidence < {UNSURE_SPEAKER} OR said.confidence < {UNSURE_LINK}"
        f" OR {_LATE} LIMIT ?",
        (2 * MOST,),
    )
    for row in rows:
        about = {"statement": row["id"], "claim": row["claim"]}
        if row["speaker"] is not None and row["speaker_confidence"] < UNSURE_SPEAKER:
            yield Ask("speaker", row["heat"], row["speaker_confidence"], party=row["speaker"], **about)
        if row["confidence"] < UNSURE_LINK:
            yield Ask("link", row["heat"], row["confidence"], **about)
        if row["late"]:
            yield Ask("day", row["heat"], 0.5, told=row["said_on"], other=row["published"], **about)


_LATE = (
    "(said_on_precision = 'day' AND published_precision = 'day' AND said_on > published"
    f" AND said_on_confidence >= {SURE_DAY} AND published_confidence >= {SURE_DAY})"
)


def _names(conn: sqlite3.Connection) -> Iterator[Ask]:
    """Names that may be one party's, the nearest to the bound first."""
    rows = conn.execute(
        "SELECT name, party, sure, why,"
        " (SELECT count(*) FROM (SELECT 1 FROM parties WHERE parties.party = party_merges.party LIMIT 50)) AS times"
        " FROM party_merges WHERE sure BETWEEN ? AND ? ORDER BY abs(sure - 0.8), name, party LIMIT ?",
        (*MERGES, MOST),
    )
    for row in rows:
        yield Ask("party", 1.0, row["sure"], party=row["name"], other=row["party"], told=row["why"], times=row["times"])
