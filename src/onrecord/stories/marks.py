"""What tells an event from its look-alikes in an article's words: names, ages, addresses, days; each a mark."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from onrecord.model import Article
from onrecord.text.dates import time_mentions
from onrecord.text.dates_resolve import resolve
from onrecord.text.likeness import SMALL, stem
from onrecord.text.names import runs

READ = 8_000  # characters of a text: what comes after is seldom what happened, and work stays bounded
LEAD = 700
HEADING = 200
DAYS = 8  # days told in a text that are kept: more is a calendar

WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+")
NAME = re.compile(r"(?<=[a-z,;:—–] )[A-Z][^\W\d_]+")  # inside a sentence
CAPITAL = re.compile(r"\b[A-Z][^\W\d_]+")
AGE = re.compile(r"\b(\d{1,2})[- ](?:year|yr|month)s?[- ]old|(?<=[a-z]), (\d{1,2}),|\bage[sd]? (\d{1,2})\b")
BLOCK = re.compile(
    r"\b(\d{2,5})(?:th|st|nd|rd)? block (?:of )?(?:(?:North|South|East|West|[NSEW]{1,2})\.? )?([A-Z\d]\w+)"
)
_ROADS = (  # as addresses in news write them
    r"(?:Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Boulevard|Blvd|Lane|Ln|Court|Ct|Place|Pl|Way|Highway|Parkway|Circle|"
    r"Terrace|Trail|Pike|Square|Quay)"
)
STREET = re.compile(rf"\b((?:[A-Z]\w+|\d{{1,3}}(?:th|st|nd|rd))) {_ROADS}\b")
STAMP = re.compile(r"(?i)\b(?:posted|updated|published)\b[^\n]{0,80}")  # when a page was made is no day of its event
HEADLINE_END = re.compile(r"(?<=[.!?])\s|\n")


def heading_of(article: Article) -> str:
    """The headline, or the first sentence where there is none."""
    return article.headline or HEADLINE_END.split(article.text.strip()[: 2 * HEADING])[0][:HEADING]


def read_part(article: Article) -> str:
    """Headline and text, as far as they are read."""
    return f"{article.headline}. {article.text[:READ]}" if article.headline else article.text[:READ]


def terms_of(text: str) -> list[str]:
    """Stems of the words that carry meaning, numbers among them."""
    return [stem(word) for found in WORD.findall(text) if (word := found.lower()) not in SMALL and _tells(word)]


def _tells(word: str) -> bool:
    return len(word) > 1 or word.isdigit()


def names_of(text: str) -> list[str]:
    """Stems of words written as names inside a sentence, wherever they stand; repeats kept."""
    inside = set(NAME.findall(text))
    return [stem(word.lower()) for word in CAPITAL.findall(text) if word in inside]


def phrases_of(text: str) -> set[str]:
    """Names of two words or more, each as its stems."""
    return {name for name in (" ".join(terms_of(text[one.start : one.end])) for one in runs(text)) if " " in name}


def ages_of(text: str) -> set[str]:
    """How old people are said to be."""
    return {next(age for age in found if age) for found in AGE.findall(text)}


def blocks_of(text: str) -> set[str]:
    """Numbered blocks of a street."""
    return {f"{number} {street.lower()}" for number, street in BLOCK.findall(text)}


def streets_of(text: str) -> set[str]:
    """Names of streets."""
    return {name.lower() for name in STREET.findall(text)}


def days_of(article: Article) -> list[date]:
    """Days the text tells of, counted from its day of publication, in order, each once."""
    return list(dict.fromkeys(_days(article)))[:DAYS]


def _days(article: Article) -> Iterator[date]:
    anchor = date.fromisoformat(article.published.day) if article.published.day else None
    text = STAMP.sub("", read_part(article))
    for mention in time_mentions(text):
        if mention.names_day and (day := resolve(mention, anchor).day):
            yield date.fromisoformat(day)


def spread(days: Sequence[date], reach: int) -> set[int]:
    """The days and those within ``reach`` of one, by number."""
    return {day.toordinal() + offset for day in days for offset in range(-reach, reach + 1)}
