"""A change as programs get it: schema "onrecord.change/1", for webhooks and ``onrecord changes --json``."""

from __future__ import annotations

from typing import Any

from onrecord.publish.addresses import Addresses
from onrecord.publish.quotes import Quote
from onrecord.publish.told import Line

SCHEMA = "onrecord.change/1"


def change_shape(line: Line, to: Addresses) -> dict[str, Any]:
    """The object of a change; addresses as ``to`` makes them. What it has not is null."""
    one = line.change
    return {
        "schema": SCHEMA,
        "id": one.id,
        "kind": one.kind,
        "cause": one.cause,
        "on": one.on,
        "at": one.at,
        "what": line.what,
        "about": line.about,
        "note": line.note,
        "before": one.before,
        "after": one.after,
        "of": one.of or None,
        "claim": one.claim or None,
        "story": one.story or None,
        "party": one.party or None,
        "article": one.article or None,
        "others": list(one.others),
        "by": one.by or None,
        "judgement": one.judgement or None,
        "url": line.address(to),
        "statements": [_quote(at, to) for at in line.quotes],
    }


def _quote(one: Quote, to: Addresses) -> dict[str, Any]:
    return {
        "id": one.place.statement,
        "words": one.words,
        "direct": one.direct,
        "stance": one.stance,
        "speaker": one.speaker,
        "party": one.party,
        "day": one.day,
        "outlet": one.place.outlet,
        "article": to.article(one.place.article, statement=one.place.statement),
        "archived": to.archived(one.place.article, statement=one.place.statement),
    }
