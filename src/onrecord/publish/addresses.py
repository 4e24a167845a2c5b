"""Where each page is."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from onrecord.publish.adding_addresses import AddingAddresses
from onrecord.publish.claim_addresses import ClaimAddresses
from onrecord.publish.name_addresses import NameAddresses
from onrecord.publish.people_addresses import PeopleAddresses
from onrecord.publish.rooted import asking, part

MAX_OUTSIDE = 2_000


@dataclass(frozen=True, slots=True)
class Addresses(AddingAddresses, ClaimAddresses, NameAddresses, PeopleAddresses):
    """Addresses as the pages write them; those of articles and of stories are in files of their own."""

    def today(self) -> str:
        return f"{self.root}index.html" if self.files else self.root

    def about(self) -> str:
        return self.page("about")

    def queue(self, *, page: str = "") -> str:
        return "" if self.files else self.page("review", page=page)

    def review(self, kind: str, id_: str, *, back: str = "") -> str:
        """Where a claim, a statement or an article is judged; ``kind`` is the plural. ``back``: here if not given."""
        return "" if self.files else self.page("review", kind, id_, back=back or self.here)

    def given(self, judgement: int) -> str:
        return "" if self.files else self.page("review", "given", str(judgement))

    def log(self, **asked: str) -> str:
        return "" if self.files else self.page("log", **asked)

    def take_away(self, kind: str, id_: str, format_: str) -> str:
        """A file of a "claim", a "story" or an "article" in a format; a folder has none."""
        room = {"claim": "claims", "story": "stories", "article": "articles"}[kind]
        return "" if self.files else f"{self.root}{room}/{part(id_)}.{format_}"

    def static(self, name: str) -> str:
        """A static file. Fonts have no edition: the style sheet names them, and the address must be the same."""
        path = f"{self.root}static/{name}"
        return path if self.files or name.startswith("fonts/") else asking(path, v=self.edition)


def outside(url: str | None) -> str | None:
    """The address, if a page may link to it: http or https, with a host, of bearable length."""
    if not url or len(url) > MAX_OUTSIDE or any(ord(one) <= 32 for one in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.hostname else None
