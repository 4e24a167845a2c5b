"""Why a report of a claim adds no origin: what ties it to another report, in the words of the record."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.model import Article, Claim, Copy, Statement
from onrecord.origins.collapsed import VERBS
from onrecord.origins.occasions import shared_occasions
from onrecord.publish.evidence import Evidence, outlet_of

AGAIN = "says it again: a party that speaks again is no second origin"
EDITED = "is a later version of the same page: an edit makes no second origin"


@dataclass(frozen=True, slots=True)
class Tie:
    """``article`` adds nothing beside the article ``of`` (empty where the record does not hold that one).

    ``relation``: copy rewrite common_source update version relays occasion again.
    """

    article: str
    of: str
    relation: str
    why: str


def first_read(claim: Claim, carrying: Collection[str], copies: Iterable[Copy]) -> dict[str, str]:
    """{first article of an origin: the one that it copies, if that carries the claim too, else itself}."""
    of = {edge.article: edge.of for edge in copies if edge.relation in ("copy", "rewrite") and edge.of in carrying}
    found = {}
    for origin in (*claim.origins, *claim.possible_origins):
        at, passed = origin.first_article, {origin.first_article}
        while at in of and of[at] not in passed:
            at = of[at]
            passed.add(at)
        found[origin.first_article] = at
    return found


def ties(
    claim: Claim, around: Evidence, copies: Sequence[Copy], versions: Iterable[tuple[str, str]]
) -> dict[str, list[Tie]]:
    """{article that carries the claim: its ties, the firmest first}."""
    said = [around.statements[id_] for id_ in claim.statements if id_ in around.statements]
    carrying = {one.article for one in said}
    firsts = first_read(claim, carrying, copies)
    found = (
        *(Tie(one.article, one.of, one.relation, _copied(one, around.articles)) for one in copies),
        *(Tie(after, before, "version", EDITED) for after, before in versions),
        *_passed_on(said, around),
        *(_one_making(said, around, set(firsts.values())) if _made_once(claim) else ()),
        *_again(claim, said, around, firsts),
    )
    held: dict[str, list[Tie]] = {}
    for one in found:
        if one.article in carrying and one.article != one.of and one not in held.get(one.article, ()):
            held.setdefault(one.article, []).append(one)
    return held


def day_of(around: Evidence, id_: str) -> str:
    """The day of an article, to sort by; what has none comes last."""
    return (around.articles[id_].published.value if id_ in around.articles else None) or "~"


def _copied(edge: Copy, articles: Mapping[str, Article]) -> str:
    return f"{VERBS[edge.relation]} {_called(articles, edge.of)}: {edge.why}"


def _passed_on(said: Sequence[Statement], around: Evidence) -> Iterator[Tie]:
    """To the first article of the outlet named that is not later; an outlet may have told it elsewhere before."""
    held = _by_outlet(around.articles)
    for one in said:
        for name in one.relay[-1:]:
            earlier = (id_ for id_ in held.get(name.casefold(), ()) if id_ != one.article)
            of = next((id_ for id_ in earlier if day_of(around, id_) <= day_of(around, one.article)), "")
            yield Tie(one.article, of, "relays", f"passes on what {' and '.join(one.relay)} reported")


def _by_outlet(articles: Mapping[str, Article]) -> dict[str, list[str]]:
    """{outlet in lower case: its articles in order of day, and then those of others that carry its words}."""
    held: dict[str, list[str]] = {}
    in_order = sorted(articles.values(), key=lambda one: (one.published.value or "~", one.id))
    for name, id_ in [*((one.outlet, one.id) for one in in_order), *((one.agency, one.id) for one in in_order)]:
        if name and id_ not in held.get(name.casefold(), ()):
            held.setdefault(name.casefold(), []).append(id_)
    return held


def _made_once(claim: Claim) -> bool:
    """True where the record tells of reports of one making: only such sentences end with the words that show it."""
    return any(one.endswith("”).") for one in claim.collapsed)


def _one_making(said: Sequence[Statement], around: Evidence, firsts: set[str]) -> Iterator[Tie]:
    for what, several, words in shared_occasions(said, around.articles):
        first = min(several, key=lambda id_: (id_ not in firsts, day_of(around, id_), id_))
        why = f"and {_called(around.articles, first)} {what} (“{words}”)"
        yield from (Tie(id_, first, "occasion", why) for id_ in several)


def _again(claim: Claim, said: Sequence[Statement], around: Evidence, firsts: Mapping[str, str]) -> Iterator[Tie]:
    heard = {one.party: firsts[one.first_article] for one in (*claim.possible_origins, *claim.origins)}
    for one in said:
        party = around.party(one)
        if one.stance == "asserts" and party in heard:
            yield Tie(one.article, heard[party], "again", f"{party} {AGAIN}")


def _called(articles: Mapping[str, Article], id_: str) -> str:
    return outlet_of(articles[id_]) if id_ in articles else "an article that does not carry the claim"
