"""A claim, a story or an article as the bytes of a file of some format."""

from __future__ import annotations

import io
import sqlite3
import tempfile
import zipfile
from pathlib import Path

from onrecord.publish.addresses import Addresses
from onrecord.publish.chosen import Chosen
from onrecord.publish.formats import format_named
from onrecord.publish.takeaway import Offer
from onrecord.store import articles, claims, stories

MOST_ARTICLES = 1_000  # of a story: beyond them a file is made on the command line
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # a zip knows no earlier moment; the same record gives the same bytes


def size_of(conn: sqlite3.Connection, kind: str, id_: str) -> int | None:
    """How many articles stand behind it; None where there is no such thing."""
    if kind == "article":
        return 1 if articles.article(conn, id_) else None
    if kind == "claim":
        claim = claims.claim(conn, id_)
        return len(claim.statements) if claim else None
    story = stories.story(conn, id_)
    return len(story.articles) if story else None


def file_of(conn: sqlite3.Connection, what: tuple[str, str], offer: Offer, at: Addresses) -> bytes:
    """What the format writes of a thing (kind and id); a folder is packed."""
    with tempfile.TemporaryDirectory(prefix="onrecord-") as folder:
        out = Path(folder) / f"file{offer.ending.removesuffix('.zip')}"
        format_named(offer.format).write(conn, out, only=_chosen(*what, at))
        return _packed(out) if out.is_dir() else out.read_bytes()


def _chosen(kind: str, id_: str, at: Addresses) -> Chosen:
    return {
        "article": Chosen(articles=(id_,), at=at),
        "claim": Chosen(claims=(id_,), at=at),
        "story": Chosen(stories=(id_,), at=at),
    }[kind]


def _packed(folder: Path) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as packed:
        for path in sorted(folder.iterdir()):
            packed.writestr(zipfile.ZipInfo(path.name, _EARLIEST), path.read_bytes(), zipfile.ZIP_DEFLATED)
    return held.getvalue()
