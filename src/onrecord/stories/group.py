"""Articles of one event: alike in their rare words and names, near in time; copies and versions go together."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from onrecord.model import Article, Copy, Statement, Story, content_id
from onrecord.stories.blocks import LEVELS, blocks_of
from onrecord.stories.casualties import tolls
from onrecord.stories.heat import heat
from onrecord.stories.media_topics import of_story
from onrecord.stories.profile import Profile, grid, likenesses, profile
from onrecord.stories.topics import topics
from onrecord.text.likeness import average_link, groups

ONE_EVENT = 0.4  # average likeness of two parts of one story
FULL = 400  # characters: anything shorter is a brief, whose headline names no story if another can
REPEATS = ("copy", "rewrite")

Edges = Iterable[tuple[str, str]]


def tell(
    articles: Sequence[Article], statements: Sequence[Statement], copies: Sequence[Copy], versions: Edges
) -> tuple[Story, ...]:
    """Every article in exactly one story; the order in which they are given is no matter."""
    kept = {one.id: one for one in sorted(articles, key=lambda one: one.id)}
    same = groups(kept, [*versions, *((edge.article, edge.of) for edge in copies)])
    repeats = {edge.article for edge in copies if edge.relation in REPEATS}
    said: defaultdict[str, list[Statement]] = defaultdict(list)
    for one in statements:
        said[one.article].append(one)
    days = {one.published.day for one in kept.values() if one.published.day}
    told = []
    for members in _grouped(kept, same):
        made = story(members, [statement for one in members for statement in said[one.id]], repeats)
        told.append(replace(made, heat=heat(days_of(members, repeats), max(days, default=None))))
    return tuple(sorted(told, key=lambda one: one.id))


def _grouped(kept: Mapping[str, Article], same: Mapping[str, str]) -> Iterator[list[Article]]:
    bundles: defaultdict[str, list[Article]] = defaultdict(list)
    for one in kept.values():
        bundles[same[one.id]].append(one)
    bundle_of = {standing(bundle): bundle for bundle in bundles.values()}
    profiles = {one: profile(kept[one]) for one in bundle_of}
    near = neighbours(profiles)
    blocks = blocks_of(profiles, lambda at, least: [b for b, by in near[at].items() if by >= least])
    for block in sorted(set(blocks.values())):
        for group in parted([profiles[one] for one in block.articles]):
            yield [article for one in group for article in bundle_of[one]]


def standing(bundle: Iterable[Article]) -> str:
    """The id of the article that stands for its copies and versions: the longest."""
    return max((len(one.text), one.id) for one in bundle)[1]


def neighbours(profiles: Mapping[str, Profile]) -> dict[str, dict[str, float]]:
    """For each article those alike enough to share a block with it, and how alike."""
    holding: defaultdict[str, list[str]] = defaultdict(list)
    found: dict[str, dict[str, float]] = {one: {} for one in profiles}
    for one, own in sorted(profiles.items()):
        shared = sorted({other for term, _ in own.terms for other in holding[term]})
        for other, by in zip(shared, likenesses(own, [profiles[other] for other in shared]), strict=True):
            if by >= LEVELS[0]:
                found[one][other] = found[other][one] = by
        for term, _ in own.terms:
            holding[term].append(one)
    return found


def parted(block: Sequence[Profile]) -> list[list[str]]:
    """The articles of a block by event, copies folded: average link over the likeness of every two."""
    ordered = sorted(block, key=lambda one: one.article)
    events: defaultdict[int, list[str]] = defaultdict(list)
    for number, one in zip(average_link(grid(ordered), ONE_EVENT), ordered, strict=True):
        events[number].append(one.article)
    return list(events.values())


def story(members: Sequence[Article], statements: Sequence[Statement], repeats: Collection[str]) -> Story:
    """The story of these articles and of what is said in them, without heat; ``repeats``: those that are copies."""
    held = sorted(members, key=lambda one: (one.published.day or "9999", one.id))
    own = [one for one in held if one.id not in repeats] or held
    full = [one for one in own if len(one.text) >= FULL and one.headline] or own
    return Story(
        id=content_id("story", held[0].id),
        title=full[0].headline or re.split(r"(?<=[.!?])\s", full[0].text)[0][:200],
        articles=tuple(one.id for one in held),
        heat=0.0,
        topics=topics(own, statements),
        media_topics=of_story(own),
        tolls=tolls(own),
    )


def days_of(members: Iterable[Article], repeats: Collection[str]) -> list[str]:
    """The days of a story's articles that are no copies, where they are known: what its heat is counted from."""
    held = list(members)
    own = [one for one in held if one.id not in repeats] or held
    return sorted(one.published.day for one in own if one.published.day)
