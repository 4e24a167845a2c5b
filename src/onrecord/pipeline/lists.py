"""What fetched bytes list: a feed's or a sitemap's addresses, newest first, or the feed that a page names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from onrecord.config import MAX_PAGE_BYTES
from onrecord.fetch.answers import Answer, Failure
from onrecord.model import FollowKind
from onrecord.read import feed, gz, jsonfeed, sitemap
from onrecord.read.links import Link, links_in

HEAD = 4096


@dataclass(frozen=True, slots=True)
class Listed:
    """What an address gives. An "article" lists nothing but, maybe, the feeds that its page names."""

    kind: FollowKind
    links: tuple[Link, ...]

    def urls(self, kind: str) -> list[str]:
        """The addresses of one kind of links, newest first."""
        return [link.url for link in self.links if link.kind == kind]

    def days(self) -> dict[str, str]:
        """{address of an article: its day of publication as the list writes it}, where it does."""
        return {link.url: link.published for link in self.links if link.kind == "article" and link.published}


def listed(answer: Answer) -> Listed | Failure:
    """What the bytes of an answer list. A list that takes its reader down is a failure of its own and of no other."""
    url = answer.capture.url or ""
    try:
        plain = gz.plain(answer.body, MAX_PAGE_BYTES)
        links = _newest_first(links_in(plain, url))
        return Listed(_kind(plain, url, links), links)
    except Exception as error:  # noqa: BLE001  (a list must never take the others with it)
        return Failure(url, f"a fault of onrecord: {type(error).__name__} in reading the list", "again")


def _kind(data: bytes, url: str, links: Sequence[Link]) -> FollowKind:
    head, name = data[:HEAD], gz.plain_name(urlsplit(url).path.lower())
    if any(one.accepts(head, name) for one in (feed, jsonfeed)):
        return "feed"
    return "sitemap" if sitemap.accepts(head, name) or any(link.kind != "feed" for link in links) else "article"


def _newest_first(links: Sequence[Link]) -> tuple[Link, ...]:
    """Links by what their list says of their age; those without a day last, in its order."""
    return tuple(sorted(links, key=lambda link: _moment(link.published or link.changed), reverse=True))


def _moment(written: str | None) -> float:
    """A moment as feeds (RFC 822) and sitemaps (ISO 8601) write it, in seconds; 0.0 for any other."""
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            moment = read((written or "").strip())
            return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
        except (ValueError, TypeError, OverflowError, IndexError):
            continue
    return 0.0
