"""The words the pages use for stances, statuses, days and numbers. One word a thing, on every page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from onrecord.model import HeadlineGap

_MONTHS = "January February March April May June July August September October November December"
MONTHS = tuple(_MONTHS.split())
DAY_UNKNOWN = "day unknown"
UNNAMED = "somebody unnamed"
_MARKS = tuple('“”„"«»')
MAX_TITLE = 140  # letters of a headline or a title where it stands in a list or leads to its page


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the grammar: its key in the record, how pages say it, what it means, how its mark looks."""

    key: str
    word: str
    meaning: str
    mark: str = ""


STANCES = (
    Term("asserts", "asserts", "says it is so, or confirms it", "filled circle with a tick"),
    Term("suggests", "suggests", "says it may be so: probably, apparently", "filled circle"),
    Term("denies", "denies", "says it is not so", "filled square with a cross"),
    Term("doubts", "doubts", "casts doubt on it, short of denying it", "filled square"),
    Term("no_evidence", "has seen no evidence", "says it has seen no evidence of it", "hollow square"),
    Term("cannot_confirm", "cannot confirm", "can neither confirm nor deny it, or is not aware of it", "hollow circle"),
    Term("investigating", "is looking into it", "is looking into it or verifying it", "magnifying glass"),
    Term("conditional", "says what if", "speaks only of what would follow if it were true", "hollow diamond"),
    Term("no_comment", "does not comment", "declines to speak about it", "dash"),
    Term("withdraws", "takes it back", "takes back what it said before", "slashed circle"),
    Term("relays", "passes it on", "passes on what others say and takes no stand", "arrow"),
    Term("other", "opinion or demand", "an opinion, promise, demand, plan or question: nothing to settle", "dots"),
)
STATUSES = (
    Term("contested", "contested", "somebody asserts it, and somebody denies it, doubts it or has seen no evidence"),
    Term("corroborated", "corroborated", "two or more independent origins assert it, and nobody denies it"),
    Term("single_origin", "single origin", "one independent origin asserts it; nobody denies or doubts it"),
    Term("reported", "reported", "it is only passed on; nobody on record asserts it from their own knowledge"),
    Term("denied", "denied", "nobody asserts it any more, and somebody denies it"),
    Term("withdrawn", "withdrawn", "whoever asserted it has taken it back"),
)
_STANCE_WORDS = {term.key: term.word for term in STANCES}
_STATUS_WORDS = {term.key: term.word for term in STATUSES}
_STATUS_MEANINGS = {term.key: term.meaning for term in STATUSES}
_BOUND_WORDS = {"about": "about ", "at_least": "at least ", "at_most": "at most ", "exact": ""}
_RELATION_WORDS = {
    "copy": "copy",
    "rewrite": "rewrite",
    "common_source": "same source",
    "update": "later version",
}

_DECISION_WORDS = {
    "merge": "claims merged",
    "split": "claim split",
    "move": "statement moved",
    "confirm": "statement confirmed",
    "speaker": "speaker corrected",
    "stance": "stance corrected",
    "day": "day corrected",
    "same_party": "names joined",
    "other_party": "names kept apart",
    "copy": "called a copy",
    "not_copy": "called no copy",
    "accept": "called an origin",
    "reject": "called no origin",
    "assess": "claim assessed",
    "note": "note",
    "undo": "decision undone",
    "redo": "decision given back",
}
_BECAME_WORDS = {
    "stands": "stands",
    "undone": "undone",
    "overruled": "overruled by a later one",
    "no_subject": "what it was about is not on record now",
}

# The Admiralty code: how reliable a source is, and how credible what it says.
SOURCES = {
    "A": "reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability not known",
}
INFORMATION = {
    "1": "confirmed by other sources",
    "2": "probably true",
    "3": "possibly true",
    "4": "doubtful",
    "5": "improbable",
    "6": "cannot be judged",
}
NOTES = {"correction": "Correction:", "update": "Update:", "credit": "Credit:"}
SIGNALS = {
    "cut": "The text may be cut short:",
    "glued": "More than one story may be in this text:",
    "paywall": "The rest may be for subscribers:",
}


def stance_word(stance: str) -> str:
    """How pages say a stance."""
    return _STANCE_WORDS.get(stance, stance)


def status_word(status: str) -> str:
    """How pages say a status."""
    return _STATUS_WORDS.get(status, status)


def status_meaning(status: str) -> str:
    """The rule behind a status, in a sentence."""
    return _STATUS_MEANINGS.get(status, "")


def relation_word(relation: str) -> str:
    """How pages say what one article is to another."""
    return _RELATION_WORDS.get(relation, relation)


def parts_of_day(value: str | None) -> tuple[int, int, int] | None:
    """(year, month, day) of YYYY, YYYY-MM or YYYY-MM-DD, 0 for what is not known; None where it is no such value."""
    try:
        numbers = [int(part) for part in (value or "").split("-")]
    except ValueError:
        return None
    year, month, day = (*numbers, 0, 0)[:3]
    if len(numbers) > 3 or not 1 <= year <= 9999 or not 0 <= month <= 12 or not 0 <= day <= 31:
        return None
    return year, month, day


def day_words(value: str | None) -> str:
    """ "2026-03-02" as "2 March 2026"; less where less is known."""
    parts = parts_of_day(value)
    if parts is None:
        return DAY_UNKNOWN
    year, month, day = parts
    named = MONTHS[month - 1] if month else ""
    return " ".join(str(part) for part in (day or "", named, year) if part)


def moment(value: str) -> str:
    """ "2026-03-02T08:05:00Z" as "2 March 2026 at 08:05 UTC"; the day alone where no time of UTC is told."""
    day, _, time = value.partition("T")
    if re.fullmatch(r"\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|\+00:00)", time):
        return f"{day_words(day)} at {time[:5]} UTC"
    return day_words(day)


def day_short(value: str | None) -> str:
    """ "2026-03-02" as "2 Mar"."""
    parts = parts_of_day(value)
    if parts is None:
        return "?"
    year, month, day = parts
    named = MONTHS[month - 1][:3] if month else str(year)
    return f"{day} {named}" if day else named


def weekday_words(value: str | None) -> str:
    """ "2026-03-02" as "Monday 2 March 2026"."""
    try:
        return f"{date.fromisoformat(value or ''):%A} {day_words(value)}"
    except ValueError:
        return day_words(value)


def number_words(value: float) -> str:
    """12000.0 as "12,000", 2.5 as "2.5"."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.10g}"


def figure_words(value: float, high: float | None, unit: str, bound: str) -> str:
    """A figure as said: "at least 6,000 troops", "5 to 7 per cent"."""
    number = number_words(value) if high is None else f"{number_words(value)} to {number_words(high)}"
    return f"{_BOUND_WORDS.get(bound, '')}{number} {unit}".strip()


def decision_word(kind: str) -> str:
    """How pages say a kind of judgement."""
    return _DECISION_WORDS.get(kind, kind.replace("_", " "))


def became_word(standing: str) -> str:
    """How pages say what became of a judgement."""
    return _BECAME_WORDS.get(standing, standing.replace("_", " "))


def headline_says(gap: HeadlineGap) -> str:
    """In what a headline says more than its article."""
    body = "only relays" if gap.body == "relays" else "denies"
    return f"The headline {gap.says} what the article {body}"


def short(text: str, *, limit: int = MAX_TITLE) -> str:
    """The text where it is not longer than ``limit``, else its beginning, if it can be up to a word's end, and "…"."""
    if len(text) <= limit:
        return text
    whole_words = re.match(r"(?s)(.*\S)\s", text[: limit + 1])
    begun = whole_words.group(1).rstrip(" ,;:–—-…") if whole_words else ""
    return (begun if len(begun) > limit // 2 else text[:limit]) + "…"


def quoted(text: str) -> str:
    """The words in quotation marks; as they are where they bring their own at either end, so that none stands twice."""
    words = text.strip()
    return text if words[:1] in _MARKS or words[-1:] in _MARKS else f"“{text}”"


def counted(number: int, one: str, *, several: str = "") -> str:
    """1 and "article" as "1 article", 2 as "2 articles"."""
    return f"{number:,} {one if number == 1 else several or one + 's'}"
