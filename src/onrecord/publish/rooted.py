"""What every address of a page is made of: where the pages are, and how names and questions are written in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from onrecord.model import Reader, content_id
from onrecord.publish.notices import Notice

NOBODY = Reader()


@dataclass(frozen=True, slots=True)
class Rooted:
    """Addresses as the pages write them: under ``root``, of a desk that is served or (``files``) of a folder of files.

    ``edition`` changes whenever a static file does. A folder has no search, and of an archived page only its words.
    ``reader``: for whom the pages are made; in a folder, for nobody who could change anything. ``origin``: what stands
    before an address where it is cited elsewhere ("https://desk.example"; of a folder "https://site.example/"), empty
    where that is not known. ``here``: the page that is made, for forms that lead back to it. ``judged``: the last
    judgement kept when it was made, 0 for none; ``notice``: what whoever asks has just decided. ``watched``: (kind,
    key) of what they watch; ``unread``: how many changes of it they have not looked at. ``title``: the name of the desk
    or site. Of a folder: ``archives``, the articles whose archived page is in it, and ``compared``, those whose
    versions are (None for all); ``feeds``: whether it has any.
    """

    edition: str = ""
    root: str = "/"
    files: bool = False
    reader: Reader = NOBODY
    origin: str = ""
    here: str = ""
    judged: int = 0
    notice: Notice | None = None
    watched: frozenset[tuple[str, str]] = frozenset()
    unread: int = 0
    title: str = "On record"
    archives: frozenset[str] | None = None
    compared: frozenset[str] | None = None
    feeds: bool = False

    def whole(self, address: str) -> str:
        """The address of a page as it is cited elsewhere; empty where that is not known."""
        return f"{self.origin}{address.removeprefix(self.root) if self.files else address}" if self.origin else ""

    def canonical(self) -> str:
        """The address of the page that is made, of a folder with an address; empty for any other."""
        return f"{self.origin}{'' if self.here == 'index.html' else self.here}" if self.files and self.origin else ""

    def page(self, room: str, *names: str, **asked: str) -> str:
        """The page of a room, of what is named in it, as asked for."""
        if not self.files:
            return asking("/".join([f"{self.root}{room}", *map(part, names)]), **asked)
        path = "/".join([room, *map(file_name, names)])
        return self.root + "-".join([path, *(file_name(value) for value in asked.values() if value)]) + ".html"


def part(value: str) -> str:
    """A name as a part of a path."""
    return quote(value.encode("utf-8", "replace"), safe="")


def number(page: int) -> str:
    """The number of a page where it is not the first."""
    return str(page) if page > 1 else ""


def file_name(value: str) -> str:
    """The value where it can name a file anywhere, Windows' own names left out, else a hash of it."""
    taken = re.fullmatch(r"con|prn|aux|nul|com\d|lpt\d", value)
    return value if re.fullmatch(r"[a-z0-9_]{1,40}", value) and not taken else content_id(value)


def asking(path: str, **values: str) -> str:
    """The path with the questions that have an answer."""
    given = {name: value.encode("utf-8", "replace") for name, value in values.items() if value}
    return f"{path}?{urlencode(given)}" if given else path
