"""A claim or a story as a MISP event, in attributes alone, which every MISP takes; the Admiralty scale as tags.

Nothing in it is an indicator (``to_ids`` is false throughout), it is not published, and it stays in its organisation
until somebody there decides otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from onrecord.judging import Assessment
from onrecord.model import Article, Claim, Statement
from onrecord.publish.addresses import outside
from onrecord.publish.chosen import Chosen
from onrecord.publish.evidence import outlet_of
from onrecord.publish.json_files import Json
from onrecord.publish.naming import named
from onrecord.publish.quotes import in_context, in_plain
from onrecord.publish.rows import moment
from onrecord.publish.words import day_words, figure_words, short, stance_word, status_word

MAX_VALUE = 4_000
_ORG = {"name": "onrecord", "uuid": named("misp org", "onrecord")}
_INHERIT, _OWN_ORGANISATION = "5", "0"
_UNDEFINED, _ONGOING = "4", "1"  # threat level, analysis


class Said(NamedTuple):
    """What an attribute says: its category and type are MISP's."""

    category: str
    type: str
    value: str
    comment: str


def event(key: Sequence[str], info: str, day: str, at: str, attributes: Sequence[Json]) -> Json:
    """An event. ``key``: what it is of; ``day``: YYYY-MM-DD; ``at``: the moment of the record."""
    tags = {tag["name"]: tag for one in attributes for tag in one.get("Tag", ())}
    seconds = _seconds(at)
    made = {
        "uuid": named("misp event", *key),
        "info": short(info, limit=400) or "untitled",
        "date": day,
        "threat_level_id": _UNDEFINED,
        "analysis": _ONGOING,
        "distribution": _OWN_ORGANISATION,
        "published": False,
        "timestamp": seconds,
        "Orgc": _ORG,
        "Attribute": [one | {"timestamp": seconds} for one in attributes],
    }
    return {"Event": made | ({"Tag": list(tags.values())} if tags else {})}


def claim_attributes(
    claim: Claim,
    signed: Assessment | None,
    said: Mapping[str, Statement],
    articles: Mapping[str, Article],
    only: Chosen,
) -> Iterator[Json]:
    """A claim in attributes: its words, its status, who stands where in whose words, its origins, its articles."""
    told = [Said("Other", "text", claim.wording, f"claim {claim.id}: {status_word(claim.status)}")]
    page = only.page("claim", claim.id)
    if page:
        told.append(Said("Internal reference", "link", page, f"claim {claim.id} on record"))
    told += [Said("Other", "text", value, comment) for value, comment in _stands(claim, said, articles)]
    told += [Said("Other", "comment", f"{one.party}: {one.why}", "origin") for one in claim.origins]
    told += [
        Said("Other", "comment", figure_words(at.value, at.high, at.unit, at.bound), f"figure given by {at.party}")
        for at in claim.figures
        if not at.ended
    ]
    told += [Said("Other", "comment", f"not heard: {one}", "not heard") for one in claim.not_heard]
    for n, one in enumerate(told):
        yield _attribute((claim.id, str(n)), one, tags=_admiralty(signed) if signed and n == 0 else ())
    for article in articles.values():
        url = outside(article.url)
        if url:
            comment = f"{outlet_of(article)}: {short(article.headline)}"
            yield _attribute((claim.id, article.id), Said("External analysis", "link", url, comment))


def _stands(claim: Claim, said: Mapping[str, Statement], articles: Mapping[str, Article]) -> Iterator[tuple[str, str]]:
    for at in claim.positions:
        one = next((said[id_] for id_ in at.statements if id_ in said), None)
        words = f": {_words(one, articles.get(one.article))}" if one else ""
        yield f"{at.party} {stance_word(at.stance)}{words}", f"position since {day_words(at.on)}"


def _words(one: Statement, article: Article | None) -> str:
    direct = one.kind == "direct"
    told = in_plain(one.content.text, () if direct else in_context(one, article), direct=direct)
    return told if direct else f"{told} (in the article’s words)"


def _admiralty(signed: Assessment) -> list[Json]:
    return [
        {"name": f'admiralty-scale:source-reliability="{signed.letter.lower()}"'},
        {"name": f'admiralty-scale:information-credibility="{signed.digit}"'},
    ]


def _attribute(key: tuple[str, str], one: Said, *, tags: Sequence[Json] = ()) -> dict[str, Any]:
    made = {
        "uuid": named("misp attribute", *key),
        "category": one.category,
        "type": one.type,
        "value": short(one.value, limit=MAX_VALUE),
        "comment": short(one.comment, limit=400),
        "to_ids": False,
        "disable_correlation": one.type != "link",
        "distribution": _INHERIT,
    }
    return made | ({"Tag": list(tags)} if tags else {})


def _seconds(at: str) -> str:
    told = moment(at)
    return str(int(told.timestamp())) if told else "0"
