"""The days that pages with a known day of publication are given, with what each rests on."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from onrecord.articles import dump
from onrecord.articles import page as markup_page
from onrecord.articles.dateline import dateline_of
from onrecord.articles.days_capture import days_with, fetched_on
from onrecord.articles.draft import Draft
from onrecord.articles.published import evidence_in, guess_by
from onrecord.articles.published_trust import row_of
from onrecord.articles.reading import read_article
from onrecord.config import Config
from onrecord.model import Article, Page
from onrecord.read import read_bytes

# Real pages have so few of these that they are counted on made-up newsrooms, too.
TOLD = ("dateline", "range", "named day", "weekday", "day after the dateline")


@dataclass(frozen=True, slots=True)
class Seen:
    """A day that was given: of which page and outlet, what it rests on (a row of the table), whether it is right."""

    page: str
    host: str
    basis: str
    right: bool


def of_pages(folder: Path) -> Iterator[Seen]:
    """The days given to the gold pages of a folder that have one; pages without a story give none."""
    for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        file = folder / "pages" / f"{gold['id']}.html.gz"
        if gold.get("weak_gold") or gold.get("date_suspect") or not gold.get("date") or not file.exists():
            continue
        names = {"page": gold["id"], "host": urlsplit(gold.get("url") or "").hostname or gold["id"]}
        yield from _seen(file.name, gzip.decompress(file.read_bytes()), gold["date"], names)


def of_newsroom(folder: Path) -> Iterator[Seen]:
    """The days that the stories of a gold newsroom tell in their own words."""
    for gold in json.loads((folder / "gold.json").read_text(encoding="utf-8"))["articles"]:
        file = folder / gold["file"]
        if not file.is_file():
            continue
        names = {"page": f"{folder.name}/{file.name}", "host": folder.name}
        found = _seen(file.name, file.read_bytes(), gold["published"], names)
        yield from (one for one in found if one.basis.startswith(TOLD))


def _seen(name: str, data: bytes, day: str, names: dict[str, str]) -> Iterator[Seen]:
    config = Config()
    page = next(iter(read_bytes(name, data, config)), None)
    if not isinstance(page, Page) or page.form not in ("html", "dump"):
        return
    article = read_article(page, config)
    if not isinstance(article, Article) or article.published.value is None:
        return
    yield Seen(**names, basis=basis_of(page), right=article.published.value == day)


def basis_of(page: Page) -> str:
    """The row of the table that the day of a page rests on; "month" where only a month is known."""
    draft = _draft(page)
    dateline = dateline_of(draft.paragraphs[0] if draft.paragraphs else "")
    evidence = evidence_in(days_with(page, draft), dateline, draft.paragraphs, None, fetched=fetched_on(page))
    guess = guess_by(evidence)
    return row_of(guess.basis) if guess else "month"


def _draft(page: Page) -> Draft:
    return dump.draft_of(page) if page.form == "dump" else markup_page.draft_of(page, markup_page.sheet_of(page))
