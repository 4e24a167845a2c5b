"""Attributions in texts that others annotated: how many the tagger finds, of which kinds, and how exactly."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter

from bench.attribution import EVERYTHING, SPEECH, Row, Scope, f1, is_speech, score_document
from bench.places import rows
from bench.result import Number, Result, digest_of
from onrecord.model import Attribution
from onrecord.statements.tagger import tag

TOLD = {
    "content": "contents found (word IoU >= .5)",
    "exact": "contents found to the word",
    "triple": "contents found, and the source shares a word with gold's",
    "triple_cue": "and the cue too",
}
SCOPES = {"": EVERYTHING, "speech ": SPEECH}
FLOOR = {"PolNeAR dev": (0.75, 0.855), "GUM wikinews": (None, 0.72)}
"""What issue 3 asks of triples: of all, and of speech with nested ones left out."""


def measure(path: Path, suite: str, *, read: Callable[[str], list[Attribution]] = tag) -> Result:
    """Tags every document of a gold file."""
    start = perf_counter()
    documents = rows(path)
    found = [[as_row(one) for one in read(row["text"])] for row in documents]
    numbers = dict(_numbers(documents, found, suite)) | dict(_recalls(documents, found))
    hit, missed = _outcomes(documents, found)
    digest = digest_of(path.parent, [path])
    return Result(suite, digest, numbers, perf_counter() - start, {"triple": hit}, {"triple": missed})


def _numbers(documents: list[Row], found: list[list[Row]], suite: str) -> Iterator[tuple[str, Number]]:
    asked = dict(zip(SCOPES, FLOOR.get(suite, (None, None)), strict=True))
    for named, scope in SCOPES.items():
        total = _total(documents, found, scope)
        for part, what in TOLD.items():
            precision, recall, mean = f1(total, part)
            told = f"{what}; P {precision:.3f}, R {recall:.3f}"
            yield f"{named}{part} f1", Number(mean, told, asked=asked[named] if part == "triple" else None)
    for outlet in sorted({row["outlet"] for row in documents}):
        mine = [(row, one) for row, one in zip(documents, found, strict=True) if row["outlet"] == outlet]
        total = _total([row for row, _ in mine], [one for _, one in mine], EVERYTHING)
        yield f"triple f1, {outlet}", Number(f1(total, "triple")[2], f"{total['gold']} of gold", pinned=False)


def _total(documents: list[Row], found: list[list[Row]], scope: Scope) -> Counter[str]:
    total: Counter[str] = Counter()
    for row, one in zip(documents, found, strict=True):
        total += score_document(row, one, scope=scope)[0]
    return total


def _recalls(documents: list[Row], found: list[list[Row]]) -> Iterator[tuple[str, Number]]:
    """Of each kind and of each class of cue: the share of gold that came out as triples."""
    gold: Counter[str] = Counter()
    hit: Counter[str] = Counter()
    for row, one in zip(documents, found, strict=True):
        triples = score_document(row, one)[1]
        for at, attribution in enumerate(row["attributions"]):
            for name in classes(row["text"], attribution):
                gold[name] += 1
                hit[name] += at in triples
    for name in sorted(gold):
        yield f"recall, {name}", Number(hit[name] / gold[name], f"{gold[name]} of gold", pinned=False)


def classes(text: str, row: Row) -> Iterator[str]:
    """The kind of a gold attribution, the class of its cue, and what makes it hard."""
    yield str(row.get("kind", "unknown"))
    words = " ".join(text[start:end] for start, end in row["cue"]).lower().split()
    yield f"cue: {cue_class(words)}" if words else "cue: none"
    if not row["source"]:
        yield "no source"
    if len(row["content"]) > 1:
        yield "in pieces"


def cue_class(words: list[str]) -> str:
    """Which kind of cue its words make."""
    if not any(word.strip(".,:").isalpha() for word in words):
        return "a mark"
    if {"said", "says", "say", "told", "tells", "saying"} & set(words):
        return "say and tell"
    if words[:2] == ["according", "to"]:
        return "according to"
    spoken = any(is_speech(word) for word in words)
    return "other speech" if spoken else "attitudes and others"


def _outcomes(documents: list[Row], found: list[list[Row]]) -> tuple[frozenset[str], list[str]]:
    hit: set[str] = set()
    missed: list[str] = []
    for row, one in zip(documents, found, strict=True):
        triples = score_document(row, one)[1]
        names = [name(row, attribution) for attribution in row["attributions"]]
        hit |= {names[at] for at in triples}
        missed += [named for at, named in enumerate(names) if at not in triples]
    return frozenset(hit), missed


def as_row(one: Attribution) -> Row:
    """An attribution as the gold files write it."""
    return {
        "source": [one.source] if one.source else [],
        "cue": [one.cue] if one.cue else [],
        "content": list(one.content),
    }


def name(row: Row, one: Row) -> str:
    """How a gold attribution is named: its document, where its content begins, and its cue."""
    cue = " ".join(row["text"][start:end] for start, end in one.get("cue") or [])
    return f"{row['id']} at {one['content'][0][0] if one['content'] else '-'} ({' '.join(cue.split())[:40]})"
