"""What differs between two versions of one statement, each difference with its reason in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from onrecord.edits.edit import ChangeKind
from onrecord.edits.pairing import same_speaker
from onrecord.model import Figure, Stance, Statement
from onrecord.text.likeness import words

# How firmly a stance stands for what is claimed, or against it; those not here take no such stand.
FIRMNESS: dict[Stance, int] = {
    "asserts": 2,
    "suggests": 1,
    "cannot_confirm": 0,
    "no_evidence": 0,
    "doubts": 0,
    "denies": -2,
}
_BOUNDS = {"exact": "", "about": "about ", "at_least": "at least ", "at_most": "at most "}

Told = tuple[ChangeKind, str]


def differences(old: Statement, new: Statement) -> list[Told]:
    """Every way in which the statement changed; none where it is the same."""
    told = [*_speaker(old, new), *_firmness(old, new), *_figures(old, new)]
    if not any(kind in ("softened", "hardened", "figure") for kind, _ in told):
        told += _wording(old, new)
    return told


def _speaker(old: Statement, new: Statement) -> Iterator[Told]:
    if not same_speaker(old, new):
        yield "reattributed", f"now said by {_who(new)}, before by {_who(old)}"
    elif old.speaker.party and new.speaker.party and _differ(old.speaker.party, new.speaker.party):
        yield "reattributed", f"now said for {new.speaker.party}, before for {old.speaker.party}"
    if old.relay != new.relay:
        yield "reattributed", f"now {_by_way(new.relay)}, before {_by_way(old.relay)}"


def _firmness(old: Statement, new: Statement) -> Iterator[Told]:
    if old.stance != new.stance:
        yield _moved(old.stance, new.stance), f"the stance is now “{_said(new.stance)}”, before “{_said(old.stance)}”"
        return
    came, went = _only(new.hedges, old.hedges), _only(old.hedges, new.hedges)
    if len(came) > len(went):
        yield "softened", f"hedged by {_quoted(came)}, which was not there before"
    elif len(went) > len(came):
        yield "hardened", f"the hedge {_quoted(went)} is gone"
    elif came:
        yield "reworded", f"hedged by {_quoted(came)}, before by {_quoted(went)}"


def _moved(old: Stance, new: Stance) -> ChangeKind:
    """Softened where it stands less firmly on its side than before, turned where it changed sides or left them."""
    before, after = FIRMNESS.get(old), FIRMNESS.get(new)
    if before is None or after is None or before * after < 0 or before == after:
        return "turned"
    return "softened" if abs(after) < abs(before) else "hardened"


def _figures(old: Statement, new: Statement) -> Iterator[Told]:
    before, after = list(old.figures), list(new.figures)
    for one in old.figures:
        same = next((at for at in after if _value(at) == _value(one)), None)
        if same:
            before.remove(one)
            after.remove(same)
    for was, now in zip_longest(before, after):
        if was and now:
            yield "figure", f"the figure is now {_told(now)}, before {_told(was)}"
        elif now:
            yield "figure", f"the figure {_told(now)} was not there before"
        elif was:
            yield "figure", f"the figure {_told(was)} is gone"


def _wording(old: Statement, new: Statement) -> Iterator[Told]:
    if _differ(old.content.text, new.content.text):
        yield "reworded", f"before: “{' '.join(old.content.text.split())}”"
    elif old.cue and new.cue and _differ(old.cue.text, new.cue.text):
        yield "reworded", f"told with “{new.cue.text}”, before with “{old.cue.text}”"


def _who(one: Statement) -> str:
    name = one.speaker.name or (f"somebody unnamed (“{one.source.text}”)" if one.source else "somebody unnamed")
    party = one.speaker.party
    return f"{name} for {party}" if party and party != one.speaker.name else name


def _by_way(relay: Sequence[str]) -> str:
    return f"by way of {', then '.join(relay)}" if relay else "at first hand"


def _said(stance: Stance) -> str:
    return stance.replace("_", " ")


def _value(figure: Figure) -> tuple[float, float | None, str, str]:
    return figure.value, figure.high, figure.unit, figure.bound


def _told(figure: Figure) -> str:
    number = f"{figure.value:,.10g}" + (f" to {figure.high:,.10g}" if figure.high is not None else "")
    return f"{_BOUNDS[figure.bound]}{number} {figure.unit}".strip()


def _only(some: Sequence[str], others: Sequence[str]) -> list[str]:
    known = {one.casefold() for one in others}
    return [one for one in some if one.casefold() not in known]


def _quoted(several: Sequence[str]) -> str:
    return " and ".join(f"“{one}”" for one in several)


def _differ(one: str, other: str) -> bool:
    return words(one) != words(other)
