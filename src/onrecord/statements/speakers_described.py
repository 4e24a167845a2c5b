"""Sources without a name: a title, an office, "the company", somebody who is not named at all."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.model import Span, Speaker
from onrecord.statements.speakers_bodies import described_body
from onrecord.statements.speakers_cast import GROUP, Person
from onrecord.statements.speakers_named import person
from onrecord.statements.speakers_party import kinds_of, party_of_body, party_of_person, party_of_unnamed
from onrecord.statements.speakers_phrase import read_phrase
from onrecord.statements.speakers_posts import firm_by_name
from onrecord.statements.speakers_pronouns import last_person
from onrecord.statements.speakers_roles import by_age, by_role, lone_person_before
from onrecord.statements.speakers_served import last_body, person_called, spelled_out
from onrecord.statements.speakers_stage import Said, Stage
from onrecord.statements.speakers_words import Phrase, kind_of
from onrecord.text.names import is_title, plain

_OURSELVES = re.compile(
    r"(?:this|our) (?:\w+ )?(?:newspaper|paper|magazine|website|newsroom|agency)(?:['’]s)?$", re.IGNORECASE
)
_BROKEN = re.compile(r"(?:an?|the|(?:of|from|in|at|by|for) .*|neither .*)", re.IGNORECASE)
_GENERIC = ("body", "organisation", "organization", "institution", "group", "bloc")


def described(stage: Stage, source: Span, phrase: Phrase) -> Said:
    """Who a source without a name is: by role, by what kind of body, else somebody not named."""
    kind = kind_of(phrase.head or "")
    named_so = GROUP.search(phrase.text)
    if named_so is not None:
        return _calling_itself(stage, source, named_so[1])
    if _OURSELVES.match(phrase.text) and stage.scene.outlet:
        return _ourselves(stage.scene.outlet, source, phrase)
    if kind == "office":
        return office(stage, source, phrase)
    holder = _holder(stage, source.start, phrase) if phrase.definite else None
    if holder is not None:
        way, one = holder
        said = person(stage, source, one, Phrase(phrase.text), (way, f"“{phrase.text}” is {one.name} by role."))
        return replace(said, speaker=replace(said.speaker, role=said.speaker.role or phrase.role))
    if kind is not None and phrase.definite:
        found = _body(stage, source, phrase)
        if found is not None:
            return found
    return unnamed(stage, source, phrase)


def _calling_itself(stage: Stage, source: Span, name: str) -> Said:
    why = "A body speaks, by the name that it gives itself."
    return Said(source.start, "body", Speaker(name, None, party_of_body(stage.scene, name), why), body=name)


def _ourselves(outlet: str, source: Span, phrase: Phrase) -> Said:
    why = f"“{phrase.text}” is {outlet}, whose page this is."
    return Said(source.start, "ourselves", Speaker(outlet, None, outlet, why), body=outlet)


def _holder(stage: Stage, at: int, phrase: Phrase) -> tuple[str, Person] | None:
    """Who holds a title that stands alone, and in which way that is known."""
    aged = by_age(stage, at, phrase)
    if aged is not None:
        return "role", aged
    if not is_title(phrase.head or ""):
        return None
    known = by_role(stage, at, phrase)
    if known is not None:
        return "role", known
    alone = lone_person_before(stage, at, phrase)
    return ("role_of_last", alone) if alone is not None else None


def _body(stage: Stage, source: Span, phrase: Phrase) -> Said | None:
    head = phrase.head or ""
    scene = stage.scene
    found = described_body(scene.text, scene.cast, head, source.start)
    way, why = "described", f"“{phrase.text}” is {found}, the last body of that kind named before."
    if found is None and head in _GENERIC and len(phrase.text.split()) == 2:
        last = last_body(stage, source.start)
        found = last if last and (last in scene.cast.bodies or " " in last) else None
        way, why = "described_generic", f"“{phrase.text}” is {found}, the last body that spoke or was named before."
    if found is None:
        found = _as_it_stands(phrase, head)
        way, why = "described", "A body speaks that the article names no more fully than this."
    if found is None:
        return None
    return Said(source.start, way, Speaker(found, None, party_of_body(scene, found), why), body=found)


def _as_it_stands(phrase: Phrase, head: str) -> str | None:
    """ "the coast guard", "the residents' association": a body that the article names no more fully than this."""
    bare = re.sub(r"^(?:[Tt]he) ", "", phrase.text)
    words = bare.split()
    if kind_of(head) not in ("body", "state") or not 1 < len(words) <= 4 or not head.endswith(plain(words[-1])):
        return None
    return None if plain(words[0]) in ("its", "their", "his", "her", "this", "that") else bare


def office(stage: Stage, source: Span, phrase: Phrase) -> Said:
    """Somebody's office or staff: nobody by name, for the party of whose office it is."""
    party = None
    owner = plain(phrase.text.split()[0]) if phrase.text else ""
    if owner in ("his", "her"):
        last = last_person(stage, source.start, {"his": "he", "her": "she"}[owner])
        party = _party_of(stage, last[1].person, source.start) if last and last[1].person else None
    elif phrase.of:
        party = stage.scene.places.country_in(phrase.of) or _party_of(stage, read_phrase(phrase.of).name, source.start)
    why = "Somebody's office or staff speaks; no person is named."
    return Said(source.start, "office", Speaker(None, phrase.text, party, why), body=phrase.text)


def _owner(stage: Stage, source: Span, phrase: Phrase) -> str | None:
    """Who "his" and "her" in front of a title mean."""
    gender = {"his": "he", "her": "she"}.get((phrase.of or "").lower())
    last = last_person(stage, source.start, gender) if gender else None
    return last[1].person if last else None


def _party_of(stage: Stage, name: str | None, at: int) -> str | None:
    known = person_called(stage, name) if name else None
    if known is None:
        return None
    told = party_of_person(stage.scene, known.name, known.roles, known.serves, at)
    bare = not (known.roles or known.serves)
    return stage.parties.get(known.name) or told or (firm_by_name(stage.scene, known.name) if bare else None)


def unnamed(stage: Stage, source: Span, phrase: Phrase) -> Said:
    """Somebody the article does not name: no name, role and party as far as they are told."""
    first = re.split(r",| [–—-] | who | which | whose ", phrase.text, maxsplit=1)[0]
    role = re.sub(r"^(?:[Aa]n?|[Tt]he|[Oo]ne(?! of)) ", "", first)
    of = next(iter(spelled_out(stage, [phrase.of] if phrase.of else [], source.start)), None)
    whose = read_phrase(of or phrase.of or "")
    party = _party_of(stage, whose.name or _owner(stage, source, phrase), source.start)
    spoken_for = person_called(stage, whose.name or "")
    if party is None and spoken_for is not None and kinds_of(role) & {"voice", "aide"}:
        party = spoken_for.name
    if party is None and spoken_for is None and not (whose.title and whose.name):
        party = party_of_unnamed(stage.scene, role, of, source.start)
    told_role = None if _BROKEN.fullmatch(role) else role
    single = re.match(r"(?:an?|one|another) ", phrase.text, re.IGNORECASE) and not (phrase.head or "").endswith("s")
    why = "The source is not named."
    way = "one_unnamed" if single else ("unnamed_definite" if phrase.definite else "unnamed")
    return Said(source.start, way, Speaker(None, told_role, party, why))
