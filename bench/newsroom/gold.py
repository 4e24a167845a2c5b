"""A newsroom's gold: its pages, and what a careful desk would have written down, with its own faults noted."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from bench.newsroom.card import clip
from bench.newsroom.names import Names
from bench.newsroom.values import Row
from onrecord.model import Kind, Stance, Status


@dataclass(frozen=True, slots=True)
class Newsroom:
    """Keys of articles are file names, and file#url where a file holds several."""

    name: str
    articles: dict[str, Row]
    statements: list[Row]  # each with its article's key in 'at'
    claims: list[Row]
    story_of: dict[str, str | None]
    furniture: dict[str, list[Row]]
    not_articles: list[str]  # pages that are no article and should be refused
    names: Names
    notes: list[str]


def basename(path: object) -> str:
    """The last part of a path, whichever way its slashes lean."""
    return re.split(r"[\\/]", str(path or ""))[-1]


def is_feed(file: str) -> bool:
    """Feeds give several articles a file, so only the url tells them apart."""
    return file.endswith((".xml", ".rss", ".atom")) or file.startswith("feed-")


def load_newsroom(folder: Path) -> Newsroom:
    """Reads gold.json and the names of the pages."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    pages = sorted(path.name for path in (folder / "pages").glob("*") if path.is_file())
    return make_newsroom(folder.resolve().name, gold, pages)


def make_newsroom(name: str, gold: Row, pages: Sequence[str]) -> Newsroom:
    """A newsroom from its gold and the names of its pages."""
    articles = keyed(gold["articles"])
    statements = [
        row | {"at": key_of(articles, row["article"], row["content"][0])} for row in gold.get("statements", [])
    ]
    furniture: defaultdict[str, list[Row]] = defaultdict(list)
    for row in gold.get("furniture", []):
        furniture[key_of(articles, row["file"], "")].append(row)
    listed = {basename(file): story["id"] for story in gold.get("stories", []) for file in story["articles"]}
    known = {basename(row["file"]) for row in gold["articles"]}
    claims = gold.get("claims", [])
    return Newsroom(
        name,
        articles,
        statements,
        claims,
        {key: row.get("story") or listed.get(basename(row["file"])) for key, row in articles.items()},
        furniture,
        [page for page in pages if page not in known and not is_feed(page)],
        Names(gold.get("aliases")),
        ["gold: " + fault for fault in faults(articles, statements, claims, pages)],
    )


def keyed(rows: Sequence[Row]) -> dict[str, Row]:
    """The articles by file, and by file#url where a file holds several."""
    repeated = {file for file, count in Counter(basename(row["file"]) for row in rows).items() if count > 1}
    files = [(basename(row["file"]), row) for row in rows]
    return {f"{file}#{row.get('url')}" if file in repeated else file: row for file, row in files}


def key_of(articles: dict[str, Row], file: str, piece: str) -> str:
    """The article a gold row means by `file`; in a file of several articles the one that has the words."""
    file = basename(file)
    several = [key for key in articles if key.startswith(file + "#")]
    return next((key for key in several if piece in articles[key]["text"]), several[0] if several else file)


def faults(
    articles: dict[str, Row], statements: Sequence[Row], claims: Sequence[Row], pages: Sequence[str]
) -> Iterator[str]:
    """What is wrong with the gold itself, one line each."""
    for at, row in enumerate(statements):
        yield from statement_faults(articles, at, row)
    known = {claim["id"] for claim in claims}
    used = Counter(row["claim"] for row in statements if row.get("claim"))
    yield from (
        f"claim {claim} of {n} statements is not among the claims"
        for claim, n in sorted(used.items())
        if claim not in known
    )
    for key, row in articles.items():
        for name in ("copy_of", "version_of"):
            if row.get(name) and basename(row[name]) not in articles:
                yield f"{key}: {name} {row[name]} is no gold article"
    for claim in claims:
        yield from claim_faults(claim, used)
    lost = [key for key, row in articles.items() if pages and basename(row["file"]) not in pages]
    yield from (f"gold article {key} has no page" for key in lost)


def statement_faults(articles: dict[str, Row], at: int, row: Row) -> Iterator[str]:
    """A statement without its article, with words that are not in it, or with an unknown stance or kind."""
    text = articles.get(row["at"], {}).get("text")
    if text is None:
        yield f"statement {at}: no gold article {row['article']}"
        return
    pieces = row["content"] + [row[name] for name in ("cue", "source") if row.get(name)]
    yield from (
        f"statement {at} in {row['at']}: not in the text: {clip(one, width=60)}" for one in pieces if one not in text
    )
    for name, known in (("stance", get_args(Stance)), ("kind", get_args(Kind))):
        if row.get(name) not in known:
            yield f"statement {at} in {row['at']}: {name} {row.get(name)!r} unknown"


def claim_faults(claim: Row, used: Counter[str]) -> Iterator[str]:
    """A claim with an unknown status or stance, or without a statement."""
    wrong = [row["value"] for row in claim.get("status", []) if row["value"] not in get_args(Status)]
    wrong += [row["stance"] for row in claim.get("positions", []) if row["stance"] not in get_args(Stance)]
    yield from (f"claim {claim['id']}: {value!r} unknown" for value in wrong)
    if claim["id"] not in used:
        yield f"claim {claim['id']}: no statement has it"
