"""Across pages: parties, copies, stories, claims. The same readings settle the same in whatever order they come."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord import claims, judging, origins, stories
from onrecord.edits import compare
from onrecord.model import Article, Claim, Copy, Decided, PartyNames, Reading, Settled, Statement, Story, When
from onrecord.parties import names_of, settle_parties
from onrecord.text.likeness import groups


@dataclass(frozen=True, slots=True)
class Record:
    """What claims are made from. By article id: itself, what is said in it (parties settled), its day, its repeats.

    ``superseded``: statements of an earlier version that the later one gives to somebody else, or has no more; and
    statements of a copy whose words its original gives to somebody else.
    """

    articles: Mapping[str, Article]
    statements: Mapping[str, Sequence[Statement]]
    published: Mapping[str, str]
    copies: Sequence[Copy]
    same: Mapping[str, str]
    names: Mapping[str, frozenset[str]]
    superseded: frozenset[str]
    decided: Decided


def settle(readings: Sequence[Reading], *, decided: Decided | None = None) -> Settled:
    """Parties, copies, versions, claims and stories of all the readings, sorted by id; pure and free of order.

    ``decided``: what people say; their corrections are laid over the readings already.
    """
    decided = decided or Decided()
    kept = sorted({one.article.id: one for one in readings}.values(), key=lambda one: one.article.id)
    articles = {one.article.id: one.article for one in kept}
    settled = settle_statements(kept, names=decided.names)
    copies, versions = origins.find_copies(list(articles.values()))
    copies = judging.ruled_copies(copies, decided, articles)
    same = groups(articles, [*versions, *((edge.article, edge.of) for edge in copies)])
    told = stories.tell(list(articles.values()), settled, copies, versions)
    days = {one.id: one.published.day for one in articles.values() if one.published.day}
    said = _by_article(settled)
    superseded = _superseded(articles, said, versions) | _misquoted(articles, said, copies)
    record = Record(articles, said, days, copies, same, names_of(settled), superseded, decided)
    found = tuple(sorted((one for story in told for one in _claims(story, record)), key=lambda one: one.id))
    parties = tuple((one.id, one.speaker.party) for one in settled if one.speaker.party)
    return Settled(parties, copies, versions, found, told)


def settle_statements(readings: Sequence[Reading], *, names: PartyNames | None = None) -> list[Statement]:
    """All statements by id, with their parties settled across articles and a day (its article's where it has none)."""
    articles = {one.article.id: one.article for one in readings}
    said = sorted((one for reading in readings for one in reading.statements), key=lambda one: one.id)
    parties = settle_parties(said, names=names or PartyNames())
    return [_settled(one, parties, articles[one.article]) for one in said]


def _settled(one: Statement, parties: Mapping[str, str], article: Article) -> Statement:
    """The statement with its settled party, and its article's day where it gives none itself."""
    when = one.said_on if one.said_on and one.said_on.day else _published(article)
    return replace(one, speaker=replace(one.speaker, party=parties.get(one.id)), said_on=when)


def _by_article(statements: Sequence[Statement]) -> dict[str, list[Statement]]:
    said: defaultdict[str, list[Statement]] = defaultdict(list)
    for one in statements:
        said[one.article].append(one)
    return dict(said)


def _superseded(
    articles: Mapping[str, Article], said: Mapping[str, Sequence[Statement]], versions: Sequence[tuple[str, str]]
) -> frozenset[str]:
    def reading(id_: str) -> Reading:
        return Reading(articles[id_], tuple(said.get(id_, ())))

    made = [compare(reading(before), reading(after)) for after, before in versions]
    gone = (one.before for edit in made for one in edit.changes if one.kind in ("reattributed", "removed"))
    return frozenset(id_ for id_ in gone if id_)


def _misquoted(
    articles: Mapping[str, Article], said: Mapping[str, Sequence[Statement]], copies: Sequence[Copy]
) -> frozenset[str]:
    """Statements of copies in words that the original has from somebody else: one of the two is wrong, no witness."""
    found: set[str] = set()
    for edge in copies:
        first, copied = (said.get(one, ()) for one in (edge.of, edge.article))
        if _parties(copied) - _parties(first):
            made = compare(Reading(articles[edge.of], tuple(first)), Reading(articles[edge.article], tuple(copied)))
            found.update(one.after for one in made.changes if one.kind == "reattributed" and one.after)
    return frozenset(found)


def _parties(said: Sequence[Statement]) -> set[str]:
    return {party for one in said for party in one.speaker.parties}


def _published(article: Article) -> When | None:
    return article.published if article.published.day else None


def _claims(story: Story, record: Record) -> list[Claim]:
    held = {one: record.articles[one] for one in story.articles}
    said = {one.id: one for article in story.articles for one in record.statements.get(article, ())}
    found = claims.group(held, said.values(), record.same, claims.shipped())
    return [_claim(one, story, record, said) for one in found]


def _claim(group: claims.Group, story: Story, record: Record, said: Mapping[str, Statement]) -> Claim:
    inside = [said[one] for one in group.statements]
    said_here = frozenset(group.statements)
    # An edit never makes a second origin: who was named before it was named by the same article.
    standing = [one for one in inside if one.id not in record.superseded] or inside
    judged = origins.judge(standing, record.published, group.tie)
    first, possible = judging.ruled_origins(judged.origins, judged.possible, said_here, record.decided.words)
    known = claims.Known(story.id, first, possible, origins.collapsed(inside, record.articles, record.copies))
    return claims.tally(inside, known, record.published, record.names)
