"""An edit as pages and the terminal show it: unchanged paragraphs folded, changes of statements in plain words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from onrecord.edits import Change, ChangeKind, Edit, Line
from onrecord.model import Statement
from onrecord.publish.versions import chain_of, edits_between
from onrecord.publish.words import counted
from onrecord.store import articles, pages, statements
from onrecord.store.articles import Listed

KINDS: Mapping[ChangeKind, str] = {
    "added": "new",
    "removed": "gone",
    "reworded": "reworded",
    "softened": "softened",
    "hardened": "hardened",
    "turned": "another stance",
    "reattributed": "another speaker",
    "figure": "another figure",
    "kept": "kept",
}


@dataclass(frozen=True, slots=True)
class Fold:
    """A paragraph that changed; or, where ``line`` is None, how many in a row did not."""

    line: Line | None
    unchanged: int = 0


@dataclass(frozen=True, slots=True)
class Told:
    """A change of a statement: in a word, whose words, and in which version they stand."""

    change: Change
    word: str
    statement: Statement


@dataclass(frozen=True, slots=True)
class EditView:
    """An edit with what is shown around it. ``kept``: statements that stayed as they were.

    ``seen``: when each version was first fetched, None where unknown.
    """

    edit: Edit
    before: Listed
    after: Listed
    seen: tuple[str | None, str | None]
    folds: tuple[Fold, ...]
    told: tuple[Told, ...]
    kept: tuple[Told, ...]
    sums: tuple[str, ...]


def edits_of(conn: sqlite3.Connection, article: str, *, near: int | None = None) -> tuple[EditView, ...]:
    """The edits between the versions of an article, the first one first; ``near``: only so many before and after it."""
    chain = chain_of(conn, article)
    at = chain.index(article) if chain else 0
    some = chain if near is None else chain[max(0, at - near) : at + near + 1]
    return tuple(views(conn, edits_between(conn, some)))


def views(conn: sqlite3.Connection, edits: Iterator[Edit]) -> Iterator[EditView]:
    """Edits with what is shown around them."""
    for edit in edits:
        ids = (edit.before, edit.article)
        listed, fetched = articles.listed_by_ids(conn, ids), pages.first_fetched(conn, ids)
        said = {one.id: one for id_ in ids for one in statements.of_article(conn, id_)}
        yield EditView(
            edit,
            listed[edit.before],
            listed[edit.article],
            (fetched.get(edit.before), fetched.get(edit.article)),
            tuple(_folded(edit.lines)),
            tuple(_told(edit.changes, said)),
            tuple(_told(edit.changes, said, kept=True)),
            tuple(_sums(edit)),
        )


def _folded(lines: Sequence[Line]) -> Iterator[Fold]:
    for changed, several in groupby(lines, key=lambda line: line.changed):
        if changed:
            yield from (Fold(line) for line in several)
        else:
            yield Fold(None, sum(1 for _ in several))


def _told(changes: Sequence[Change], said: Mapping[str, Statement], *, kept: bool = False) -> Iterator[Told]:
    for one in changes:
        id_ = one.after or one.before or ""
        if (one.kind == "kept") == kept and id_ in said:
            yield Told(one, KINDS[one.kind], said[id_])


def _sums(edit: Edit) -> Iterator[str]:
    """What it came to, in a few words each."""
    added, removed = edit.counted
    if edit.headline:
        yield "another headline"
    if added or removed:
        yield f"{counted(added, 'word')} added, {removed:,} removed"
    kinds = [one.kind for one in edit.changes]
    changed = [f"{kinds.count(kind)} {_with(kind)}" for kind in KINDS if kind != "kept" and kind in kinds]
    yield f"statements: {', '.join(changed)}" if changed else "no statement changed"


def _with(kind: ChangeKind) -> str:
    word = KINDS[kind]
    return f"with {word}" if word.startswith("another") else word
