"""HTML pages of many outlets, read without their statements: text, headline, date and authors."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from time import perf_counter, process_time

from bench.places import rows
from bench.reading import Row, names, prf, score, score_page
from bench.result import Number, Result, digest_of
from onrecord.articles import read_article
from onrecord.config import Config
from onrecord.model import Article, Page, Rejected
from onrecord.read import read_bytes

PAGES = 200
GOOD = 0.9  # text F1 of a page from which on it counts as read
LOST = 0.8
SURE = 0.8
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
ASKED = {
    "f1": 0.965,
    "exact": 0.33,
    "head_exact": 0.82,
    "head_soft": 0.91,
    "date": 0.93,
    "date_precision": 0.96,
    "auth_f1": 0.85,
}
SHORT_BODIES = 27 / 526 / 2
SPEED = 25.0


def known(folder: Path) -> list[Row]:
    """The pages whose gold people made."""
    return [row for row in rows(folder / "gold.jsonl") if not row.get("weak_gold")]


def chosen(folder: Path) -> list[Row]:
    """Two hundred of those with gold text, for measures that take long: the first by the SHA-256 of their ids."""
    told = [row for row in known(folder) if row.get("text")]
    return sorted(told, key=lambda row: hashlib.sha256(row["id"].encode()).digest())[:PAGES]


def paths(folder: Path, *, of: Sequence[Row] | None = None) -> list[Path]:
    """The files of these pages; of the two hundred where nothing is said."""
    return [folder / "pages" / f"{row['id']}.html.gz" for row in (chosen(folder) if of is None else of)]


def measure(folder: Path) -> Result:
    """Reads every page with gold in this process."""
    start, gold = perf_counter(), known(folder)
    files = {row["id"]: path for row, path in zip(gold, paths(folder, of=gold), strict=True)}
    began = process_time()
    got = {name: one_of(path.name, path.read_bytes()) for name, path in files.items()}
    seconds = process_time() - began
    given = {name: answer(one) for name, one in got.items()}
    numbers = {
        name: Number(value, TOLD[name], asked=ASKED.get(name))
        for name, value in score(gold, given).items()
        if name in TOLD
    }
    numbers["lost"] = Number(lost(gold, given), "bodies with a text F1 below .8", lower=True, asked=SHORT_BODIES)
    numbers |= sure_days(gold, got) | refusals(got)
    what = "of one process, the article read, without statements"
    numbers["pages a CPU second"] = Number(len(gold) / seconds, what, asked=SPEED, pinned=False)
    digest = digest_of(folder, [folder / "gold.jsonl", *files.values()])
    return Result("pages", digest, numbers, perf_counter() - start, *told_apart(gold, given))


def one_of(name: str, data: bytes) -> Article | Rejected:
    """What the first page in these bytes gives."""
    page: Page | Rejected = next(iter(read_bytes(name, data, Config())))
    return page if isinstance(page, Rejected) else read_article(page, Config())


def told_apart(
    gold: Iterable[Row], given: Mapping[str, Row]
) -> tuple[dict[str, frozenset[str]], dict[str, Sequence[str]]]:
    """The pages whose text came out well, and a line for each that did not."""
    scored = {row["id"]: f1(row, given) for row in gold if row.get("text")}
    worst = sorted((value, name) for name, value in scored.items() if value < GOOD)
    misses: dict[str, Sequence[str]] = {
        "text": [f"{name} F1 {value:.2f}{why(given[name])}" for value, name in worst],
        "headline, day, authors": list(_wrong(gold, given)),
    }
    return {"read": frozenset(name for name, value in scored.items() if value >= GOOD)}, misses


def _wrong(gold: Iterable[Row], given: Mapping[str, Row]) -> Iterator[str]:
    for row in gold:
        one, found = score_page(row, given[row["id"]]), given[row["id"]]
        if one.headline and not one.headline[0]:
            yield f"{row['id']} headline {row['headline']!r}, given {found.get('headline')!r}"
        if one.date and not one.date[0]:
            yield f"{row['id']} day {row['date']}, given {found.get('date')}"
        if row.get("authors") and names(row["authors"]) != names(found.get("authors")):
            yield f"{row['id']} authors {row['authors']}, given {found.get('authors')}"


def f1(gold: Row, got: Mapping[str, Row]) -> float:
    """Text F1 of one page."""
    shares = score_page(gold, got[gold["id"]]).text
    return prf(shares)[2] if shares else 0.0


def lost(gold: Iterable[Row], got: Mapping[str, Row]) -> float:
    """The share of pages with gold text of which less than LOST was read."""
    scores = [f1(row, got) for row in gold if row.get("text")]
    return sum(one < LOST for one in scores) / max(1, len(scores))


def sure_days(gold: Iterable[Row], got: Mapping[str, Article | Rejected]) -> dict[str, Number]:
    """Days given with a confidence of SURE or more: how many, and how many of them are wrong."""
    dated = [(row["date"], got[row["id"]]) for row in gold if row.get("date") and not row.get("date_suspect")]
    days = [(day, one.published) for day, one in dated if isinstance(one, Article)]
    sure = [(day, when.day) for day, when in days if when.day and when.confidence >= SURE]
    wrong = sum(day != given for day, given in sure)
    return {
        "sure days": Number(len(sure) / max(1, len(dated)), f"given with a confidence of {SURE} or more"),
        "sure and wrong": Number(wrong / max(1, len(sure)), "of the days given so", lower=True, asked=0.01),
    }


def answer(given: Article | Rejected) -> Row:
    """What a page gave, in the scorer's words; of a refused page, why."""
    if isinstance(given, Rejected):
        return {"refused": given.reason}
    return {
        "text": given.text,
        "headline": given.headline,
        "date": given.published.day,
        "authors": list(given.byline),
    }


def why(got: Row) -> str:
    return f" refused: {got['refused']}" if "refused" in got else ""


def refusals(got: Mapping[str, Article | Rejected]) -> dict[str, Number]:
    """Pages refused."""
    refused = sum(isinstance(one, Rejected) for one in got.values())
    return {"refused": Number(refused, f"of {len(got)} pages, each with an article", lower=True)}
