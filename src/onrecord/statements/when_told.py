"""Which words of its own sentence tell when a statement was made."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from onrecord.knowledge.tables import table
from onrecord.model import Attribution, Span, When
from onrecord.statements.when_page import (
    NOTE,
    Anchor,
    Page,
    anchor_at,
    closed_zones,
    gap,
    is_open,
    mentions_in,
    place_of,
    scene_before,
    sentence_of,
    touch,
)
from onrecord.text.dates import TimeMention, small_numbers, time_mentions
from onrecord.text.dates_infer import HEAD, dateline_mention
from onrecord.text.dates_resolve import WEEK, days_in, on_day, plus_days, resolve

NEAR = 40  # characters
OTHER_EVENT = re.compile(
    r"\b(?:since|until|till|by|before|after|from|of|dated|due|for|ahead of|the)\s+(?:\w+ly\s+|late\s+|early\s+)?\Z",
    re.I,
)
OCCASION_AHEAD = re.compile(
    r"\b(?:at|during|in|on|from|to|after|told|by)\s+(?:(?:an?|the|his|her|its|their)\s+)?(?:[\w-]+\s+)?\Z", re.I
)
IN_A = r"(?i:\b(?:in|by|with) (?:an?|the|his|her|its|their))"
SUBCLAUSE = re.compile(
    r"[\s,(–—-]*\b(?:who|which|whose|whom|when|after|before|since|as|where|while|because|that|until)\b", re.I
)
AFTER_SAYING = re.compile(
    r"\b(?P<count>[a-z]+|\d{1,3}) (?P<unit>hours?|days?|weeks?|fortnight) (?P<side>after|before) "
    r"(?P<who>[^.;\"“”]{0,80})\Z",
    re.I,
)
AFTER_EVENT = re.compile(
    r"\b(?P<count>[a-z]+|\d{1,3}) (?P<unit>days?|weeks?|fortnight) (?P<side>after|before) [^.,;\"“”]{0,80}\Z", re.I
)
BEHIND_EVENT = re.compile(r"\W*,[^.;,\"“”]{0,60}")  # the cue follows in the main clause
AHEAD = re.compile(
    r"\b(?:will|shall|(?:is|are) (?:\w+ )?(?:to|(?:expected|due|set|scheduled|likely) to)) (?:\w+ )?\w+\Z"
    r"|\b(?:will|shall|(?:expected|due|set|scheduled|likely) to) \w+"
)
BARE = re.compile(
    r"(?:(?:[Tt]he |[Ii]ts? |[Hh]is |[Hh]er )?(?:[A-Z][\w.’'-]* ?|[a-z]+ ){0,4})?(?:had |having |first |publicly )*"
)
DAYS = {"hour": 0, "day": 1, "week": WEEK, "fortnight": 2 * WEEK}
EARLIER_VERSION = re.compile(r"\b(?:earlier|previous|first|original) version of this (?:article|story|report)\b", re.I)
HEARSAY = re.compile(
    r"reportedly|allegedly|supposedly|(?:said|thought|believed|understood|reported|rumou?red|known) to\b", re.I
)


@cache
def occasions(*kinds: str) -> str:
    """Alternatives for a regex: what one speaks at ("held") or writes ("written")."""
    return "|".join(re.escape(row["word"]) for row in table("occasions") if row["kind"] in kinds)


def told_in_sentence(page: Page, one: Attribution) -> When | None:
    """When the sentence says this was said; None where it does not tell, or tells hearsay of nobody."""
    place = place_of(one)
    if place is None or is_hearsay(page, one):
        return None
    around = sentence_of(page, place)
    page = page.near(around)
    return (
        _counted_from_saying(page, around, place)
        or _counted_from_event(page, around, place)
        or _own_mention(page, around, one, place)
        or _earlier_version(page, around)
    )


def is_hearsay(page: Page, one: Attribution) -> bool:
    """Whether the cue passes on what is only rumoured: a time beside it dates what is told of."""
    return one.cue is not None and HEARSAY.search(page.text, *one.cue) is not None


# ---------------------------------------------------------------- "three days after saying"


def _counted_from_saying(page: Page, around: Span, place: Span) -> When | None:
    """ "Three days after denying it, the mayor said": counted from the day of what came later."""
    found = AFTER_SAYING.search(page.text, max(around.start, place.start - 3 * NEAR), place.start)
    if found is None or not BARE.fullmatch(found["who"]):
        return None
    count = _days(found["count"], found["unit"].lower())
    base, whose = _day_of_main_clause(page, around, found.start())
    if count is None or base is None:
        return None
    day = plus_days(base, -count if found["side"].lower() == "after" else count)
    words = page.text[found.start() : found.end("side")]
    return bounded(on_day(day, f"{words!r}, counted from {base} ({whose})"), anchor_at(page, place.start))


def _counted_from_event(page: Page, around: Span, place: Span) -> When | None:
    """ "Three days after denying the sale on May 6, the mayor said": that many days from the day named."""
    closed = closed_zones(page, around, place)
    for mention in mentions_in(page.text, around):
        if not mention.names_day or mention.span.end > place.start or not is_open(mention, closed):
            continue
        found = AFTER_EVENT.search(page.text, max(around.start, mention.span.start - 3 * NEAR), mention.span.start)
        count = _days(found["count"], found["unit"].lower()) if found else None
        behind = page.text[mention.span.end : place.start]
        if not found or count is None or not BEHIND_EVENT.fullmatch(behind):
            continue
        named = read_mention(page, mention)
        if named.day is None:
            return None
        day = plus_days(date.fromisoformat(named.day), count if found["side"].lower() == "after" else -count)
        words = page.text[found.start() : mention.span.end]
        return bounded(on_day(day, repr(words)), anchor_at(page, place.start))
    return None


def _days(word: str, unit: str) -> int | None:
    count = int(word) if word.isdecimal() else small_numbers().get(word.lower())
    return None if count is None else count * DAYS[unit.rstrip("s")]


def _day_of_main_clause(page: Page, around: Span, at: int) -> tuple[date | None, str]:
    anchor = anchor_at(page, at)
    closed = closed_zones(page, around, Span(at, at))
    for one in mentions_in(page.text, around):
        days = days_in(resolve(one, anchor.day)) if one.names_day and one.base == "anchor" else None
        if days and is_open(one, closed):
            return days[0], repr(page.text[one.span.start : one.span.end])
    return anchor.day, anchor.whose


# ---------------------------------------------------------------- "on Thursday"


def _own_mention(page: Page, around: Span, one: Attribution, place: Span) -> When | None:
    closed = closed_zones(page, around, place)
    open_ones = [mention for mention in mentions_in(page.text, around) if is_open(mention, closed)]
    fitting = [mention for mention in open_ones if _dates(page, mention, around, one)]
    nearest = min(fitting, key=lambda mention: gap(mention.span, place), default=None)
    ahead = AHEAD.search(page.text, max(around.start, place.start - NEAR), place.end) is not None
    return read_mention(page, nearest, ahead=ahead) if nearest is not None else None


def _dates(page: Page, mention: TimeMention, around: Span, one: Attribution) -> bool:
    """Whether a mention dates this saying: it is not ahead, of no other event, and nobody's nearer."""
    place = place_of(one) or around
    if mention.lean == "future" and mention.base != "scene":
        return False
    if _in_clause_on_source(page.text, mention, one):
        return False
    if heads_page(page.text, mention) or of_other_event(page, mention, around, place):
        return False
    return not _nearer_to_another(page, mention, one, place)


def _in_clause_on_source(text: str, mention: TimeMention, one: Attribution) -> bool:
    """Whether it tells of the source: "one of those who met last week said"."""
    if one.source is None or not touch(mention.span, one.source):
        return False
    return re.search(r"\b(?:who|which|whose|that)\b", text[one.source.start : mention.span.start]) is not None


def heads_page(text: str, mention: TimeMention) -> bool:
    """Whether it dates the page or a note on it: the dateline, "Correction, 7 March:"."""
    start = text.rfind("\n", 0, mention.span.start) + 1
    note = mention.span.start - start < NEAR and NOTE.match(text, start)
    told_of = text[start : mention.span.start]
    if note and "," in told_of:
        return True
    return mention.span.start < HEAD and mention == dateline_mention(text, time_mentions(text[: 2 * HEAD]))


def of_other_event(page: Page, mention: TimeMention, around: Span, place: Span) -> bool:
    """ "since Monday", "Monday's vote", "the Monday session", or in a clause of its own that has not the cue in it."""
    text = page.text
    before = text[max(around.start, mention.span.start - 2 * NEAR) : mention.span.start]
    behind = re.compile(rf"(?:['’]s?)?\s+(?:[\w-]+\s+){{0,2}}(?:{occasions('held', 'written')})s?\b", re.I)
    if behind.match(text, mention.span.end) and OCCASION_AHEAD.search(before):
        return False
    if re.search(rf"{IN_A} (?:[\w-]+ ){{0,2}}(?:{occasions('written')}) (?:dated|signed|signed on|of|from) \Z", before):
        return False
    if mention.until is None and OTHER_EVENT.search(before):
        return True
    apart = text[min(mention.span.end, place.end) : max(mention.span.start, place.start)]
    if text[mention.span.end : mention.span.end + 2] in ("'s", "’s") or ";" in apart:
        return True
    return _in_own_clause(page, mention, around, place)


def _in_own_clause(page: Page, mention: TimeMention, around: Span, place: Span) -> bool:
    """Whether the mention stands in a subordinate clause without the cue: "after it broke on Monday, he said"."""
    text, at = page.text, mention.span.start
    marks = [text.rfind(mark, around.start, at) for mark in (",", ";", " -", "(", "–")]
    said = [span.end for one in page.attributions for span in one.content if around.start < span.end <= at]
    begin = max(around.start, *marks, *said)
    comma = text.find(",", mention.span.end, around.end)
    inside = begin <= place.start < (comma if comma >= 0 else around.end)
    return bool(SUBCLAUSE.match(text, begin)) and not inside and begin > around.start


def _nearer_to_another(page: Page, mention: TimeMention, one: Attribution, place: Span) -> bool:
    """Whether somebody else's cue or words stand between, so that the mention hangs on those."""
    here = gap(mention.span, place)
    between = Span(min(mention.span.end, place.end), max(mention.span.start, place.start))
    speaker = page.speaker_of(one)
    for other in page.attributions:
        if other.cue is None or other.cue == one.cue or gap(mention.span, other.cue) >= here:
            continue
        if touch(other.cue, between):
            return True
        if any(touch(span, between) for span in other.content) and page.speaker_of(other) != speaker:
            return True
    return False


def _earlier_version(page: Page, around: Span) -> When | None:
    found = EARLIER_VERSION.search(page.text, around.start, around.end)
    published = page.article.published
    if found is None or published.day is None:
        return None
    return When(published.value, "day", published.confidence, (f"{found.group()!r}: the day it was published",))


# ---------------------------------------------------------------- what day that is


def read_mention(page: Page, mention: TimeMention, *, ahead: bool = False) -> When:
    """The day a mention means, with what it was counted from; unknown with a reason where nothing gives that day."""
    words = page.text[mention.span.start : mention.span.end]
    anchor = anchor_at(page, mention.span.start)
    scene = scene_before(page, mention.span.start) if mention.base == "scene" else None
    when = _one_week(mention, scene or anchor.day) or resolve(mention, anchor.day, scene=scene, ahead=ahead)
    if when.value is None:
        return When(None, "unknown", 0.0, (f"{words!r}, but no day is known to count it from",))
    whence = scene or anchor.day
    whose = "the day told before" if scene else anchor.whose
    counted = f"{words!r}, counted from {whence} ({whose})" if whence and not mention.year else repr(words)
    sure = 1.0 if mention.year else anchor.sure
    return When(when.value, when.precision, round(min(when.confidence, sure), 2), (counted,))


def _one_week(mention: TimeMention, base: date | None) -> When | None:
    """ "A week ago" is that weekday, though not as surely as a weekday named; two weeks are not."""
    if mention.unit != "week" or abs(mention.shift or 0) != 1 or not mention.counted or base is None:
        return None
    found = on_day(plus_days(base, WEEK * (mention.shift or 0)), "a week, taken to the day")
    return When(found.value, found.precision, 0.6, found.reasons)


def bounded(when: When, anchor: Anchor) -> When:
    """No surer than the day it was counted from."""
    return When(when.value, when.precision, round(min(when.confidence, anchor.sure or 1.0), 2), when.reasons)
