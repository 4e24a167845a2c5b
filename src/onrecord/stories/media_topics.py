"""Which IPTC Media Topics an article or a story is about, by words that point to them (table ``media_topics``).

A topic needs several different words, and must not stand far behind the strongest: a wrong topic is worse than none.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from onrecord.knowledge.tables import table
from onrecord.model import Article, Topic

READ = 4_000  # characters: what comes after is often about other things
LEAD = 300  # characters, after the headline: a word there counts once more
SURE, HINT = 2, 1
REPEATED = 2  # a word says no more for being said often
LEAST = 8
WORDS = 2  # different words, one of them sure
NEAR = 0.6  # of the strongest topic of its level
MOST = 3  # topics of each level
TOLD = 6  # words shown
LONGEST = 4  # words of a phrase
WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class _Table:
    """``points``: {phrase: [(code, weight)]}; ``forms``: {phrase or a plural: phrase}; ``firsts``: their first words.

    ``names`` and ``parents`` by code, a parent of "" for the top level.
    """

    points: Mapping[str, Sequence[tuple[str, int]]]
    forms: Mapping[str, str]
    firsts: frozenset[str]
    names: Mapping[str, str]
    parents: Mapping[str, str]


def media_topics(article: Article) -> tuple[Topic, ...]:
    """Those of an article, each before its own parts, strongest first; none where words do not tell."""
    scores: Counter[str] = Counter()
    shown: defaultdict[str, list[str]] = defaultdict(list)
    sure: set[str] = set()
    for phrase, (times, written, leads) in _phrases(article).items():
        for code, weight in _weights(phrase).items():
            scores[code] += weight * (min(times, REPEATED) + leads)
            shown[code].append(written)
            sure |= {code} if weight == SURE else set()
    able = {code: score for code, score in scores.items() if code in sure and len(shown[code]) >= WORDS}
    return tuple(
        Topic(code, _known().names[code], tuple(shown[code][:TOLD])) for code in _chosen(Counter(able), top="")
    )


def _weights(phrase: str) -> Mapping[str, int]:
    """What a phrase says for each topic and its parent, once."""
    found: dict[str, int] = {}
    for code, weight in _known().points.get(phrase, ()):
        for one in (code, _known().parents[code]):
            if one:
                found[one] = max(weight, found.get(one, 0))
    return found


def _chosen(scores: Counter[str], *, top: str) -> Iterator[str]:
    """The codes below ``top`` that are strong enough, each followed by those below itself."""
    own = [(score, code) for code, score in scores.items() if _known().parents[code] == top and score >= LEAST]
    best = max(own, default=(0, ""))[0]
    for score, code in sorted(own, key=lambda one: (-one[0], one[1]))[:MOST]:
        if score >= NEAR * best:
            yield code
            if not top:
                yield from _chosen(scores, top=code)


def of_story(articles: Sequence[Article]) -> tuple[Topic, ...]:
    """Topics that a third of the articles, and two where there are more, are about; copies are to be left out.

    Those of most articles come first; a topic that less than half as many have as the first is left out too.
    """
    found = [one for article in articles for one in media_topics(article)]
    counts = Counter(one.code for one in found)
    most = max(counts.values(), default=0)
    kept = [code for code, count in counts.items() if _held_by(count, len(articles), most)]
    ranked = sorted(kept, key=lambda code: _rank(code, counts))
    return tuple(_joined([one for one in found if one.code == code]) for code in ranked)


def _held_by(count: int, articles: int, most: int) -> bool:
    return count >= min(2, articles) and 3 * count >= articles and 2 * count >= most


def _rank(code: str, counts: Mapping[str, int]) -> tuple[int, str, bool, int, str]:
    """By how many have the topic of the top level, each followed by its parts."""
    parent = _known().parents[code]
    return -counts[parent or code], parent or code, bool(parent), -counts[code], code


def _joined(found: Sequence[Topic]) -> Topic:
    """One topic with the words that most of the articles have."""
    words = Counter(word.casefold() for one in found for word in one.words)
    ranked = sorted(words, key=lambda word: (-words[word], word))
    return Topic(found[0].code, found[0].name, tuple(ranked[:TOLD]))


def _phrases(article: Article) -> dict[str, tuple[int, str, int]]:
    """{phrase of the table: how often, as first written, 1 where headline or opening has it}, in order."""
    heading = f"{article.headline}. " if article.headline else ""
    text = heading + article.text[:READ]
    tokens = [(_folded(one.group()), one.start(), one.end()) for one in WORD.finditer(text)]
    found: dict[str, tuple[int, str, int]] = {}
    at = 0
    while at < len(tokens):
        size, phrase = _longest([token for token, _, _ in tokens[at : at + LONGEST]])
        if size:
            begin, end = tokens[at][1], tokens[at + size - 1][2]
            times, written, leads = found.get(phrase, (0, text[begin:end], int(begin < len(heading) + LEAD)))
            found[phrase] = (times + 1, written, leads)
        at += size or 1
    return found


def _folded(word: str) -> str:
    return word.casefold().replace("’", "'").removesuffix("'s")


def _longest(tokens: Sequence[str]) -> tuple[int, str]:
    """How many of the first tokens are a phrase of the table, and which; 0 where none is."""
    known = _known()
    if tokens[0] in known.firsts:
        for size in range(len(tokens), 0, -1):
            if phrase := known.forms.get(" ".join(tokens[:size])):
                return size, phrase
    return 0, ""


@cache
def _known() -> _Table:
    rows = table("media_topics")
    points: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    for row in rows:
        for column, weight in (("words", SURE), ("hints", HINT)):
            for phrase in filter(None, row[column].split(", ")):
                points[phrase].append((row["code"], weight))
    plurals = {form: phrase for phrase in sorted(points) for form in _plurals(phrase)}
    forms = {**plurals, **{phrase: phrase for phrase in points}}
    return _Table(
        points,
        forms,
        frozenset(form.split(" ")[0] for form in forms),
        {row["code"]: row["name"] for row in rows},
        {row["code"]: row["parent"] for row in rows},
    )


def _plurals(phrase: str) -> Iterator[str]:
    yield f"{phrase}s"
    if phrase.endswith(("s", "x", "ch", "sh", "z")):
        yield f"{phrase}es"
    if phrase.endswith("y"):
        yield f"{phrase[:-1]}ies"
