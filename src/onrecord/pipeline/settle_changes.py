"""What settling changed, worked out when it came to its end: the net of it, a part of the record at a time."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from onrecord import changes, edits
from onrecord.model import Change, Judgement, Reading, Watch
from onrecord.store import articles, claims, copies, judgements, settling, statements, watches
from onrecord.store import changes as held_changes
from onrecord.store.opening import transaction

LOT = 400  # claims or stories looked at in one transaction: no other process has to wait for long
STAMP = "%Y-%m-%dT%H:%M:%SZ"


@dataclass(frozen=True, slots=True)
class Around:
    """What the causes of changes are told by.

    ``new``: articles that were in no story before and come of pages that gave none; ``given``: judgements since the
    last time; ``rules``: whether everything was settled anew by other rules.
    """

    at: str
    new: frozenset[str] = frozenset()
    given: tuple[Judgement, ...] = ()
    rules: bool = False
    watched: tuple[Watch, ...] = ()


def tell_changes(conn: sqlite3.Connection, *, at: str | None = None) -> int:
    """Works out what changed since the last time and keeps it; how many changes are kept. Killed, it goes on later.

    ``at``: UTC, ISO 8601; now where none is given.
    """
    rules = settling.note(conn, "rules")
    if rules is None and not settling.is_pending(conn) and not _new_judgements(conn):
        return 0
    with transaction(conn):
        settling.clean(conn)
        around = _around(conn, at or datetime.now(UTC).strftime(STAMP))
    kept = 0
    for kind in ("claim", "story"):  # the stories last: they tell which articles are new
        for before, made in _lots(conn, kind):
            with transaction(conn):
                kept += _tell(conn, kind, (before, made), around)
    with transaction(conn):
        kept += _keep(conn, list(_assessed(conn, around)), around)
        _finish(conn, around)
    return kept


def _around(conn: sqlite3.Connection, at: str) -> Around:
    was = {one for held in settling.members_before(conn, "story").values() for one in held}
    now = {one for held in settling.members_made(conn, "story").values() for one in held}
    new = settling.first_of_their_pages(conn, now - was)
    rules = settling.note(conn, "rules") is not None
    return Around(at, frozenset(new), tuple(_new_judgements(conn)), rules, tuple(watches.every(conn)))


def _new_judgements(conn: sqlite3.Connection) -> list[Judgement]:
    told = int(settling.note(conn, "judgement") or 0)
    if (settling.last_judgement(conn)) <= told:
        return []
    return [one for one in judgements.judgements(conn) if one.id > told]


def _finish(conn: sqlite3.Connection, around: Around) -> None:
    if around.given:
        settling.set_note(conn, "judgement", str(around.given[-1].id))
    if not settling.is_pending(conn):
        settling.set_note(conn, "rules", None)


def _lots(conn: sqlite3.Connection, kind: str) -> Iterator[tuple[list[str], list[str]]]:
    """What became of what, in lots that have nothing to do with each other."""
    before: list[str] = []
    made: list[str] = []
    for was, now in changes.components(settling.members_before(conn, kind), settling.members_made(conn, kind)):
        before += was
        made += now
        if len(before) + len(made) >= LOT:
            yield before, made
            before, made = [], []
    if before or made:
        yield before, made


def _tell(conn: sqlite3.Connection, kind: str, lot: tuple[Sequence[str], Sequence[str]], around: Around) -> int:
    before, made = lot
    if kind == "claim":
        was, now = settling.claims_before(conn, before), {one.id: one for one in claims.by_ids(conn, made)}
        members = [{id_: one.statements for id_, one in side.items()} for side in (was, now)]
        firsts = {origin.first_article for one in (*was.values(), *now.values()) for origin in one.origins}
        found = changes.of_claims(was, now, _days(conn, firsts))
    else:
        old, new = settling.stories_before(conn, before), settling.stories_now(conn, made)
        members = [{id_: one.articles for id_, one in side.items()} for side in (old, new)]
        told = _told(conn, {id_ for one in new.values() for id_ in one.articles} & around.new)
        found = changes.of_stories(old, new, told)
    settling.keep_former(conn, kind, changes.pairs(*members).went)
    settling.forget_former(conn, kind, made)
    settling.done(conn, kind, before, made)
    return _keep(conn, found, around)


def _days(conn: sqlite3.Connection, ids: set[str]) -> dict[str, str]:
    found = articles.listed_by_ids(conn, ids)
    return {id_: one.day for id_, one in found.items() if one.day}


def _told(conn: sqlite3.Connection, ids: set[str]) -> dict[str, changes.Told]:
    """What is told of new articles; of later versions with what they edit."""
    befores = dict(copies.versions_of(conn, ids))
    held = articles.listed_by_ids(conn, ids)
    return {
        id_: changes.Told(one.headline, one.outlet or "", one.day, _edited(conn, id_, befores.get(id_)))
        for id_, one in held.items()
    }


def _edited(conn: sqlite3.Connection, article: str, before: str | None) -> tuple[str, str] | None:
    """The headline before and what became of the words; None for what is no later version."""
    if before is None:
        return None
    was, now = (_reading(conn, one) for one in (before, article))
    if was is None or now is None:
        return None
    edit = edits.compare(was, now)
    added, removed = edit.counted
    of_statements = [one.why for one in edit.changes if one.kind != "kept"]
    return was.article.headline, "; ".join([f"{added} words added, {removed} removed", *of_statements[:6]])


def _reading(conn: sqlite3.Connection, id_: str) -> Reading | None:
    held = articles.article(conn, id_)
    return Reading(held, tuple(statements.of_article(conn, id_))) if held else None


def _assessed(conn: sqlite3.Connection, around: Around) -> Iterator[Change]:
    """Assessments that somebody signed since the last time."""
    for one in around.given:
        if one.kind == "assess":
            at = claims.claim_of(conn, [subject.id for subject in one.subjects])
            for claim in claims.by_ids(conn, sorted(set(at.values()))):
                yield Change(
                    "assessed",
                    claim=claim.id,
                    story=claim.story,
                    after=one.value,
                    on=one.at[:10],
                    wording=claim.wording,
                    why=one.why,
                    cause="judgement",
                    by=one.by,
                    judgement=one.id,
                )


def _keep(conn: sqlite3.Connection, found: Sequence[Change], around: Around) -> int:
    if not found:
        return 0
    said = settling.spoken(conn, dict.fromkeys(id_ for at in found for id_ in at.statements))
    kept: list[tuple[Change, changes.Keys]] = []
    for one in found:
        caused = changes.caused(one, said, new=around.new, given=around.given, rules=around.rules)
        keys = changes.keys_of(caused, said)
        held = held_changes.keep_change(conn, replace(caused, at=around.at), keys)
        if held:
            kept.append((held, keys))
    _note(conn, around.watched, [(one, keys) for one, keys in kept if one.cause != "rules"])
    return len(kept)


def _note(conn: sqlite3.Connection, watched: Sequence[Watch], kept: Sequence[tuple[Change, changes.Keys]]) -> None:
    """Keeps which watch has to tell which change."""
    if not kept:
        return
    for watch in watched:
        told = _found(conn, watch, kept) if watch.kind == "search" else _named(conn, watch, kept)
        watches.note_changes(conn, ((watch.id, seq) for seq in told))


def _named(conn: sqlite3.Connection, watch: Watch, kept: Sequence[tuple[Change, changes.Keys]]) -> list[int]:
    """The changes that are about what is watched, wherever its claim or story went."""
    if watch.kind == "party":
        asked = {("party", watch.key.casefold())}
    else:
        asked = {(watch.kind, one) for one in (watch.key, *settling.successors(conn, watch.kind, watch.key))}
    return [one.seq for one, keys in kept if not asked.isdisjoint(keys)]


def _found(conn: sqlite3.Connection, watch: Watch, kept: Sequence[tuple[Change, changes.Keys]]) -> list[int]:
    """The changes of what has the words: an article that came or was edited, or a statement that caused one."""
    came = {one.article for one, _ in kept if one.kind in ("article", "edited")}
    said = {id_ for one, _ in kept for id_ in one.statements}
    hits = watches.matching(conn, watch.key, came, said)
    return [
        one.seq
        for one, _ in kept
        if not hits.isdisjoint(one.statements) or (one.kind in ("article", "edited") and one.article in hits)
    ]
