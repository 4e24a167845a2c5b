"""Several that speak as one: "Norland and Quarnia", "Ada Brook and Tore Frey", "neither Brook nor Frey"."""

from __future__ import annotations

import re

from onrecord.model import Span, Speaker
from onrecord.statements.speakers_named import named
from onrecord.statements.speakers_phrase import in_plain_words, read_phrase
from onrecord.statements.speakers_stage import Said, Stage
from onrecord.statements.speakers_words import is_body_word
from onrecord.text.names import is_given, plain

_AND = re.compile(r",? (?:and|nor|or|as well as|together with) |, (?=(?:the )?[A-Z])")
_EACH = re.compile(r"^(?:[Nn]either|[Bb]oth|[Ee]ither) ")


def several(stage: Stage, source: Span, text: str) -> Said | None:
    """The source where each of its parts names somebody who could speak alone, else None."""
    parts = _AND.split(_EACH.sub("", in_plain_words(text)))
    if not 2 <= len(parts) <= 4 or not all(_stands_alone(stage, part) for part in parts):
        return None
    found = [named(stage, source, read_phrase(part)) for part in parts]
    names = [one.speaker.name or part for one, part in zip(found, parts, strict=True)]
    parties = [one.speaker.party for one in found]
    bodies = [stage.scene.places.country_in(one.body or "") or (one.body and one.speaker.party) for one in found]
    if all(bodies):
        return _bodies_as_one(source, parts, [str(one) for one in bodies])
    told = list(dict.fromkeys(party for party in parties if party))
    party = "; ".join(told) if None not in parties else None
    if party is not None and len(told) == 1 and stage.scene.places.country(party) is None:
        why = f"{' and '.join(names)} speak together, both for {party}."
        return Said(source.start, "unnamed", Speaker(party, None, party, why), body=party)
    why = f"{' and '.join(names)} are said to speak together; no one of them alone."
    return Said(source.start, "unnamed", Speaker(None, None, party, why))


def _bodies_as_one(source: Span, parts: list[str], parties: list[str]) -> Said:
    """Countries and other bodies keep the name that the source gives them together."""
    bare = [re.sub(r"^[Tt]he ", "", parts[0]), *parts[1:]]
    name = " and ".join([", ".join(bare[:-1]), bare[-1]])
    speaker = Speaker(name, None, "; ".join(dict.fromkeys(parties)), "Several bodies are said to speak as one.")
    return Said(source.start, "body", speaker)


def _stands_alone(stage: Stage, part: str) -> bool:
    """Whether a part of a source names somebody by itself: "and Technology" does not."""
    phrase = read_phrase(part)
    name = phrase.name
    if name is None or not re.match(r"(?:[Tt]he )?[A-Z]", part):
        return False
    cast = stage.scene.cast
    surnames = {one.surname for one in cast.people.values()}
    if name in cast.people or name in surnames or name in cast.alone or stage.scene.places.country(name):
        return True
    personal = " " in name and (phrase.title or is_given(name.split()[0])) and not phrase.body
    article = bool(re.match(r"[Tt]he ", part)) and any(is_body_word(plain(word)) for word in name.split())
    return personal or article or name in cast.acronyms or bool(stage.scene.places.country_in(part) and phrase.body)
