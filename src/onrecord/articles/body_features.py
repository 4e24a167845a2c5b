"""What is known of each line of a page, as numbers: its words, its place, its neighbours, what others say of it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice, repeat

import numpy as np
from lxml import html
from numpy.typing import NDArray

from onrecord.articles.body_lines import Line
from onrecord.articles.body_places import AT, KINDS, Place, Places
from onrecord.articles.headings import kind_of
from onrecord.articles.prose import is_aside, is_prose, is_sentence, word_count

Rows = NDArray[np.float32]
LETTERS = re.compile(r"\w+")
OTHERS = re.compile(r"\W+")
MAY_BE_COUNTED = re.compile(r"[0-9A-Z\u0080-\U0010ffff]")  # as a digit or a capital
FIRST_WORDS = 3
SHORT = 14
FAR = 20
UPS = 4
TAGS = ("p", "div", "li", "h2", "h3", "h4", "td", "br", "section", "h1")
WINDOW = (-3, -2, -1, 1, 2, 3)
NEIGHBOURLY = 9  # so many of the first columns are told of the neighbours too
QUOTES = tuple("\"“„«'‘»")
DASHES = tuple("-–—•*")
BODY_LEAST = 300
MOST_READ = 200_000
LONGEST_KEY = 400  # letters and signs of a line


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of the story elsewhere: its headline, body and description in the metadata, and the lines that
    other readings of the page kept, each reading a tuple of lines."""

    headline: str = ""
    body: str = ""
    description: str = ""
    readings: tuple[tuple[str, ...], ...] = ((), (), ())


@dataclass(frozen=True, slots=True)
class Seen:
    """A line with what was worked out of it. ``key``: its first letters and digits, folded."""

    line: Line
    place: Place
    words: int
    prose: bool
    key: str
    kind: bool


def seen(lines: Sequence[Line]) -> list[Seen]:
    """The lines with their places and counts."""
    places = Places()
    return [_seen(line, places.of(line.holder)) for line in lines]


def _seen(line: Line, place: Place) -> Seen:
    text = line.text
    words = word_count(text)
    key = letters_of(text[:LONGEST_KEY])
    return Seen(line, place, words, is_prose(text, counted=words), key, kind_of(text) is not None)


def letters_of(text: str) -> str:
    """A text's letters and digits, folded: what stays the same however it is set."""
    return OTHERS.sub("", "".join(text.split())).casefold()


# ---------------------------------------------------------------- hints


def place_hints(place: Place) -> tuple[list[str], list[str]]:
    """The names of what the classes may tell: of the nearest elements, each by its distance, and of those above."""
    return [f"{at}:{word}" for at, words in enumerate(place.own) for word in words], [f"far:{one}" for one in place.far]


def word_hints(one: Seen) -> list[str]:
    """The names of what the words may tell: how a line starts, and every word of a short one."""
    words = LETTERS.findall(one.line.text[:80].casefold())[:FIRST_WORDS]
    said = [f"starts:{' '.join(words[: at + 1])}" for at in range(len(words))]
    if one.words <= SHORT:
        said += [f"has:{word}" for word in dict.fromkeys(LETTERS.findall(one.line.text[:200].casefold()))]
    return said


def hinted(all_seen: Sequence[Seen], weights: Mapping[str, float]) -> Rows:
    """The sums of the hints' weights: near classes, words, far classes. One row a line."""
    places = {id(one.place): one.place for one in all_seen}
    sums = {at: tuple(_sum(names, weights) for names in place_hints(place)) for at, place in places.items()}
    rows = [(sums[id(one.place)][0], _sum(word_hints(one), weights), sums[id(one.place)][1]) for one in all_seen]
    return np.array(rows, dtype=np.float32).reshape(-1, 3)


def _sum(names: Iterable[str], weights: Mapping[str, float]) -> float:
    return sum(map(weights.get, names, repeat(0.0)))


# ---------------------------------------------------------------- all of it


def features_of(all_seen: Sequence[Seen], told: Told, weights: Mapping[str, float]) -> Rows:
    """One row a line; ``weights``: of the hints."""
    votes, agreed = _votes(all_seen, told.readings)
    hints = hinted(all_seen, weights)
    own = np.array([_own(one) for one in all_seen], dtype=np.float32)
    first = np.hstack([hints[:, :2], votes, own])
    rest = [_shared(all_seen), _said(all_seen, told), _runs(all_seen), _reached(votes), agreed]
    return np.hstack([first, hints[:, 2:], _around(first[:, :NEIGHBOURLY]), *rest])


def _own(one: Seen) -> list[float]:
    text, line, place = one.line.text, one.line, one.place
    size = len(text)
    others = MAY_BE_COUNTED.findall(text)
    return [
        min(one.words, 150), one.prose, line.linked, is_sentence(text), place.inside >> AT["heading"] & 1,
        line.bold, line.slanted, place.depth, one.kind, is_aside(text), place.hidden, place.discussed,
        sum(map(text.count, ",;:")) / size * 100, sum(map(str.isdigit, others)) / size,
        sum(map(str.isupper, others)) / size, size / max(1, one.words), text[:1].islower(), text.endswith(":"),
        text.endswith("?"), text.startswith(QUOTES), "@" in text, "http" in text or "www." in text, "©" in text,
        "|" in text, text[:1].isdigit(), text.startswith(DASHES), text.endswith(("…", "...")),
        *(place.tag == tag for tag in TAGS), *(place.inside >> at & 1 for at in range(len(KINDS))),
    ]  # fmt: skip


def _votes(all_seen: Sequence[Seen], readings: Sequence[Sequence[str]]) -> tuple[Rows, Rows]:
    """Which readings kept each line; and how many words each reading has, and the agreement of every two."""
    letters = {line: letters_of(line) for line in dict.fromkeys(chain.from_iterable(readings))}
    columns = [_kept(all_seen, reading, letters) for reading in readings]
    votes = np.column_stack(columns).astype(np.float32)
    words = np.array([one.words for one in all_seen], dtype=np.float32)
    sizes = votes.T @ words
    shared = [float((votes[:, 0] * votes[:, at]) @ words) / max(1.0, float(sizes.max())) for at in (1, 2)]
    page = np.array([float(sizes[0]), *shared, float(sizes[0]) / max(1.0, float(words.sum()))], dtype=np.float32)
    return votes, np.tile(page, (len(all_seen), 1))


def _kept(all_seen: Sequence[Seen], reading: Sequence[str], letters: Mapping[str, str]) -> list[bool]:
    keys = {letters[line] if len(line) <= LONGEST_KEY else letters_of(line[:LONGEST_KEY]) for line in reading}
    fits = sum(map(len, reading)) + len(reading) <= MOST_READ
    whole = "".join(letters[line] for line in reading) if fits else letters_of(" ".join(reading)[:MOST_READ])
    return [one.key in keys or (one.words > 6 and one.key[:80] in whole) for one in all_seen]


def _reached(votes: Rows) -> Rows:
    """Lines since the first reading last kept one, and until it does again."""
    kept = votes[:, 0] > 0
    return np.column_stack([_since(kept), _since(kept[::-1])[::-1]]).astype(np.float32)


def _since(flags: NDArray[np.bool_]) -> NDArray[np.int64]:
    at = np.arange(len(flags))
    last = np.maximum.accumulate(np.where(flags, at, -99))
    return np.minimum(99, at - last)


# ---------------------------------------------------------------- the tree around


def _shared(all_seen: Sequence[Seen]) -> Rows:
    """How much of the page's prose stands in the same element, in those around it, and in look-alikes."""
    held: dict[html.HtmlElement | None, int] = defaultdict(int)
    direct: dict[html.HtmlElement | None, int] = defaultdict(int)
    alike: Counter[str] = Counter()
    for one in all_seen:
        words = one.words if one.prose else 0
        alike[one.place.signature] += words
        direct[one.line.holder.getparent()] += words
        for node in (one.line.holder, *one.line.holder.iterancestors()):
            held[node] += words
    main = max(direct, key=direct.__getitem__)
    trunk = {node: at for at, node in enumerate((main, *main.iterancestors()) if main is not None else ())}
    count = Counter(one.place.signature for one in all_seen)
    total = max(1, sum(one.words for one in all_seen if one.prose))
    rows = [
        (
            *_placed(one, held, direct, trunk, total=total),
            alike[one.place.signature] / total,
            min(50, count[one.place.signature]),
        )
        for one in all_seen
    ]
    return np.array(rows, dtype=np.float32)


Counts = Mapping[html.HtmlElement | None, int]


def _placed(one: Seen, held: Counts, direct: Counts, trunk: Counts, *, total: int) -> list[float]:
    ups = [one.line.holder, *one.line.holder.iterancestors()]
    fork = next((at for at, up in enumerate(ups) if up in trunk), FAR)
    shares = [held[up] / total for up in islice(ups, UPS)]
    own = direct.get(ups[1], 0) / total if len(ups) > 1 else 0.0
    return [*shares, *[1.0] * (UPS - len(shares)), own, fork, trunk[ups[fork]] if fork < len(ups) else FAR]


# ---------------------------------------------------------------- what is said elsewhere


def _said(all_seen: Sequence[Seen], told: Told) -> Rows:
    body, description, headline = letters_of(told.body), letters_of(told.description), letters_of(told.headline[:400])
    counts = Counter(one.key for one in all_seen)
    heads = [at for at, one in enumerate(all_seen) if one.place.tag == "h1" or one.key == headline]
    start, kind = heads[0] if heads else 0, -60
    before: set[str] = set()
    rows = []
    for at, one in enumerate(all_seen):
        kind = at if one.kind else kind
        inside = 0.5 if len(body) < BODY_LEAST else float(one.key[:80] in body)
        rows.append([
            inside, _describes(one, description), one.key == headline, counts[one.key] > 1, one.key in before,
            at - start, at / len(all_seen), min(60, at - kind), len(all_seen), len(body) / 1000,
        ])  # fmt: skip
        before.add(one.key)
    return np.array(rows, dtype=np.float32)


def _describes(one: Seen, description: str) -> bool:
    known = one.words > 5 and bool(description)
    return known and (one.key[:60] in description or description[:60] in one.key[:200])


# ---------------------------------------------------------------- neighbours


def _around(rows: Rows) -> Rows:
    """The same numbers of the lines before and after."""
    size, width = rows.shape
    empty = np.full((max(WINDOW), width), -1, dtype=np.float32)
    padded = np.vstack([empty, rows, empty])
    return np.hstack([padded[max(WINDOW) + step : max(WINDOW) + step + size] for step in WINDOW])


def _runs(all_seen: Sequence[Seen]) -> Rows:
    """The share of running text up to here, its words within 5 and 15 lines, and the lines since and until it."""
    prose = np.array([one.words if one.prose and one.line.linked < 0.6 else 0 for one in all_seen])
    sums = np.concatenate([[0], np.cumsum(prose)])
    size = len(prose)
    at = np.arange(size)
    columns = [sums[1:] / max(1, sums[-1])]
    for reach in (5, 15):
        columns += [sums[at] - sums[np.maximum(0, at - reach)], sums[np.minimum(size, at + reach + 1)] - sums[at + 1]]
    return np.column_stack([*columns, _since(prose > 0), _since(prose[::-1] > 0)[::-1]]).astype(np.float32)
