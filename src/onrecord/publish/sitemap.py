"""Where a site's pages are, for search engines. Sources: the sitemap protocol 0.9 (sitemaps.org), RFC 9309."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape

MOST_ADDRESSES = 50_000
MOST_BYTES = 50_000_000
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def sitemaps(
    addresses: Iterable[str], origin: str, *, most: int = MOST_ADDRESSES, size: int = MOST_BYTES
) -> Iterator[tuple[str, bytes]]:
    """(path, file): one of all the addresses, or several and an index of them, which is ``sitemap.xml``."""
    several = list(_in_files([f"<url><loc>{escape(one)}</loc></url>\n" for one in addresses], most, size))
    if len(several) == 1:
        yield "sitemap.xml", _file("urlset", several[0])
        return
    names = [f"sitemap-{n}.xml" for n in range(1, len(several) + 1)]
    for name, lines in zip(names, several, strict=True):
        yield name, _file("urlset", lines)
    yield (
        "sitemap.xml",
        _file("sitemapindex", [f"<sitemap><loc>{escape(origin + one)}</loc></sitemap>\n" for one in names]),
    )


def robots(origin: str) -> bytes:
    """Whoever wants may read all; ``origin``: of a site with an address."""
    told = f"Sitemap: {origin}sitemap.xml\n" if origin else ""
    return f"User-agent: *\nAllow: /\n{told}".encode()


def _in_files(lines: Iterable[str], most: int, size: int) -> Iterator[list[str]]:
    held: list[str] = []
    weight = room = len(_file("urlset", []))
    for line in lines:
        own = len(line.encode())
        if held and (len(held) == most or weight + own > size):
            yield held
            held, weight = [], room
        held.append(line)
        weight += own
    yield held


def _file(root: str, lines: Iterable[str]) -> bytes:
    return f'{_HEAD}<{root} xmlns="{_NAMESPACE}">\n{"".join(lines)}</{root}>\n'.encode()
