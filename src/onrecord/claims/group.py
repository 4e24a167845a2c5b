"""Statements of one story into claims: the story as a whole, copies folded, whatever came first."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.claims.features import features
from onrecord.claims.linking import Bounds, linked
from onrecord.claims.matcher import Matcher
from onrecord.claims.sense import with_senses
from onrecord.claims.units import Unit, units
from onrecord.claims.wording import says_something
from onrecord.model import Article, Statement, Ties
from onrecord.text.likeness import Grid, groups

CLAIMING = frozenset({"asserts", "denies", "relays", "suggests", "withdraws", "doubts", "no_evidence"})
NO_TIES = Ties()


@dataclass(frozen=True, slots=True)
class Group:
    """The ids of the statements of one claim, and how surely any two of them speak to it (by unordered pair of ids)."""

    statements: tuple[str, ...]
    sure: Mapping[frozenset[str], float]

    def tie(self, one: str, other: str) -> float:
        """0.0 to 1.0; 1.0 for a statement and its own repeat."""
        return self.sure.get(frozenset((one, other)), 1.0)


@dataclass(frozen=True, slots=True)
class _Decided:
    """What a person decided, by row: of one claim together, never of one claim, and the rows anything was said of."""

    together: list[list[int]]
    apart: list[tuple[int, int]]


def group(
    articles: Mapping[str, Article],
    statements: Iterable[Statement],
    same: Mapping[str, str],
    matcher: Matcher,
    *,
    ties: Ties = NO_TIES,
) -> tuple[Group, ...]:
    """The claims of a story. ``same`` maps each article to the least of its copies and versions.

    Plans, opinions and promises (stance "other") stay outside, unless a person put them into a claim. What a person
    put under two claims never meets in one.
    """
    tied = {id_ for ids in ties.together for id_ in ids}
    sensed = _sensed(articles, (one for one in statements if one.stance != "other" or one.id in tied))
    kept = [unit for unit in units(articles, sensed, same) if not ties.alone.intersection(unit.ids)]
    if not kept:
        return ()
    alike = matcher.sureness(features(kept, [articles[one] for one in sorted(articles)]))
    decided = _decided(kept, ties)
    guess = Bounds(matcher.least, round(len(kept) / matcher.size))
    bounds = Bounds(matcher.least, _fewest(alike, guess, decided), decided.together, decided.apart)
    by_hand = {row for rows in decided.together for row in rows}
    return tuple(
        _group([kept[at] for at in held], alike[held][:, held])
        for held in linked(alike, bounds)
        if by_hand.intersection(held) or _real(kept, held)
    )


def _sensed(articles: Mapping[str, Article], statements: Iterable[Statement]) -> list[Statement]:
    """The statements, each with its sense: worked out here where its reading came without."""
    by_article: defaultdict[str, list[Statement]] = defaultdict(list)
    for one in statements:
        by_article[one.article].append(one)
    return [one for id_, said in by_article.items() for one in with_senses(articles[id_], said)]


def _decided(kept: Sequence[Unit], ties: Ties) -> _Decided:
    row = {id_: at for at, unit in enumerate(kept) for id_ in unit.ids}
    edges = [
        (ids[0], other) for ids in ([one for one in some if one in row] for some in ties.together) for other in ids[1:]
    ]
    named = {id_ for some in ties.together for id_ in some if id_ in row}
    heads = groups([str(row[id_]) for id_ in sorted(named)], [(str(row[a]), str(row[b])) for a, b in edges])
    together: defaultdict[str, list[int]] = defaultdict(list)
    for at, head in heads.items():
        together[head].append(int(at))
    apart = [(row[a], row[b]) for a, b in ties.apart if a in row and b in row and row[a] != row[b]]
    return _Decided(sorted(sorted(rows) for rows in together.values()), sorted(apart))


def _fewest(alike: Grid, guess: Bounds, decided: _Decided) -> int:
    """How many claims there are at least: as many as the machine makes of the story, and what a person made of those.

    What was put together of several of the machine's claims makes them one, what was parted makes them more, and all
    others stay as they were: one merge is no reason to think that the whole story has but one claim.
    """
    if not decided.together:
        return guess.fewest
    home = {row: at for at, rows in enumerate(linked(alike, guess)) for row in rows}
    spans = [{home[row] for row in rows} for rows in decided.together]
    shared = Counter(at for span in spans for at in span)
    parted = {home[a] for a, b in decided.apart if home[a] == home[b] and shared[home[a]] < 2}
    fewer = sum(len(span) - 1 for span in spans)
    more = sum(times - 1 for times in shared.values()) + len(parted)
    return max(len(set(home.values())) - fewer + more, len(spans))


def _real(kept: Sequence[Unit], held: Sequence[int]) -> bool:
    """True where somebody takes a stand, and somebody's words say on what."""
    said = [kept[at].statement for at in held]
    return any(one.stance in CLAIMING for one in said) and any(says_something(one.content.text) for one in said)


def _group(held: Sequence[Unit], alike: Grid) -> Group:
    sure = {
        frozenset((one, other)): float(alike[a, b])
        for a, first in enumerate(held)
        for b, second in enumerate(held)
        if a < b
        for one in first.ids
        for other in second.ids
    }
    return Group(tuple(sorted(one for unit in held for one in unit.ids)), sure)
