"""People's word on names, over what the rules make of them."""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.model import PartyNames


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
