"""Speaker, stance and day of a statement as a person gives them. The later word of one kind wins."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from onrecord.model import Correction, Judgement, JudgementKind, Speaker, Stance, When

_DECIDED = "decided so"
KINDS: tuple[JudgementKind, ...] = ("speaker", "stance", "day")


def corrections(judgements: Iterable[Judgement]) -> tuple[Correction, ...]:
    """One for each statement on which something was decided, sorted by its id."""
    found: dict[str, Correction] = {}
    for one in judgements:
        for id_ in one.on("this") if one.kind in KINDS else ():
            found[id_] = _with(found.get(id_, Correction(id_)), one)
    return tuple(found[id_] for id_ in sorted(found))


def told(one: Judgement) -> str:
    """Who decided it, and why."""
    return f"{one.by} {_DECIDED}: {one.why}" if one.why else f"{one.by} {_DECIDED}"


def decided(why: str) -> bool:
    """True where a reason is a person's decision, in the words of ``told``."""
    return bool(re.match(rf".{{1,400}}? {_DECIDED}(?:: |$)", why, re.DOTALL))


def _with(found: Correction, one: Judgement) -> Correction:
    if one.kind == "speaker":
        return replace(found, speaker=Speaker(one.value, one.role, one.party, told(one)))
    if one.kind == "day":
        return replace(found, said_on=When(one.value, "day", 1.0, (told(one),)))
    stance: Stance | None = one.value  # type: ignore[assignment]  # checked where it is given and by the check
    return replace(found, stance=stance)
