"""Handing in pages, following addresses, and what was refused."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.config import MAX_PAGE_BYTES
from onrecord.errors import UsageError
from onrecord.fetch.answers import FetchError
from onrecord.model import Follow
from onrecord.pipeline.offered import FORMS, About, pasted
from onrecord.publish.record_json import Json, rejected_json
from onrecord.read.inputs import Piece
from onrecord.store import follows, rejected
from onrecord.store.opening import transaction
from onrecord.web.api.operations import Asked, NotThereError, Operation, Parameter
from onrecord.web.api.schema import DAY, Schema, sent, text
from onrecord.web.intake import Intake

URL = text("An address, http or https.", minLength=1, maxLength=2_000)
CONTENT = text(minLength=1, maxLength=MAX_PAGE_BYTES)
PAGE: dict[str, Schema] = {
    "url": text("Where it came from; by itself, what to fetch.", maxLength=2_000),
    "html": {**CONTENT, "description": "Markup of a whole page."},
    "text": {**CONTENT, "description": "An article's own words, kept to the letter."},
    "dump": {**CONTENT, "description": "The text of a whole page, menus and all."},
    "headline": text(),
    "outlet": text(maxLength=200),
    "published": text("The day of publication, as you know it.", maxLength=100),
    "day": {**DAY, "description": "The day on which it was looked at, YYYY-MM-DD."},
}


def hand_in(asked: Asked) -> Json:
    """Reads a page and keeps it. UsageError where nothing, or too much, was given, or the address gives nothing."""
    body, intake = asked.body, _intake(asked)
    about = About(*(str(body.get(name, "")) for name in ("outlet", "url", "day", "published", "headline"))).checked()
    forms = [one for one in FORMS if body.get(one)]
    if len(forms) > 1 or not (forms or about.url):
        raise UsageError("give one of html, text and dump, or a url by itself, which is fetched")
    piece: Piece = pasted(body[forms[0]], about, form=forms[0]) if forms else intake.fetched(asked.conn, about.url)
    config = intake.config(asked.conn, about)
    found = intake.looking.look(piece, config)
    if not found.whole:
        intake.keep_behind(asked.reader.name, piece, config)
        return {"articles": [], "statements": 0, "known": False, "reading": True, "refused": []}
    kept = intake.keep(asked.conn, piece, found, config)
    refused = [rejected_json(one) for one in kept.refused]
    counted = {"statements": kept.statements, "known": kept.known, "reading": False}
    return {"articles": list(kept.articles), **counted, "refused": refused}


def following(asked: Asked) -> Sequence[Json]:
    """What is followed, in order of address."""
    every = follows.follows(asked.conn)
    return [_followed(one) for one in every[asked.offset : asked.offset + asked.limit + 1]]


def follow(asked: Asked) -> Json:
    """Begins to follow an address and asks it once. UsageError for one that can never be asked."""
    intake, url = _intake(asked), asked.body["url"].strip()
    try:
        new, looked = intake.follow(asked.conn, url)
    except FetchError as error:
        raise UsageError(str(error)) from error
    titles = [{"url": one.url, "title": one.title} for one in intake.titles(url)]
    return {**_followed(looked.follow), "new": new, "first": titles}


def unfollow(asked: Asked) -> Json:
    """Ends following an address; what was kept stays kept."""
    url = asked.given["url"]
    with transaction(asked.conn):
        if not follows.unfollow(asked.conn, url):
            raise NotThereError(f"{url[:300]} is not followed")
    return {}


def refusals(asked: Asked) -> Sequence[Json]:
    """What could not be used, the last refused first."""
    return [rejected_json(one) for one in rejected.lately(asked.conn, asked.limit + 1, asked.offset)]


def _intake(asked: Asked) -> Intake:
    assert asked.intake is not None, "something is sent"
    return asked.intake


def _followed(one: Follow) -> Json:
    state = {"fetched": one.fetched, "due": one.due, "failures": one.failures, "error": one.error}
    return {"url": one.url, "watched": one.watched, "kind": one.kind, **state}


OPERATIONS = (
    Operation(
        "/pages",
        "handIn",
        "Hand in a page: it is read and kept",
        "HandedIn",
        hand_in,
        more="Kept as it is read, and settled behind the desk. Of what is known it is noted that it came again.",
        settles=True,
        method="POST",
        scope="write",
        takes=sent("A page: what it is, or where it is.", (), PAGE),
    ),
    Operation("/following", "following", "What is followed", "Following", following, paged=True),
    Operation(
        "/following",
        "follow",
        "Follow a feed, a sitemap or a page",
        "Followed",
        follow,
        more="It is asked at once, and followed through the feed that its page names, where it names one.",
        method="POST",
        scope="write",
        takes=sent("What to follow.", ("url",), {"url": URL}),
    ),
    Operation(
        "/following",
        "unfollow",
        "Follow it no more",
        "",
        unfollow,
        (Parameter("url", URL, needed=True),),
        method="DELETE",
        scope="write",
    ),
    Operation("/refusals", "refusals", "What could not be used, the last first", "Refusal", refusals, paged=True),
)
