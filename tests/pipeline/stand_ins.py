"""Readers that stand in for the stages: newsroom A's gold, and pages that misbehave."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator, Mapping

from onrecord.claims import Group
from onrecord.config import Config
from onrecord.model import Article, Capture, Reading, Rejected, Statement, Ties, When, article_id
from onrecord.pipeline.sources import Other, Read, Source
from onrecord.read.inputs import Piece
from tests.store.gold_record import gold_bytes, gold_pages

Inputs = list[Piece | Rejected]


def gold_inputs() -> Inputs:
    """The pages of newsroom A as bytes that stand for them."""
    return [Piece(reading.article.input, gold_bytes(reading.article)) for reading, _ in gold_pages()]


class GoldReader:
    """A Reader that knows what the gold pages give; of others it gives what their bytes say. Counts what it read."""

    def __init__(self) -> None:
        self.known = {reading.article.digest: reading for reading, _ in gold_pages()}
        self.read: list[str] = []

    def __call__(self, line: Iterable[Source | Other], config: Config) -> Iterator[Read | Other]:
        for one in line:
            if not isinstance(one, Source):
                yield one
            else:
                self.read.append(one.name)
                known = self.known.get(one.digest)
                yield Read(one, (known,) if known else tuple(lines(one.name, one.data, one.digest, config)))


def lines(
    name: str, data: bytes, digest: str, config: Config, *, capture: Capture | None = None
) -> Iterator[Reading | Rejected]:
    """An article a line, "url headline: text"; a line "hang", "die" or "no" does that."""
    del config, capture
    for line in data.decode().splitlines():
        if line == "hang":
            time.sleep(60)
        if line == "die":
            os._exit(9)
        if line == "no":
            yield Rejected(name, "articles", "no article", digest=digest)
            continue
        url, _, rest = line.partition(" ")
        headline, _, text = rest.partition(": ")
        when = When(None, "unknown", 0.0)
        yield Reading(Article(article_id(url, headline, text), name, digest, text, headline, when, url), ())


def by_letter(articles: Mapping[str, object], said: Iterable[Statement], *_: object, ties: Ties) -> tuple[Group, ...]:
    """Stands in for the matcher: claims by the first letter of an id, but for what people hold together or apart."""
    del articles
    held = {id_: f"tie {n}" for n, ids in enumerate(ties.together) for id_ in ids}
    for one, other in ties.apart:
        held.setdefault(one, f"apart {one}")
        held.setdefault(other, f"apart {other}")
    labels: dict[str, list[str]] = {}
    for id_ in sorted(at.id for at in said):
        if id_ not in ties.alone:
            labels.setdefault(held.get(id_, "even" if int(id_[0], 16) % 2 else "odd"), []).append(id_)
    return tuple(Group(tuple(ids), {}) for ids in labels.values())
