"""One source at a time: a name, a pronoun, a title or a description, against the cast and who spoke before."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.model import Span, Speaker
from onrecord.statements.speakers_bodies import described_body, full_body
from onrecord.statements.speakers_cast import Person, pronoun_of
from onrecord.statements.speakers_party import (
    party_of_body,
    party_of_person,
    party_of_unnamed,
    served_party,
)
from onrecord.statements.speakers_phrase import Phrase, kind_of, read_phrase
from onrecord.statements.speakers_posts import body_of_post, firm_by_name, office_of_prosecutor
from onrecord.statements.speakers_stage import Said, Stage
from onrecord.text.names import is_common, is_title, plain

_GENDERED = {"he": "he", "him": "he", "himself": "he", "she": "she", "her": "she", "herself": "she"}
_OWNERS = ("its", "their", "his", "her")
_OURSELVES = re.compile(r"(?:this|our) (?:\w+ )?(?:newspaper|paper|magazine|website|newsroom|agency)$", re.IGNORECASE)
# What may stand between the beginning of a sentence and its subject's surname: names and titles.
_BEGINS = re.compile(r"(?:^|\n|[.!?][\"”’)]*\s+)(?:[A-Z][\w.’'-]*\s+){0,4}$")
_SUBJECT = re.compile(r"(?:^|[.!?]['\"”’]? )(?:The )?([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)(?= [a-z])")
_SAME = {
    "spokeswoman": "spokes",
    "spokesman": "spokes",
    "spokesperson": "spokes",
    "chairman": "chair",
    "chairwoman": "chair",
}


def read_source(stage: Stage, source: Span) -> Said:
    """Who a source is."""
    text = stage.scene.text[slice(*source)]
    phrase = read_phrase(text)
    if phrase.pronoun:
        return _pronoun(stage, source, text.lower())
    both = _two_bodies(stage, text)
    if both is not None:
        return Said(source.start, both, body=both.name)
    if phrase.body and kind_of(phrase.head or "") == "office" and phrase.of in stage.scene.cast.people:
        return _office(stage, source, phrase)
    if phrase.name is not None:
        return _body(stage, source, phrase) if phrase.body else _named(stage, source, phrase)
    return _described(stage, source, phrase)


def _two_bodies(stage: Stage, text: str) -> Speaker | None:
    """ "The U.S. government and NATO": two that speak as one."""
    halves = re.split(r" and (?=the [A-Z]|[A-Z]{2,})", text)
    if len(halves) != 2 or not re.match(r"(?:The |the )?[A-Z]", halves[0]):
        return None
    parties = [stage.scene.places.country_in(re.sub(r"\([^)]*\)", "", half)) for half in halves]
    if None in parties:
        return None
    name = re.sub(r"^[Tt]he ", "", text)
    return Speaker(name, None, "; ".join(str(party) for party in parties), "Two bodies are said to speak as one.")


# ---------------------------------------------------------------- names


def _named(stage: Stage, source: Span, phrase: Phrase) -> Said:
    name = phrase.name or ""
    country = stage.scene.places.country(name)
    if country is not None and not phrase.title:
        return Said(source.start, Speaker(country, None, country, f"“{name}” stands for {country}."), body=country)
    if len(name.split()) > 1:
        person = _known(stage, name)
        if person is None and (name in stage.scene.cast.bodies or not (phrase.title or phrase.role)):
            return _body(stage, source, phrase)
        return _person(stage, source, person or Person(name), phrase, "Named in full here.")
    return _surnamed(stage, source, phrase, name)


def _surnamed(stage: Stage, source: Span, phrase: Phrase, name: str) -> Said:
    alike = [one for one in stage.scene.cast.people.values() if name in one.name.split()[1:]]
    if len(alike) == 1:
        return _person(stage, source, alike[0], phrase, f"“{name}” is the surname of {alike[0].name}.")
    if alike:
        return _one_of(stage, source, alike, phrase)
    if phrase.title:
        return _person(stage, source, Person(name), phrase, "The article gives no fuller name.")
    return _body(stage, source, phrase)


def _known(stage: Stage, name: str) -> Person | None:
    people = stage.scene.cast.people
    if name in people:
        return people[name]
    parts = name.split()
    alike = [one for one in people.values() if one.surname == parts[-1] and one.name.split()[0] == parts[0]]
    return alike[0] if len(alike) == 1 else None


def _one_of(stage: Stage, source: Span, alike: list[Person], phrase: Phrase) -> Said:
    pronoun = pronoun_of((phrase.text,))
    fitting = [one for one in alike if pronoun and pronoun == pronoun_of(one.roles)]
    spoke = [said.person for said in stage.history if said.person in {one.name for one in alike}]
    if len(fitting) == 1:
        return _person(stage, source, fitting[0], phrase, f"The title fits {fitting[0].name} alone.")
    if len(set(spoke)) == 1:
        one = stage.scene.cast.people[spoke[-1] or ""]
        return _person(stage, source, one, phrase, f"Of those with that surname only {one.name} has spoken.")
    why = f"“{phrase.name}” could be " + " or ".join(one.name for one in alike) + "."
    return Said(source.start, Speaker(None, None, None, why))


def _person(stage: Stage, source: Span, person: Person, phrase: Phrase, why: str) -> Said:
    roles = [role for role in (phrase.role, *person.roles) if role]
    serves = [one for one in (phrase.of, *person.serves) if one and (one == phrase.of or one.lower() not in _OWNERS)]
    spelled = list(_spelled_out(stage, serves, source.start)) or _by_post(stage, serves, roles, source.start)
    party = party_of_person(stage.scene, person.name, roles, spelled, source.start) or stage.parties.get(person.name)
    party = (
        party or office_of_prosecutor(roles) or (None if roles or serves else firm_by_name(stage.scene, person.name))
    )
    if party is not None:
        party = stage.parties.setdefault(person.name, party)
    if party is None and not roles and not serves:
        why += " The article says nothing of whom they speak for."
    speaker = Speaker(person.name, _tidy(_best(roles)), party, why)
    return Said(source.start, speaker, person=person.name)


def _by_post(stage: Stage, serves: list[str], roles: list[str], at: int) -> list[str]:
    if any(one.lower() not in _OWNERS for one in serves):
        return []
    spoken = [(said.at, said.body) for said in stage.history if said.body]
    body = body_of_post(stage.scene, spoken, roles, at)
    return [body] if body else []


def _best(roles: list[str]) -> str | None:
    return max(roles, key=lambda role: (role == roles[0], len(role)), default=None)


def _tidy(role: str | None) -> str | None:
    return re.sub(r"^(?:its|his|her|their|the|a|an) ", "", role, flags=re.IGNORECASE) if role else None


def _spelled_out(stage: Stage, serves: list[str], at: int) -> Iterator[str]:
    """Whom somebody serves, with "its" read as the body that spoke or was named last."""
    for served in serves:
        if served.lower() in ("its", "their"):
            body = _last_body(stage, at)
            if body is not None:
                yield body
        elif served.lower() in ("his", "her"):
            yield from (said.speaker.party for said in stage.history[-1:] if said.person and said.speaker.party)
        else:
            yield served


def _last_body(stage: Stage, at: int) -> str | None:
    text = stage.scene.text
    floor = text.rfind("\n", 0, at) + 1
    spoken = [said for said in stage.history if said.at >= floor and said.body]
    named = [(place, body) for body in stage.scene.cast.bodies if (place := text.rfind(body, floor, at)) >= 0]
    if named and (not spoken or max(named)[0] > spoken[-1].at):
        return max(named)[1]
    if spoken:
        return spoken[-1].body
    subject = _subject_body(stage, text[floor:at])
    quoted = text[floor : floor + 1] in ("“", '"') and text[floor:at].rstrip(" ,").endswith(("”", '"'))
    if subject is not None or (at - floor > 20 and not quoted):
        return subject
    return next((said.body for said in reversed(stage.history) if said.body), None)


def _subject_body(stage: Stage, before: str) -> str | None:
    """The last thing with a name that a sentence of the paragraph begins with, unless it is a person's."""
    surnames = {one.surname for one in stage.scene.cast.people.values()}
    subjects = [found[1] for found in _SUBJECT.finditer(before) if not is_common(found[1].split()[0])]
    if not subjects or subjects[-1].split()[-1] in surnames:
        return None
    return full_body(stage.scene.text, stage.scene.cast, subjects[-1])


# ---------------------------------------------------------------- bodies


def _body(stage: Stage, source: Span, phrase: Phrase) -> Said:
    scene = stage.scene
    name = phrase.name or ""
    country = scene.places.country(name)
    if country is not None:
        return Said(source.start, Speaker(country, None, country, f"“{name}” stands for {country}."), body=country)
    if phrase.of in scene.places.names.values() and name.startswith(f"{phrase.of}'s "):
        name = name.replace("'s ", " ", 1)
    full = full_body(scene.text, scene.cast, re.sub(r"^(.+?)['’]s (?=[A-Z])", "", name))
    why = "A body speaks, named here." if full == name else f"“{name}” is {full}, as the article names it elsewhere."
    return Said(source.start, Speaker(full, None, party_of_body(scene, full), why), body=full)


# ---------------------------------------------------------------- pronouns


def _pronoun(stage: Stage, source: Span, word: str) -> Said:
    if word in ("it", "they", "itself", "which", "them"):
        return _it(stage, source, word)
    person = _antecedent(stage, source.start, _GENDERED.get(word))
    if person is None or _may_be_another(stage, person, source.start):
        return Said(source.start, Speaker(None, None, None, f"It is not clear who “{word}” is."))
    last = stage.scene.cast.people.get(person, Person(person))
    return _person(stage, source, last, Phrase(word), f"“{word}” goes back to {person}, who was named last before it.")


def _may_be_another(stage: Stage, person: str, at: int) -> bool:
    """True where a lone word that may be somebody's surname has spoken since the person was last named."""
    last = stage.history[-1] if stage.history else None
    if last is None or not last.body or " " in last.body or stage.scene.places.country(last.body):
        return False
    named = [place for place, name in _people_named(stage, last.at, at) if name == person]
    return not named and stage.scene.text.startswith(last.body, last.at)


def _antecedent(stage: Stage, at: int, pronoun: str | None) -> str | None:
    text = stage.scene.text
    paragraph = text.rfind("\n", 0, at) + 1
    before = text.rfind("\n", 0, max(0, paragraph - 2)) + 1
    for floor, ceiling in ((paragraph, at), (before, paragraph)):
        named = _people_named(stage, floor, ceiling)
        fitting = [one for one in named if _fits(stage, one[1], pronoun)]
        if fitting:
            return _likeliest(stage, fitting, floor, ceiling)
    return None


def _people_named(stage: Stage, floor: int, ceiling: int) -> list[tuple[int, str]]:
    """Every place in a stretch of text where somebody of the cast is named, and every source that was read as one."""
    text = stage.scene.text
    found = [(said.at, said.person) for said in stage.history if said.person and floor <= said.at < ceiling]
    for person in stage.scene.cast.people.values():
        places = re.finditer(rf"\b{re.escape(person.surname)}\b(?!['’]s)", text[floor:ceiling])
        found += [(floor + place.start(), person.name) for place in places]
    return sorted(found)


def _fits(stage: Stage, name: str, pronoun: str | None) -> bool:
    person = stage.scene.cast.people.get(name)
    known = (pronoun_of(person.roles) if person else None) or _called(stage, name)
    return pronoun is None or known is None or known == pronoun


def _called(stage: Stage, name: str) -> str | None:
    """The pronoun that somebody has been given before, if it was always the same."""
    words = [stage.scene.text[said.at : said.at + 3].casefold() for said in stage.history if said.person == name]
    used = {word.strip() for word in words} & {"he", "she"}
    return used.pop() if len(used) == 1 else None


def _likeliest(stage: Stage, named: list[tuple[int, str]], floor: int, ceiling: int) -> str | None:
    """The only one named, or of several who spoke last, or of whom a sentence tells since; else nobody."""
    if len({name for _, name in named}) == 1:
        return named[0][1]
    names = {name for _, name in named}
    spoke = [said for said in stage.history if said.person in names and floor <= said.at < ceiling]
    told = [(at, name) for at, name in named if _BEGINS.search(stage.scene.text[max(0, at - 80) : at])]
    if told and (not spoke or told[-1][0] > spoke[-1].at) and [at for at, _ in told].count(told[-1][0]) == 1:
        return told[-1][1]
    return spoke[-1].person if spoke else None


def _it(stage: Stage, source: Span, word: str) -> Said:
    floor = stage.scene.text.rfind("\n", 0, source.start) + 1
    spoken = [said for said in stage.history if said.at >= floor]
    bodies = [said for said in spoken if said.body]
    if bodies:
        last = bodies[-1]
        why = f"“{word}” goes back to {last.body}, which spoke last before it."
        return Said(source.start, Speaker(last.speaker.name, None, last.speaker.party, why), body=last.body)
    if word == "they" and spoken and spoken[-1].person is None:
        last = spoken[-1]
        return Said(
            source.start, Speaker(None, last.speaker.role, last.speaker.party, "“they” goes back to unnamed people.")
        )
    body = _last_named_body(stage, floor, source.start)
    if body is None:
        return Said(source.start, Speaker(None, None, None, f"It is not clear what “{word}” is."))
    why = f"“{word}” goes back to {body}, the only body named before it in its paragraph."
    return Said(source.start, Speaker(body, None, party_of_body(stage.scene, body), why), body=body)


def _last_named_body(stage: Stage, floor: int, at: int) -> str | None:
    named = {body for body in stage.scene.cast.bodies if stage.scene.text.find(body, floor, at) >= 0}
    if not named:
        countries = {
            c
            for c in set(stage.scene.places.names.values())
            if re.search(rf"\b{re.escape(c)}\b", stage.scene.text[floor:at])
        }
        return countries.pop() if len(countries) == 1 else None
    return named.pop() if len(named) == 1 else None


# ---------------------------------------------------------------- descriptions


def _described(stage: Stage, source: Span, phrase: Phrase) -> Said:
    head = phrase.head or ""
    kind = kind_of(head)
    if _OURSELVES.match(phrase.text) and stage.scene.outlet:
        outlet = stage.scene.outlet
        why = f"“{phrase.text}” is {outlet}, whose page this is."
        return Said(source.start, Speaker(outlet, None, outlet, why), body=outlet)
    if kind == "office":
        return _office(stage, source, phrase)
    if is_title(head) and _definite(phrase):
        found = _by_role(stage, source.start, phrase)
        if found is not None:
            return _person(stage, source, found, Phrase(phrase.text), f"“{phrase.text}” is {found.name} by role.")
    if kind is not None and _definite(phrase):
        body = described_body(stage.scene.text, stage.scene.cast, head, source.start) or _by_country(
            stage, phrase, head
        )
        if body is not None:
            why = f"“{phrase.text}” is {body}, the last body of that kind named before."
            return Said(source.start, Speaker(body, None, party_of_body(stage.scene, body), why), body=body)
    return _unnamed(stage, source, phrase)


def _by_country(stage: Stage, phrase: Phrase, head: str) -> str | None:
    """ "the coast guard", "the residents' association": a body that the article names no more fully than this."""
    bare = re.sub(r"^(?:[Tt]he|[Ii]ts|[Tt]heir) ", "", phrase.text)
    words = bare.split()
    if kind_of(head) not in ("body", "state") or not 1 < len(words) <= 4 or not head.endswith(plain(words[-1])):
        return None
    return bare


def _definite(phrase: Phrase) -> bool:
    return phrase.definite


def _by_role(stage: Stage, at: int, phrase: Phrase) -> Person | None:
    """The person of that role; of several the one who spoke last, and none where none of them has."""
    head = _SAME.get(phrase.head or "", phrase.head or "")
    alike = [one for one in stage.scene.cast.people.values() if _has_role(one, head) and one.places[0] < at]
    below = [one for one in alike if not any("prime minister" in role.lower() for role in one.roles)]
    alike = below if head == "minister" and "prime" not in phrase.text.lower() else alike
    if phrase.of and phrase.of.lower() not in ("its", "his", "her", "their", "the"):
        served = served_party(stage.scene, phrase.of, at, {"office"})
        alike = [one for one in alike if served is None or _serves(stage, one, served, at)]
    elif phrase.of:
        return None
    if len(alike) == 1:
        return alike[0]
    names = {one.name for one in alike}
    spoke = [said.person for said in stage.history if said.person in names]
    return stage.scene.cast.people[spoke[-1]] if spoke and spoke[-1] else None


def _serves(stage: Stage, person: Person, party: str, at: int) -> bool:
    return party_of_person(stage.scene, person.name, person.roles, person.serves, at) == party


def _has_role(person: Person, head: str) -> bool:
    words = [word for role in person.roles for word in map(plain, role.split())]
    return any(word == head or (head in ("spokes", "chair") and word.startswith(head)) for word in words)


def _office(stage: Stage, source: Span, phrase: Phrase) -> Said:
    party = None
    words = plain(phrase.text.split()[0]) if phrase.text else ""
    if words in ("his", "her"):
        person = _antecedent(stage, source.start, {"his": "he", "her": "she"}[words])
        if person is not None:
            known = stage.scene.cast.people.get(person, Person(person))
            party = party_of_person(stage.scene, person, known.roles, known.serves, source.start)
    elif phrase.of:
        party = stage.scene.places.country_in(phrase.of)
        if party is None and (person_phrase := read_phrase(phrase.of)).name in stage.scene.cast.people:
            known = stage.scene.cast.people[person_phrase.name or ""]
            party = party_of_person(stage.scene, known.name, known.roles, known.serves, source.start)
    why = "Somebody's office or staff speaks; no person is named."
    return Said(source.start, Speaker(None, phrase.text, party, why), body=phrase.text)


def _unnamed(stage: Stage, source: Span, phrase: Phrase) -> Said:
    first = re.split(r",| who | which | whose ", phrase.text, maxsplit=1)[0]
    role = re.sub(r"^(?:[Aa]n?|[Tt]he|[Oo]ne) ", "", first)
    of = next(iter(_spelled_out(stage, [phrase.of] if phrase.of else [], source.start)), None)
    party = party_of_unnamed(stage.scene, role, of, source.start)
    return Said(source.start, Speaker(None, role, party, "The source is not named."))
