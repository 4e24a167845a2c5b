"""Single numbers as they are written: numerals, words, loose counts ("dozens"), parts ("a third", "half an hour")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from onrecord.knowledge.tables import table
from onrecord.model import Bound, Span


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written: ``value`` (to ``high`` in a range); ``span`` covers the number itself, no words of bound.

    ``unit``: the unit where the number's own words hold it: "half an hour" (minutes), "a third" (percent).
    """

    span: Span
    value: float
    high: float | None = None
    bound: Bound = "exact"
    unit: str | None = None


PERCENT = "percent"
LARGEST = 1e18
MOST_DIGITS = 20
NUMERAL = r"[0-9]{1,3}(?:[,\u00a0\u202f][0-9]{3})++(?:\.[0-9]+)?|[0-9]++(?:\.[0-9]+)?"
SIGNS = {"m": 1e6, "k": 1e3, "b": 1e9, "t": 1e12}
# "300m users" are millions; "a 300m fence" and "the 300m hurdles" are metres.
MILLIONS = (
    r"(?:[mk](?=\s+(?!across\b|hurdles\b|finals?\b|heats\b|races\b)(?:[a-z][a-z-]*\s+)?(?:[a-z-]{2,}s"
    r"|people)\b)|[mk]\+)"
)
DIVIDED = r"third|quarter|fifth|sixth|seventh|eighth|ninth|tenth|hundredth"
WHOLE_GROUPS = "crew|staff|crowd|population|workforce|garrison|electorate|fleet|team|herd|flock|harvest|village|town"
SHARED_BY = ("half", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
OUT_OF = r"(?:\s+in\s+(?:every\s+)?|\s+out\s+of\s+(?:every\s+)?)"
WHOLES = r"two|three|four|five|six|seven|eight|nine|ten|20|100|1,000|10|[2-9]"


def numbers_written(text: str) -> Iterator[Number]:
    """Every number of ``text`` in order, ranges not yet joined, bounds not yet read."""
    for match in _pattern().finditer(text):
        for found in _read(match):
            if found.value <= LARGEST:
                yield found


@cache
def _word_values() -> dict[str, float]:
    return {row["word"]: float(row["value"]) for row in table("number_words")}


@cache
def _kind_of() -> dict[str, str]:
    return {row["word"]: row["kind"] for row in table("number_words")}


@cache
def _measures() -> dict[str, dict[str, str]]:
    return {row["singular"]: row for row in table("measures") if row["kind"] in ("measure", "time")}


def _either(*kinds: str) -> str:
    found = sorted((word for word, kind in _kind_of().items() if kind in kinds), key=len, reverse=True)
    return "|".join(found)


def scale_of(written: str) -> float:
    """What the last word of a written number multiplies by: 1e6 for "two million" and "$2m", else 1."""
    words = re.findall(r"[a-z]+", written.lower())
    if not words:
        return 1.0
    return _word_values()[words[-1]] if _kind_of().get(words[-1]) == "scale" else SIGNS.get(words[-1], 1.0)


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"(?i){_parts()}|{_numerals()}|{_loose()}|{_words()}")


def _parts() -> str:
    """Shares, and parts of a measure: "two thirds of", "two in three", "half an hour", "a metre and a half"."""
    measure, small = "|".join(_measures()), _either("small")
    return (
        rf"(?<![\w.,-])(?:(?P<portion>half|(?:(?:an?|one|three)\s+)?quarters?\s+of)[\s-]+(?:an?\s+)?(?P<cut>{measure})\b(?!-)"
        rf"|(?:an?|one)\s+(?P<whole>{measure})\s+and\s+a\s+(?P<more>half|quarter)\b"
        rf"|(?P<parts>{small}|[2-9])[\s-]+(?P<by>{DIVIDED})s\b(?!-)(?!\s+of\s+a\s+(?:{_either('scale')})\b)"
        rf"|(?:an?|one)[\s-]+(?P<one>{DIVIDED})\b(?!\s+of\s+(?:a|one|1)\s+per)(?=\s+of\s+(?!a\s+(?:{_either('scale')})\b)|\s+(?:fewer|less|are|were|have|had)\b)"
        rf"|(?P<half>half)\s+of\s+(?=(?:(?:the|its|his|her|their|our|all|those|these)\s+)?(?:[a-z-]+\s+)?(?:[a-z]{{3,}}s|people|them|{WHOLE_GROUPS})\b)"
        rf"|(?P<some>{small}|[1-9][0-9]?){OUT_OF}(?P<all>{WHOLES})\b(?!,?[0-9])(?!\s+(?:days|weeks|months|years|hours|minutes))"
        r"(?=\s+[a-z-]+|[.,;”\"]))"
    )


@cache
def _attached() -> str:
    """Units that are written right behind a numeral ("80km")."""
    short = [row["written"] for row in table("units") if row["side"] == "after" and len(row["written"]) <= 4]
    either = "|".join(re.escape(one) for one in sorted(short, key=len, reverse=True) if not one[0].isspace())
    return rf"(?-i:{either})(?!\w)"


def _numerals() -> str:
    return (
        rf"(?<=[$€£¥₩₹])(?P<sum>{NUMERAL})\s?(?P<short>[mkb])\b"
        rf"|(?<![\w.,])(?<![a-z]-)(?P<signed>−|minus\s+|(?<![\w)])-(?=[0-9.]++\s?(?:°|degrees|%)))?(?P<numeral>{NUMERAL})(?:(?:(?:\s+|-)?(?P<scale>{_either('scale')})\b"
        rf"|(?P<half_more>½|¼|¾)|(?P<sign>{MILLIONS})))?(?:(?![\w°]|[.,][0-9])|(?={_attached()}))"
    )


def _loose() -> str:
    scale = _either("scale")
    return (
        r"\b(?P<tens>(?:tens|dozens|scores|hundreds|thousands)\s+of\s+)?"
        rf"(?P<vague>{_either('vague')})\b"
        rf"|\b(?P<few>several|an?\s+few|many|a\s+couple\s+(?:of\s+)?)\s*\b(?P<fold>{scale})s?\b"
        rf"|\b(?:(?P<fraction>half|(?:(?:a|one|three)\s+)?quarters?\s+of)\s+an?\s+)(?P<of_scale>{scale})\b"
    )


def _words() -> str:
    small, scale = _either("small"), _either("scale")
    part = rf"(?:{small})(?:-(?:{small}))?\b(?:[\s-]and[\s-]a[\s-](?:half|quarter)\b)?"
    alone = rf"(?:an?\s+)?(?:{scale.replace('|score', '')})\b"
    further = rf"(?:(?:\s+|-)(?:{scale})\b(?:\s+(?:and\s+)?(?:{small})(?:-(?:{small}))?\b(?!\s+and\b))?){{0,6}}"
    return rf"\b(?P<words>(?:{part}|{alone}(?:\s+(?:and\s+)?(?:{small})(?:-(?:{small}))?\b)?){further})"


# ---------------------------------------------------------------- values


def _read(match: re.Match[str]) -> Iterator[Number]:
    span = Span(*match.span())
    part, share = _part(match), _share(match)
    if part:
        yield Number(span, part[0], None, "about" if match["portion"] else "exact", part[1])
    elif share:
        percent = round(100 * share, 1)
        yield Number(span, percent, None, "exact" if percent == 100 * share else "about", PERCENT)
    elif match["some"]:
        yield from (Number(Span(*match.span(name)), _small(match[name])) for name in ("some", "all"))
    elif match["vague"]:
        yield Number(span, _vague(match), None, "at_least")
    elif match["few"]:
        bound: Bound = "about" if "couple" in match["few"].lower() else "at_least"
        yield Number(span, 2 * _word_values()[match["fold"].lower()], None, bound)
    else:
        value = _amount(match)
        yield from () if value is None else (Number(span, value),)


def _part(match: re.Match[str]) -> tuple[float, str] | None:
    """The value and the unit of a part of a measure: "half an hour", "a metre and a half"."""
    if match["cut"]:
        row, share = _measures()[match["cut"].lower()], _portion(match["portion"])
        return (share * float(row["times"]), row["smaller"]) if row["smaller"] else (share, row["plural"])
    if match["whole"]:
        return 1 + _portion(match["more"]), _measures()[match["whole"].lower()]["plural"]
    return None


def _share(match: re.Match[str]) -> float | None:
    """The part of a whole, 0.0 to 1.0: "half of", "two thirds of", "one in five"."""
    if match["half"]:
        return 0.5
    if match["one"] or match["by"]:
        return _small(match["parts"] or "one") / _divisor(match["one"] or match["by"])
    if match["some"]:
        some, every = _small(match["some"]), _small(match["all"])
        return some / every if some < every else None
    return None


def _portion(words: str) -> float:
    return 0.5 if words.lower() == "half" else 0.75 if words.lower().startswith("three") else 0.25


def _divisor(word: str) -> float:
    return 100.0 if word.lower() == "hundredth" else float(SHARED_BY.index(word.lower()) + 2)


def _small(word: str) -> float:
    return _word_values().get(word.lower()) or float(word.replace(",", ""))


def _vague(match: re.Match[str]) -> float:
    many = {"tens": 10.0, "dozens": 12.0, "scores": 20.0, "hundreds": 100.0, "thousands": 1000.0}
    times = many[match["tens"].split()[0].lower()] if match["tens"] else 1.0
    return times * _word_values()[match["vague"].lower()]


def _amount(match: re.Match[str]) -> float | None:
    if match["fraction"]:
        return _portion(match["fraction"].split()[0]) * _word_values()[match["of_scale"].lower()]
    if match["words"]:
        return _from_words(re.split(r"[\s-]+", match["words"].lower()))
    value = _from_numeral(match["sum"] or match["numeral"])
    if value is None:
        return None
    if match["half_more"]:
        value += {"½": 0.5, "¼": 0.25, "¾": 0.75}[match["half_more"]]
    by = match["short"] or match["sign"]
    scale = SIGNS[by[0].lower()] if by else _word_values()[match["scale"].lower()] if match["scale"] else 1.0
    return -value * scale if match["signed"] else value * scale


def _from_numeral(written: str) -> float | None:
    digits = re.sub(r"[,\u00a0\u202f]", "", written)
    return float(digits) if len(digits) <= MOST_DIGITS else None


def _from_words(words: list[str]) -> float:
    """Standard reading: small words add up, "hundred" multiplies the part, "thousand" and above close it."""
    total, part = 0.0, 0.0
    for word in words:
        value, kind = _word_values().get(word), _kind_of().get(word)
        if word == "quarter":
            part += 0.25
        elif value is None:
            continue
        elif kind == "scale" and value >= 1000:
            total, part = total + (part or 1.0) * value, 0.0
        elif kind == "scale":
            part = (part or 1.0) * value
        elif kind in ("small", "fraction"):
            part += value
    return total + part
