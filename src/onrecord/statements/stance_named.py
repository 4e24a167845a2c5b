"""Stance by the nouns: names given to another's word, offers turned down, sources that pass on or that saw."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from onrecord.knowledge.tables import table
from onrecord.model import Attribution, Span, Stance

NAMING = re.compile(
    r"\b(?:call(?:s|ed|ing)?|brand(?:s|ed|ing)?|dubb(?:ed|ing)|term(?:s|ed|ing)|label(?:s|led|ling)|describ\w+)\b"
    r"(?! (?:for|on|upon|off|in|out)\b)",
    re.I,
)
PASSING_ON = re.compile(r"\b(?:according|as reported by|carried by|citing)\b", re.I)
TURNING_DOWN = re.compile(
    r"\b(?:reject|dismiss|rebuff|contest|disput|challeng|withdr[ae]w|drop|abandon|revers|scrap|revok|rescind|repudiat"
    r"|rul\w+ out|g[ai]v\w+ up|back\w* (?:away|off))",
    re.I,
)
TO_DO = re.compile(r"\W*(?:not )?to [a-z]+", re.I)
TELLING = re.compile(r"\b(?:t[eo]ll|told|ask|urg|warn|order|instruct|advis)", re.I)
BIDDEN = re.compile(
    r"\W*(?:(?!(?:is|are|was|were|has|have|had|will|would|can|could|do|does|did|that|\w+ed)\b)[\w’'.-]+ ){1,5}"
    r"(?:not )?to [a-z]+",
    re.I,
)
A_REPORT = re.compile(
    r"(?:(?:an?|the|its|several|two)\s+)?(?:\w+\s+)?(?:reports?|articles?|story|dispatch)\s+(?:in|by|on|from)\b", re.I
)
WAS_THERE = re.compile(
    r"\bwho (?:was|were|had been|stood|sat) (?:\w+ )?(?:on|in|aboard|at|there|inside|near|nearby|outside|present)\b"
    r"|\bwho (?:\w+ )?(?:saw|survived|escaped|witnessed|heard|lost|lives?|lived|fled)\b",
    re.I,
)
OF_FACT = re.compile(
    r"\b(?:claim|appear|seem|profess|purport|confess|admit|found|find|know|known|prove|said|say|report|show|shown|held"
    r"|believ|alleg|pretend|boast|rememb)",
    re.I,
)
DENYING = re.compile(r"\bden(?:y|ie)", re.I)
LONGEST_SOURCE = 200
WHO = re.compile(r",|\b(?:who|which|that|of|in|at|from|on|for|with|seen|obtained|reviewed|shown|leaked|close)\b", re.I)


def _words(group: str) -> str:
    """The words of a group of the table, as alternatives with their plurals."""
    found = [row["word"] for row in table("stance_names") if row["group"] == group]
    return "|".join(re.sub(r"y$", "(?:y|ies)", word) if group == "told" else word for word in found)


@cache
def _object(group: str) -> re.Pattern[str]:
    owner = r"(?:(?:the|that|this|these|those|his|her|its|their|any|such|all|an?)\W+)?"
    return re.compile(rf"\W*{owner}(?:[\w’'-]+\W+){{0,3}}?(?:{_words(group)})s?\b", re.I)


@cache
def _anywhere(group: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_words(group)})s?\b", re.I)


@cache
def _last(group: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!state )(?<!state news )\b(?:{_words(group)})\W*\Z", re.I)


@cache
def _masthead() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_words('masthead')})\W*\Z")


def _is_outlet(named: str) -> bool:
    return bool(_last("media").search(named) or _masthead().search(named))


def by_name(text: str, cue: Span | None, sentences: Sequence[str]) -> Stance | None:
    """ "Called the report a joke": a name given to another's word denies it, unless the name gives it credit."""
    if cue is None or not sentences or not NAMING.search(text, cue.start, cue.end):
        return None
    named = _object("told").match(sentences[0])
    return "denies" if named and not _anywhere("credit").search(sentences[0]) else None


def gives_name(text: str, cue: Span | None, sentences: Sequence[str]) -> Stance | None:
    """ "Called the appointment a mistake": to give a thing a name is an opinion, unless the name is that it is true."""
    naming = NAMING.search(text, cue.start, cue.end) if cue is not None else None
    if naming and naming.group().lower().startswith("describ") and not any(" as " in one for one in sentences):
        return None  # to describe a thing without naming it is to tell of it
    return "other" if naming and not any(_anywhere("credit").search(one) for one in sentences) else None


def by_act(text: str, cue: Span | None, sentences: Sequence[str]) -> Stance | None:
    """ "Agreed to sell", "moved to sell": what follows as something to be done is no statement of fact."""
    if cue is None or not sentences:
        return None
    bidden = TELLING.search(text, cue.start, cue.end) and BIDDEN.match(sentences[0])
    done = TO_DO.match(sentences[0]) and not OF_FACT.search(text, cue.start, cue.end)
    return "other" if bidden or done else None


def turns_down(text: str, cue: Span, sentences: Sequence[str]) -> bool:
    """ "Rejected the offer": what is turned down or given up is nobody's word, so nothing is denied or taken back."""
    down = TURNING_DOWN.search(text, cue.start, cue.end)
    if not sentences or not (down or DENYING.search(text, cue.start, cue.end)):
        return False
    offer, told = _object("offer" if down else "grant").match(sentences[0]), _object("told").match(sentences[0])
    return offer is not None and (told is None or offer.end() <= told.end())


def by_source(text: str, attribution: Attribution) -> Stance | None:
    """ "According to the newspaper", "reports said": what others know is passed on, if no word of it says otherwise."""
    source, cue = attribution.source, attribution.cue
    if source is None or cue is None:
        return None
    named = text[source.start : min(source.end, source.start + LONGEST_SOURCE)]
    carried = A_REPORT.match(named) and _is_outlet(named)
    named = WHO.split(named)[0]
    passed = PASSING_ON.search(text, cue.start, cue.end) and (carried or _is_outlet(named))
    return "relays" if passed or _last("hearsay").search(named) else None


def is_witness(text: str, source: Span | None) -> bool:
    """Whether the source is named as one who was there: "a passenger, Ada Moor": "no" then tells and denies nobody."""
    if source is None:
        return False
    named = text[source.start : min(source.end, source.start + LONGEST_SOURCE)]
    told = any(_last("witness").search(part) for part in WHO.split(named)) or _anywhere("witness").match(named)
    return bool(told or WAS_THERE.search(named))
