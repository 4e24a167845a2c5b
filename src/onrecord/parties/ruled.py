"""People's word on names, over what the rules make of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from onrecord.model import PartyMerge, PartyNames

SAID = "a person merged them"


def ruled(same: Mapping[str, str], names: PartyNames) -> dict[str, str]:
    """The name that each name is settled under. ``same``: by the rules.

    Two that are kept apart go by their own names where the rules made them one; a merged name goes by the one that
    people keep, and so does all that the rules settle under it.
    """
    settled = dict(same)
    for one, other in names.apart:
        if same.get(one, one) == same.get(other, other):
            settled |= {name: name for name in (one, other) if name in same}
    return {name: names.kept.get(name) or names.kept.get(held, held) for name, held in settled.items()}


def ruled_merges(found: Iterable[PartyMerge], names: PartyNames, used: Iterable[str]) -> Iterator[PartyMerge]:
    """The merges that stand beside people's word: without what they keep apart, and with what they merged."""
    apart = {frozenset(pair) for pair in names.apart}
    kept = {name: held for name in used if (held := names.kept.get(name))}
    for one in found:
        if frozenset((one.name, one.party)) not in apart and one.name not in kept:
            yield one
    for name, held in kept.items():
        yield PartyMerge(name, held, 1.0, SAID)
