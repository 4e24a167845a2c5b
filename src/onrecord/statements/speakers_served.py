"""Whom "its" and "their" in a source mean: "its spokesman" of the body that spoke or was named last."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.statements.speakers_bodies import full_body, is_outlet
from onrecord.statements.speakers_cast import Person
from onrecord.statements.speakers_stage import Stage
from onrecord.text.names import is_common, pronoun_of_name

_OWNS = {"his": "he", "her": "she"}
_SUBJECT = re.compile(r"(?:^|[.!?]['\"”’]? )(?:The )?([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)(?= [a-z])")


def spelled_out(stage: Stage, serves: list[str], at: int) -> Iterator[str]:
    """Whom somebody serves, with "its" read as the body that spoke or was named last."""
    for served in serves:
        if served.lower() in ("its", "their"):
            body = last_body(stage, at)
            if body is not None:
                yield body
        elif served.lower() in ("his", "her"):
            last = [
                said
                for said in stage.history[-1:]
                if pronoun_of_name(said.person or "") in (None, _OWNS[served.lower()])
            ]
            yield from (said.speaker.party for said in last if said.person and said.speaker.party)
        elif (one := person_called(stage, served)) is None:
            yield served
        elif one.name in stage.parties:
            yield stage.parties[one.name]


def person_called(stage: Stage, name: str) -> Person | None:
    """The one person of a name or surname."""
    people = stage.scene.cast.people
    alike = [people[name]] if name in people else [one for one in people.values() if one.surname == name]
    return alike[0] if len(alike) == 1 else None


def last_body(stage: Stage, at: int) -> str | None:
    """The body that "its" means at a place; None where that is not clear."""
    text = stage.scene.text
    floor = text.rfind("\n", 0, at) + 1
    spoken = [said for said in stage.history if floor <= said.at < at and said.body]
    bodies = [body for body in stage.scene.cast.bodies if not is_outlet(body)]
    named = [(place, body) for body in bodies if (place := text.rfind(body, floor, at)) >= 0]
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
    surnames = {one.surname for one in stage.scene.cast.people.values()} | set(stage.scene.cast.alone)
    subjects = [found[1] for found in _SUBJECT.finditer(before) if not is_common(found[1].split()[0])]
    if not subjects or subjects[-1].split()[-1] in surnames:
        return None
    return full_body(stage.scene.text, stage.scene.cast, subjects[-1])
