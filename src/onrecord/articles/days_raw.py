"""Days that stand in a page's scripts, in structured data beyond repair, in its title and in addresses of pictures.

Asked only where metadata, address and visible day are silent or at odds: scripts hold days of other stories, too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from itertools import islice

from lxml import html

from onrecord.articles.draft import Sighting
from onrecord.articles.markup import squeezed
from onrecord.articles.sightings import Stamp, day, stamp
from onrecord.text.dates_lines import LineDay, label_before, line_days

MOST_RAW = 2_000_000
MOST_FOUND = 40
MOST_TEXTS = 6000
# What every key holds, to be found fast in megabytes; the key around it is then read with care.
HINTS = ("publi", "pubdate", "pub_date", "displaydate", "display_date", "issuedate", "uploaddate", "postdate",
         "post_date", "datecreat", "createdate")  # fmt: skip
BEFORE_HINT, AFTER_HINT = 18, 100
MOST_HINTS = 300
KEY = re.compile(
    r"(?P<key>[a-z_]{0,9}_?publi(?:sh(?:ed|ing)?|cation)[-_]?(?:date_?)?(?:date|time|at|on)?"
    r"|datePublished|date_published|pub_?date|displayDate|display_date|issueDate|uploadDate|postDate|post_date"
    r"|DateCreation|dateCreated|createDate)"
    r"[\"']?\s{0,3}[:=]\s{0,3}[\"']?(?P<said>[^\"'<>{}]{8,40})",
    re.I,
)
OFFSET = re.compile(r"\d\d:\d\d(?::\d\d)?(?:\.\d{1,9})?\s?([+-](?:0[1-9]|1[0-4])):?[0-5]\d\b")
PICTURE = re.compile(r"/((?:19|20)\d\d)/(0[1-9]|1[0-2])/(0[1-9]|[12]\d|3[01])(?=/|\d)")
ALONE = "a day that stands alone on the page"
LABELLED = 100  # letters of a line that names the day of publication and little more


def raw_days(markup: str, known: Collection[str], language: str | None) -> list[Sighting]:
    """Days under keys of publication anywhere in the markup, but for what is ``known`` from metadata to the letter.

    Nothing where there are more than two days: then the scripts hold other stories.
    """
    found = list(islice(_keyed(markup[:MOST_RAW], known, language), MOST_FOUND))
    days = {one.day for _, one in found}
    if not days or len(days) > 2:
        return []
    return [
        Sighting(one.day, "script", f"“{key}” in the page's scripts", others=one.others, open=one.open)
        for key, one in found[:2]
    ]


def _keyed(markup: str, known: Collection[str], language: str | None) -> Iterator[tuple[str, Stamp]]:
    end = 0
    for at in islice(_hinted(markup), MOST_HINTS):
        match = KEY.search(markup, max(end, at - BEFORE_HINT), at + AFTER_HINT) if at >= end else None
        if match is None:
            continue
        end = match.end()
        said = match["said"].strip()
        if said not in known and (one := stamp(said, language)):
            yield match["key"], one


def _hinted(markup: str) -> list[int]:
    small = markup.encode("ascii", "replace").lower()  # byte for character: some letters are two in lower case
    found: list[int] = []
    for hint in HINTS:
        at = small.find(hint.encode())
        while at >= 0 and len(found) < MOST_HINTS * 4:
            found.append(at)
            at = small.find(hint.encode(), at + 1)
    return sorted(found)


def hours_ahead(markup: str) -> int:
    """By how many hours most moments on a page that are not in universal time are ahead of it; 0 where none is."""
    found = Counter(match[1] for match in islice(OFFSET.finditer(markup[:MOST_RAW]), MOST_FOUND))
    return int(found.most_common(1)[0][0]) if found else 0


def title_days(title: str, language: str | None) -> list[Sighting]:
    """The day that ends a title, as in "A headline | The outlet | 3.5.2021"."""
    found = line_days(title[-60:], language)[-1:]
    return [
        Sighting(one.day, "title", "the title of the page", others=(one.other,) if one.other else ())
        for one in found
        if re.search(r"[|–—-]\s*\S*\s*$", title[-60:][: one.start]) or one.end >= len(title[-60:].rstrip())
    ]


def picture_days(tree: html.HtmlElement) -> list[Sighting]:
    """The day on which the picture of the story was put up, where its address tells: seldom later than the story."""
    for address in tree.xpath("//meta[@property='og:image']/@content")[:1]:
        if (match := PICTURE.search(address)) and (found := day(*(int(part) for part in match.groups()))):
            return [Sighting(found, "picture", "the address of the picture")]
    return []


def labelled_days(tree: html.HtmlElement, language: str | None) -> list[Sighting]:
    """Days that a line anywhere says to be of publication ("Posted: 3 May 2021"), else a day that stands alone."""
    labelled, alone = [], []
    for line, one in _lines_with_days(tree, language):
        others = (one.other,) if one.other else ()
        if label_before(line, one.start) == "published":
            labelled.append(Sighting(one.day, "shown", "a line that names the day of publication", others=others))
        elif one.end - one.start >= len(line) - 8 and label_before(line, one.start) == "none":
            alone.append(Sighting(one.day, "script", ALONE, others=others))
    return labelled[:2] or alone[:1]


def _lines_with_days(tree: html.HtmlElement, language: str | None) -> Iterator[tuple[str, LineDay]]:
    for at, text in enumerate(tree.itertext()):
        if at > MOST_TEXTS:
            return
        if 10 <= len(text) <= 4 * LABELLED and "20" in text and len(line := squeezed(text)) <= LABELLED:
            yield from ((line, one) for one in line_days(line, language))
