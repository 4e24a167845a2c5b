"""Days in elements that are made for a day: time elements, itemprop, classes like "post-date"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice

from lxml import html

from onrecord.articles.draft import Place, Sighting
from onrecord.articles.markup import squeezed, text_of
from onrecord.articles.sightings import Stamp, stamp
from onrecord.text.dates_lines import Label, LineDay, label_before, line_days

NAMED = (
    "date",
    "Date",
    "time",
    "Time",
    "publi",
    "Publi",
    "posted",
    "Posted",
    "datum",
    "fecha",
    "meta",
    "byline",
    "info",
)
TAGS = frozenset(("h1", "h2", "time"))
PROPS = frozenset(("datePublished", "dateModified", "dateCreated"))
NO_HOLDERS = frozenset(("body", "html", "a", "img", "ul", "section"))
LONGEST_KNOWN = 300  # letters of a class that is kept with what it says
VALUES = ("datetime", "content", "data-datetime", "data-date", "data-time", "data-timestamp", "data-timeutc", "title")
ELSEWHERE = re.compile(
    r"comment|reply|related|teaser|sidebar|widget|recommend|promo|trending|popular|most-?read|ticker|carousel"
    r"|read-?more|footer|weather",
    re.I,
)
PUBLISHING = re.compile(r"publi|posted|created", re.I)
CHANGED = re.compile(r"modif|updat|aktualis|actualiz|edited|lastmod", re.I)
MOST_MARKED = 400
MOST_DAYS = 60
MOST_PIECES = 40
MOST_WORDS = 160  # letters of an element that says a day; more is a story
MINUTE = len("2026-03-02T10:30")
NEAR = 4  # elements up from the headline that still hold what belongs to it
HEADING_LINK = "boolean(.//h2//a|.//h3//a|.//h4//a|.//a//h2|.//a//h3|.//a//h4)"
LONG_LINK = "boolean(.//a[string-length(normalize-space(.))>24])"


@dataclass(frozen=True, slots=True)
class Walk:
    """What a walk through the page's elements needs to know: what the headline stands in, and the nearest of that."""

    over: frozenset[html.HtmlElement]
    near: frozenset[html.HtmlElement]


def marked_days(
    tree: html.HtmlElement, headline: str, language: str | None, *, claims: Collection[str] = ()
) -> list[Sighting]:
    """The days that elements made for a day give, nearest to the headline first; days of other stories left out.

    ``claims``: the moments that metadata give for the publication, as written.
    """
    marked = list(islice(_marked(tree), MOST_MARKED))
    title = _headline_in(marked, headline)
    over = [] if title is None else list(title.iterancestors())
    walk = Walk(frozenset(over), frozenset(over[:NEAR]))
    passed = title is None
    before: list[Sighting] = []
    after: list[Sighting] = []
    judged = 0
    for element in marked:
        if element is title:
            passed = True
        elif element.tag not in ("h1", "h2"):
            found = [_rewritten(one, element, claims) for one in _days_of(element, language)]
            judged += bool(found)
            (after if passed else before).extend(found if found and _is_own(element, walk, passed=passed) else [])
        if judged >= MOST_DAYS:
            break
    return list(_chosen(before, after))


def _marked(tree: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """Headings and what is made for a day, by its tag, its itemprop or its class."""
    for element in tree.iter():
        tag = element.tag
        made = tag in TAGS or element.get("itemprop") in PROPS
        if made or (tag not in NO_HOLDERS and (marks := element.get("class")) and _is_named(marks)):
            yield element


def _is_named(marks: str) -> bool:
    return _has_name(marks) if len(marks) > LONGEST_KNOWN else _known_as_named(marks)


@lru_cache(maxsize=4096)
def _known_as_named(marks: str) -> bool:
    return _has_name(marks)


def _has_name(marks: str) -> bool:
    return any(name in marks for name in NAMED)


def _headline_in(marked: Sequence[html.HtmlElement], headline: str) -> html.HtmlElement | None:
    titles = [one for one in marked if one.tag in ("h1", "h2")]
    same = (one for one in titles if headline and squeezed(text_of(one)) == headline)
    return next(same, next((one for one in titles if one.tag == "h1"), None))


def _chosen(before: list[Sighting], after: list[Sighting]) -> Iterator[Sighting]:
    """Of days in one place the first that is no day of a change; what stands before the headline only failing that."""
    claims = [one for one in after if one.place == "shown"]
    claims = claims or [one for one in reversed(before) if one.place == "shown"]
    yield from claims[:1]
    yield from [one for one in claims[1:] if one.what == PUBLISHED and one.day != claims[0].day][:1]
    yield from [one for one in after + before if one.place == "modified"][:2]


def _is_own(element: html.HtmlElement, walk: Walk, *, passed: bool) -> bool:
    """Whether an element belongs to the story of this page: in no block of other stories, before it only if near."""
    if element in walk.over:
        return False
    for up, holder in enumerate(element.iterancestors()):
        if holder in walk.over:
            return passed or holder in walk.near
        if holder.tag in ("aside", "nav", "footer") or ELSEWHERE.search(_names(holder)):
            return False
        if (up < NEAR and _is_teaser(holder)) or (up < 2 and holder.xpath(LONG_LINK)):
            return False
    return passed


def _names(element: html.HtmlElement) -> str:
    return f"{element.get('class', '')} {element.get('id', '')}"[:300]


def _is_teaser(holder: html.HtmlElement) -> bool:
    return holder.tag in ("li", "article", "div", "a") and bool(holder.xpath(HEADING_LINK))


# ---------------------------------------------------------------- the day of one element

SHOWN = "the day shown at the headline"
PUBLISHED = "the day shown as that of publication"
CHANGE = "the day shown as that of a change"
REWRITTEN = "the moment shown as that of a change"


def _days_of(element: html.HtmlElement, language: str | None) -> list[Sighting]:
    words = _words_of(element)
    if words is None:
        return []
    kind = _kind(element)
    before = _before(element)
    lines = line_days(words, language)
    written = [_sighting(kind, label_before(before + words, len(before) + one.start), _stamp(one)) for one in lines]
    stamps = [found for name in VALUES if (said := element.get(name)) and (found := stamp(said, language))]
    if not stamps or (written and any(stamps[0].day == one.day for one in written if one)):
        return [one for one in written if one]
    first = _sighting(kind, label_before(before + words, len(before) + len(words)), stamps[0])
    # A day in words is the day on the publisher's clock; the attribute is often in universal time.
    settled = [one for one in written if one and one.day in stamps[0].others]
    return settled or ([first] if first else [])


def _rewritten(one: Sighting, element: html.HtmlElement, claims: Collection[str]) -> Sighting:
    """A change that readers are told of in words cannot be at the very moment of publication: that was written over."""
    moments = {said[:MINUTE] for said in _moments(element)} if one.what == CHANGE else set()
    if not moments.intersection(claim[:MINUTE] for claim in claims):
        return one
    words = _words_of(element) or ""
    told = any(label_before(words, day.start) == "modified" for day in line_days(words, None))
    return replace(one, what=REWRITTEN) if told else one


def _moments(element: html.HtmlElement) -> list[str]:
    return [said for name in VALUES if (said := element.get(name)) and len(said) >= MINUTE]


def _stamp(line: LineDay) -> Stamp:
    return Stamp(line.day, (line.other,), open=True) if line.other else Stamp(line.day)


def _before(element: html.HtmlElement) -> str:
    """The words right before an element, where a label may stand."""
    previous, parent = element.getprevious(), element.getparent()
    if previous is not None:
        return f"{(_words_of(previous) or '')[-30:]} {squeezed((previous.tail or '')[-60:])[-30:]} "
    return f"{squeezed((parent.text or '')[-60:])[-30:]} " if parent is not None else ""


def _words_of(element: html.HtmlElement) -> str | None:
    """The words of an element, None where they are more than go with a day; never reads much further than that."""
    pieces: list[str] = []
    room = MOST_WORDS
    for piece in element.itertext():
        pieces.append(piece[: 4 * MOST_WORDS])
        room -= len(squeezed(pieces[-1]))
        if room < 0 or len(pieces) > MOST_PIECES:
            return None
    return squeezed(" ".join(pieces))


def _kind(element: html.HtmlElement) -> Label:
    prop = element.get("itemprop", "")
    names = " ".join(_names(one) for one in (element, *list(element.iterancestors())[:2]))
    if prop == "dateModified" or (CHANGED.search(names) and not PUBLISHING.search(names)):
        return "modified"
    return "published" if prop == "datePublished" or element.get("pubdate") is not None else "none"


def _sighting(kind: Label, label: Label, found: Stamp) -> Sighting | None:
    said = label if label != "none" else kind
    if said == "other":
        return None
    place: Place = "modified" if said == "modified" else "shown"
    what = CHANGE if place == "modified" else PUBLISHED if said == "published" else SHOWN
    return Sighting(found.day, place, what, others=found.others, open=found.open)
