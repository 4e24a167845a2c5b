"""What can be asked of the API: each operation with its words, its parameters and the function that answers."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

from onrecord.errors import OnrecordError
from onrecord.model import Reader
from onrecord.publish.record_json import Json
from onrecord.web.api.schema import Schema, integer

Scope: TypeAlias = Literal["read", "write"]
LIMIT, MOST = 50, 200  # rows of a page: as a rule, and at most
FARTHEST = 100_000  # rows that may be passed over: beyond them an export is the way


class NotThereError(OnrecordError):
    """There is nothing of that name."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """A part of the question. ``schema``: a string, whole number or truth."""

    name: str
    schema: Schema
    needed: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it is answered. ``given``: the parameters by name, checked, with their defaults."""

    conn: sqlite3.Connection
    given: Mapping[str, Any]
    reader: Reader
    body: Mapping[str, Any] = field(default_factory=dict)

    @property
    def limit(self) -> int:
        """How many rows are wanted."""
        return int(self.given.get("limit", LIMIT))

    @property
    def offset(self) -> int:
        """How many rows are passed over."""
        return int(self.given.get("offset", 0))


Answering: TypeAlias = Callable[[Asked], Json | Sequence[Json]]


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation. ``gives``: the name of the schema of its answer, or of a row of it where it is ``paged``.

    A paged operation is asked for one row more than a page has, so that it is known whether there is a next one.
    """

    path: str
    name: str
    tells: str
    gives: str
    answers: Answering
    parameters: tuple[Parameter, ...] = ()
    paged: bool = False
    method: Literal["GET", "POST", "DELETE"] = "GET"
    scope: Scope = "read"
    takes: Schema | None = None

    @property
    def every_parameter(self) -> tuple[Parameter, ...]:
        """Those of the paging too."""
        return (*self.parameters, *PAGING) if self.paged else self.parameters


PAGING = (
    Parameter("limit", integer("Rows of a page.", minimum=1, maximum=MOST, default=LIMIT)),
    Parameter("offset", integer("Rows before it.", minimum=0, maximum=FARTHEST, default=0)),
)
