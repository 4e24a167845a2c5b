"""What changed, and one's own watches: what is watched and where it is told."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.errors import UsageError
from onrecord.model import WATCH_KINDS, Change, Watch, WatchKind
from onrecord.pipeline.watching import begin, check_hook, check_mail
from onrecord.publish.record_json import Json
from onrecord.publish.told import lines
from onrecord.publish.told_json import change_shape
from onrecord.store import changes, settling, watches
from onrecord.store.opening import transaction
from onrecord.web.api.operations import Asked, Cursor, NotThereError, Operation, Parameter
from onrecord.web.api.schema import DAY, ID, NAME, NUMBER, one_of, sent, text, truth

ABOUT = ("claim", "story", "party")
MAIL = text("An address of mail; empty for none.", maxLength=254)
HOOK = text("An address that a webhook is sent to; empty for none.", maxLength=2_000)
PAUSED = truth("Nothing is told for a while; what changes meanwhile is there when it goes on.")
WATCHED = sent(
    "What is to be watched, and where it is to be told beside the desk.",
    ("kind", "key"),
    {
        "kind": one_of(WATCH_KINDS),
        "key": text("The id of a claim or story, the name of a party, words to look for.", minLength=1, maxLength=500),
        "label": text("What to call it.", maxLength=500),
        "mail": MAIL,
        "hook": HOOK,
        "paused": PAUSED,
    },
)
DIRECTED = sent("What is to be otherwise; what is left out stays.", (), {"mail": MAIL, "hook": HOOK, "paused": PAUSED})
ONE = (Parameter("id", NUMBER, needed=True),)


def change_list(asked: Asked) -> Sequence[Json]:
    """What changed, in the order in which it was worked out."""
    about = [name for name in ABOUT if asked.given.get(name)]
    if len(about) > 1:
        raise UsageError(f"ask for one of {', '.join(ABOUT)}")
    named = (about[0], _keys(asked, about[0])) if about else None
    bounds = (asked.given["after"], asked.given.get("since", ""))
    return _told(asked, changes.onward(asked.conn, named, bounds, limit=asked.limit + 1))


def watch_list(asked: Asked) -> Sequence[Json]:
    """One's own watches, the newest first."""
    return [_watch(asked, one) for one in watches.of_reader(asked.conn, asked.reader.name)[asked.wanted]]


def watch(asked: Asked) -> Json:
    """One of one's own watches."""
    return _watch(asked, _own(asked))


def watch_changes(asked: Asked) -> Sequence[Json]:
    """What a watch has to tell, the earliest first."""
    one = _own(asked)
    found = watches.to_tell(asked.conn, one.id, after=asked.given["after"], limit=asked.limit + 1)
    return _told(asked, found)


def begun(asked: Asked) -> Json:
    """Begins to watch. UsageError where that cannot be."""
    body = asked.body
    _check(asked)
    kind: WatchKind = body["kind"]
    made = begin(asked.conn, asked.reader.name, (kind, body["key"], str(body.get("label", ""))))
    return _directed(asked, made)


def directed(asked: Asked) -> Json:
    """Says where a watch is told. UsageError where it cannot be told there."""
    one = _own(asked)
    _check(asked)
    return _directed(asked, one)


def ended(asked: Asked) -> Json:
    """Ends a watch."""
    one = _own(asked)
    with transaction(asked.conn):
        watches.unwatch(asked.conn, one.id)
    return {}


def _directed(asked: Asked, one: Watch) -> Json:
    """The watch as it is told from now on; a hook's secret is in this answer and in none after it."""
    body, secret = asked.body, ""
    with transaction(asked.conn):
        for way, was in (("mail", one.mail), ("hook", one.hook)):
            if way in body and body[way] != was:
                watches.set_way(asked.conn, one.id, way, body[way])
        if "paused" in body:
            watches.set_paused(asked.conn, one.id, paused=body["paused"])
    now = watches.by_id(asked.conn, one.id)
    assert now is not None
    if now.hook != one.hook:
        secret = now.hook_secret
    return _watch(asked, now, secret=secret)


def _check(asked: Asked) -> None:
    """UsageError where something cannot be told there: before anything is kept."""
    check_mail(asked.body.get("mail", ""))
    check_hook(asked.body.get("hook", ""))


def _own(asked: Asked) -> Watch:
    """The watch, if it is the asker's own: of another's it is not even told that it is there."""
    one = watches.by_id(asked.conn, asked.given["id"])
    if one is None or one.who != asked.reader.name:
        raise NotThereError(f"you have no watch {asked.given['id']}")
    return one


def _watch(asked: Asked, one: Watch, *, secret: str = "") -> Json:
    return {
        "id": one.id,
        "kind": one.kind,
        "key": one.key,
        "label": one.label,
        "made": one.made,
        "seen": one.seen,
        "feed": asked.to.watch_feed(one.feed),
        "mail": one.mail or None,
        "hook": one.hook or None,
        "paused": one.paused,
        "hook_secret": secret or None,
    }


def _keys(asked: Asked, kind: str) -> Sequence[str]:
    """The name of a party; the ids that a claim or story has and had."""
    key = str(asked.given[kind])
    if kind == "party":
        return (key,)
    now = settling.successors(asked.conn, kind, key)
    if not now:
        raise NotThereError(f"there is no {kind} {key}")
    return settling.formers(asked.conn, kind, now[0])


def _told(asked: Asked, several: Sequence[Change]) -> list[Json]:
    return [{"seq": one.change.seq, **change_shape(one, asked.to)} for one in lines(asked.conn, several)]


OPERATIONS = (
    Operation(
        "/changes",
        "changes",
        "What changed and why, in order",
        "Change",
        change_list,
        (
            Parameter("claim", ID),
            Parameter("story", ID),
            Parameter("party", NAME),
            Parameter("since", {**DAY, "description": "Worked out on that day (UTC) or later, YYYY-MM-DD."}),
        ),
        more="Keep the seq of the last row and ask with it as after: nothing is told twice and nothing is left out. A "
        "claim or story is followed under every id it had.",
        paged=True,
        cursor=Cursor("after", "seq"),
    ),
    Operation(
        "/watches",
        "watches",
        "What you watch",
        "Watch",
        watch_list,
        more="Only your own; nobody sees another's.",
        paged=True,
        own=True,
        links={"watch": "/items/0/id", "watchChanges": "/items/0/id"},
    ),
    Operation("/watches/{id}", "watch", "A watch of yours", "Watch", watch, ONE, own=True),
    Operation(
        "/watches/{id}/changes",
        "watchChanges",
        "What a watch of yours has to tell, in order",
        "Change",
        watch_changes,
        ONE,
        paged=True,
        cursor=Cursor("after", "seq"),
        own=True,
    ),
    Operation(
        "/watches",
        "beginWatch",
        "Watch a claim, story, party or search",
        "Watch",
        begun,
        more="What is watched already is that watch. The secret that signs a webhook is in this answer only.",
        method="POST",
        scope="write",
        own=True,
        takes=WATCHED,
        links={"watch": "/id"},
    ),
    Operation(
        "/watches/{id}",
        "directWatch",
        "Say where a watch of yours is told",
        "Watch",
        directed,
        ONE,
        more="A new address of a webhook gets a new secret, which is in this answer only.",
        method="POST",
        scope="write",
        own=True,
        takes=DIRECTED,
    ),
    Operation(
        "/watches/{id}",
        "endWatch",
        "End a watch of yours",
        "Watch",
        ended,
        ONE,
        method="DELETE",
        scope="write",
        own=True,
    ),
)
