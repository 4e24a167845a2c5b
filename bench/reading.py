"""How well pages are read: text, headline, date and authors of HTML pages with known articles.

Text is scored as in scrapinghub/article-extraction-benchmark: bags of runs of four tokens, normalised per page to
tp + fp + fn = 1; precision is the mean over pages with output, recall the mean over pages with gold, F1 of the two
means. Scripts without spaces are cut into single characters first. Gold ``optional`` (a standfirst) costs nothing.
"""

from __future__ import annotations

import datetime
import re
import statistics
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeAlias

Row: TypeAlias = dict[str, Any]

TOKEN = re.compile(r"\w+")
NO_SPACES = re.compile(r"([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff])")
SPLIT_NAMES = re.compile(r"\s*(?:;|,|\||/|\b(?:and|und|et|og|och)\b|&)\s*")
QUOTES = str.maketrans(
    {"‘": "'", "’": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "–": "-", "—": "-", "\u00a0": " "}
)
RUN = 4
SOFT = 0.8  # least token F1 of two headlines that are the same but for an ending


class Shares(NamedTuple):
    """Hit, invented and missed; of one page they add up to 1, or to 0 where there was nothing."""

    tp: float
    fp: float
    fn: float


def tokens(text: str | None) -> list[str]:
    """The tokens of a text."""
    return TOKEN.findall(NO_SPACES.sub(r" \1 ", text or ""))


def runs(text: str | None) -> Counter[tuple[str, ...]]:
    """How often each run of four tokens occurs; a shorter text is one run."""
    found = tokens(text)
    starts = range(max(1, len(found) - RUN + 1)) if found else ()
    return Counter(tuple(found[start : start + RUN]) for start in starts)


def text_shares(gold: str, got: str | None, optional: str | None) -> Shares:
    """How much of a page's text was hit, invented and missed."""
    ours, theirs = runs(gold), runs(got)
    free = runs(optional) if optional else Counter()
    # A standfirst may also run into the text.
    free_here = runs(" ".join(tokens(optional) + tokens(gold)[:3])) if optional else Counter()
    tp = (ours & theirs).total()
    fp = sum(count for run, count in (theirs - ours).items() if run not in free_here)
    fn = sum(count for run, count in (ours - theirs).items() if run not in free)
    total = tp + fp + fn
    return Shares(tp / total, fp / total, fn / total) if total else Shares(0.0, 0.0, 0.0)


def prf(shares: Shares) -> tuple[float, float, float]:
    """Precision, recall and F1; nothing to find and nothing found is right."""
    tp, fp, fn = shares
    precision = tp / (tp + fp) if tp + fp else (0.0 if fn else 1.0)
    recall = tp / (tp + fn) if tp + fn else 1.0
    return precision, recall, harmonic(precision, recall)


def harmonic(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def fold(text: str | None) -> str:
    """Text without case, with plain quotes and single spaces."""
    plain = unicodedata.normalize("NFKC", text or "").translate(QUOTES).casefold()
    return " ".join(plain.split())


def headline_right(gold: str, got: str | None) -> tuple[bool, bool]:
    """The same headline; and nearly the same."""
    if fold(gold) == fold(got):
        return True, True
    ours, theirs = Counter(tokens(fold(gold))), Counter(tokens(fold(got)))
    return False, 2 * (ours & theirs).total() / max(1, ours.total() + theirs.total()) >= SOFT


def names(authors: str | Sequence[str] | None) -> set[str]:
    """Folded names of authors, lists of them cut up."""
    given = [authors] if isinstance(authors, str) else authors or []
    parts = [re.sub(r"^(by|von|par|por)\s+", "", fold(part)) for one in given for part in SPLIT_NAMES.split(str(one))]
    plain = [re.sub(r"[^\w' -]", "", part).strip() for part in parts]
    return {name for name in plain if name}


def near(got: str | None, gold: str) -> bool:
    """Within one day: gold instants are often UTC, pages local."""
    try:
        apart = datetime.date.fromisoformat(str(got)[:10]) - datetime.date.fromisoformat(gold)
    except ValueError:
        return False
    return abs(apart.days) <= 1


@dataclass(frozen=True, slots=True)
class PageScore:
    """What came of one page; a part its gold does not know is None."""

    id: str
    text: Shares | None
    exact: bool
    headline: tuple[bool, bool] | None
    date: tuple[bool, bool, bool] | None  # right, given, within a day
    authors: Shares | None


def score_page(gold: Row, got: Row) -> PageScore:
    """One page; ``got`` has text, headline, date and authors, or nothing."""
    known = None if gold.get("date_suspect") else gold.get("date")
    given = got.get("date")
    return PageScore(
        gold["id"],
        text_shares(gold["text"], got.get("text"), gold.get("optional")) if gold.get("text") else None,
        tokens(gold.get("text")) == tokens(got.get("text")),
        headline_right(gold["headline"], got.get("headline")) if gold.get("headline") else None,
        (str(given or "")[:10] == known, bool(given), near(given, known)) if known else None,
        author_shares(names(gold["authors"]), names(got.get("authors"))) if gold.get("authors") else None,
    )


def author_shares(gold: set[str], got: set[str]) -> Shares:
    return Shares(len(gold & got), len(got - gold), len(gold - got))


def mean(values: Iterable[float]) -> float:
    found = list(values)
    return statistics.fmean(found) if found else 0.0


def score(gold: Sequence[Row], got: Mapping[str, Row]) -> dict[str, float]:
    """The numbers of all pages: text f1, precision, recall, exact; headline; date; authors."""
    pages = [score_page(row, got.get(row["id"]) or {}) for row in gold]
    return text_numbers(pages) | headline_numbers(pages) | date_numbers(pages) | author_numbers(pages)


def text_numbers(pages: Sequence[PageScore]) -> dict[str, float]:
    found = [(page.text, page.exact) for page in pages if page.text is not None]
    precision = mean(prf(text)[0] for text, _ in found if text.tp + text.fp > 0)
    recall = mean(text.tp / (text.tp + text.fn) for text, _ in found if text.tp + text.fn > 0)
    return {
        "f1": harmonic(precision, recall),
        "precision": precision,
        "recall": recall,
        "f1_pages": mean(prf(text)[2] for text, _ in found),
        "exact": mean(exact for _, exact in found),
    }


def headline_numbers(pages: Sequence[PageScore]) -> dict[str, float]:
    found = [page.headline for page in pages if page.headline is not None]
    return {"head_exact": mean(exact for exact, _ in found), "head_soft": mean(soft for _, soft in found)}


def date_numbers(pages: Sequence[PageScore]) -> dict[str, float]:
    found = [page.date for page in pages if page.date is not None]
    given, right = sum(given for _, given, _ in found), sum(right for right, _, _ in found)
    return {
        "date": mean(right for right, _, _ in found),
        "date_1d": mean(close for _, _, close in found),
        "date_precision": right / given if given else 0.0,
    }


def author_numbers(pages: Sequence[PageScore]) -> dict[str, float]:
    found = [page.authors for page in pages if page.authors is not None]
    summed = Shares(*(sum(one) for one in zip(*found, strict=True))) if found else Shares(0, 0, 0)
    return dict(zip(("auth_p", "auth_r", "auth_f1"), prf(summed), strict=True))
