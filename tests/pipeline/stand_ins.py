"""Readers that stand in for the stages: newsroom A's gold, and pages that misbehave."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator

from onrecord.config import Config
from onrecord.model import Article, Capture, Reading, Rejected, When, article_id
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
