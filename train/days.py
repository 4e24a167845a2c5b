"""How sure a day of publication is by what it rests on, counted: ``python -m train.days PAGES``.

PAGES is the folder of the gold pages. Nothing is learned but shares: how often the days that rest on the same were
right. They are judged ten times, each time without the outlets they are judged on; ``-o`` writes the counts of all
pages and the confidences that follow into the table. The same pages always give the same table.
"""

from __future__ import annotations

import argparse
import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from train.days_pages import Seen, of_newsroom, of_pages

TABLE = Path("src/onrecord/knowledge/day_confidence.tsv")
FOLDS = 10
LEAST = 5  # days of a kind; below that its confidence is a judgement
Z = 1.645  # 90 % of a normal distribution lie within so many deviations
SURE, UNSURE = 1.0, 0.79
UNKNOWN_KIND = 0.4  # for a kind that only the outlets left out show
BANDS = (0.0, 0.5, 0.8, 0.93, 1.01)

Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Judged:
    """A day with the confidence it gets from pages of other outlets."""

    seen: Seen
    confidence: float


def main() -> None:
    options = arguments()
    comments, rows = read_table(options.table)
    pages = list(of_pages(options.pages))
    told = [one for folder in options.newsroom for one in of_newsroom(folder)]
    for line in report(judged(pages, told, rows)):
        print(line)
    counted = recounted(rows, [*pages, *told])
    for row in counted:
        print("\t".join((row["basis"], row["right"], row["seen"], row["set"], row["confidence"])))
    if options.out:
        write_table(options.out, comments, counted)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m train.days", description=__doc__)
    parser.add_argument("pages", type=Path, help="the folder of the gold pages")
    parser.add_argument("--newsroom", type=Path, action="append", default=[], help="a gold newsroom, for datelines")
    parser.add_argument("--table", type=Path, default=TABLE, help="the table with the kinds and the judgements")
    parser.add_argument("-o", "--out", type=Path, help="where to write the table")
    return parser.parse_args()


# ---------------------------------------------------------------- counting


def lower_end(right: int, seen: int) -> float:
    """The lower end of the 90 % interval of a share (Wilson)."""
    if seen == 0:
        return 0.0
    share = right / seen
    spread = Z * (share * (1 - share) / seen + Z * Z / 4 / seen / seen) ** 0.5
    return float(max(0.0, share + Z * Z / 2 / seen - spread) / (1 + Z * Z / seen))


def counts(seen: Iterable[Seen]) -> dict[str, tuple[int, int]]:
    """{what it rests on: (right, seen)}."""
    found: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for one in seen:
        found[one.basis] += 1
        right[one.basis] += one.right
    return {basis: (right[basis], found[basis]) for basis in found}


def confidence(row: Row, right: int, seen: int) -> tuple[float, str]:
    """How sure such a day is, and whether that is "counted" or "judged"; the table says which kinds may be sure."""
    if seen < LEAST:
        return float(row["judged"]), "judged"
    return min(lower_end(right, seen), SURE if row["sure"] == "yes" else UNSURE), "counted"


def recounted(rows: Sequence[Row], seen: Sequence[Seen]) -> list[Row]:
    """The rows with their counts and confidences made anew."""
    told = counts(seen)
    if strange := set(told) - {row["basis"] for row in rows}:
        raise SystemExit(f"no row for {', '.join(sorted(strange))}")
    found = []
    for row in rows:
        right, number = told.get(row["basis"], (0, 0))
        value, how = confidence(row, right, number)
        changed = {"right": str(right), "seen": str(number), "set": how, "confidence": f"{value:.2f}"}
        found.append({**row, **changed})
    return found


# ---------------------------------------------------------------- judging


def fold_of(host: str) -> int:
    """The fold of an outlet, by the end of its host: the same on every machine."""
    name = ".".join(host.split(".")[-2:])
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % FOLDS


def judged(pages: Sequence[Seen], told: Sequence[Seen], rows: Sequence[Row]) -> list[Judged]:
    """Every page's day with the confidence that all other outlets give it; ``told`` is counted, never judged."""
    kinds = {row["basis"]: row for row in rows}
    found = []
    for fold in range(FOLDS):
        others = counts([*(one for one in pages if fold_of(one.host) != fold), *told])
        for one in (page for page in pages if fold_of(page.host) == fold):
            row = kinds.get(one.basis, {"judged": str(UNKNOWN_KIND), "sure": "no"})
            found.append(Judged(one, confidence(row, *others.get(one.basis, (0, 0)))[0]))
    return found


def report(days: Sequence[Judged]) -> list[str]:
    """How often days were right, by how sure they were said to be."""
    lines = [f"{len(days)} days, right {_share(days)}"]
    for low, high in pairwise(BANDS):
        band = [one for one in days if low <= one.confidence < high]
        said = sum(one.confidence for one in band) / len(band) if band else 0.0
        lines.append(f"{low:.2f} to {min(high, 1.0):.2f}: {len(band)} days, said {said:.3f}, right {_share(band)}")
    sure = [one for one in days if one.confidence > UNSURE]
    wrong = sorted(one.seen.page for one in sure if not one.seen.right)
    return [*lines, f"sure: {len(sure)} days, wrong {len(wrong)}: {', '.join(wrong)}"]


def _share(days: Sequence[Judged]) -> str:
    return f"{sum(one.seen.right for one in days) / len(days):.3f}" if days else "-"


# ---------------------------------------------------------------- the table


def read_table(path: Path) -> tuple[list[str], list[Row]]:
    """The comments of the table, and its rows."""
    lines = path.read_text(encoding="utf-8").splitlines()
    comments = [line for line in lines if line.startswith("#")]
    columns, *rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return comments, [dict(zip(columns, row, strict=True)) for row in rows]


def write_table(path: Path, comments: Sequence[str], rows: Sequence[Row]) -> None:
    lines = ["\t".join(rows[0]), *("\t".join(row.values()) for row in rows)]
    path.write_text("\n".join([*comments, *lines]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
