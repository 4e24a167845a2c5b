"""Pronouns: "she" is whoever spoke or was told of last and can be she; of two that could be, nobody."""

from __future__ import annotations

from onrecord.model import Span, Speaker
from onrecord.statements.speakers_bodies import is_outlet
from onrecord.statements.speakers_cast import ARTICLES, Person
from onrecord.statements.speakers_mentions import Mention, fitting
from onrecord.statements.speakers_named import person
from onrecord.statements.speakers_party import party_of_body
from onrecord.statements.speakers_stage import Said, Stage, paragraph_of, unclear
from onrecord.statements.speakers_words import Phrase
from onrecord.text.quotes import quotes_in

FIRST_PERSON = ("i", "we", "me", "us")
_GENDERED = {"he": "he", "him": "he", "himself": "he", "she": "she", "her": "she", "herself": "she"}
_THINGS = ("it", "they", "itself", "which", "them", "themselves", "that", "this")


def pronoun(stage: Stage, source: Span, word: str) -> Said:
    """Who a pronoun is, by who was named and who spoke in its paragraph and the one before."""
    if word in FIRST_PERSON:
        return unclear(source.start, f"“{word}” is whoever speaks here, and the text does not say who that is.")
    if word in _THINGS:
        return _it(stage, source, word)
    antecedent = _right_before(stage, source.start) if word == "who" else None
    antecedent = antecedent or (None if word == "who" else last_person(stage, source.start, _GENDERED.get(word)))
    if antecedent is None:
        return unclear(source.start, f"It is not clear who “{word}” is.")
    way, mention = antecedent
    if mention.person is None:
        return _unnamed_again(stage, source, mention, word)
    cast = stage.scene.cast
    last = cast.people.get(mention.person) or cast.alone.get(mention.person) or Person(mention.person)
    why = f"“{word}” goes back to {mention.person}, who was named last before it."
    return person(stage, source, last, Phrase(word), (way, why))


def _right_before(stage: Stage, at: int) -> tuple[str, Mention] | None:
    """The one person whose name ends where a relative clause begins: "Ada Brook, who"."""
    words = stage.scene.text[max(0, at - 60) : at].rstrip(" ,–—-").split()
    last = words[-1] if words else ""
    people = (*stage.scene.cast.people.values(), *stage.scene.cast.alone.values())
    alike = [one for one in people if one.surname == last]
    return ("pronoun", Mention(at, alike[0].name)) if len(alike) == 1 else None


def _unnamed_again(stage: Stage, source: Span, mention: Mention, word: str) -> Said:
    """ "A chemist ... she said": the same nobody."""
    last = next((said for said in stage.history if said.at == mention.at and said.way == "one_unnamed"), None)
    if last is None:
        return unclear(source.start, f"It is not clear who “{word}” is.")
    why = f"“{word}” goes back to somebody who is not named."
    return Said(source.start, "one_unnamed", Speaker(None, last.speaker.role, last.speaker.party, why))


def last_person(stage: Stage, at: int, gender: str | None) -> tuple[str, Mention] | None:
    """The mention that "he" or "she" at a place goes back to, and in which way; None where that is not clear."""
    floor, before = paragraph_of(stage.scene.text, at)
    for within, way in ((Span(floor, at), "pronoun"), (Span(before, floor), "pronoun_before")):
        found = fitting(stage, within, gender)
        if found:
            chosen = None if _may_be_another(stage, found[-1], at) else _likeliest(found)
            some = len({one.person for one in found}) > 1
            return ("pronoun_of_some" if some else way, chosen) if chosen else None
    return None


def _may_be_another(stage: Stage, last: Mention, at: int) -> bool:
    """True where a lone word that may be somebody's surname has spoken since the person was last named."""
    spoken = [said for said in stage.history if last.at < said.at < at]
    if not spoken or spoken[-1].way not in ("lone", "lone_unclear") or " " in (spoken[-1].body or " "):
        return False
    return stage.scene.text.startswith(spoken[-1].body or "\n", spoken[-1].at)


def _likeliest(found: list[Mention]) -> Mention | None:
    """The only one named, or of several who spoke last, or of whom a sentence tells since; else nobody."""
    if len({one.person for one in found}) == 1:
        return found[-1]
    spoke = [one for one in found if one.spoke]
    told = [one for one in found if one.begins]
    if told and (not spoke or told[-1].at > spoke[-1].at) and [one.at for one in told].count(told[-1].at) == 1:
        return told[-1]
    return spoke[-1] if spoke else None


def _it(stage: Stage, source: Span, word: str) -> Said:
    floor, before = paragraph_of(stage.scene.text, source.start)
    spoken = [said for said in stage.history if floor <= said.at < source.start]
    bodies = [said for said in spoken if said.body]
    if bodies:
        return _same_body(source, bodies[-1], word, "it")
    if word == "they" and spoken and spoken[-1].person is None:
        last, why = spoken[-1].speaker, "“they” goes back to unnamed people."
        return Said(source.start, "unnamed", Speaker(None, last.role, last.party, why))
    named = _last_named_body(stage, floor, source.start)
    if named is not None:
        why = f"“{word}” goes back to {named}, the only body named before it in its paragraph."
        speaker = Speaker(named, None, party_of_body(stage.scene, named), why)
        return Said(source.start, "it_near", speaker, body=named)
    last_before = [said for said in stage.history if before <= said.at < floor]
    if last_before and last_before[-1].body and not spoken and _nothing_told(stage, floor, source.start):
        return _same_body(source, last_before[-1], word, "it_near")
    return unclear(source.start, f"It is not clear what “{word}” is.")


def _nothing_told(stage: Stage, floor: int, at: int) -> bool:
    """Whether a paragraph has only quotations before a place."""
    told = stage.scene.text[floor:at]
    for quote in reversed(quotes_in(stage.scene.text, floor, at)):
        told = told[: quote.outer.start - floor] + told[quote.outer.end - floor :]
    return not told.strip(' ,;:–—-"“”')


def _same_body(source: Span, last: Said, word: str, way: str) -> Said:
    why = f"“{word}” goes back to {last.body}, which spoke last before it."
    return Said(source.start, way, Speaker(last.speaker.name, None, last.speaker.party, why), body=last.body)


def _last_named_body(stage: Stage, floor: int, at: int) -> str | None:
    places = stage.scene.places
    bodies = (body for body in stage.scene.cast.bodies if body not in ARTICLES and not is_outlet(body))
    named = {body for body in bodies if stage.scene.text.find(body, floor, at) >= 0}
    if named:
        return named.pop() if len(named) == 1 else None
    countries = {country for country in set(places.names.values()) - ARTICLES if _stands_in(stage, country, floor, at)}
    return countries.pop() if len(countries) == 1 else None


def _stands_in(stage: Stage, name: str, floor: int, at: int) -> bool:
    found = stage.scene.text.find(name, floor, at)
    return found >= 0 and not stage.scene.text[found + len(name) : found + len(name) + 1].isalnum()
