"""The days a page of markup shows or claims: in its metadata, its address, at its headline, on top of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import html

from onrecord.articles.days_marked import CHANGE, PUBLISHED, SHOWN, marked_days
from onrecord.articles.days_raw import hours_ahead, labelled_days, picture_days, raw_days, title_days
from onrecord.articles.draft import Place, Sighting
from onrecord.articles.head import Head
from onrecord.articles.sightings import day, days_in, stamp
from onrecord.text.dates_lines import label_before, line_days, month_names

DATE_LINE = 45  # a line that is no more than a day; others name days of other things
TOP_LINE = 160
LABEL_LINE = 30
LONGEST = 2000
ON_TOP = "the day on top of the page"
FIRM: tuple[Place, ...] = ("metadata", "shown", "address")
IN_PATH = re.compile(r"/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])(?:[/-](0?[1-9]|[12]\d|3[01]))?(?=[/_.-]|$)")
IN_NAMES = re.compile(r"/((?:19|20)\d\d)/([a-z]{3,9})/(0?[1-9]|[12]\d|3[01])(?=[/_.-]|$)", re.I)
# A day without marks, alone or with a time or a running number after it: "a-headline-20200113", "A202001131432001".
TOGETHER = re.compile(
    r"(?:[/_=-]|/[A-Za-z])(20\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:[01]\d[0-5]\d\d{0,11})?(?=[/_.&-]|$)"
)


def page_days(tree: html.HtmlElement, head: Head, headline: str, markup: str, url: str | None) -> list[Sighting]:
    """All the days a page claims for its story; ``markup``: the page as it came, with its scripts."""
    found = [
        *claimed(head, url),
        *marked_days(tree, headline, head.language, claims=[said for _, said in head.published]),
    ]
    firm = {one.day for one in found if one.place in FIRM and one.precise and not one.open}
    if not firm and (hours := hours_ahead(markup)):
        found = [*_stamped(head.published, "metadata", head, hours=hours), *found]
    if len(firm) != 1 or not head.published:
        known = {said for _, said in head.published}
        found += title_days(head.title, head.language) + raw_days(markup, known, head.language) + picture_days(tree)
    return found if firm else found + labelled_days(tree, head.language)


def with_lines(
    days: Sequence[Sighting],
    top: Sequence[str],
    header: Sequence[str],
    *,
    headline: str,
    language: str | None,
) -> list[Sighting]:
    """The days with those in the lines at the headline, where no element is made for one, and on top of the page."""
    told = [] if any(one.place == "shown" for one in days) else [line for line in top if line != headline]
    return [*days, *shown(told, "shown", language), *shown(header, "header", language)]


def claimed(head: Head, url: str | None) -> list[Sighting]:
    """The days that metadata and address claim."""
    return [*_stamped(head.published, "metadata", head), *_stamped(head.modified, "modified", head), *days_in_url(url)]


def _stamped(said: Sequence[tuple[str, str]], place: Place, head: Head, *, hours: int = 0) -> list[Sighting]:
    stamps = [(what, found.at(hours)) for what, words in said if (found := stamp(words, head.language))]
    return [Sighting(one.day, place, what, others=one.others, open=one.open) for what, one in stamps]


def days_in_url(url: str | None) -> list[Sighting]:
    """A day or a month in an address."""
    path = (url or "")[:LONGEST]
    if found := IN_NAMES.search(path):
        path = f"/{found[1]}-{month_names().month(found[2], 'en') or 0}-{found[3]}/"
    months = [match for match in IN_PATH.finditer(path) if match[3] is None]
    for match in (*(one for one in IN_PATH.finditer(path) if one[3]), *TOGETHER.finditer(path), *months):
        if found_day := day(int(match[1]), int(match[2]), int(match[3] or 1)):
            return [Sighting(found_day, "address", "the address", match[3] is not None)]
    return []


def shown(lines: Sequence[str], place: str, language: str | None) -> list[Sighting]:
    """Days in the lines at the headline ("shown") or on top of the page ("header")."""
    if place == "shown":
        labels = ["", *lines]
        return [one for at, line in enumerate(lines) for one in _in_line(line, labels[at], language)]
    return [Sighting(found, "header", ON_TOP) for line in lines if len(line) <= DATE_LINE for found in days_in(line)][
        :2
    ]


def _in_line(line: str, before: str, language: str | None) -> list[Sighting]:
    """``before``: the line before, which may be the label of a day that opens this one."""
    found: list[Sighting] = []
    before = f"{before} " if len(before) <= LABEL_LINE else ""
    for one in line_days(line, language) if len(line) <= TOP_LINE else []:
        label = label_before(before + line, len(before) + one.start)
        others = (one.other,) if one.other else ()
        if label == "modified":
            found.append(Sighting(one.day, "modified", CHANGE, others=others))
        elif label != "other":
            what = PUBLISHED if label == "published" else SHOWN
            found.append(Sighting(one.day, "shown", what, others=others, open=bool(others)))
    return found
