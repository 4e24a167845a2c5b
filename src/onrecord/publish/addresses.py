"""Where each page is."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlencode, urlsplit

MAX_OUTSIDE = 2_000


@dataclass(frozen=True, slots=True)
class Addresses:
    """Addresses on a desk that is served: paths from its root. ``edition`` changes whenever a static file does."""

    edition: str = ""

    def today(self) -> str:
        return "/"

    def claim(self, claim: str) -> str:
        return f"/claims/{_part(claim)}"

    def claims(self, *, status: str = "") -> str:
        return _with("/claims", status=status)

    def article(self, article: str, *, statement: str = "") -> str:
        """The article, at the place of a statement where one is named."""
        return f"/articles/{_part(article)}" + (f"#s-{_part(statement)}" if statement else "")

    def archived(self, article: str, *, statement: str = "", source: bool = False) -> str:
        """The page as it came in, at the words of a statement where one is named; ``source``: as its source text."""
        path = _with(f"/articles/{_part(article)}/page", statement=statement, show="source" if source else "")
        return f"{path}#here" if statement else path

    def story(self, story: str) -> str:
        return f"/stories/{_part(story)}"

    def stories(self, *, topic: str = "") -> str:
        return _with("/stories", topic=topic)

    def speaker(self, name: str) -> str:
        return f"/speakers/{_part(name)}"

    def speakers(self) -> str:
        return "/speakers"

    def source(self, outlet: str) -> str:
        return f"/sources/{_part(outlet)}"

    def sources(self) -> str:
        return "/sources"

    def search(self, *, words: str = "") -> str:
        return _with("/search", q=words)

    def about(self) -> str:
        return "/about"

    def static(self, name: str) -> str:
        """A static file. Fonts have no edition: the style sheet names them, and the address must be the same."""
        return f"/static/{name}" if name.startswith("fonts/") else _with(f"/static/{name}", v=self.edition)


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


def _with(path: str, **values: str) -> str:
    given = {name: value.encode("utf-8", "replace") for name, value in values.items() if value}
    return f"{path}?{urlencode(given)}" if given else path
