"""Articles of one event: alike in their rare words and names, near in time; copies and versions go together."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

import numpy as np

from onrecord.model import Article, Copy, Statement, Story, content_id
from onrecord.stories.heat import heat, newest_day
from onrecord.stories.topics import names_in, related, topics
from onrecord.text.likeness import Grid, average_link, groups, rarity, stem, terms, weighed, words

ONE_EVENT = 0.12  # average likeness of two parts of one story: the middle of the range that is right on four newsrooms
NAME_WEIGHT = 3  # a name says more about the event than another word does
KEPT_TERMS = 150
FAR = 60.0  # days over which likeness falls by a factor of e
FULL = 400  # characters: anything shorter is a brief, whose headline names no story if another can

Edges = Iterable[tuple[str, str]]


def tell(
    articles: Sequence[Article], statements: Sequence[Statement], copies: Sequence[Copy], versions: Edges
) -> tuple[Story, ...]:
    """Every article in exactly one story; the order in which they are given is no matter."""
    kept = sorted({one.id: one for one in articles}.values(), key=lambda one: one.id)
    same = groups([one.id for one in kept], [*versions, *((edge.article, edge.of) for edge in copies)])
    repeats = {edge.article for edge in copies if edge.relation in ("copy", "rewrite")}
    said: defaultdict[str, list[Statement]] = defaultdict(list)
    for one in statements:
        said[one.article].append(one)
    newest = newest_day(kept)
    told = sorted((_story(own, said, repeats, newest) for own in _grouped(kept, same)), key=lambda one: one.id)
    near = related(told)
    return tuple(replace(one, related=near[one.id]) for one in told)


def _grouped(kept: Sequence[Article], same: Mapping[str, str]) -> list[list[Article]]:
    bundles: defaultdict[str, list[Article]] = defaultdict(list)
    for one in kept:
        bundles[same[one.id]].append(one)
    ordered = [bundles[head] for head in sorted(bundles)]
    numbers = average_link(
        _grid([max(bundle, key=lambda one: (len(one.text), one.id)) for bundle in ordered]), ONE_EVENT
    )
    stories: defaultdict[int, list[Article]] = defaultdict(list)
    for number, bundle in zip(numbers, ordered, strict=True):
        stories[number] += bundle
    return [sorted(members, key=_earliness) for members in stories.values()]


def _grid(articles: Sequence[Article]) -> Grid:
    found = [_marks(one) for one in articles]
    rare = rarity(found)
    vectors = [_strongest(weighed(one, rare)) for one in found]
    return np.round(_cosines(vectors) * _nearness(articles), 9)


def _cosines(vectors: Sequence[Mapping[str, float]]) -> Grid:
    """Term by term over the articles that hold it: most terms stand in few."""
    holding: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for at, vector in enumerate(vectors):
        for term, weight in vector.items():
            holding[term].append((at, weight))
    grid = np.zeros((len(vectors), len(vectors)))
    for term in sorted(holding):
        rows, weights = (np.array(side) for side in zip(*holding[term], strict=True))
        grid[np.ix_(rows, rows)] += np.outer(weights, weights)
    return grid


def _strongest(vector: Mapping[str, float]) -> dict[str, float]:
    return dict(sorted(vector.items(), key=lambda item: (-item[1], item[0]))[:KEPT_TERMS])


def _marks(article: Article) -> list[str]:
    """The terms of headline and text; names once more for their weight."""
    text = f"{article.headline}. {article.text}"
    named = [stem(word) for name in names_in(text) for word in words(name)]
    return terms(text) + named * (NAME_WEIGHT - 1)


def _nearness(articles: Sequence[Article]) -> Grid:
    """1 for one day, falling with the days between; 1 where a day is unknown."""
    days = [date.fromisoformat(one.published.day).toordinal() if one.published.day else np.nan for one in articles]
    apart = np.abs(np.subtract.outer(days, days))
    near: Grid = np.exp(-np.nan_to_num(apart, nan=0.0) / FAR)
    return near


def _earliness(one: Article) -> tuple[str, str]:
    return one.published.day or "9999", one.id


def _story(
    members: Sequence[Article], said: Mapping[str, Sequence[Statement]], repeats: set[str], newest: str | None
) -> Story:
    own = [one for one in members if one.id not in repeats] or list(members)
    full = [one for one in own if len(one.text) >= FULL and one.headline] or own
    return Story(
        id=content_id("story", members[0].id),
        title=full[0].headline or re.split(r"(?<=[.!?])\s", full[0].text)[0][:200],
        articles=tuple(one.id for one in members),
        heat=heat(own, newest),
        topics=topics(own, [statement for one in members for statement in said.get(one.id, ())]),
    )
