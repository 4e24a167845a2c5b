"""Who is at the desk, how they came in, and what is kept of that. Moments are UTC in ISO 8601 to the second."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

Role: TypeAlias = Literal["reader", "editor", "admin"]
ROLES: tuple[Role, ...] = get_args(Role)
Scope: TypeAlias = Literal["read", "write", "admin"]
SCOPES: tuple[Scope, ...] = get_args(Scope)
Way: TypeAlias = Literal["", "machine", "session", "token", "stranger", "nobody_added"]
PeopleWord: TypeAlias = Literal[
    "added", "removed", "role", "link", "phrase", "token", "revoked", "signed_in", "signed_out", "failed"
]
SecretKind: TypeAlias = Literal["session", "link", "browser"]


@dataclass(frozen=True, slots=True)
class Reader:
    """Whoever asks for a page. ``name``: what judgements are signed with, empty for nobody known; ``role``: may what.

    A reader looks, an editor judges, watches and adds as well, an admin says who may. ``way``: how they came in:
    at this machine while nobody was added, by a session, by a token; a stranger could sign in, and where nobody was
    added to a desk that other machines reach, nobody can.
    """

    name: str = ""
    role: Role = "reader"
    way: Way = ""

    def may(self, role: Role) -> bool:
        """Whether what a role may is theirs to do: each role may all that those before it may."""
        return ROLES.index(self.role) >= ROLES.index(role)

    @property
    def edits(self) -> bool:
        """Whether the pages offer what changes the record."""
        return self.may("editor")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who was added. ``ready``: whether a pass phrase was chosen; ``by``: who added them."""

    id: int
    name: str
    role: Role
    added: str
    by: str
    ready: bool


@dataclass(frozen=True, slots=True)
class Session:
    """A signed-in browser. ``id``: what it is called by, no secret; ``browser``: what it says it is."""

    id: str
    begun: str
    seen: str
    ends: str
    address: str
    browser: str


@dataclass(frozen=True, slots=True)
class Token:
    """What a program signs in with, for a person (``name``) and no more than their ``role`` may.

    ``ends``: None for never; ``used``: the day it was last used, None for never.
    """

    id: int
    name: str
    role: Role
    scope: Scope
    label: str
    made: str
    by: str
    ends: str | None
    used: str | None

    @property
    def may(self) -> Role:
        """What it may: what its scope says, as long as the person may that."""
        return ROLES[min(SCOPES.index(self.scope), ROLES.index(self.role))]


@dataclass(frozen=True, slots=True)
class PeopleEvent:
    """What happened to a person's access: ``what``, to whom (empty for an unknown name), by whom and from where."""

    at: str
    what: PeopleWord
    name: str
    by: str
    address: str
    detail: str
