"""Articles: the story of each page."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any, NamedTuple

from onrecord.model import Article, Furniture, Note, Part, Signal, Span, Teaser, content_id
from onrecord.store.columns import as_list, as_when, from_list, from_when
from onrecord.text.addresses import address_key

_SHOWN = "EXISTS (SELECT 1 FROM finds WHERE finds.article = articles.id)"
_NAMED = "id IN (SELECT value FROM json_each(?))"
_HEADED = (
    "SELECT id, input, input_id, page, url, canonical, section, outlet, headline, agency, dateline, language,"
    " published, published_precision, published_confidence, published_reasons, '' AS text, '[]' AS byline,"
    " '[]' AS furniture, '[]' AS parts, '[]' AS notes, '[]' AS signals FROM articles"
)


class Listed(NamedTuple):
    """An article as a list shows it: without its text. ``day``: YYYY, YYYY-MM or YYYY-MM-DD."""

    id: str
    headline: str
    outlet: str | None
    url: str | None
    day: str | None


def article(conn: sqlite3.Connection, id: str) -> Article | None:  # noqa: A002
    """The article of that id, shown or not; None where there is none."""
    row = conn.execute("SELECT * FROM articles WHERE id = ?", (id,)).fetchone()
    return _article(row) if row else None


def articles(conn: sqlite3.Connection) -> list[Article]:
    """Every article that some page gives, in order of arrival."""
    return [_article(row) for row in conn.execute(f"SELECT * FROM articles WHERE {_SHOWN} ORDER BY seq")]


def by_ids(conn: sqlite3.Connection, ids: Iterable[str]) -> dict[str, Article]:
    """{id: article}, shown or not, in the order of the ids; unknown ids are left out."""
    wanted = list(dict.fromkeys(ids))
    rows = conn.execute(f"SELECT * FROM articles WHERE {_NAMED}", (json.dumps(wanted),))
    found = {row["id"]: _article(row) for row in rows}
    return {id_: found[id_] for id_ in wanted if id_ in found}


def headed(conn: sqlite3.Connection, ids: Iterable[str]) -> dict[str, Article]:
    """{id: article} without its text and what stands around it, in the order of the ids: these take long to load."""
    wanted = list(dict.fromkeys(ids))
    rows = conn.execute(f"{_HEADED} WHERE {_NAMED}", (json.dumps(wanted),))
    found = {row["id"]: _article(row) for row in rows}
    return {id_: found[id_] for id_ in wanted if id_ in found}


def of_page(conn: sqlite3.Connection, page: str) -> list[Article]:
    """The articles that a page gives, in order of arrival."""
    found = "id IN (SELECT article FROM finds WHERE page = ?)"
    return [_article(row) for row in conn.execute(f"SELECT * FROM articles WHERE {found} ORDER BY seq", (page,))]


def listed(conn: sqlite3.Connection) -> list[Listed]:
    """Every article that some page gives, in order of arrival."""
    return _listed(conn, _SHOWN, ())


def listed_by_ids(conn: sqlite3.Connection, ids: Iterable[str]) -> dict[str, Listed]:
    """{id: article}, shown or not, in order of arrival; unknown ids are left out."""
    return {one.id: one for one in _listed(conn, _NAMED, (json.dumps(list(ids)),))}


def _listed(conn: sqlite3.Connection, where: str, values: tuple[str, ...]) -> list[Listed]:
    query = f"SELECT id, headline, outlet, url, published FROM articles WHERE {where} ORDER BY seq"
    return [Listed(*row) for row in conn.execute(query, values)]


def newest(conn: sqlite3.Connection, limit: int, offset: int) -> list[Article]:
    """Articles by day of publication, newest first, those without one last; of one day the last to arrive first."""
    rows = conn.execute(
        f"SELECT * FROM articles WHERE {_SHOWN} ORDER BY published DESC, seq DESC LIMIT ? OFFSET ?", (limit, offset)
    )
    return [_article(row) for row in rows]


def newest_listed(conn: sqlite3.Connection, limit: int, offset: int) -> list[Listed]:
    """The same, as lists show them."""
    rows = conn.execute(
        f"SELECT id, headline, outlet, url, published FROM articles WHERE {_SHOWN}"
        " ORDER BY published DESC, seq DESC LIMIT ? OFFSET ?",
        (limit, offset),
    )
    return [Listed(*row) for row in rows]


def by_rows(conn: sqlite3.Connection, rows: Sequence[int]) -> dict[int, Article]:
    """{row number: article}, as the full-text index names them."""
    found = conn.execute("SELECT * FROM articles WHERE seq IN (SELECT value FROM json_each(?))", (json.dumps(rows),))
    return {row["seq"]: _article(row) for row in found}


def ids(conn: sqlite3.Connection, beginning: str) -> list[str]:
    """The ids that begin with those letters, in order."""
    rows = conn.execute("SELECT id FROM articles WHERE substr(id, 1, length(?1)) = ?1 ORDER BY id", (beginning,))
    return [row["id"] for row in rows]


def shown(conn: sqlite3.Connection, several: Iterable[str]) -> set[str]:
    """Those of the articles that some page gives."""
    query = "SELECT DISTINCT article FROM finds WHERE article IN (SELECT value FROM json_each(?))"
    return {row["article"] for row in conn.execute(query, (json.dumps(list(several)),))}


def counted(conn: sqlite3.Connection) -> int:
    """How many articles are shown."""
    return int(conn.execute("SELECT count(DISTINCT article) FROM finds").fetchone()[0])


def text_key(text: str) -> str:
    """Equal for texts that differ in nothing but spacing."""
    return content_id("text", " ".join(text.split()))


def same_article(conn: sqlite3.Connection, url: str | None, text: str, *, other_than: str) -> str | None:
    """The id of the article that another page gives with that address and text, whatever its headline."""
    if not address_key(url):
        return None
    row = conn.execute(
        "SELECT id FROM articles WHERE url_key = ? AND text_key = ? AND page <> ?"
        " AND EXISTS (SELECT 1 FROM finds WHERE finds.article = articles.id AND finds.page = articles.page)"
        " ORDER BY seq LIMIT 1",
        (address_key(url), text_key(text), other_than),
    ).fetchone()
    return row["id"] if row else None


def keep_article(conn: sqlite3.Connection, one: Article) -> bool:
    """Keeps an article; says whether it is its page's own, or was another's first and is still.

    What was read beside its headline and text follows the newest reading of its own page.
    """
    values = _columns(one)
    names = ", ".join(values)
    changes = ", ".join(
        f"{name} = excluded.{name}" for name in values if name not in ("id", "headline", "text", "text_key")
    )
    conn.execute(
        f"INSERT INTO articles ({names}) VALUES ({', '.join(f':{name}' for name in values)})"
        f" ON CONFLICT (id) DO UPDATE SET {changes} WHERE page = excluded.page"
        " OR NOT EXISTS (SELECT 1 FROM finds WHERE finds.page = articles.page AND finds.article = articles.id)",
        values,
    )
    kept = conn.execute("SELECT page FROM articles WHERE id = ?", (one.id,)).fetchone()
    return bool(kept["page"] == one.digest)


def _columns(one: Article) -> dict[str, Any]:
    published, precision, confidence, reasons = as_when(one.published)
    return {
        "id": one.id,
        "page": one.digest,
        "input": one.input,
        "input_id": one.input_id,
        "url": one.url,
        "url_key": address_key(one.url),
        "outlet": one.outlet,
        "headline": one.headline,
        "text": one.text,
        "text_key": text_key(one.text),
        "byline": as_list(one.byline),
        "agency": one.agency,
        "dateline": one.dateline,
        "language": one.language,
        "published": published,
        "published_precision": precision,
        "published_confidence": confidence,
        "published_reasons": reasons,
        "furniture": _as_rows(one.furniture),
        "canonical": one.canonical,
        "section": one.section,
        "parts": _as_rows(one.parts),
        "notes": _as_rows(one.notes),
        "signals": _as_rows(one.signals),
    }


def _as_rows(several: Sequence[Furniture | Part | Note | Signal]) -> str:
    return json.dumps([asdict(one) for one in several], ensure_ascii=False)


def _article(row: sqlite3.Row) -> Article:
    published = from_when(row, "published")
    assert published is not None, "the precision of a day of publication is never null"
    return Article(
        id=row["id"],
        input=row["input"],
        digest=row["page"],
        text=row["text"],
        headline=row["headline"],
        published=published,
        url=row["url"],
        outlet=row["outlet"],
        byline=from_list(row["byline"]),
        agency=row["agency"],
        dateline=row["dateline"],
        language=row["language"],
        furniture=tuple(_furniture(block) for block in json.loads(row["furniture"])),
        input_id=row["input_id"],
        canonical=row["canonical"],
        section=row["section"],
        parts=tuple(_part(part) for part in json.loads(row["parts"])),
        notes=tuple(Note(**note) for note in json.loads(row["notes"])),
        signals=tuple(Signal(**signal) for signal in json.loads(row["signals"])),
    )


def _furniture(block: dict[str, Any]) -> Furniture:
    return Furniture(block["kind"], block["heading"], tuple(Teaser(**item) for item in block["items"]))


def _part(part: dict[str, Any]) -> Part:
    start, end = part["span"]
    return Part(part["kind"], Span(start, end), part["time"], part["author"])
