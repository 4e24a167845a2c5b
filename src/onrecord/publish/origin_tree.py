"""Where a claim comes from: who asserts it from own knowledge, and under each the reports that come to the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.model import Claim, Origin, Position, Statement
from onrecord.publish.evidence import Evidence, outlet_of
from onrecord.publish.lanes import positions_by_party
from onrecord.publish.origin_ties import Tie, day_of
from onrecord.publish.story_sides import FOR

DEEPEST = 4  # reports of reports; those below stand beside them
MOST = 40  # reports that are shown


@dataclass(frozen=True, slots=True)
class Report:
    """An article that adds no origin; ``reasons``: why, the firmest first. ``relation`` is that of the first."""

    article: str
    outlet: str
    headline: str
    day: str | None
    relation: str = ""
    reasons: tuple[str, ...] = ()
    reports: tuple[Report, ...] = ()


@dataclass(frozen=True, slots=True)
class Root:
    """An origin, where it was first read, and what comes to it. ``beside``: the origin first read in that article.

    ``said``: ``why`` is words that were said. ``now``: where it stands, where it asserts the claim no longer.
    """

    party: str
    why: str
    first: Report
    beside: str = ""
    said: bool = False
    now: Position | None = None

    @property
    def total(self) -> int:
        """How many reports come to it."""
        return _total(self.first.reports)


@dataclass(frozen=True, slots=True)
class OriginTree:
    """``apart``: reports that repeat others, none of which is traced to an origin; ``others``: articles of no tie.

    ``hidden``: reports beyond those shown.
    """

    roots: tuple[Root, ...]
    possible: tuple[Root, ...]
    apart: tuple[Report, ...]
    others: int
    hidden: int = 0

    @property
    def collapsed(self) -> int:
        """How many reports add no origin."""
        return sum(one.total for one in (*self.roots, *self.possible)) + _total(self.apart) + self.hidden


def origin_tree(
    claim: Claim, around: Evidence, held: Mapping[str, Sequence[Tie]], firsts: Mapping[str, str], *, most: int = MOST
) -> OriginTree:
    """The tree. ``held``: what ties each article that carries the claim; ``firsts``: where an origin was first read.

    Both as origin_ties gives them.
    """
    carrying = dict.fromkeys(around.statements[id_].article for id_ in claim.statements if id_ in around.statements)
    tops = {firsts[one.first_article] for one in claim.origins}
    parents = _parents([id_ for id_ in carrying if id_ not in tops], held, {*carrying, *tops})
    children: dict[str, list[str]] = {}
    for id_ in sorted(parents, key=lambda id_: (day_of(around, id_), id_)):
        children.setdefault(parents[id_].of, []).append(id_)
    shown = _Shown(around, _positions(claim), held, parents, children, [most])
    roots = shown.roots(claim.origins, firsts, set())
    possible = shown.roots(claim.possible_origins, firsts, {*tops, *parents})
    heads = {root.first.article for root in (*roots, *possible)}
    loose = [id_ for id_ in carrying if id_ not in parents and id_ not in heads]
    tied = [id_ for id_ in loose if held.get(id_) or children.get(id_)]
    apart = tuple(shown.report(id_, 0) for id_ in tied)
    listed = _total(apart) + sum(root.total for root in (*roots, *possible))
    return OriginTree(roots, possible, apart, len(loose) - len(tied), max(0, len(parents) + len(tied) - listed))


def _parents(articles: Sequence[str], held: Mapping[str, Sequence[Tie]], known: set[str]) -> dict[str, Tie]:
    """{article: the firmest tie to a known one that closes no ring}."""
    parents: dict[str, Tie] = {}
    for id_ in articles:
        fitting = (one for one in held.get(id_, ()) if one.of in known and not _leads_to(one.of, id_, parents))
        tie = next(fitting, None)
        if tie:
            parents[id_] = tie
    return parents


def _leads_to(start: str, wanted: str, parents: Mapping[str, Tie]) -> bool:
    at = start
    while at != wanted and at in parents:
        at = parents[at].of
    return at == wanted


@dataclass(frozen=True, slots=True)
class _Shown:
    around: Evidence
    positions: Mapping[str, Position]
    held: Mapping[str, Sequence[Tie]]
    parents: Mapping[str, Tie]
    children: Mapping[str, Sequence[str]]
    left: list[int]  # how many reports may still be shown

    def roots(self, origins: Sequence[Origin], firsts: Mapping[str, str], elsewhere: set[str]) -> tuple[Root, ...]:
        """``elsewhere``: articles that stand in the tree already."""
        made: list[Root] = []
        for one in origins:
            at = firsts[one.first_article]
            known = next((root.party for root in made if root.first.article == at), "")
            first = self._first(at, alone=bool(known) or at in elsewhere)
            made.append(Root(one.party, one.why, first, known, self._said(one.why), self._now(one.party)))
        return tuple(made)

    def _said(self, why: str) -> bool:
        return any(why in part for one in self.around.statements.values() for part in _spoken(one))

    def _now(self, party: str) -> Position | None:
        at = self.positions.get(party)
        return at if at and at.stance not in FOR else None

    def _first(self, id_: str, *, alone: bool) -> Report:
        outlet, headline, day = self._named(id_)
        return Report(id_, outlet, headline, day, reports=() if alone else self._below(id_, 1))

    def report(self, id_: str, depth: int) -> Report:
        """A report with what comes to it."""
        outlet, headline, day = self._named(id_)
        tie = self.parents.get(id_)
        firmer = [one for one in self.held.get(id_, ()) if one.relation != "again"]
        reasons = dict.fromkeys(one.why for one in ([tie, *firmer] if tie else firmer or self.held.get(id_, ())))
        below = self._below(id_, depth + 1) if depth < DEEPEST else ()
        return Report(id_, outlet, headline, day, tie.relation if tie else "", tuple(reasons), below)

    def _below(self, id_: str, depth: int) -> tuple[Report, ...]:
        found = []
        for one in self._deepest(id_) if depth == DEEPEST else self.children.get(id_, ()):
            if self.left[0] > 0:
                self.left[0] -= 1
                found.append(self.report(one, depth))
        return tuple(found)

    def _deepest(self, id_: str) -> list[str]:
        """All below, as the last level shows them side by side."""
        found = list(self.children.get(id_, ()))
        for one in found:
            found += self.children.get(one, ())
        return found

    def _named(self, id_: str) -> tuple[str, str, str | None]:
        article = self.around.articles.get(id_)
        return (outlet_of(article), article.headline, article.published.value) if article else ("", "", None)


def _spoken(one: Statement) -> tuple[str, ...]:
    """The words of a statement in which own knowledge can show: what is said, and how it is told who says it."""
    return tuple(part.text for part in (one.content, one.cue, one.source) if part)


def _positions(claim: Claim) -> dict[str, Position]:
    return {party: held[-1] for party, held in positions_by_party(claim.positions).items()}


def _total(reports: Sequence[Report]) -> int:
    return sum(1 + _total(one.reports) for one in reports)
