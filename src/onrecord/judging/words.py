"""A person's word that a party speaks from its own knowledge, or does not; the claim it is borne by."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from onrecord.judging.corrections import told
from onrecord.model import Judgement, JudgementKind, Origin, PartyWord

KINDS: tuple[JudgementKind, ...] = ("accept", "reject")


def words(judgements: Iterable[Judgement]) -> tuple[PartyWord, ...]:
    """In the order they were given."""
    return tuple(
        PartyWord(one.party, one.kind == "accept", one.on("this"), told(one))
        for one in judgements
        if one.kind in KINDS and one.party
    )


def bears(held: Collection[str], statements: Sequence[str]) -> bool:
    """True where a claim holds more than half of the statements: only one can, and none where they have come apart."""
    return 2 * sum(one in held for one in statements) > len(statements)


def ruled_origins(
    origins: Sequence[Origin], possible: Sequence[Origin], held: Collection[str], given: Iterable[PartyWord]
) -> tuple[tuple[Origin, ...], tuple[Origin, ...]]:
    """Origins and possible ones after people's word on a claim whose statements are ``held``; the later word wins.

    Only who asserts the claim can be accepted: nobody is made an origin who is not one or the other already.
    """
    first, second = list(origins), list(possible)
    for word in given:
        if bears(held, word.statements):
            there, here = (second, first) if word.accepted else (first, second)
            for one in [one for one in there if one.party == word.party]:
                there.remove(one)
                here.append(replace(one, why=word.why))
    return tuple(first), tuple(second)
