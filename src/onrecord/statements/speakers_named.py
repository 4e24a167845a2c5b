"""Sources with a name: a full one, a surname, one of several of that surname, a body."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.model import Span, Speaker
from onrecord.statements.speakers_bodies import full_body, tells_of_a_body
from onrecord.statements.speakers_cast import Person, pronoun_of
from onrecord.statements.speakers_party import party_of_body, party_of_person
from onrecord.statements.speakers_posts import body_of_post, firm_by_name, office_of_prosecutor
from onrecord.statements.speakers_served import spelled_out
from onrecord.statements.speakers_short import whose_short
from onrecord.statements.speakers_stage import Said, Stage, unclear
from onrecord.statements.speakers_words import OWNERS, Phrase
from onrecord.text.names import plain, pronoun_of_name, title_kinds


def named(stage: Stage, source: Span, phrase: Phrase) -> Said:
    """Who a source with a name is."""
    name = phrase.name or ""
    country = stage.scene.places.country(name)
    if len(name) < 2:
        return unclear(source.start, f"“{name}” is a label of somebody whom the text does not name there.")
    if country is not None and phrase.definite and stage.scene.places.is_people(name):
        return unclear(source.start, f"“{phrase.text}” tells where somebody is from, and no more.")
    if country is not None and not phrase.title:
        return _country(source.start, name, country)
    return _in_full(stage, source, phrase, name) if " " in name else _surnamed(stage, source, phrase, name)


def _in_full(stage: Stage, source: Span, phrase: Phrase, name: str) -> Said:
    known = _known(stage, name)
    if known is not None or (name not in stage.scene.cast.bodies and (phrase.title or phrase.role)):
        return person(stage, source, known or Person(name), phrase, ("full", "Named in full here."))
    if _looks_like_a_body(stage, source, phrase):
        return body(stage, source, phrase)
    return person(stage, source, Person(name), phrase, ("by_looks", "Named in full here, and nowhere else."))


def _looks_like_a_body(stage: Stage, source: Span, phrase: Phrase) -> bool:
    """Whether a name of several words, of which nothing is told, can be a body's: "the", "it", a word for bodies."""
    name = phrase.name or ""
    follows = re.search(
        r"\b(he|she|his|her|it|its|which|they|their)\b", stage.scene.text[source.end : source.end + 300]
    )
    thing = follows is not None and follows[1] in ("it", "its", "which", "they", "their")
    long = len(name.split()) > 3 or phrase.definite or name.isupper() or not name[-1].isalpha()
    return name in stage.scene.cast.bodies or long or thing


def _country(at: int, name: str, country: str) -> Said:
    return Said(at, "body", Speaker(country, None, country, f"“{name}” stands for {country}."), body=country)


def _surnamed(stage: Stage, source: Span, phrase: Phrase, name: str) -> Said:
    cast = stage.scene.cast
    alike = [one for one in cast.people.values() if name in (one.surname, *one.name.split()[1:])]
    if len(alike) == 1:
        why = f"“{name}” is the surname of {alike[0].name}."
        return person(stage, source, alike[0], phrase, ("surname", why))
    if alike:
        return _one_of(stage, source, alike, phrase)
    if name not in cast.bodies and (first := _by_first_name(stage, name)) is not None:
        why = f"“{name}” is the given name of {first.name} alone."
        return person(stage, source, first, phrase, ("surname", why))
    if phrase.title or name in cast.alone:
        known = cast.alone.get(name, Person(name))
        return person(stage, source, known, phrase, ("short", "The article gives no fuller name."))
    return body(stage, source, phrase)


def _by_first_name(stage: Stage, name: str) -> Person | None:
    alike = [one for one in stage.scene.cast.people.values() if one.name.split()[0] == name]
    if alike or (whole := whose_short(name, list(stage.scene.cast.people))) is None:
        return alike[0] if len(alike) == 1 else None
    return stage.scene.cast.people[whole]


def _known(stage: Stage, name: str) -> Person | None:
    people = stage.scene.cast.people
    parts = name.split()
    short = " ".join(parts[1:])
    if name in people or (short in people and " " in short):
        return people.get(name) or people[short]
    alike = [one for one in people.values() if one.surname == parts[-1] and one.name.split()[0] == parts[0]]
    whole = None if alike else whose_short(name, list(people))
    return people[whole] if whole else (alike[0] if len(alike) == 1 else None)


def _one_of(stage: Stage, source: Span, alike: list[Person], phrase: Phrase) -> Said:
    pronoun = pronoun_of((phrase.text,))
    fitting = [one for one in alike if pronoun and pronoun == (pronoun_of(one.roles) or pronoun_of_name(one.name))]
    if len(fitting) == 1:
        return person(stage, source, fitting[0], phrase, ("spoke", f"The title fits {fitting[0].name} alone."))
    spoke = {said.person for said in stage.history if said.person in {one.name for one in alike}}
    if len(spoke) == 1 and not fitting:
        one = stage.scene.cast.people[spoke.pop() or ""]
        return person(stage, source, one, phrase, ("spoke", f"Of those of that surname only {one.name} has spoken."))
    return unclear(source.start, f"“{phrase.name}” could be " + " or ".join(one.name for one in alike) + ".")


def person(stage: Stage, source: Span, one: Person, phrase: Phrase, found: tuple[str, str]) -> Said:
    """Somebody with all that the article says of role and party; ``found``: the way, and why in words."""
    roles = [role for role in (phrase.role, *one.roles) if role]
    serves = [to for to in (phrase.of, *one.serves) if to and (to == phrase.of or to.lower() not in OWNERS)]
    serves = [to for to in serves if title_kinds().get(plain(to.split()[0])) != "honorific"]
    party = stage.parties.get(one.name) or _party(stage, one.name, roles, serves, source.start)
    if party is not None:
        stage.parties[one.name] = party
    way, why = found
    if party is None and not roles and not serves:
        why += " The article says nothing of whom they speak for."
    return Said(source.start, way, Speaker(one.name, _tidy(_best(roles)), party, why), person=one.name)


def _party(stage: Stage, name: str, roles: list[str], serves: list[str], at: int) -> str | None:
    spelled = list(spelled_out(stage, serves, at)) or _by_post(stage, serves, roles, at)
    party = party_of_person(stage.scene, name, roles, spelled, at) or office_of_prosecutor(roles)
    return party or (None if roles or serves else firm_by_name(stage.scene, name))


def _by_post(stage: Stage, serves: list[str], roles: list[str], at: int) -> list[str]:
    if any(one.lower() not in OWNERS for one in serves):
        return []
    spoken = [(said.at, said.body) for said in stage.history if said.body]
    found = body_of_post(stage.scene, spoken, roles, at)
    return [found] if found else []


def _best(roles: list[str]) -> str | None:
    return max(roles, key=lambda role: (role == roles[0], len(role)), default=None)


def _tidy(role: str | None) -> str | None:
    return re.sub(r"^(?:its|his|her|their|the|a|an) ", "", role, flags=re.IGNORECASE) if role else None


def body(stage: Stage, source: Span, phrase: Phrase) -> Said:
    """A body named in a source, in the fullest form that the article gives of its name."""
    scene = stage.scene
    name = phrase.name or ""
    country = scene.places.country(name)
    if country is not None:
        return named(stage, source, replace(phrase, title=False))
    if phrase.of in scene.places.names.values() and name.startswith(f"{phrase.of}'s "):
        name = name.replace("'s ", " ", 1)
    full = full_body(scene.text, scene.cast, re.sub(r"^(.+?)['’]s (?=[A-Z])", "", name))
    same = full == name
    why = "A body speaks, named here." if same else f"“{name}” is {full}, as the article names it elsewhere."
    way = ("body" if full in scene.cast.bodies else "lone") if same else "fuller"
    if way == "lone" and not phrase.definite and not tells_of_a_body(scene.text, full):
        why = f"The article does not say who or what “{full}” is: a body, or somebody by surname."
        return Said(source.start, "lone_unclear", Speaker(full, None, None, why), body=full)
    return Said(source.start, way, Speaker(full, None, party_of_body(scene, full), why), body=full)
