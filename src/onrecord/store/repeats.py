"""Lines that an outlet repeats under different stories, counted as articles come in."""

from __future__ import annotations

import sqlite3
from collections import defaultdict

from onrecord.model import Article
from onrecord.text.addresses import address_key, host_of
from onrecord.text.lines import edges, line_key

LEAST = 3  # stories: two may share a line because one took up the other


def note_lines(conn: sqlite3.Connection, article: Article) -> None:
    """Counts the lines at the edges of an article; one without an address says nothing of an outlet's pages."""
    host, address = host_of(article.url), address_key(article.canonical or article.url)
    if host and address:
        rows = [(host, line_key(line), address, line_key(article.headline)) for line in edges(article.text)]
        conn.executemany("INSERT OR IGNORE INTO edge_lines VALUES (?, ?, ?, ?)", rows)


def repeated_lines(conn: sqlite3.Connection) -> dict[str, frozenset[str]]:
    """{host: keys of lines that stand under at least ``LEAST`` different stories at different addresses}."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for host, line in conn.execute(
        "SELECT host, line FROM edge_lines GROUP BY host, line"
        " HAVING count(DISTINCT address) >= ?1 AND count(DISTINCT headline) >= ?1",
        (LEAST,),
    ):
        found[host].add(line)
    return {host: frozenset(lines) for host, lines in found.items()}
