"""Headlines that say more than their articles: what the body only relays told as so, what it denies told or asked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from onrecord.knowledge.tables import table
from onrecord.model import HeadlineBody, HeadlineGap, HeadlineSays, Statement
from onrecord.text.likeness import terms

COVERED = 0.5  # of a headline's words that must be in what the body has of the claim
SHARED = 2
LONGEST = 300  # characters: no headline is longer
TELLS = frozenset({"asserts", "suggests"})
_LABEL = re.compile(
    r"\A\W*(?:exclusive|breaking(?: news)?|developing|revealed|just in|updated?|video|watch)\s*[:|]\s+", re.I
)
_CLAUSES = re.compile(r";\s+|(?<=[?!])\s+|\.\s+(?=[A-Z])")
# Somebody else's words, or none that are flatly so: quotation marks, a colon or dash between who and what, a negation.
_NOT_FLAT = re.compile(
    r"[\"“”‘«»:|]|(?<!\w)['’]|\s[–—-]\s|\b(?:according|no|not|never|nobody|none|without|if|plans?|wants?|may|fears?|feared)\b"
    r"|n['’]t\b",
    re.I,
)
_ASKING = frozenset(terms("did do does was were is are has have had who what why how when where can could will would"))


def headline_gaps(statements: Sequence[Statement], headlines: Mapping[str, str]) -> tuple[HeadlineGap, ...]:
    """The headlines of a claim's articles that say more than these have of it; by article.

    ``statements``: those of the claim. ``headlines``: {article: its headline}. A headline that attributes, quotes,
    hedges or denies says no more than somebody did; one that is about something else in the article is no matter.
    """
    of_article: dict[str, list[Statement]] = {}
    for one in sorted(statements, key=lambda one: (one.article, one.id)):
        of_article.setdefault(one.article, []).append(one)
    found = (_gap(id_, headlines.get(id_, ""), said) for id_, said in of_article.items())
    return tuple(one for one in found if one)


def _gap(article: str, headline: str, said: Sequence[Statement]) -> HeadlineGap | None:
    body, bearing = _body(said)
    for clause, says in _clauses(headline[:LONGEST]) if body else ():
        if body is None or (says == "asks" and body == "relays"):
            continue
        best = max(bearing, key=lambda one: (_covered(clause, one.content.text), one.id))
        if _covered(clause, best.content.text) >= COVERED:
            return HeadlineGap(article, says, body, headline, best.content.text, best.id)
    return None


def _body(said: Sequence[Statement]) -> tuple[HeadlineBody | None, Sequence[Statement]]:
    """What an article does with the claim where nobody named tells it in there, and the statements that show it."""
    if any(one.stance in TELLS and one.speaker.name for one in said):
        return None, ()
    passed = [one for one in said if one.stance == "relays" or one.stance in TELLS]
    denied = [one for one in said if one.stance == "denies" and one.speaker.name]
    return ("relays", passed) if passed else ("denies", denied) if denied else (None, ())


def _clauses(headline: str) -> Iterator[tuple[str, HeadlineSays]]:
    """The parts of a headline that tell or ask something themselves."""
    for part in _CLAUSES.split(_LABEL.sub("", headline, count=1)):
        words = set(re.findall(r"\w+", part.casefold()))
        if not _NOT_FLAT.search(part) and not words & _passing_on():
            yield part, "asks" if part.rstrip().endswith("?") else "asserts"


def _covered(clause: str, content: str) -> float:
    """The share of a headline's words that a statement has; 0.0 where fewer than ``SHARED``."""
    asked = set(terms(clause)) - _ASKING
    shared = asked & set(terms(content))
    return len(shared) / len(asked) if len(shared) >= SHARED else 0.0


@cache
def _passing_on() -> frozenset[str]:
    """Words by which a headline names who says so, or holds back."""
    cues = (form for row in table("cues") if row["kind"] == "speech" for form in re.split(r"[, ]+", row["forms"]))
    hedges = (row["phrase"] for row in table("hedges") if " " not in row["phrase"])
    return frozenset(word.casefold() for word in (*cues, *hedges))
