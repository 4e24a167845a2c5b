"""The rows of names, outlets, topics, versions, changes, watches and of the queue as schemas."""

from __future__ import annotations

from onrecord.edits.edit import ChangeKind as EditKind
from onrecord.edits.edit import RunKind
from onrecord.model import CHANGE_KINDS, WATCH_KINDS, NameKind
from onrecord.model.change import Cause
from onrecord.store.asks import AskKind
from onrecord.web.api.schema import (
    ID,
    STANCE,
    STATUS,
    Schema,
    integer,
    maybe,
    named,
    number,
    one_of,
    rows,
    text,
    thing,
    truth,
)


def more_components() -> dict[str, Schema]:
    """Every schema by its name."""
    return {**_names(), **_outlets(), **_whole(), **_versions(), **_change(), **_watch(), **_asks()}


def _names() -> dict[str, Schema]:
    name = {"name": text(), "kind": one_of(NameKind), "party": maybe(text()), "statements": integer()}
    heard = thing(
        name=text(),
        role=maybe(text()),
        party=maybe(text()),
        statements=integer(),
        first=maybe(text()),
        last=maybe(text()),
    )
    merge = thing(name=text(), party=text(), sure=number(), why=text(), made=truth())
    stand = thing("A stance and the statement that shows it.", stance=STANCE, on=maybe(text()), statement=maybe(ID))
    return {
        "Name": thing("A person, a body or a party, with the statements by it or for it.", **name),
        "HeardAs": heard,
        "Merge": thing("Another name of a party, or what may be one; made: it counts as one.", **merge["properties"]),
        "Speaking": thing(
            "A name, and what is known of it.",
            **name,
            offices=rows(named("HeardAs")),
            speaks_for=rows(thing(party=text(), statements=integer())),
            mouths=rows(named("HeardAs")),
            merges=rows(named("Merge")),
        ),
        "Stand": stand,
        "Standing": thing(
            "Where a name stands on a claim now, and stood before, the earliest first.",
            claim=ID,
            wording=text(),
            status=STATUS,
            now=named("Stand"),
            before=rows(named("Stand")),
        ),
    }


def _outlets() -> dict[str, Schema]:
    outlet = {
        "name": text(),
        "articles": integer(),
        "since": maybe(text()),
        "until": maybe(text()),
        "copies": integer("Its articles that repeat another outlet's."),
        "copied": integer("Other outlets' articles that repeat its."),
        "first": integer("Claims it alone was first with."),
        "among_first": integer("Claims it was first with on the same day as others."),
        "later": integer("Claims that others had before."),
        "unknown": integer("Claims of which it is not known who was first."),
    }
    ties = rows(named("Tie"))
    return {
        "Outlet": thing("An outlet in numbers.", **outlet),
        "Tie": thing(name=text(), times=integer()),
        "OutletWhole": thing(
            "An outlet in numbers, and whom it repeats.", **outlet, copies_of=ties, copied_by=ties, agencies=ties
        ),
        "First": thing(
            "A claim that an outlet alone was first with.", claim=ID, wording=text(), status=STATUS, on=maybe(text())
        ),
    }


def _whole() -> dict[str, Schema]:
    return {
        "TopicOf": thing(
            "A topic; with a code it is a Media Topic of the IPTC, else a party or place.",
            name=text(),
            code=maybe(text()),
            source=maybe(text()),
            stories=integer(),
        ),
        "State": thing(
            "How far the record is.",
            version=text("Of onrecord."),
            newest_change=integer("The seq of the last change."),
            last_judgement=integer(),
            pending=truth(),
        ),
        "Format": thing(
            "A format of files.",
            format=text(),
            name=text(),
            tells=text(),
            type=text("Its media type."),
            of=rows(one_of(("claim", "story", "article"))),
        ),
    }


def _versions() -> dict[str, Schema]:
    run = thing(kind=one_of(RunKind), text=text())
    change = thing(kind=one_of(EditKind), why=text(), before=maybe(ID), after=maybe(ID))
    return {
        "Version": thing(
            "A version of an article, and when it was first fetched.",
            id=ID,
            headline=maybe(text()),
            outlet=maybe(text()),
            url=maybe(text()),
            published=maybe(text()),
            fetched=maybe(text()),
        ),
        "Headlines": thing(before=text(), after=text()),
        "Edit": thing(
            "The step from one version of an article to the next.",
            article=ID,
            before=ID,
            headline=maybe(named("Headlines")),
            lines=rows(thing(runs=rows(run))),
            changes=rows(change),
        ),
    }


def _change() -> dict[str, Schema]:
    quote = thing(
        id=ID,
        words=text(),
        direct=truth(),
        stance=STANCE,
        speaker=maybe(text()),
        party=maybe(text()),
        day=maybe(text()),
        outlet=maybe(text()),
        article=text("Where it stands."),
        archived=text("Where it stands in the page as it came."),
    )
    return {
        "Quote": quote,
        "Change": thing(
            "One thing that is otherwise than it was. What before and after hold goes by kind.",
            seq=integer("Its place in the order of changes."),
            schema=text(),
            id=text(),
            kind=one_of(CHANGE_KINDS),
            cause=one_of(Cause),
            on=maybe(text("The day of the news.")),
            at=text("When it was worked out."),
            what=text(),
            about=text(),
            note=text(),
            before=maybe(text()),
            after=maybe(text()),
            of=maybe(text()),
            claim=maybe(ID),
            story=maybe(ID),
            party=maybe(text()),
            article=maybe(ID),
            others=rows(ID),
            by=maybe(text()),
            judgement=maybe(integer()),
            url=text(),
            statements=rows(named("Quote")),
        ),
    }


def _watch() -> dict[str, Schema]:
    return {
        "Watch": thing(
            "Something that is watched, and where it is told.",
            id=integer(),
            kind=one_of(WATCH_KINDS),
            key=text(),
            label=text(),
            made=text(),
            seen=integer("The seq of the last change that was looked at on the desk."),
            feed=text("The address of its feed: whoever knows it may read it."),
            mail=maybe(text()),
            hook=maybe(text()),
            paused=truth(),
            hook_secret=maybe(text("What signs its webhooks; only where a hook was just set.")),
        )
    }


def _asks() -> dict[str, Schema]:
    return {
        "Question": thing(
            "Something that a person can decide.",
            kind=one_of(AskKind),
            question=text(),
            why=text(),
            statement=maybe(ID),
            claim=maybe(ID),
            wording=maybe(text()),
            party=maybe(text()),
            other=maybe(text()),
            sure=number("How sure the record is of what it has, 0 to 1."),
            weight=number("By what the queue is ordered, 0 to 1."),
        )
    }
