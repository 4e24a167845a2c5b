"""Which articles repeat one another: by shared runs of words, whose credit they carry, and who was first."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from onrecord.model import Article, Copy, Relation
from onrecord.text.addresses import address_key
from onrecord.text.likeness import containment, groups, shingles, words

RUN = 5  # words in a run; five seldom agree by chance, and survive the edits of a desk
CROWD = 60  # a run in more articles than this is a phrase of the trade, no trace of a copy
COPIED = 0.5
REWRITTEN = 0.12
NEAR = 8  # versions that are looked at from one: where a whole site names one home, no more
QUOTED = re.compile(r"[“\"][^“”\"]{12,}[”\"]")
CORRECTED = re.compile(
    r"(?im)^\W*(?:correction|clarification|editor.s note|update|retraction|this article (?:has been|was)|"
    r"an earlier version|the report (?:has been|is) withdrawn)\b"
)
Edges = tuple[tuple[Copy, ...], tuple[tuple[str, str], ...]]


@dataclass(frozen=True, slots=True)
class Traits:
    """What is compared of an article: all its runs of words, and those left when the quotations are taken out.

    ``address`` is where it was found, ``home`` where its outlet says it belongs.
    """

    article: Article
    runs: set[int]
    own: set[int]
    address: str
    home: str


def find_copies(articles: Sequence[Article]) -> Edges:
    """Copy edges (each article to the earlier one it repeats most, with a reason) and (version, version before) pairs.

    Articles are compared by five-word runs (Broder 1997, containment); the order in which they are given is no matter.
    """
    kept = {article.id: _traits(article) for article in sorted(articles, key=lambda one: one.id)}
    versions = _versions(kept.values())
    same = groups(kept, versions)
    best: dict[str, tuple[float, Copy]] = {}
    for one, other in _candidates(list(kept.values())):
        edge = _edge(*_in_order(one, other)) if same[one.article.id] != same[other.article.id] else None
        if edge:
            best[edge[1].article] = max(best.get(edge[1].article, edge), edge, key=lambda e: (e[0], e[1].of))
    return tuple(best[article][1] for article in sorted(best)), tuple(versions)


def _traits(article: Article) -> Traits:
    return Traits(
        article,
        shingles(words(article.text), RUN),
        shingles(words(QUOTED.sub(" ", article.text)), RUN),
        _address(article.url),
        _address(article.canonical),
    )


def _address(url: str | None) -> str:
    """What is the same for versions of a page; empty for a host alone, which is where any page may be shown."""
    key = address_key(url) or ""
    return key if re.search(r"[/?]", key) else ""


def _versions(kept: Collection[Traits]) -> list[tuple[str, str]]:
    """Articles of one address; and of one home, if they share most of their words: some sites name one for all."""
    same = list(_neighbours(kept, lambda one: one.address))
    at_home = _neighbours(kept, lambda one: one.home or one.address)
    same += [(one, other) for one, other in at_home if containment(one.runs, other.runs) >= COPIED]
    held = {one.article.id: one.article for one in kept}
    group = groups(held, ((one.article.id, other.article.id) for one, other in same))
    chains: defaultdict[str, list[Article]] = defaultdict(list)
    for id_, first in group.items():
        chains[first].append(held[id_])
    in_order = (sorted(several, key=_lateness) for _, several in sorted(chains.items()))
    return [(later.id, earlier.id) for chain in in_order for earlier, later in pairwise(chain)]


def _neighbours(kept: Iterable[Traits], key: Callable[[Traits], str]) -> Iterator[tuple[Traits, Traits]]:
    """Pairs of articles, near each other in time, that have the same key."""
    same: defaultdict[str, list[Traits]] = defaultdict(list)
    for one in kept:
        if key(one):
            same[key(one)].append(one)
    for several in same.values():
        in_order = sorted(several, key=lambda one: _lateness(one.article))
        for at, one in enumerate(in_order):
            yield from ((one, other) for other in in_order[at + 1 : at + 1 + NEAR])


def _lateness(article: Article) -> tuple[str, bool, int, str]:
    """Orders versions of one address: by day, then a note of correction, then length (texts grow), then id."""
    return article.published.value or "", bool(CORRECTED.search(article.text)), len(article.text), article.id


def _candidates(kept: list[Traits]) -> list[tuple[Traits, Traits]]:
    """Pairs that share enough runs to be worth a look, at different addresses."""
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for at, one in enumerate(kept):
        for run in one.runs:
            holders[run].append(at)
    shared = Counter(pair for at in holders.values() if 1 < len(at) <= CROWD for pair in combinations(at, 2))
    pairs = [(kept[a], kept[b]) for (a, b), count in sorted(shared.items()) if count >= 3]
    return [(a, b) for a, b in pairs if not a.address or a.address != b.address]


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


def _edge(later: Traits, earlier: Traits) -> tuple[float, Copy] | None:
    share, own = containment(later.runs, earlier.runs), containment(later.own, earlier.own)
    found = _relation(later, earlier, share, own)
    if not found:
        return None
    relation, reason = found
    why = f"{round(100 * share)} % of the shorter text's five-word runs are in both; {reason}"
    return share, Copy(later.article.id, earlier.article.id, relation, why)


def _relation(later: Traits, earlier: Traits, share: float, own: float) -> tuple[Relation, str] | None:
    if share < REWRITTEN:
        return None
    credited = _credits(later.article, earlier.article)
    if own < REWRITTEN:
        return ("rewrite", _credit_words(earlier)) if credited else ("common_source", "what they share is quotations")
    if _same_outlet(later, earlier) and _grown(later, earlier):
        return "update", "the same outlet tells it again with more"
    if share >= COPIED:
        return "copy", _credit_words(earlier) if credited else _day_words(later, earlier)
    return _partly(later, earlier, credited)


def _partly(later: Traits, earlier: Traits, credited: bool) -> tuple[Relation, str]:
    if credited:
        return "rewrite", _credit_words(earlier)
    if later.article.agency and later.article.agency == earlier.article.agency:
        return "common_source", f"both credit {later.article.agency}"
    if later.article.published.day == earlier.article.published.day:
        return "common_source", "both appeared on one day and neither credits the other"
    return "rewrite", _day_words(later, earlier)


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
