"""Attributions in texts that others annotated: for information, since their notion of a statement is not ours."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from time import perf_counter

from bench.attribution import Row, f1, score_document
from bench.places import rows
from bench.result import Number, Result, digest_of
from onrecord.model import Attribution
from onrecord.statements.tagger import tag

TOLD = {
    "content": "contents found (word IoU >= .5)",
    "triple": "and the source shares a word with gold's",
    "triple_cue": "and the cue too",
}


def measure(path: Path, suite: str) -> Result:
    """Tags every document of a gold file."""
    start = perf_counter()
    total: Counter[str] = Counter()
    hit: set[str] = set()
    missed: list[str] = []
    for row in rows(path):
        counts, triples = score_document(row, [as_row(one) for one in tag(row["text"])])
        total += counts
        names = [name(row, one) for one in row["attributions"]]
        hit |= {names[at] for at in triples}
        missed += [named for at, named in enumerate(names) if at not in triples]
    numbers = {}
    for part, what in TOLD.items():
        precision, recall, mean = f1(total, part)
        numbers[part + " f1"] = Number(mean, f"{what}; P {precision:.3f}, R {recall:.3f}", pinned=False)
    digest = digest_of(path.parent, [path])
    return Result(suite, digest, numbers, perf_counter() - start, {"triple": frozenset(hit)}, {"triple": missed})


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
