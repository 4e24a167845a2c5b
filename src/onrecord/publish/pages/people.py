"""Signing in, oneself, and who else may come."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from onrecord.model import ROLES, SCOPES, PeopleEvent, Person, Role, Scope, Session, Token
from onrecord.publish.addresses import Addresses
from onrecord.publish.rendering import render

WORDS: Mapping[str, str] = MappingProxyType({
    "added": "added",
    "removed": "removed",
    "role": "has another role",
    "link": "was given a link to choose a pass phrase",
    "phrase": "chose a pass phrase",
    "token": "was given a token",
    "revoked": "lost a token",
    "signed_in": "signed in",
    "signed_out": "signed out",
    "failed": "could not sign in",
})  # fmt: skip
ROLE_WORDS: Mapping[Role, str] = MappingProxyType({
    "reader": "reads and watches",
    "editor": "reads, judges, watches and adds",
    "admin": "reads, judges, watches, adds, and says who may come",
})  # fmt: skip
SCOPE_WORDS: Mapping[Scope, str] = MappingProxyType({
    "read": "may read",
    "write": "may read, judge, watch and add",
    "admin": "may do all that an admin may",
})  # fmt: skip
SAID: Mapping[str, str] = MappingProxyType({
    "phrase": "Your pass phrase is changed. Every other session of yours has ended.",
    "ended": "That session has ended.",
    "everywhere": "Every other session of yours has ended.",
    "revoked": "That token holds no more.",
    "role": "The role is changed, in every open session too.",
    "removed": "Removed, with every session and token. What they judged keeps their name.",
    "added": "Added. They can sign in now.",
})  # fmt: skip

# What a browser calls itself by, the first that fits: most of them also call themselves by the ones below.
_BROWSERS = (
    *(("Firefox/", "Firefox"), ("Edg/", "Edge"), ("OPR/", "Opera"), ("Chrome/", "Chrome"), ("Safari/", "Safari")),
)
_SYSTEMS = (
    *(("Windows", "Windows"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Mac OS X", "macOS")),
    ("Linux", "Linux"),
)


@dataclass(frozen=True, slots=True)
class Shown:
    """What was just done: ``said`` in words, ``wrong`` where it was not done, ``secret``: what is shown this once."""

    said: str = ""
    wrong: str = ""
    secret: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """A person as the list has them. ``letters``: the script of the name where it is not Latin; ``seen``: last here."""

    person: Person
    letters: str
    sessions: int
    seen: str


NOTHING = Shown()


def sign_in_page(to: Addresses, *, then: str = "", name: str = "", shown: Shown = NOTHING) -> str:
    """Where one signs in, and goes on to ``then``."""
    return render("people/sign_in.html", to, {"then": then, "typed": name, "shown": shown})


def welcome_page(to: Addresses, *, name: str, key: str, shown: Shown = NOTHING) -> str:
    """Where somebody who got a link chooses a pass phrase; without a name the link does not hold."""
    return render("people/welcome.html", to, {"name": name, "key": key, "shown": shown})


def me_page(
    to: Addresses, sessions: Sequence[Session], tokens: Sequence[Token], *, here: str, shown: Shown = NOTHING
) -> str:
    """One's own sessions and tokens; ``here``: the session that asks."""
    told = [replace(one, browser=browser_words(one.browser)) for one in sessions]
    values = {"sessions": told, "tokens": tokens, "here": here, "shown": shown}
    scopes = [(one, SCOPE_WORDS[one]) for one in SCOPES[: ROLES.index(to.reader.role) + 1]]
    return render("people/me.html", to, {**values, "scopes": scopes, "role_words": ROLE_WORDS[to.reader.role]})


def people_page(
    to: Addresses,
    listed: Sequence[Listed],
    tokens: Sequence[Token],
    events: Sequence[PeopleEvent],
    *,
    shown: Shown = NOTHING,
) -> str:
    """Everybody who may come, what programs come with, and what happened last."""
    values = {"listed": listed, "tokens": tokens, "events": events, "shown": shown}
    roles = [(one, ROLE_WORDS[one]) for one in ROLES]
    return render("people/people.html", to, {**values, "roles": roles, "words": WORDS})


def browser_words(says: str) -> str:
    """What a browser says it is, in two words where it is a common one: "Firefox on Linux"; else as it says it."""
    browser = next((word for mark, word in _BROWSERS if mark in says), "")
    system = next((word for mark, word in _SYSTEMS if mark in says), "")
    return f"{browser} on {system}" if browser and system else says
