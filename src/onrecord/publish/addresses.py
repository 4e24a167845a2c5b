"""Where each page is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, urlencode, urlsplit

from onrecord.model import Reader, content_id

MAX_OUTSIDE = 2_000
NOBODY = Reader()


@dataclass(frozen=True, slots=True)
class Addresses:
    """Addresses as the pages write them: under ``root``, of a desk that is served or (``files``) of a folder of files.

    ``edition`` changes whenever a static file does. A folder has no search, and of an archived page only its words.
    ``reader``: for whom the pages are made; in a folder, for nobody who could change anything.
    """

    edition: str = ""
    root: str = "/"
    files: bool = False
    reader: Reader = NOBODY

    def today(self) -> str:
        return f"{self.root}index.html" if self.files else self.root

    def claim(self, claim: str) -> str:
        return self._page("claims", claim)

    def claims(self, *, status: str = "") -> str:
        return self._page("claims", status=status)

    def article(self, article: str, *, statement: str = "") -> str:
        """The article, at the place of a statement where one is named."""
        return self._page("articles", article) + (f"#s-{_part(statement)}" if statement else "")

    def archived(self, article: str, *, statement: str = "", source: bool = False) -> str:
        """The page as it came in, at the words of a statement where one is named; ``source``: as its source text."""
        if self.files:
            return self._page("articles", article, show="page")
        path = f"{self.root}articles/{_part(article)}/page"
        asked = _with(path, statement=statement, show="source" if source else "")
        return f"{asked}#here" if statement else asked

    def story(self, story: str) -> str:
        return self._page("stories", story)

    def stories(self, *, topic: str = "") -> str:
        return self._page("stories", topic=topic)

    def speaker(self, name: str) -> str:
        return self._page("speakers", name)

    def speakers(self) -> str:
        return self._page("speakers")

    def source(self, outlet: str) -> str:
        return self._page("sources", outlet)

    def sources(self) -> str:
        return self._page("sources")

    def search(self, *, words: str = "") -> str:
        return "" if self.files else self._page("search", q=words)

    def about(self) -> str:
        return self._page("about")

    def static(self, name: str) -> str:
        """A static file. Fonts have no edition: the style sheet names them, and the address must be the same."""
        path = f"{self.root}static/{name}"
        return path if self.files or name.startswith("fonts/") else _with(path, v=self.edition)

    def _page(self, room: str, *names: str, **asked: str) -> str:
        if not self.files:
            return _with("/".join([f"{self.root}{room}", *map(_part, names)]), **asked)
        path = "/".join([room, *map(_file_name, names)])
        return self.root + "-".join([path, *(_file_name(value) for value in asked.values() if value)]) + ".html"


def outside(url: str | None) -> str | None:
    """The address, if a page may link to it: http or https, with a host, of bearable length."""
    if not url or len(url) > MAX_OUTSIDE or any(ord(one) <= 32 for one in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.hostname else None


def _part(value: str) -> str:
    return quote(value.encode("utf-8", "replace"), safe="")


def _file_name(value: str) -> str:
    """The value where it can name a file anywhere, else a hash of it."""
    return value if re.fullmatch(r"[a-z0-9_]{1,40}", value) else content_id(value)


def _with(path: str, **values: str) -> str:
    given = {name: value.encode("utf-8", "replace") for name, value in values.items() if value}
    return f"{path}?{urlencode(given)}" if given else path
