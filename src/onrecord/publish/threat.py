"""The record as STIX 2.1 objects (OASIS), for tools that hold threat intelligence, of which disinformation is a part.

A claim is a note, with who stands where on it as relationships from their identities, and a report that holds these
together; what somebody signed of it is an opinion. Ids are UUIDs of version 5 in a namespace of our own, as STIX asks
of whoever makes them from content. ``created`` follows from what came first, ``modified`` is the moment of the record.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.judging import Assessment
from onrecord.model import Article, Claim, Position
from onrecord.publish.addresses import outside
from onrecord.publish.chosen import Chosen
from onrecord.publish.evidence import outlet_of
from onrecord.publish.json_files import Json, known
from onrecord.publish.naming import named, urn
from onrecord.publish.rows import day, moment
from onrecord.publish.words import INFORMATION, SOURCES, stance_word, status_meaning, status_word

BEGAN = "2026-01-01T00:00:00.000Z"  # of identities, which have no moment of their own
MAX_NAME = 400
_SHA_256 = re.compile("[0-9a-f]{64}")
# STIX 2.1, appendix A: the Admiralty credibility scale as confidence; 6, cannot be judged, has none.
CONFIDENCE = {"1": 90, "2": 70, "3": 50, "4": 30, "5": 10}
OPINIONS = {"1": "strongly-agree", "2": "agree", "3": "neutral", "4": "disagree", "5": "strongly-disagree"}


@dataclass(frozen=True, slots=True)
class Moments:
    """When the first article of a claim came in, and the moment of the record; as STIX writes them."""

    created: str
    modified: str


def stix_id(type_: str, *parts: str) -> str:
    """The id of an object."""
    return f"{type_}--{named(f'stix {type_}', *parts)}"


def identity(kind: str, name: str) -> Json:
    """A "party", a "speaker", an "outlet", a "signer" or the "software" as an identity."""
    classes = {"speaker": "individual", "signer": "individual", "outlet": "organization", "software": "system"}
    row = {"name": name[:MAX_NAME], "identity_class": classes.get(kind, "unknown")}
    return _object("identity", Moments(BEGAN, BEGAN), kind, name) | row


SOFTWARE = stix_id("identity", "software", "onrecord")


def claim_objects(
    claim: Claim, articles: Mapping[str, Article], sure: Mapping[str, float], when: Moments, only: Chosen
) -> Iterator[Json]:
    """What a claim becomes, without what somebody signed of it; ``sure``: how sure each statement's reading is."""
    parties = list(dict.fromkeys([*(at.party for at in claim.positions), *(at.party for at in claim.origins)]))
    yield from (identity("party", party) for party in parties)
    ids = [stix_id("identity", "party", party) for party in parties]
    note = _object("note", when, claim.id) | known(
        {
            "abstract": f"{status_word(claim.status)}: {status_meaning(claim.status)}",
            "content": claim.wording,
            "object_refs": ids or [SOFTWARE],
            "external_references": list(_references(claim, articles, only)),
        }
    )
    yield note
    stands = list(_relationships(claim, note["id"], sure, when))
    yield from stands
    yield _object("report", when, "claim", claim.id) | known(
        {
            "name": claim.wording[:MAX_NAME],
            "description": "; ".join(_told(claim)),
            "published": _published(claim) or when.created,
            "object_refs": [note["id"], *ids, *(one["id"] for one in stands)],
        }
    )


def opinion_objects(claim: Claim, signed: Assessment, when: Moments) -> Iterator[Json]:
    """Who signed an assessment, and it as an opinion; none where the information cannot be judged."""
    given = signed.judgement
    if signed.digit not in OPINIONS:
        return
    yield identity("signer", given.by)
    at = _stamp(given.at) or when.modified
    words = (
        f"Admiralty {signed.letter}{signed.digit}: source {SOURCES[signed.letter]},"
        f" information {INFORMATION[signed.digit]}. {given.why}"
    )
    yield _object("opinion", Moments(at, at), str(given.id)) | {
        "created_by_ref": stix_id("identity", "signer", given.by),
        "opinion": OPINIONS[signed.digit],
        "explanation": words.strip(),
        "authors": [given.by],
        "confidence": CONFIDENCE[signed.digit],
        "object_refs": [stix_id("note", claim.id)],
    }


def story_report(id_: str, title: str, claims: Sequence[str], when: Moments) -> Json:
    """A story as a report of the reports of its claims."""
    return _object("report", when, "story", id_) | {
        "name": title[:MAX_NAME] or "untitled",
        "published": when.created,
        "object_refs": [stix_id("report", "claim", one) for one in claims],
    }


def stamp(value: str | None) -> str:
    """A moment as STIX writes it; the first there is where it is not known."""
    return _stamp(value) or BEGAN


def _object(type_: str, when: Moments, *parts: str) -> dict[str, Any]:
    made: dict[str, Any] = {"type": type_, "spec_version": "2.1", "id": stix_id(type_, *parts)}
    if type_ != "identity":
        made["created_by_ref"] = SOFTWARE
    return made | {"created": when.created, "modified": max(when.created, when.modified)}


def _relationships(claim: Claim, note: str, sure: Mapping[str, float], when: Moments) -> Iterator[Json]:
    """A position is a relationship from its day on until the party's next; a day that is not known is left out."""
    for n, at in enumerate(claim.positions):
        following = next((one for one in claim.positions[n + 1 :] if one.party == at.party), None)
        start, stop = _day(at.on), _day(following.on) if following else None
        yield _object("relationship", when, claim.id, at.party, str(n)) | known(
            {
                "relationship_type": at.stance.replace("_", "-"),
                "description": stance_word(at.stance),
                "source_ref": stix_id("identity", "party", at.party),
                "target_ref": note,
                "start_time": start,
                "stop_time": stop if stop and (not start or stop > start) else None,
                "confidence": _confidence(at, sure),
                "external_references": [
                    {"source_name": "onrecord", "external_id": urn("statement", id_)} for id_ in at.statements[:100]
                ],
            }
        )


def _confidence(at: Position, sure: Mapping[str, float]) -> int | None:
    """How likely the words and their source were read right, of the statement of which that is likeliest."""
    known_ones = [sure[id_] for id_ in at.statements if id_ in sure]
    return round(100 * max(known_ones)) if known_ones else None


def _references(claim: Claim, articles: Mapping[str, Article], only: Chosen) -> Iterator[Json]:
    page = only.page("claim", claim.id)
    yield known({"source_name": "onrecord", "external_id": urn("claim", claim.id), "url": page})
    for article in articles.values():
        url = outside(article.url)
        told = {"source_name": outlet_of(article), "external_id": urn("article", article.id), "url": url}
        kept = {"SHA-256": article.digest} if url and _SHA_256.fullmatch(article.digest) else None
        yield known({**told, "description": article.headline, "hashes": kept})


def _told(claim: Claim) -> Iterator[str]:
    yield status_word(claim.status)
    for origin in claim.origins:
        yield f"{origin.party} is an origin: {origin.why}"
    yield from claim.collapsed[:20]
    if claim.not_heard:
        yield f"not heard: {', '.join(claim.not_heard)}"


def _published(claim: Claim) -> str | None:
    return next((start for start in (_day(at.on) for at in claim.status_history) if start), None)


def _day(value: str | None) -> str | None:
    """A day as the moment it begins at, in UTC; None where it is not known to the day."""
    return f"{value}T00:00:00.000Z" if day(value) else None


def _stamp(value: str | None) -> str | None:
    told = moment(value)
    return told.strftime("%Y-%m-%dT%H:%M:%S.000Z") if told else None
