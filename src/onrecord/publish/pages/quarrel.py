"""Two people decided on the same at once: what each says, and what may become of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from onrecord.model import Judgement
from onrecord.publish.addresses import Addresses
from onrecord.publish.judged import words_of
from onrecord.publish.rendering import render

AGAIN = ("seen", "back")  # fields that the page gives itself


@dataclass(frozen=True, slots=True)
class Said:
    """A judgement, with what it says in words."""

    judgement: Judgement
    words: str


Form: TypeAlias = tuple[str, Sequence[tuple[str, str]]]


def quarrel_page(to: Addresses, mine: Judgement, theirs: Sequence[Judgement], sent: Form, *, back: str) -> str:
    """Theirs, and mine with the form that gives it all the same. ``sent``: its kind, and its fields as they came."""
    kind, fields = sent
    shown = {
        "mine": Said(mine, words_of(mine)),
        "theirs": [Said(one, words_of(one)) for one in theirs],
        "kind": kind,
        "fields": [(name, value) for name, value in fields if name not in AGAIN],
        "back": back,
    }
    return render("review/quarrel.html", to, shown)
