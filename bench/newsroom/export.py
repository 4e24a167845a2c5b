"""What the program exported, flattened: articles as they stand or as `read --json` shows them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.newsroom.gold import basename
from bench.newsroom.values import Row
from bench.places import rows

NAMES = ("articles", "statements", "claims", "stories", "copies", "rejected", "furniture")
EXPECTED = ("statements", "claims", "stories", "copies")

Tables = Mapping[str, Sequence[Row] | None]


@dataclass(frozen=True, slots=True)
class Export:
    """Rows of the export; ``claims`` by id, ``refused``: names of files with a refusal on record."""

    articles: list[Row]
    statements: list[Row]
    claims: dict[str, Row]
    stories: list[Row]
    copies: list[Row]
    refused: set[str]
    notes: list[str]


def load_export(folder: Path) -> Export:
    """Reads the export's files; a missing one is noted and taken as empty."""
    return make_export({name: rows(path) for name in NAMES if (path := folder / f"{name}.jsonl").exists()})


def make_export(tables: Tables) -> Export:
    """An export from its tables; furniture and refusals may stand in either place."""
    pages = [*(tables.get("articles") or []), *(tables.get("rejected") or [])]
    articles = [flat_article(row) for row in pages if not is_refusal(row)]
    add_furniture(articles, tables.get("furniture") or [])
    claims = {row["id"]: row for row in tables.get("claims") or []}
    notes = [f"export: no {name}.jsonl" for name in EXPECTED if tables.get(name) is None]
    if not any(article["furniture"] for article in articles):
        notes.append("export: no furniture in articles.jsonl and no furniture.jsonl")
    return Export(
        articles,
        with_claims(tables.get("statements") or [], claims),
        claims,
        list(tables.get("stories") or []),
        list(tables.get("copies") or []),
        {basename(row.get("file") or row.get("input")) for row in pages if is_refusal(row)},
        notes,
    )


def is_refusal(row: Row) -> bool:
    return bool(row.get("rejected")) or "reason" in row


def flat_article(row: Row) -> Row:
    """One exported article, with its file name and furniture beside its fields."""
    inner: Row = row["article"] if isinstance(row.get("article"), dict) else row
    file = basename(row.get("file") or inner.get("file") or row.get("input"))
    return inner | {"file": file, "furniture": list(row.get("furniture") or inner.get("furniture") or [])}


def add_furniture(articles: Sequence[Row], blocks: Sequence[Row]) -> None:
    """Puts blocks of a file of their own to their articles."""
    by_id = {article["id"]: article for article in articles}
    for block in blocks:
        if block.get("article") in by_id:
            by_id[block["article"]]["furniture"].append(block)


def with_claims(statements: Sequence[Row], claims: Mapping[str, Row]) -> list[Row]:
    """Statements with their claim, also where only the claim lists them."""
    holder = {one: claim for claim, row in claims.items() for one in row.get("statements") or []}
    return [row | {"claim": row.get("claim") or holder.get(row["id"])} for row in statements]
