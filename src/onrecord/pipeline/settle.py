"""Across pages: parties, copies, stories, claims. The same readings settle the same in whatever order they come.

This is the whole at once, in memory; ``settle_record`` comes to the same by way of what a late article touches.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from onrecord import judging, origins, stories
from onrecord.claims import Matcher, shipped
from onrecord.model import OF_THE_ARTICLE, Article, Copy, Decided, PartyNames, Reading, Settled, Statement, Story, When
from onrecord.parties import Named, Voice, settle_names, voice
from onrecord.pipeline.settle_story import Told, claims_of


def settle(
    readings: Sequence[Reading],
    *,
    decided: Decided | None = None,
    matcher: Callable[[Story], Matcher] = lambda story: shipped(),
) -> Settled:
    """Parties, copies, versions, claims and stories of all the readings, sorted by id; pure and free of order.

    ``decided``: what people say; their corrections are laid over the readings already. ``matcher``: by what the
    statements of a story are grouped; the shipped one unless a trial gives others.
    """
    decided = decided or Decided()
    kept = sorted({one.article.id: one for one in readings}.values(), key=lambda one: one.article.id)
    articles = {one.article.id: one.article for one in kept}
    named = _named(kept, decided.names)
    settled = _under(kept, named.parties)
    found, versions = origins.find_copies(list(articles.values()))
    copies = tuple(sorted(judging.ruled_copies(found, decided, articles), key=lambda edge: (edge.article, edge.of)))
    told = stories.tell(list(articles.values()), settled, copies, versions)
    of_stories = _by_story(told, _readings(articles, settled), (copies, versions), decided)
    made = sorted(
        (one for own in of_stories for one in claims_of(own, matcher=matcher(own.story))), key=lambda one: one.id
    )
    parties = tuple((one.id, one.speaker.party) for one in settled if one.speaker.party)
    return Settled(parties, copies, versions, tuple(sorted(made, key=lambda one: one.id)), told, named.merges)


def _by_story(
    told: Sequence[Story],
    readings: Mapping[str, Reading],
    edges: tuple[Sequence[Copy], Sequence[tuple[str, str]]],
    decided: Decided,
) -> list[Told]:
    """Each story with what belongs to it. Copies and versions are of one story, so no edge leads out of any."""
    at = {article: one.id for one in told for article in one.articles}
    copies: defaultdict[str, list[Copy]] = defaultdict(list)
    versions: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for edge in edges[0]:
        copies[at[edge.article]].append(edge)
    for pair in edges[1]:
        versions[at[pair[0]]].append(pair)
    held = {one.id: {id_: readings[id_] for id_ in one.articles} for one in told}
    return [Told(one, held[one.id], copies[one.id], versions[one.id], decided) for one in told]


def _readings(articles: Mapping[str, Article], settled: Iterable[Statement]) -> dict[str, Reading]:
    said: defaultdict[str, list[Statement]] = defaultdict(list)
    for one in settled:
        said[one.article].append(one)
    return {id_: Reading(article, tuple(said[id_])) for id_, article in articles.items()}


def settle_statements(readings: Sequence[Reading], *, names: PartyNames | None = None) -> list[Statement]:
    """All statements by id, with their parties settled across articles and a day (its article's where it has none)."""
    return _under(readings, _named(readings, names or PartyNames()).parties)


def _named(readings: Iterable[Reading], names: PartyNames) -> Named:
    return settle_names(Counter(voice(one) for reading in readings for one in reading.statements), names=names)


def _under(readings: Sequence[Reading], parties: Mapping[Voice, str]) -> list[Statement]:
    articles = {one.article.id: one.article for one in readings}
    said = sorted((one for reading in readings for one in reading.statements), key=lambda one: one.id)
    return [settled_as(one, parties.get(voice(one)), articles[one.article]) for one in said]


def settled_as(one: Statement, party: str | None, article: Article) -> Statement:
    """The statement with its settled party, and its article's day where it gives none itself."""
    when = one.said_on if one.said_on and one.said_on.day else _published(article)
    return replace(one, speaker=replace(one.speaker, party=party), said_on=when)


def _published(article: Article) -> When | None:
    day = article.published
    return replace(day, reasons=(OF_THE_ARTICLE, *day.reasons)) if day.day else None
