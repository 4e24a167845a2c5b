"""Names that people hold to be one party's, or two parties', whatever rules say. The later word wins."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.model import Judgement, JudgementKind, PartyNames

KINDS: tuple[JudgementKind, ...] = ("same_party", "other_party")


def party_names(judgements: Iterable[Judgement]) -> PartyNames:
    """Under which name each merged name goes, and which two are kept apart."""
    kept: dict[str, str] = {}
    apart: dict[frozenset[str], tuple[str, str]] = {}
    for one in judgements:
        if one.kind not in KINDS or not one.party or not one.value:
            continue
        pair = frozenset((one.party, one.value))
        if one.kind == "other_party":
            kept = _parted(kept, one.party, one.value)
            apart[pair] = (one.party, one.value)
        else:
            apart.pop(pair, None)
            kept = _merged(kept, one.party, one.value)
    return PartyNames(
        {name: kept[name] for name in sorted(kept) if kept[name] != name}, tuple(sorted(set(apart.values())))
    )


def _merged(kept: dict[str, str], name: str, other: str) -> dict[str, str]:
    """All names that go with either go by ``other``."""
    was = {kept.get(name, name), kept.get(other, other)}
    return {**{one: other if held in was else held for one, held in kept.items()}, name: other, other: other}


def _parted(kept: dict[str, str], name: str, other: str) -> dict[str, str]:
    """Where both went by one name, each that went by another goes by its own again."""
    if kept.get(name, name) != kept.get(other, other):
        return kept
    return {one: held for one, held in kept.items() if one not in (name, other)}
