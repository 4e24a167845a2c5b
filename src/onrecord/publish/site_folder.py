"""The folder of a site: only what changed is written, what is gone is removed, and nothing of anybody else is touched.

A list of the files it wrote, with their hashes, lies in the folder (in the format of ``sha256sum``). What is written
before that list is done stands in a journal, so that a run may end at any moment and the next one goes on.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO

from onrecord.errors import UsageError

LIST, JOURNAL = "onrecord-site.sha256", "onrecord-site.journal"
HEAD = "# made by onrecord publish; what is listed here is replaced and removed by it\n"
SAFE = re.compile(r"(?:[A-Za-z0-9_-][A-Za-z0-9._-]*/){0,4}[A-Za-z0-9_-][A-Za-z0-9._-]*")
PART = ".part"


class SiteFolder:
    """A folder that a site is being written into. As a context: the list is made, and what is gone removed, at its end.

    Raises UsageError where the folder has files that no site of ours wrote, OSError where it cannot be written.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.written = self.same = self.removed = 0
        self._ours: set[str] = set()
        self._made: dict[str, str] = {}
        self._journal: IO[str] | None = None

    def __enter__(self) -> SiteFolder:
        self.folder.mkdir(parents=True, exist_ok=True)
        self._ours = {*_listed(self.folder / LIST), *_journaled(self.folder / JOURNAL)}
        known = (self.folder / LIST).is_file() or (self.folder / JOURNAL).is_file()
        if not known and not all(one.is_dir() for one in self.folder.rglob("*")):
            raise UsageError(
                f"{self.folder} has files that no site of onrecord is made of, and is left as it is: "
                "give an empty folder, a new one, or one that it published before"
            )
        self._journal = (self.folder / JOURNAL).open("a", encoding="ascii", newline="\n")
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._journal:
            self._journal.close()
        if kind is None:
            self._finish()

    def put(self, path: str, data: bytes) -> None:
        """Writes a file, whole or not at all, unless it is there with the same bytes; a path once, the first time."""
        if path in self._made:
            return
        assert SAFE.fullmatch(path), path
        self._made[path] = hashlib.sha256(data).hexdigest()
        where = self.folder / path
        if self._is_there(path, where) and where.read_bytes() == data:
            self.same += 1
            return
        self._note(path)
        where.parent.mkdir(parents=True, exist_ok=True)
        beside = where.with_name(where.name + PART)
        beside.write_bytes(data)
        beside.replace(where)
        self.written += 1

    def _is_there(self, path: str, where: Path) -> bool:
        """Whether a file of ours is there. Raises UsageError where it is somebody else's."""
        if not where.is_file():
            return False
        if path not in self._ours:
            raise UsageError(f"{where} was not made by onrecord publish: move it elsewhere, then publish again")
        return True

    def _note(self, path: str) -> None:
        if path not in self._ours and self._journal:
            self._ours.add(path)
            self._journal.write(f"{path}\n")
            self._journal.flush()

    def _finish(self) -> None:
        for path in sorted(self._ours - set(self._made)):
            (self.folder / f"{path}{PART}").unlink(missing_ok=True)
            with suppress(FileNotFoundError):
                (self.folder / path).unlink()
                self.removed += 1
            _without_empty(self.folder, (self.folder / path).parent)
        lines = (f"{hash_}  {path}\n" for path, hash_ in sorted(self._made.items()))
        beside = self.folder / f"{LIST}{PART}"
        beside.write_text(HEAD + "".join(lines), encoding="ascii", newline="\n")
        beside.replace(self.folder / LIST)
        (self.folder / JOURNAL).unlink(missing_ok=True)


def _listed(path: Path) -> Iterator[str]:
    """The paths of the list; what could lead out of the folder is none."""
    for line in _lines(path):
        _, _, name = line.partition("  ")
        if not line.startswith("#") and SAFE.fullmatch(name):
            yield name


def _journaled(path: Path) -> Iterator[str]:
    return (line for line in _lines(path) if SAFE.fullmatch(line))


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8", errors="replace").splitlines() if path.is_file() else []


def _without_empty(folder: Path, room: Path) -> None:
    """Removes a room that nothing is left in, and those around it."""
    while room != folder and folder in room.parents:
        try:
            room.rmdir()
        except OSError:
            return
        room = room.parent
