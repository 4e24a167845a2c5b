"""Which judgements stand, what they come to, and what became of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.judging import edges, knots, names
from onrecord.judging.corrections import KINDS as CORRECTING
from onrecord.judging.corrections import corrections
from onrecord.judging.knots import tied, ties
from onrecord.judging.words import KINDS as WORDS
from onrecord.judging.words import bears, words
from onrecord.model import Decided, Judgement, Outcome, Side

NEEDED: dict[str, tuple[Side, ...]] = {"merge": ("this", "with"), "split": ("this", "from")}


def decide(judgements: Sequence[Judgement]) -> Decided:
    """What the stages take. ``judgements``: all of them, in order, carried over to the statements there are now."""
    given = standing(judgements)
    copies, not_copies = edges.edges(given)
    called = names.party_names(given)
    said = tuple(replace(one, party=called.kept.get(one.party, one.party)) for one in words(given))
    return Decided(corrections(given), ties(tied(given)), copies, not_copies, said, called)


def standing(judgements: Sequence[Judgement]) -> list[Judgement]:
    """Those that were not undone and are about something that is there, in order."""
    gone = undone(judgements)
    return [one for one in judgements if one.kind not in ("undo", "redo") and one.id not in gone and _whole(one)]


def undone(judgements: Iterable[Judgement]) -> dict[int, int]:
    """{id of a judgement that is undone: id of the judgement that undid it}."""
    gone: dict[int, int] = {}
    for one in judgements:
        if one.kind == "undo" and one.of is not None:
            gone[one.of] = one.id
        elif one.kind == "redo" and one.of is not None:
            gone.pop(one.of, None)
    return gone


def outcomes(judgements: Sequence[Judgement], given: Sequence[Judgement]) -> dict[int, Outcome]:
    """What became of each. ``judgements``: as they are now; ``given``: the same, as they were given."""
    gone = undone(judgements)
    found = {one.id: Outcome("stands") for one in judgements}
    found |= {one.id: _without(was) for one, was in zip(judgements, given, strict=True) if not _whole(one)}
    found |= {id_: Outcome("undone", f"undone by judgement {by}", (by,)) for id_, by in gone.items() if id_ in found}
    stand = [one for one in judgements if found[one.id].standing == "stands"]
    for id_, by in _overruled(stand).items():
        found[id_] = Outcome("overruled", f"judgement {by} is later and says otherwise", (by,))
    return found


def _whole(one: Judgement) -> bool:
    """True where what it is about is there: something on each side it needs, both articles."""
    if one.kind in ("undo", "redo", *names.KINDS):
        return True
    if one.kind in edges.KINDS:
        return len(set(one.articles)) == 2
    if one.kind == "note":
        return bool(one.subjects or one.articles)
    sides: tuple[Side, ...] = NEEDED.get(one.kind, ("this",))
    if one.kind == "move" and one.value != knots.NO_CLAIM:
        sides = ("this", "with")
    return all(one.on(side) for side in sides)


def _without(was: Judgement) -> Outcome:
    what = "articles" if was.articles else "statements"
    return Outcome("no_subject", f"it has no subject any more: the {what} it is about are not on record as they were")


def _overruled(stand: Sequence[Judgement]) -> dict[int, int]:
    """{id: the judgement that first said otherwise}."""
    found: dict[int, int] = {}
    last: dict[tuple[object, ...], int] = {}
    for one in stand:
        for key in _keys(one):
            if key in last:
                found.setdefault(last[key], one.id)
            last[key] = one.id
    return found | _untied(stand) | _reassessed(stand)


def _keys(one: Judgement) -> list[tuple[object, ...]]:
    """On what it has the last word: two judgements with one key speak of the same."""
    if one.kind in CORRECTING:
        return [(one.kind, id_) for id_ in one.on("this")]
    if one.kind in edges.KINDS:
        return [("copy", frozenset(one.articles))]
    if one.kind in names.KINDS:
        return [("party", frozenset((one.party, one.value)))]
    return []


def _untied(stand: Sequence[Judgement]) -> dict[int, int]:
    """Those of which a later one undoes a tie or a parting; only what shares a statement with it is looked at."""
    state = knots.Knots()
    found: dict[int, int] = {}
    about: defaultdict[str, dict[int, Judgement]] = defaultdict(dict)
    for one in (one for one in stand if one.kind in knots.KINDS):
        knots.apply(state, one)
        ids = [subject.id for subject in one.subjects]
        touched = {id_ for at in ids for id_ in state.group(at)}.union(ids)
        near = {id_: other for at in touched for id_, other in about[at].items() if id_ not in found}
        found |= {id_: one.id for id_, other in near.items() if not knots.holds(state, other)}
        for at in ids:
            about[at][one.id] = one
    return found


def _reassessed(stand: Sequence[Judgement]) -> dict[int, int]:
    """Assessments and words on an origin that a later one on most of the same statements replaces."""
    found: dict[int, int] = {}
    for at, one in enumerate(stand):
        for later in stand[at + 1 :] if one.kind in ("assess", *WORDS) else ():
            same = later.kind == one.kind or {one.kind, later.kind} == set(WORDS)
            if same and later.party == one.party and bears(set(later.on("this")), one.on("this")):
                found[one.id] = later.id
                break
    return found
