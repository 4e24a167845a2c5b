"""Two hundred HTML pages of many outlets, read as files: text, headline, date and authors."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

from bench.places import rows
from bench.reading import Row, prf, score, score_page
from bench.result import Number, Result, digest_of
from bench.speed import loaded, read_all
from onrecord.model import Reading, Rejected

PAGES = 200
GOOD = 0.9  # text F1 of a page from which on it counts as read
FAULT = "a fault of onrecord"
TOLD = {
    "f1": "runs of four tokens of the article text, F1 of mean precision and mean recall",
    "precision": "of the text given",
    "recall": "of the text there is",
    "exact": "pages whose text is right to the token",
    "head_exact": "headlines that are right but for case, quotes and spaces",
    "head_soft": "headlines with a token F1 of .8 or more",
    "date": "days of publication that are right",
    "date_precision": "of the days given",
    "auth_f1": "names of authors",
}


def chosen(folder: Path) -> list[Row]:
    """The pages that are scored: of those with gold text, the first by the SHA-256 of their ids."""
    known = [row for row in rows(folder / "gold.jsonl") if row.get("text") and not row.get("weak_gold")]
    return sorted(known, key=lambda row: hashlib.sha256(row["id"].encode()).digest())[:PAGES]


def paths(folder: Path) -> list[Path]:
    """The files of the pages that are scored."""
    return [folder / "pages" / f"{row['id']}.html.gz" for row in chosen(folder)]


def measure(folder: Path) -> Result:
    """Reads the chosen pages with two processes."""
    start, gold = perf_counter(), chosen(folder)
    with loaded() as pool:
        found = read_all(pool, paths(folder))
    given = {file_id(one): answer(one) for one in found}
    got = {row["id"]: given.get(row["id"], {"refused": "nothing came of it"}) for row in gold}
    numbers = {name: Number(value, TOLD[name]) for name, value in score(gold, got).items() if name in TOLD}
    numbers["f1"] = Number(numbers["f1"].value, TOLD["f1"], asked=0.95)
    numbers |= refusals(found)
    scored = {row["id"]: f1(row, got) for row in gold}
    good = frozenset(name for name, value in scored.items() if value >= GOOD)
    worst = sorted((value, name) for name, value in scored.items() if value < GOOD)
    misses = {"text": [f"{name} F1 {value:.2f}{why(got[name])}" for value, name in worst]}
    digest = digest_of(folder, [folder / "gold.jsonl", *paths(folder)])
    return Result("pages", digest, numbers, perf_counter() - start, {"read": good}, misses)


def file_id(one: Reading | Rejected) -> str:
    """The id of the page that a file holds."""
    return Path(one.article.input if isinstance(one, Reading) else one.input).name.removesuffix(".html.gz")


def f1(gold: Row, got: dict[str, Row]) -> float:
    """Text F1 of one page."""
    shares = score_page(gold, got[gold["id"]]).text
    return prf(shares)[2] if shares else 0.0


def answer(given: Reading | Rejected) -> Row:
    """What a page gave, in the scorer's words; of a refused page, why."""
    if isinstance(given, Rejected):
        return {"refused": given.reason}
    return {
        "text": given.article.text,
        "headline": given.article.headline,
        "date": given.article.published.day,
        "authors": list(given.article.byline),
    }


def why(got: Row) -> str:
    return f" refused: {got['refused']}" if "refused" in got else ""


def refusals(found: Sequence[Reading | Rejected]) -> dict[str, Number]:
    """Pages refused, and exceptions caught."""
    refused = [one for one in found if isinstance(one, Rejected)]
    faults = [one for one in refused if FAULT in one.reason]
    return {
        "refused": Number(len(refused), f"of {len(found)} pages, each with an article", lower=True),
        "exceptions": Number(len(faults), "caught and kept as refusals", lower=True, asked=0),
    }
