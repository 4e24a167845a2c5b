"""For whom somebody speaks: the country, body, company or group, or for nobody else."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.statements.speakers_bodies import described_body, firms, full_body
from onrecord.statements.speakers_cast import Cast
from onrecord.statements.speakers_places import Places
from onrecord.statements.speakers_words import body_kinds, is_body_word, kind_of
from onrecord.text.names import is_capital, is_title, plain, title_kinds

_BUSINESS = re.compile(
    r"\b(?:chief executive|managing director|chairman|chairwoman|finance director|founder|owner)\b", re.IGNORECASE
)
_HAILS = re.compile(r" from ((?:[A-Z][\w’'-]+ ?)+)")
_PRIVATE = re.compile(r"\b(?:retired|former|ex-|local|one of)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Scene:
    """An article's parties.

    ``home`` is the country whose ministers go without saying, ``town`` its dateline, ``outlet`` whose page it is.
    """

    text: str
    cast: Cast
    places: Places
    home: str | None
    town: str | None = None
    outlet: str | None = None
    headline: str = ""


def party_of_body(scene: Scene, name: str) -> str | None:
    """The party of a body that speaks: its country where it is part of a state, else the body."""
    country = scene.places.country(name)
    if country is not None:
        return country
    if is_state(name):
        return scene.places.country_in(name) or scene.home
    return name


def is_state(name: str) -> bool:
    """Whether a name is of a part of a state: "Quarnian Foreign Ministry", "the army's general staff"."""
    words = [plain(word) for word in name.split()]
    pairs = [" ".join(words[at : at + 2]) for at in range(len(words) - 1)]
    if any(body_kinds().get(pair) == "state" for pair in pairs):
        return True
    return any(body_kinds().get(word) == "state" for word in words)


def party_of_person(scene: Scene, name: str, roles: Iterable[str], serves: Iterable[str], at: int) -> str | None:
    """The party of a named person, from what the article says of roles and of whom they serve."""
    roles, serves = list(roles), list(serves)
    kinds = {kind for role in roles for kind in kinds_of(role)}
    private = any(_PRIVATE.search(role) for role in roles) or "kin" in kinds
    if not private:
        if "police" in kinds:
            kinds -= {"rank"}
        hails = {town[1] for role in roles if (town := _HAILS.search(role))}
        for served in serves:
            if (
                kinds <= {"calling", "honorific", "post"}
                and served in hails
                and not is_body_word(plain(served.split()[-1]))
            ):
                continue  # "a toxicologist from Harrow" speaks for no town
            party = served_party(scene, served, at, kinds)
            if party is not None and party != name:
                return party
        if kinds & {"office", "rank"} or (kinds & {"voice"} and any(is_state(role) for role in roles)):
            marked = (found for role in roles if (found := scene.places.country_in(role)))
            return next(marked, None) or _acting(scene, at) or scene.home
        if kinds & {"mayor"}:
            return scene.town
        of_a_firm = all(kind_of(plain(one.split()[-1])) == "firm" for one in serves)
        if of_a_firm and any(_BUSINESS.search(role) for role in roles):
            return _unsaid_firm(scene, at) or _of_headline(scene)
    hails_from = kinds <= {"calling", "honorific", "post"} and any(_HAILS.search(role) for role in roles)
    if private or hails_from or (kinds and kinds <= {"calling", "honorific"}):
        return name
    return None


def _acting(scene: Scene, at: int) -> str | None:
    """The country that is the subject of the paragraph's first words: "Norland has begun its own work. ..."."""
    floor = scene.text.rfind("\n", 0, at) + 1
    before = scene.text[floor:at]
    found = re.match(
        r"(?:The )?([A-Z]\w+(?: [A-Z]\w+)?)(?:,[^,.]{3,40},)? "
        r"(?:has|had|is|was|on|will|gave|put|disagreed|denies|denied|answered|replied)\b"
        r"(?:(?! said| told| says|ccording)[^.])*\. ",
        before,
    )
    return scene.places.country(found[1]) if found else None


def _unsaid_firm(scene: Scene, at: int) -> str | None:
    """The company of a "managing director" without more: the only one named in this paragraph and the one before."""
    floor = scene.text.rfind("\n", 0, max(0, scene.text.rfind("\n", 0, at) - 1)) + 1
    stretch = scene.text[floor : at + 1]
    named = {body for body in firms(scene.cast) if body in stretch}
    named = named or set(firms(scene.cast))
    return named.pop() if len(named) == 1 else None


def _of_headline(scene: Scene) -> str | None:
    """The company that a headline quotes, "Corvex: we were late", where the text names no other in full."""
    found = re.match(r"([A-Z][\w-]+(?: [A-Z][\w-]+)?): ", scene.headline)
    if found is None or any(firms(scene.cast)) or scene.places.country(found[1]) or found[1] not in scene.text:
        return None
    surnames = {person.surname for person in scene.cast.people.values()}
    return None if found[1].split()[-1] in surnames else found[1]


def kinds_of(role: str) -> set[str]:
    """The kinds of title in a role."""
    words = [plain(word) for word in re.split(r"[ ,]+", role)]
    return {title_kinds()[one] for word in words for one in (word, word.removesuffix("s")) if one in title_kinds()}


def served_party(scene: Scene, served: str, at: int, kinds: set[str]) -> str | None:
    """The party behind the words for whom somebody serves: "Norland", "the authority", "the Quarnian government"."""
    bare = re.sub(r"^(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]er|[Hh]is|[Tt]heir) ", "", served).strip()
    country = scene.places.country(bare)
    if country is not None:
        return country if kinds != {"calling"} or bare in scene.places.names.values() else None
    if is_state(bare):
        return scene.places.country_in(bare) or scene.home
    if kinds & {"office", "rank"} and (first := scene.places.country(bare.split()[0] if bare.split() else "")):
        return first
    if any(is_capital(word) for word in bare.split()) and kind_of(plain(bare)) in (None, "name"):
        if is_title(bare.split()[-1]) and not is_capital(bare.split()[-1]):
            return None  # "the Harrow singer" is nobody's name
        found = _named_party(scene, bare)
        return scene.places.country(found) or found if found else None
    return _generic_party(scene, bare, at)


def _generic_party(scene: Scene, bare: str, at: int) -> str | None:
    """ "The union", and "Union" where a sentence begins: the one the article names; else that word, if in capitals."""
    head = plain(bare.rsplit(maxsplit=1)[-1]) if bare.split() else ""
    if not is_body_word(head):
        return None
    return described_body(scene.text, scene.cast, head, at) or (bare if is_capital(bare) else None)


def _named_party(scene: Scene, bare: str) -> str | None:
    words = bare.split()
    first = next(at for at, word in enumerate(words) if is_capital(word))
    name = " ".join(words[first:])
    if kind_of(plain(words[-1])) == "state":
        return scene.places.country_in(name) or scene.home
    if scene.places.country_in(name) and len(words) - first == 1:
        return scene.places.country_in(name)
    return full_body(scene.text, scene.cast, name)


def party_of_unnamed(scene: Scene, role: str, of: str | None, at: int) -> str | None:
    """The party of somebody who is not named, where the article tells it."""
    kinds = kinds_of(role)
    seat = re.fullmatch(r"(?:\w+ )?prosecutors? (?:in|of) ([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)", role)
    if seat and scene.places.country(seat[1]) is None:
        return f"{seat[1]} prosecutor"
    if of is not None:
        found = served_party(scene, of, at, kinds)
        if found is not None and kinds & {"office", "rank", "voice", "post", "mayor", "aide"}:
            return found
    if kinds & {"office", "rank", "voice"}:
        return scene.places.country_in(role)
    return None
