"""What became of claims: their statuses, positions, origins and figures before and after."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from onrecord.changes.pairing import pairs
from onrecord.model import Change, Claim, ClaimFigure, Position

SHOWN = 40  # statements that a change names at most


def of_claims(before: Mapping[str, Claim], after: Mapping[str, Claim], days: Mapping[str, str]) -> list[Change]:
    """The changes between two states of the same part of a record, by id. ``days``: {article: its day}."""
    found = pairs(*({id_: one.statements for id_, one in side.items()} for side in (before, after)))
    changes: list[Change] = []
    for id_, other in found.same.items():
        changes += between(before[id_], after[other], days)
    for id_, other in found.merged.items():
        changes.append(_moved("merged", after[other], before[id_]))
    for id_, of in found.came.items():
        changes += [_moved("split", after[id_], before[one]) for one in of] or [_appeared(after[id_])]
    for id_, into in found.went.items():
        if not into:
            changes.append(_gone(before[id_]))
    return sorted(changes, key=lambda one: (one.on or "", one.aspect))


def between(before: Claim, after: Claim, days: Mapping[str, str]) -> Iterator[Change]:
    """What changed of one claim. ``days``: {article: its day}, for when an origin was first heard."""
    positions = list(_positions(before, after))
    origins = list(_origins(before, after, days))
    if before.status != after.status:
        yield _status(before, after, [*positions, *origins])
    yield from positions
    yield from origins
    yield from _figures(before, after)


def last_positions(claim: Claim) -> dict[str, Position]:
    """{party: where it stands now}."""
    return {one.party: one for one in claim.positions}


def standing_figures(claim: Claim) -> dict[tuple[str, str, str], ClaimFigure]:
    """{(party, what is counted, scope): the last figure it gave that it did not take back}."""
    return {(one.party, one.of, one.scope): one for one in claim.figures if one.ended is None}


def figure_shape(one: ClaimFigure) -> str:
    """A figure as a change has it: JSON of value, high, unit, bound."""
    return json.dumps([one.value, one.high, one.unit, one.bound], ensure_ascii=False)


def _status(before: Claim, after: Claim, causes: list[Change]) -> Change:
    """With the statements behind all that changed beside it; where there are none, those that are new in the claim."""
    said = [id_ for one in causes for id_ in one.statements]
    known = frozenset(before.statements)
    new = said or [one for one in after.statements if one not in known]
    why = "; ".join(_origin_words(one) for one in causes if one.kind == "origin")
    on = after.status_history[-1].on if after.status_history else None
    return _of(after, "status", before=before.status, after=after.status, on=on, statements=_few(new), why=why)


def _origin_words(one: Change) -> str:
    return f"an origin: {one.party}" if one.after else f"no origin any more: {one.party}"


def _positions(before: Claim, after: Claim) -> Iterator[Change]:
    was, now = last_positions(before), last_positions(after)
    known = frozenset(before.statements)
    for party in sorted(was.keys() | now.keys()):
        old, new = was.get(party), now.get(party)
        if (old and old.stance) == (new and new.stance):
            continue
        held = new.statements if new else ()
        fresh = tuple(one for one in held if one not in known)
        stances: dict[str, Any] = {"before": old and old.stance, "after": new and new.stance}
        yield _of(after, "position", party=party, on=new and new.on, statements=_few(fresh or held), **stances)


def _origins(before: Claim, after: Claim, days: Mapping[str, str]) -> Iterator[Change]:
    was, now = ({one.party: one for one in side.origins} for side in (before, after))
    for party in sorted(was.keys() ^ now.keys()):
        one = (now if party in now else was)[party]
        held: dict[str, Any] = {"after": party} if party in now else {"before": party}
        said = [id_ for at in after.positions if at.party == party for id_ in at.statements]
        told: dict[str, Any] = {"on": days.get(one.first_article), "statements": _few(said), **held}
        yield _of(after, "origin", party=party, why=one.why, article=one.first_article, **told)


def _figures(before: Claim, after: Claim) -> Iterator[Change]:
    was, now = standing_figures(before), standing_figures(after)
    for key in sorted(was.keys() & now.keys()):
        old, new = was[key], now[key]
        if (old.value, old.high, old.bound) == (new.value, new.high, new.bound):
            continue
        shapes: dict[str, Any] = {"before": figure_shape(old), "after": figure_shape(new)}
        said = (new.statement,) if new.statement else ()
        counted = " ".join(part for part in key[1:] if part)
        yield _of(after, "figure", party=new.party, of=counted, on=new.on, statements=said, **shapes)


def _appeared(one: Claim) -> Change:
    on = one.status_history[0].on if one.status_history else None
    placed = [id_ for at in one.positions for id_ in at.statements]
    return _of(one, "appeared", after=one.status, on=on, statements=_few(placed or one.statements))


def _gone(one: Claim) -> Change:
    return _of(one, "gone", before=one.status, statements=_few(one.statements))


def _moved(kind: Any, one: Claim, other: Claim) -> Change:
    """``one`` is the claim that is; ``other`` the one that went into it, or that it came out of."""
    said = other.statements if kind == "merged" else one.statements
    told: dict[str, Any] = {"before": other.wording, "after": one.wording, "others": (other.id,)}
    return _of(one, kind, statements=_few(said), **told)


def _of(claim: Claim, kind: Any, **what: Any) -> Change:
    return Change(kind, claim=claim.id, story=claim.story, wording=claim.wording, **what)


def _few(ids: Any) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))[:SHOWN]
