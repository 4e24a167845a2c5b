"""PROV-JSON (W3C submission of 24 April 2013): what came from where, and why we hold that it did.

Articles, statements and claims are entities; parties, speakers, outlets and this program are agents. A statement is
quoted from its article and attributed to whoever speaks; a claim is derived from its statements and attributed to its
origins; an article is derived from the one it repeats.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

from onrecord.model import Claim
from onrecord.publish.addresses import outside
from onrecord.publish.chosen import WHOLE, Chosen
from onrecord.publish.gathering import Part, Read, claims_in, part_of, read_in
from onrecord.publish.json_files import Json, dumped, known, replacing
from onrecord.publish.naming import named
from onrecord.publish.words import status_word
from onrecord.publish.writing import Written
from onrecord.store import copies
from onrecord.store.opening import snapshot

name = "prov"
tells = "W3C PROV-JSON: what came from where"
of = ("article", "claim", "story")

Member = tuple[str, Json | str]
PREFIX = {"onrecord": "urn:onrecord:", "prov": "http://www.w3.org/ns/prov#", "xsd": "http://www.w3.org/2001/XMLSchema#"}
SOFTWARE = "onrecord:software"
_SAID_FOR = {"update": "prov:Revision"}


def write(conn: sqlite3.Connection, out: Path, *, only: Chosen = WHOLE) -> Written:
    """Writes the file ``out``. Raises OSError."""
    with snapshot(conn):
        part = part_of(conn, only)
        sections: dict[str, Callable[[], Iterator[Member]]] = {
            "prefix": lambda: iter(PREFIX.items()),
            "entity": lambda: _entities(conn, part, only),
            "agent": lambda: _agents(conn, part),
            "wasAttributedTo": lambda: _attributed(conn, part),
            "wasDerivedFrom": lambda: _derived(conn, part),
        }
        with replacing(out) as file:
            count = sum(_section(file, at, *one) for at, one in enumerate(sections.items()))
            file.write("}\n")
    return Written({out: count - len(PREFIX)})


def _section(file: IO[str], at: int, key: str, members: Callable[[], Iterator[Member]]) -> int:
    """Writes an object of an object, each member once; says how many it has."""
    seen: set[str] = set()
    file.write(f"{',' if at else '{'}\n{dumped(key)}: {{")
    for id_, value in members():
        if id_ not in seen:
            file.write(f"{',' if seen else ''}\n{dumped(id_)}: {dumped(value)}")
            seen.add(id_)
    file.write("\n}")
    return len(seen)


def _entities(conn: sqlite3.Connection, part: Part, only: Chosen) -> Iterator[Member]:
    for read in read_in(conn, part):
        one = read.article
        yield (
            f"onrecord:article-{one.id}",
            known(
                {
                    "prov:type": _type("Article"),
                    "prov:label": one.headline,
                    "onrecord:url": outside(one.url),
                    "onrecord:published": one.published.value,
                    "onrecord:sha256": one.digest,
                }
            ),
        )
        for told in read.told:
            said = told.statement
            yield (
                f"onrecord:statement-{said.id}",
                known(
                    {
                        "prov:type": _type("Statement"),
                        "prov:value": said.content.text,
                        "onrecord:stance": said.stance,
                        "onrecord:said_on": said.said_on.value if said.said_on else None,
                        "onrecord:confidence": said.confidence,
                    }
                ),
            )
    for claim, _ in claims_in(conn, part):
        yield f"onrecord:claim-{claim.id}", _claim(claim, only)


def _claim(one: Claim, only: Chosen) -> Json:
    row = {"prov:type": _type("Claim"), "prov:value": one.wording, "onrecord:status": status_word(one.status)}
    return known({**row, "prov:location": only.page("claim", one.id), "onrecord:collapsed": list(one.collapsed)})


def _agents(conn: sqlite3.Connection, part: Part) -> Iterator[Member]:
    yield SOFTWARE, {"prov:type": {"$": "prov:SoftwareAgent", "type": "xsd:QName"}, "prov:label": "onrecord"}
    for read in read_in(conn, part):
        for kind, called in _named(read):
            type_ = "prov:Person" if kind == "speaker" else "prov:Organization"
            yield _agent(kind, called), {"prov:type": {"$": type_, "type": "xsd:QName"}, "prov:label": called}
    for claim, _ in claims_in(conn, part):
        for origin in (*claim.origins, *claim.possible_origins):
            type_label = {"prov:type": {"$": "prov:Organization", "type": "xsd:QName"}, "prov:label": origin.party}
            yield _agent("party", origin.party), type_label


def _named(read: Read) -> Iterator[tuple[str, str]]:
    for outlet in (read.article.outlet, read.article.agency):
        if outlet:
            yield "outlet", outlet
    for told in read.told:
        who = _who(told.statement.speaker.name, told.party)
        if who:
            yield who


def _attributed(conn: sqlite3.Connection, part: Part) -> Iterator[Member]:
    for read in read_in(conn, part):
        article = f"onrecord:article-{read.article.id}"
        for outlet in (read.article.outlet, read.article.agency):
            if outlet:
                yield _attribution(article, _agent("outlet", outlet))
        for told in read.told:
            who = _who(told.statement.speaker.name, told.party)
            if who:
                yield _attribution(f"onrecord:statement-{told.statement.id}", _agent(*who))
    for claim, _ in claims_in(conn, part):
        entity = f"onrecord:claim-{claim.id}"
        yield _attribution(entity, SOFTWARE)
        for origin in claim.origins:
            yield _attribution(entity, _agent("party", origin.party), why=origin.why, role="origin")
        for origin in claim.possible_origins:
            yield _attribution(entity, _agent("party", origin.party), why=origin.why, role="possible origin")


def _derived(conn: sqlite3.Connection, part: Part) -> Iterator[Member]:
    held = set(part.articles)
    for edge in copies.copies(conn):
        if edge.article in held and edge.of in held:
            ends = f"onrecord:article-{edge.article}", f"onrecord:article-{edge.of}"
            yield _derivation(*ends, type_=_SAID_FOR.get(edge.relation), why=edge.why, relation=edge.relation)
    for new, old in copies.versions(conn):
        if new in held and old in held:
            yield _derivation(f"onrecord:article-{new}", f"onrecord:article-{old}", type_="prov:Revision")
    said: set[str] = set()
    for read in read_in(conn, part):
        for told in read.told:
            said.add(told.statement.id)
            ends = f"onrecord:statement-{told.statement.id}", f"onrecord:article-{read.article.id}"
            yield _derivation(*ends, type_="prov:Quotation")
    for claim, _ in claims_in(conn, part):
        for id_ in claim.statements:
            if id_ in said:
                yield _derivation(f"onrecord:claim-{claim.id}", f"onrecord:statement-{id_}")


def _attribution(entity: str, agent: str, *, why: str = "", role: str = "") -> Member:
    told = known({"prov:entity": entity, "prov:agent": agent, "onrecord:why": why, "prov:role": role})
    return f"_:{named('attribution', entity, agent, role)}", told


def _derivation(new: str, old: str, *, type_: str | None = None, why: str = "", relation: str = "") -> Member:
    row = {"prov:generatedEntity": new, "prov:usedEntity": old, "onrecord:why": why, "onrecord:relation": relation}
    typed = {"prov:type": {"$": type_, "type": "xsd:QName"}} if type_ else {}
    return f"_:{named('derivation', new, old, relation, type_ or '')}", known({**row, **typed})


def _who(speaker: str | None, party: str | None) -> tuple[str, str] | None:
    """The person who speaks, else the body."""
    if speaker and speaker != party:
        return "speaker", speaker
    return ("party", party) if party else None


def _agent(kind: str, called: str) -> str:
    return f"onrecord:{kind}-{named(kind, called)}"


def _type(noun: str) -> Json:
    return {"$": f"onrecord:{noun}", "type": "xsd:QName"}
