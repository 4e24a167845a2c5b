"""Who is interviewed, by what stands above the first question; None wherever two could be meant."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache

from onrecord.knowledge.tables import table
from onrecord.model import Span
from onrecord.statements.forms_labels import read_label
from onrecord.statements.forms_people import key_of, people_in, press_words
from onrecord.text.names import acronym_of, is_common, is_title, plain, runs, words

_FARTHEST = 4_000  # characters of an introduction that are read
_GOES_ON = re.compile(r"(?:\.|,?\sand|\s&)\s[A-ZÀ-Þ]")  # a name cut at an initial, or another guest
_MOST_ALIKE = 8  # full names of one key that are kept: two are too many already
_BESIDE = 60


@dataclass(frozen=True, slots=True)
class Guest:
    """A full name in an introduction. ``office``: the text says what the person is; ``met``: somebody met this one."""

    span: Span
    key: str
    office: bool
    met: bool


def interviewee(text: str, end: int) -> Span | None:
    """The full name of the one person whom the text before ``end`` introduces; None where it is not one."""
    start = max(0, end - _FARTHEST)
    guests = _guests(text, start, end)
    for pick in (
        [one for one in guests if one.met and one.office],
        [one for one in guests if one.office],
        [one for one in guests if one.met],
        guests,
    ):
        keys = {one.key for one in pick}
        if len(keys) == 1:
            return pick[0].span
        if keys:
            return None
    return None


def only_guest(text: str, end: int) -> Span | None:
    """The same, and nobody else before ``end`` is met or has an office: without labels no second guest would show."""
    guests = [one for one in _guests(text, max(0, end - _FARTHEST), end) if one.met or one.office]
    met = [one.span for one in guests if one.met]
    alone = met and len({one.key for one in guests}) == 1 and not any(_GOES_ON.match(text, one.end) for one in met)
    return met[0] if alone else None


def _guests(text: str, start: int, end: int) -> list[Guest]:
    offices = {one.key for one in people_in(text) if one.office and one.span.start < end}
    made: list[Guest] = []
    for run in runs(text[start:end]):
        span = _bare_name(text, Span(run.start + start, run.end + start))
        name = text[slice(*span)]
        if not 2 <= len(name.split()) <= 4 or not _is_person(text, span):
            continue
        made.append(Guest(span, key_of(name), key_of(name) in offices, _is_met(text, span)))
    return made


def _bare_name(text: str, run: Span) -> Span:
    start = run.start
    for word in re.finditer(r"\S+\s*", text[slice(*run)]):
        if not is_title(word.group().strip()):
            break
        start = run.start + word.end()
    return Span(min(start, run.end), run.end)


def _is_person(text: str, span: Span) -> bool:
    """Whether a name can be the guest's: no body, no outlet, nobody of the press."""
    name = text[slice(*span)]
    label = read_label(name)
    if label.kind != "speaker" or label.office or label.press or any(is_common(word) for word in name.split()):
        return False
    before = text[max(0, span.start - _BESIDE) : span.start].rsplit("\n", maxsplit=1)[-1]
    near = [plain(word) for word in words(before)[-1:]]
    behind = text[span.end : span.end + 30].split("\n", maxsplit=1)[0].split(".", maxsplit=1)[0]
    beside = [*near, *(plain(word) for word in words(behind)[:5])] if behind.startswith(",") else near
    return not (set(beside) & press_words()) and not before.rstrip().endswith(("'s", "’s", "By", "by"))


@cache
def _meetings() -> re.Pattern[str]:
    phrases = sorted((re.escape(row["phrase"]) for row in table("form_intros")), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(phrases)})\s(?P<between>[^\n.;:!?]{{0,60}})$", re.IGNORECASE)


def _is_met(text: str, span: Span) -> bool:
    before = text[max(0, span.start - 2 * _BESIDE) : span.start].rsplit("\n", maxsplit=1)[-1]
    found = _meetings().search(before)
    return found is not None and not any(True for _ in runs(found["between"]))


def fuller(text: str, label: str, end: int) -> Span | None:
    """The one full name before ``end`` that a label in capitals stands for, by initials or by its last word.

    "AK" and "MS KELL" are Ada Kell; None for a label in small letters, and where no name or several fit.
    """
    written = label.strip("*_. ").replace(".", "")
    if not written.isupper() or len(written) < 2:
        return None
    names = _full_names(text)
    found = {*names.get(written, ()), *(names.get(key_of(written), ()) if len(written) > 3 else ())}
    before = [span for span in found if span.start < end]
    return before[0] if len(before) == 1 else None


@lru_cache(maxsize=4)  # asked for every turn of one text
def _full_names(text: str) -> dict[str, tuple[Span, ...]]:
    """Initials in capitals, or the key of a last word -> the first mention of each full name that has them."""
    seen: set[str] = set()
    found: defaultdict[str, list[Span]] = defaultdict(list)
    for run in runs(text):
        span = _bare_name(text, run)
        name = text[slice(*span)]
        if len(name.split()) > 1 and not name.isupper() and name not in seen:
            seen.add(name)
            found[acronym_of(name)].append(span)
            found[key_of(name)].append(span)
    return {key: tuple(spans[:_MOST_ALIKE]) for key, spans in found.items()}
