"""Titles alone: "the minister", "the director", "the 58-year-old"."""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.statements.speakers_cast import Person, pronoun_of
from onrecord.statements.speakers_party import party_of_person, served_party
from onrecord.statements.speakers_stage import Stage, paragraph_of
from onrecord.statements.speakers_words import OWNERS, Phrase
from onrecord.text.names import is_title, plain, pronoun_of_name, stands_at
from onrecord.text.quotes import quotes_in

_SAME = {
    "spokeswoman": "spokes", "spokesman": "spokes", "spokesperson": "spokes", "chairman": "chair",
    "chairwoman": "chair", "chairperson": "chair",
}  # fmt: skip
_LABEL = re.compile(r"[A-Z][^:.\n]{0,40}: ")  # who speaks next, in an interview set as a dialogue
_AGED = re.compile(r"(?:[Tt]he )?(\d{1,3})-year-old")


def by_role(stage: Stage, at: int, phrase: Phrase) -> Person | None:
    """The person of that role; of several the one who spoke last, and none where none of them has."""
    head = _SAME.get(phrase.head or "", phrase.head or "")
    people = (*stage.scene.cast.people.values(), *stage.scene.cast.alone.values())
    alike = [one for one in people if _has_role(one, head) and one.places[0] < at]
    below = [one for one in alike if not any("prime minister" in role.lower() for role in one.roles)]
    alike = below if head == "minister" and "prime" not in phrase.text.lower() else alike
    if phrase.of and phrase.of.lower() not in (*OWNERS, "the"):
        served = served_party(stage.scene, phrase.of, at, {"office"})
        alike = [one for one in alike if served is None or _serves(stage, one, served, at)]
    elif phrase.of:
        return None
    if len(alike) == 1:
        return alike[0]
    names = {one.name: one for one in alike}
    return next((names[said.person] for said in reversed(stage.history) if said.person in names), None)


def _serves(stage: Stage, person: Person, party: str, at: int) -> bool:
    return party_of_person(stage.scene, person.name, person.roles, person.serves, at) == party


def _has_role(person: Person, head: str) -> bool:
    words = _role_words(person.roles)
    return head in words or (head in ("spokes", "chair") and any(word.startswith(head) for word in words))


@lru_cache(maxsize=1_000)  # asked again for every title that stands alone
def _role_words(roles: tuple[str, ...]) -> frozenset[str]:
    return frozenset(plain(word) for role in roles for word in re.split(r"[ ,]+", role))


def by_age(stage: Stage, at: int, phrase: Phrase) -> Person | None:
    """ "The 58-year-old": the one person whose age the article has given."""
    found = _AGED.match(phrase.text)
    if found is None:
        return None
    before = stage.scene.text[:at]
    aged = [
        one
        for one in stage.scene.cast.people.values()
        if re.search(rf"{re.escape(one.name)}(?:,| \()(?: aged)? ?{found[1]}\b", before)
    ]
    return aged[0] if len(aged) == 1 else None


def lone_person_before(stage: Stage, at: int, phrase: Phrase) -> Person | None:
    """The one person of whom nothing was said and who alone is named just before: "Ada Brook left. The envoy said".

    The paragraph itself counts, and the one before it where the paragraph names nobody; what is quoted does not. Only a
    title behind what it says goes on with somebody: one that opens a sentence may be anybody's.
    """
    head = phrase.head or ""
    told = any(span.start <= at < span.end for span in stage.contents)
    floor, before = paragraph_of(stage.scene.text, at)
    told = told or not _closes(stage, at)
    if told or phrase.of or not is_title(head) or head.endswith("s") or _LABEL.match(stage.scene.text, floor):
        return None
    names = _names_in(stage, floor, at) or _names_in(stage, before, floor)
    alone = names.pop() if len(names) == 1 else None
    one = stage.scene.cast.people.get(alone or "")
    if one is None or one.roles:
        return None
    gender = pronoun_of((head,))
    return one if gender is None or pronoun_of_name(one.name) in (None, gender) else None


def _closes(stage: Stage, at: int) -> bool:
    """Whether what is said stands right in front of a place, in the same sentence: "“It is shut,” the mayor said"."""
    before = stage.scene.text[:at].rstrip(" ,–—-")
    quoted = before[-1:] in '”"’' and before[-2:-1] in ",?!"
    return bool(before) and (quoted or any(len(before) - 1 <= span.end <= at for span in stage.contents))


def _names_in(stage: Stage, floor: int, ceiling: int) -> set[str]:
    text = stage.scene.text[floor:ceiling]
    for quote in reversed(quotes_in(stage.scene.text, floor, ceiling)):
        text = text[: max(0, quote.outer.start - floor)] + text[quote.outer.end - floor :]
    return {
        one.name
        for one in stage.scene.cast.people.values()
        if any(not _owns(text, at + len(one.surname)) for at in stands_at(text, one.surname, 0, len(text)))
    }


def _owns(text: str, end: int) -> bool:
    return text[end : end + 2] in ("'s", "’s")
