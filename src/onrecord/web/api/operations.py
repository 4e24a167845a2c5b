"""What can be asked of the API: each operation with its words, its parameters and the function that answers."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple, TypeAlias

from onrecord.errors import OnrecordError
from onrecord.model import Reader, Scope
from onrecord.publish.addresses import Addresses
from onrecord.publish.record_json import Json
from onrecord.web.api.schema import Schema, integer
from onrecord.web.intake import Intake

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
class File:
    """An answer that is no JSON of ours: its bytes, media type, and what it is called when it is kept."""

    data: bytes
    type: str
    name: str


class Cursor(NamedTuple):
    """How a list is read on from its last row: the parameter that takes the number, and the row's ``field`` of it."""

    name: Literal["after", "before"]
    field: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it is answered. ``given``: the parameters by name, checked, with their defaults.

    ``intake``: what takes in pages and fetches, where something is sent.
    """

    conn: sqlite3.Connection
    given: Mapping[str, Any]
    reader: Reader
    body: Mapping[str, Any] = field(default_factory=dict)
    to: Addresses = field(default_factory=Addresses)
    intake: Intake | None = None

    @property
    def limit(self) -> int:
        """How many rows are wanted."""
        return int(self.given.get("limit", LIMIT))

    @property
    def offset(self) -> int:
        """How many rows are passed over."""
        return int(self.given.get("offset", 0))

    @property
    def wanted(self) -> slice:
        """The rows of a whole list that are wanted, and one more, which tells whether there is a next page."""
        return slice(self.offset, self.offset + self.limit + 1)


Answering: TypeAlias = Callable[[Asked], Json | Sequence[Json] | File]


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation. ``gives``: the name of the schema of its answer, or of a row of it where it is ``paged``.

    A paged operation is asked for one row more than a page has, so that it is known whether there is a next one;
    with a ``cursor`` it goes on from a row, else by how many rows were passed. ``own``: it is about what belongs to
    whoever asks. ``files``: the media types of its answer where that is a file. ``links``: {operation: where in the
    answer the id stands that it can be asked with}. ``settles``: what it keeps is to be settled.
    """

    path: str
    name: str
    tells: str
    gives: str
    answers: Answering
    parameters: tuple[Parameter, ...] = ()
    more: str = ""
    paged: bool = False
    cursor: Cursor | None = None
    method: Literal["GET", "POST", "DELETE"] = "GET"
    scope: Scope = "read"
    own: bool = False
    takes: Schema | None = None
    settles: bool = False
    files: tuple[str, ...] = ()
    links: Mapping[str, str] = field(default_factory=dict)

    @property
    def every_parameter(self) -> tuple[Parameter, ...]:
        """Those of the paging too."""
        return (*self.parameters, *self._paging) if self.paged else self.parameters

    @property
    def _paging(self) -> tuple[Parameter, ...]:
        if self.cursor is None:
            return (ROWS, PASSED)
        tells = f"Only rows with a {self.cursor.field} {self.cursor.name} this one; 0 for no bound."
        return (ROWS, Parameter(self.cursor.name, integer(tells, minimum=0, maximum=2**53, default=0)))

    @property
    def status(self) -> int:
        """Of an answer as asked."""
        if self.method == "POST" and "{" in self.path:
            return 200  # what is there already is directed, nothing is made
        return {"GET": 200, "POST": 201, "DELETE": 204}[self.method]


ROWS = Parameter("limit", integer("Rows of a page.", minimum=1, maximum=MOST, default=LIMIT))
PASSED = Parameter("offset", integer("Rows before it.", minimum=0, maximum=FARTHEST, default=0))
