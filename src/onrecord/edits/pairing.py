"""Which statement of the later version is which of the one before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from onrecord.model import Statement
from onrecord.text.likeness import SMALL, overlap, stem, words

MOST = 200  # statements of each version that are compared with every other where their words differ
ALIKE = 0.4  # terms in both of the terms of either (Jaccard), where the speaker is the same
ALIKE_BY_ANOTHER = 0.65

Pairs = list[tuple[Statement, Statement]]


def paired(before: Sequence[Statement], after: Sequence[Statement]) -> Pairs:
    """Statements of the same words first (the same speaker's before another's), then those that are most alike."""
    pairs = _by_words(before, after)
    held = {one.id for pair in pairs for one in pair}
    return pairs + _by_likeness(
        [one for one in before if one.id not in held][:MOST], [one for one in after if one.id not in held][:MOST]
    )


def same_speaker(old: Statement, new: Statement) -> bool:
    """True where both are the same person's or body's, as far as their names tell: one may be part of the other."""
    one, other = (words(at.speaker.name or "") for at in (old, new))
    if not one and not other:
        return words(old.source.text if old.source else "") == words(new.source.text if new.source else "")
    return bool(one and other) and (one == other or set(one) <= set(other) or set(other) <= set(one))


def _by_words(before: Sequence[Statement], after: Sequence[Statement]) -> Pairs:
    held: defaultdict[str, list[Statement]] = defaultdict(list)
    for one in after:
        held[_key(one)].append(one)
    pairs: Pairs = []
    for one in before:
        same = held[_key(one)]
        if same:
            chosen = next((at for at in same if same_speaker(one, at)), same[0])
            same.remove(chosen)
            pairs.append((one, chosen))
    return pairs


def _by_likeness(before: Sequence[Statement], after: Sequence[Statement]) -> Pairs:
    terms = {one.id: _terms(one) for one in (*before, *after)}
    scored = []
    for n, one in enumerate(before):
        for at, other in enumerate(after):
            share = overlap(terms[one.id], terms[other.id])
            same = same_speaker(one, other)
            if share >= (ALIKE if same else ALIKE_BY_ANOTHER):
                scored.append((-(share + same), n, at))
    pairs, taken = [], set()
    for _, n, at in sorted(scored):
        if before[n].id not in taken and after[at].id not in taken:
            taken |= {before[n].id, after[at].id}
            pairs.append((before[n], after[at]))
    return pairs


def _key(one: Statement) -> str:
    return " ".join(words(one.content.text))


def _terms(one: Statement) -> frozenset[str]:
    """Stems of the words; numbers stand for each other, since a corrected figure is the same statement."""
    said = words(one.content.text)
    return frozenset("0" if word[0].isdigit() else stem(word) for word in said if word not in SMALL)
