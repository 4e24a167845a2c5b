"""What a story is about: the parties on record in it first, then the names its articles share."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from onrecord.model import Article, Statement
from onrecord.text.likeness import SMALL, words

# A capital after a small letter, a comma or a dash and a space: a name, and not merely the start of a sentence.
NAME = re.compile(r"(?<=[a-z,;:—–] )((?:[A-Z][\w’'-]*[a-z]|[A-Z]{2,})(?: (?:[A-Z][\w’'-]*[a-z]|[A-Z]{2,}))*)")
_NO_TOPIC = """
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
september october november december mr mrs ms dr sir
"""
NO_TOPIC = frozenset(_NO_TOPIC.split())
MOST = 8


def names_in(text: str) -> list[str]:
    """Capitalised names inside the sentences of a text, in order, repeats kept."""
    found = [re.sub(r"[’']s$", "", name) for name in NAME.findall(text)]
    return [name for name in found if not set(words(name)) & (NO_TOPIC | SMALL)]


def topics(articles: Sequence[Article], statements: Sequence[Statement]) -> tuple[str, ...]:
    """Up to eight: parties by how often they speak, then names in more than one article (or in the only one)."""
    parties = Counter(party for one in statements for party in one.speaker.parties)
    holding = Counter(name for one in articles for name in sorted(set(names_in(one.text))))
    shared = {name: count for name, count in holding.items() if count >= min(2, len(articles))}
    spoken = {one.speaker.name or "" for one in statements} | set(parties)
    places = [name for name in _ranked(shared) if not any(name in known for known in spoken)]
    return tuple((_ranked(parties)[: MOST - 2] + places)[:MOST])


def _ranked(counts: Mapping[str, int]) -> list[str]:
    return [name for name, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))]
