"""Who is at the desk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

Role: TypeAlias = Literal["reader", "editor", "admin"]
ROLES: tuple[Role, ...] = get_args(Role)


@dataclass(frozen=True, slots=True)
class Reader:
    """Whoever asks for a page. ``name``: what judgements are signed with, empty for nobody known; ``role``: may what.

    A reader looks, an editor judges, watches and adds as well, an admin says who may.
    """

    name: str = ""
    role: Role = "reader"

    def may(self, role: Role) -> bool:
        """Whether what a role may is theirs to do: each role may all that those before it may."""
        return ROLES.index(self.role) >= ROLES.index(role)

    @property
    def edits(self) -> bool:
        """Whether the pages offer what changes the record."""
        return self.may("editor")
