"""Whose post it is where a title names no body: "the chief inspector" after a sentence of the inspectorate."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from onrecord.statements.speakers_bodies import firms, is_outlet
from onrecord.statements.speakers_party import Scene, kinds_of
from onrecord.statements.speakers_words import is_body_word
from onrecord.text.names import plain

_POSTS = frozenset(("post", "voice", "police"))
_ELSEWHERE = frozenset(("office", "rank", "mayor", "aide"))
_OWN = re.compile(r"\b(?:retired|former|ex-|local|professor|prosecutor|attorney|judge|coach)\b", re.IGNORECASE)
_PRESS = re.compile(r"\b(?:editor|publisher|reporter)", re.IGNORECASE)
_PROSECUTOR = re.compile(r"\b(?:prosecutor|attorney general|procurator|ombudsman|ombudswoman)$", re.IGNORECASE)


def body_of_post(scene: Scene, spoken: Sequence[tuple[int, str]], roles: Iterable[str], at: int) -> str | None:
    """The body whose post somebody holds who is given a title and no body.

    ``spoken``: where bodies have spoken so far, and which. Only the one body that has spoken in the paragraph, or that
    one of its sentences begins with, can be meant: of two nobody knows.
    """
    roles = list(roles)
    kinds = {kind for role in roles for kind in kinds_of(role)}
    if not kinds & _POSTS or kinds & _ELSEWHERE or any(_OWN.search(role) for role in roles):
        return None
    floor = scene.text.rfind("\n", 0, at) + 1
    near = {body for place, body in spoken if floor <= place < at} | set(_subjects(scene, floor, at))
    press = any(_PRESS.search(role) for role in roles)
    near = {body for body in near if _can_have_posts(scene, body) and is_outlet(body) == press}
    return near.pop() if len(near) == 1 else None


def _subjects(scene: Scene, floor: int, at: int) -> list[str]:
    """The bodies that a sentence of the paragraph begins with."""
    opens = re.compile(r"(?:^|[.!?][\"”’]? )(?:The )?$")
    return [
        body
        for body, places in scene.cast.bodies.items()
        if any(floor <= place < at and opens.search(scene.text[max(floor, place - 8) : place]) for place in places)
    ]


def _can_have_posts(scene: Scene, body: str) -> bool:
    named = any(is_body_word(plain(word)) for word in body.split()) or body in scene.cast.bodies
    return named and scene.places.country(body) is None and "'s office" not in body.replace("’", "'")


def firm_by_name(scene: Scene, name: str) -> str | None:
    """The firm that bears somebody's surname in front, the only one in the article: Ada Brook of Brook Partners."""
    bearing = {body for body in firms(scene.cast) if body.split()[0] == name.rsplit(maxsplit=1)[-1] and body != name}
    return bearing.pop() if len(bearing) == 1 else None


def office_of_prosecutor(roles: Iterable[str]) -> str | None:
    """A prosecutor or ombudsman speaks for no government: the office itself is the party, "Chief Prosecutor"."""
    return next((role.title() for role in roles if len(role.split()) < 4 and _PROSECUTOR.search(role)), None)
