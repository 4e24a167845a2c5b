"""Which articles repeat one another: by shared runs of words, whose credit they carry, and who was first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from onrecord.model import Article, Copy, Relation
from onrecord.origins.candidates import pairs
from onrecord.origins.traits import Sketch, Traits, sketch, traits
from onrecord.text.likeness import groups, words
from onrecord.text.runs import shared

COPIED = 0.5
REWRITTEN = 0.12
NEAR, FAR = 14, 0.3  # days within which a few shared runs can come of one piece of news; past them, how many it takes
TAKEN, PROSE = (
    0.2,
    0.75,
)  # a fifth of the runs, and of the text without quotations nearly as many: sentences were taken over
Edges = tuple[tuple[Copy, ...], tuple[tuple[str, str], ...]]


@dataclass(frozen=True, slots=True)
class Overlap:
    """What two articles, compared word by word, are to each other; it depends on these two alone.

    ``relation`` is None where they are versions of one page. ``share``: of the shorter text's runs, 0.0 to 1.0.
    """

    article: str
    of: str
    share: float
    relation: Relation | None
    why: str


def find_copies(articles: Sequence[Article]) -> Edges:
    """Copy edges (each article to the earlier one it repeats most, with a reason) and (version, version before) pairs.

    Articles are compared by five-word runs (Broder 1997, containment); the order in which they are given is no matter.
    """
    kept = {one.id: sketch(one) for one in sorted(articles, key=lambda one: one.id)}
    compared = {one.id: traits(one) for one in articles}
    found = [overlap(compared[one], compared[other]) for one, other in pairs(kept.values())]
    overlaps = [one for one in found if one]
    chains = version_groups(kept, overlaps)
    same = {one: chain[0] for chain in chains for one in chain}
    versions = sorted(pair for chain in chains for pair in in_time([kept[one] for one in chain]))
    return best(one for one in overlaps if same[one.article] != same[one.of]), tuple(versions)


def overlap(one: Traits, other: Traits) -> Overlap | None:
    """What two articles of different addresses are to each other; None where they share too little."""
    share = shared(one.runs, other.runs)
    if share >= COPIED and one.home and one.home == other.home:
        return Overlap(one.article.id, other.article.id, share, None, "")
    later, earlier = _in_order(one, other)
    return _edge(later, earlier, share)


def version_groups(kept: Mapping[str, Sketch], overlaps: Iterable[Overlap]) -> list[tuple[str, ...]]:
    """Articles by page, each group in order of id: those of one address, and those that overlap as versions do."""
    at: defaultdict[str, list[str]] = defaultdict(list)
    for one in kept.values():
        at[one.address or one.article].append(one.article)
    same = [pair for several in at.values() for pair in pairwise(several)]
    same += [(one.article, one.of) for one in overlaps if one.relation is None]
    chains: defaultdict[str, list[str]] = defaultdict(list)
    for article, first in sorted(groups(kept, same).items()):
        chains[first].append(article)
    return [tuple(chain) for _, chain in sorted(chains.items())]


def in_time(chain: Iterable[Sketch]) -> list[tuple[str, str]]:
    """(version, the version before it) over the versions of one page."""
    ordered = sorted(chain, key=lambda one: one.late)
    return [(later.article, earlier.article) for earlier, later in pairwise(ordered)]


def best(overlaps: Iterable[Overlap]) -> tuple[Copy, ...]:
    """Each article's edge to the one it shares most with, in order of article."""
    most: dict[str, Overlap] = {}
    for one in overlaps:
        most[one.article] = max(most.get(one.article, one), one, key=lambda edge: (edge.share, edge.of))
    return tuple(Copy(one.article, one.of, one.relation, one.why) for _, one in sorted(most.items()) if one.relation)


def _in_order(one: Traits, other: Traits) -> tuple[Traits, Traits]:
    """(the later, the earlier): an agency's own page before what credits it, then by day, then the longer text."""
    if _credits(one.article, other.article) != _credits(other.article, one.article):
        return (one, other) if _credits(one.article, other.article) else (other, one)
    earlier, later = sorted((one, other), key=_firstness)
    return later, earlier


def _firstness(one: Traits) -> tuple[str, bool, int, str]:
    article = one.article
    return article.published.day or "9999", not _own_agency(article), -len(article.text), article.id


def _own_agency(article: Article) -> bool:
    return bool(article.agency and article.outlet and _name(article.agency) == _name(article.outlet))


def _credits(article: Article, other: Article) -> bool:
    """True where the article credits the other's outlet as its agency."""
    whose = other.outlet or other.agency
    return bool(article.agency and whose and _name(article.agency) == _name(whose) and not _own_agency(article))


def _name(name: str) -> str:
    return " ".join(words(name)).removeprefix("the ")


def _edge(later: Traits, earlier: Traits, share: float) -> Overlap | None:
    found = _relation(later, earlier, share, shared(later.own, earlier.own))
    if not found:
        return None
    relation, reason = found
    why = f"{round(100 * share)} % of the shorter text's five-word runs are in both; {reason}"
    return Overlap(later.article.id, earlier.article.id, share, relation, why)


def _relation(later: Traits, earlier: Traits, share: float, own: float) -> tuple[Relation, str] | None:
    credited = _credits(later.article, earlier.article)
    if share < REWRITTEN or (share < FAR and not credited and _far(later, earlier)):
        return None
    if own < REWRITTEN:
        return ("rewrite", _credit_words(earlier)) if credited else ("common_source", "what they share is quotations")
    if _same_outlet(later, earlier) and _grown(later, earlier):
        return "update", "the same outlet tells it again with more"
    if share >= COPIED:
        return "copy", _credit_words(earlier) if credited else _day_words(later, earlier)
    return _partly(later, earlier, credited, prose=share >= TAKEN and own >= PROSE * share)


def _partly(later: Traits, earlier: Traits, credited: bool, *, prose: bool) -> tuple[Relation, str]:
    """``prose``: what they share is mostly a reporter's own sentences, which no briefing that both heard gives."""
    if credited:
        return "rewrite", _credit_words(earlier)
    if later.article.agency and later.article.agency == earlier.article.agency:
        return "common_source", f"both credit {later.article.agency}"
    if _same_outlet(later, earlier):
        return "update", "the same outlet tells it again"
    if prose:
        return "rewrite", f"they share sentences outside quotations; {_day_words(later, earlier)}"
    if later.article.published.day == earlier.article.published.day:
        return "common_source", "both appeared on one day and neither credits the other"
    return "rewrite", _day_words(later, earlier)


def _far(later: Traits, earlier: Traits) -> bool:
    """True where so long lies between them that a few shared runs are phrases of the house rather than of the news."""
    days = [one.article.published.day for one in (later, earlier)]
    known = [date.fromisoformat(day) for day in days if day]
    return len(known) == 2 and abs((known[0] - known[1]).days) > NEAR


def _same_outlet(later: Traits, earlier: Traits) -> bool:
    return bool(later.article.outlet and later.article.outlet == earlier.article.outlet)


def _grown(later: Traits, earlier: Traits) -> bool:
    return len(later.article.text) > len(earlier.article.text)


def _credit_words(earlier: Traits) -> str:
    return f"credits {earlier.article.outlet or earlier.article.agency}"


def _day_words(later: Traits, earlier: Traits) -> str:
    first, second = earlier.article.published.day, later.article.published.day
    if first and second and first != second:
        return f"it appeared on {second}, the other on {first}"
    return "no credit says which came first"
