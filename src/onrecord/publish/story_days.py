"""A story day by day: the articles of each day, copies folded under what they repeat, and what changed."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.model import Claim, Copy, Story
from onrecord.publish.evidence import outlet_of
from onrecord.publish.lanes import positions_by_party
from onrecord.publish.words import figure_words
from onrecord.store.articles import Listed

FOLDED = 4  # repeats of an article that are told where it is one of many
REPEATS = ("copy", "rewrite", "update")
_NEAREST = ("copy", "rewrite", "update", "common_source")  # of several relations the one that is told


@dataclass(frozen=True, slots=True)
class Told:
    """An article of a story. ``relation`` to ``of``, the outlet of another one, and ``why`` that is known."""

    id: str
    headline: str
    outlet: str
    day: str | None
    relation: str = ""
    of: str | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Bundle:
    """An article and those that repeat it or are later versions of it, of whatever day."""

    first: Told
    repeats: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """Something that changed on a day. ``kind`` status, stance or figure: ``before`` became ``now`` (keys, or words).

    ``of``: the claim's wording, or what a figure counts; ``claim`` is empty for a toll.
    """

    kind: str
    on: str | None
    before: str
    now: str
    of: str
    claim: str = ""
    party: str = ""
    article: str = ""


@dataclass(frozen=True, slots=True)
class Day:
    """A day of a story; ``day`` is None for what has no known day."""

    day: str | None
    bundles: tuple[Bundle, ...]
    turns: tuple[Turn, ...]


def bundles(articles: Mapping[str, Listed], edges: Iterable[Copy]) -> list[Bundle]:
    """The articles in order of day, each copy under the article that it or its own original repeats."""
    nearest = _nearest(edge for edge in edges if edge.of in articles)
    held: defaultdict[str, list[Told]] = defaultdict(list)
    for id_ in articles:
        root = _root(id_, nearest, articles)
        if root != id_:
            held[root].append(_told(articles, id_, nearest.get(id_)))
    roots = [id_ for id_ in articles if _root(id_, nearest, articles) == id_]
    found = [Bundle(_told(articles, id_, nearest.get(id_)), tuple(sorted(held[id_], key=_by_day))) for id_ in roots]
    return sorted(found, key=lambda one: _by_day(one.first))


def version_edges(pairs: Iterable[tuple[str, str]]) -> list[Copy]:
    """(article, the version before it) as edges."""
    return [Copy(article, before, "update", "a later version of the same page") for article, before in pairs]


def chunks(told: Iterable[Bundle], most: int) -> list[list[Bundle]]:
    """The bundles in portions of so many articles; one of more goes on in the next portion under the same article."""
    found: list[list[Bundle]] = [[]]
    held = 0
    for bundle in told:
        for at in range(0, max(1, len(bundle.repeats)), most):
            some = Bundle(bundle.first, bundle.repeats[at : at + most])
            if held and held + 1 + len(some.repeats) > most:
                found.append([])
                held = 0
            found[-1].append(some)
            held += 1 + len(some.repeats)
    return found


def latest(in_order: Sequence[Day], most: int) -> list[Day]:
    """The last of the days, with so many articles and changes together, or the last day alone."""
    left, found = most, list[Day]()
    for one in reversed(in_order):
        left -= len(one.turns) + sum(1 + min(FOLDED, len(at.repeats)) for at in one.bundles)
        if found and left < 0:
            break
        found.append(one)
    return found[::-1]


def turns(story: Story, claims: Sequence[Claim], outlets: Mapping[str, str]) -> list[Turn]:
    """What changed in these claims and in the story's tolls: statuses, positions, figures. ``outlets`` by article."""
    found = [turn for one in claims for several in (_statuses(one), _positions(one), _figures(one)) for turn in several]
    return [*found, *_tolls(story, outlets)]


def days(told: Iterable[Bundle], changed: Iterable[Turn]) -> list[Day]:
    """The days in order, those not known last."""
    held: defaultdict[str | None, tuple[list[Bundle], list[Turn]]] = defaultdict(lambda: ([], []))
    for bundle in told:
        held[bundle.first.day][0].append(bundle)
    for turn in changed:
        held[turn.on][1].append(turn)
    in_order = sorted(held, key=lambda day: day or "~")
    return [Day(day, tuple(held[day][0]), tuple(held[day][1])) for day in in_order]


def _nearest(edges: Iterable[Copy]) -> dict[str, Copy]:
    found: dict[str, Copy] = {}
    for one in edges:
        other = found.get(one.article)
        if other is None or _NEAREST.index(one.relation) < _NEAREST.index(other.relation):
            found[one.article] = one
    return found


def _root(id_: str, nearest: Mapping[str, Copy], held: Mapping[str, Listed]) -> str:
    """What an article repeats in the end, as far as that is in the story; of a circle, the first by id."""
    path = [id_]
    while (edge := nearest.get(path[-1])) and edge.relation in REPEATS and edge.of in held:
        if edge.of in path:
            return min(path[path.index(edge.of) :])
        path.append(edge.of)
    return path[-1]


def _told(articles: Mapping[str, Listed], id_: str, edge: Copy | None) -> Told:
    one = articles[id_]
    of = articles.get(edge.of) if edge else None
    known = (edge.relation, outlet_of(of), edge.why) if edge and of else ("", None, "")
    return Told(id_, one.headline, outlet_of(one), one.day, *known)


def _by_day(one: Told) -> str:
    return one.day or "~"


def _statuses(claim: Claim) -> Iterator[Turn]:
    for before, now in zip(claim.status_history, claim.status_history[1:], strict=False):
        yield Turn("status", now.on, before.value, now.value, claim.wording, claim.id)


def _positions(claim: Claim) -> Iterator[Turn]:
    for party, held in positions_by_party(claim.positions).items():
        for before, now in itertools.pairwise(held):
            if before.stance != now.stance:
                yield Turn("stance", now.on, before.stance, now.stance, claim.wording, claim.id, party)


def _figures(claim: Claim) -> Iterator[Turn]:
    last: dict[tuple[str, str, str, str], str] = {}
    for one in claim.figures:
        what = (one.party, one.unit, one.of, one.scope)
        words = figure_words(one.value, one.high, one.unit, one.bound)
        if what in last and last[what] != words:
            yield Turn("figure", one.on, last[what], words, one.of or claim.wording, claim.id, one.party)
        last[what] = words


def _tolls(story: Story, outlets: Mapping[str, str]) -> Iterator[Turn]:
    for name in ("killed", "injured"):
        last: int | None = None
        for one in story.tolls:
            now = getattr(one, name)
            if now is None:
                continue
            if last is not None and now != last:
                party = outlets.get(one.article, "")
                yield Turn("figure", one.on, f"{last:,} {name}", f"{now:,} {name}", "", "", party, one.article)
            last = now
