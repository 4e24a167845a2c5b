"""The stance the words of a statement themselves show, where its cue leaves that open."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import cast

from onrecord.knowledge.tables import table
from onrecord.model import Stance
from onrecord.statements.hedges import hedges_in
from onrecord.statements.stance_negation import flatly_negated, main_clause
from onrecord.statements.stance_plans import is_to_come

NOT = r"(?: not|n['’]t)"
CURT = 3  # "I ate. I did not negotiate": after so few words the next sentence counts too
MANY = 4  # a long quotation wanders; its stance stands in its first sentences
WISHED = re.compile(r"\W*(?:to|in|for)\b", re.I)
OUGHT = re.compile(r"\b(?:should|ought to|must|deserves?|needs? to|ha(?:s|ve) to)\b(?! have)", re.I)
WRONG = re.compile(
    r"\b(?:had been|ha(?:s|ve) been|was|were|is|are) (?:\w+ )?(?:wrong|mistaken|false|incorrect|inaccurate|untrue"
    r"|an? (?:\w+ )?(?:error|mistake|lie|invention))\b",
    re.I,
)
LOWERING, HEARSAY = frozenset({"lowers"}), frozenset({"passes_on"})
NOTHING: frozenset[str] = frozenset()
SHORTHAND = {
    "{n't}": NOT,
    "{be}": r"(?:am|is|are|was|were|be|been|being|['’]re|['’]m|\b(?:it|he|she|that|there|who|what|this)['’]s)",
    "{have}": r"(?:has|have|had|['’]ve|['’]d)",
}


@cache
def _phrases(rank: str) -> tuple[tuple[re.Pattern[str], str, Stance], ...]:
    rows = [row for row in table("stance_phrases") if row["rank"] == rank]
    return tuple((_compiled(row), row["where"], cast(Stance, row["stance"])) for row in rows)


def _compiled(row: dict[str, str]) -> re.Pattern[str]:
    pattern = row["pattern"]
    for short, full in SHORTHAND.items():
        pattern = pattern.replace(short, full)
    opening = r"\A\W*(?:that\s+)?" if row["where"] == "start" else ""
    return re.compile(opening + pattern.replace(" ?", r"\s*").replace(" ", r"\s+"))


def by_content(
    sentences: Sequence[str], *, conceded: bool = False, witnessed: bool = False, answers: frozenset[str] = NOTHING
) -> Stance | None:
    """The stance the sentences show, None where they are plain.

    ``conceded``: the cue owns up; ``witnessed``: the source was there or found it out; "no" then denies nothing.
    ``answers``: the ranks of phrases that answer what the text told before: "it is sound" denies only a fault.
    """
    return (
        by_phrase(sentences, "1")
        or next((found for rank in sorted(answers) if (found := by_phrase(sentences, rank))), None)
        or by_plan(sentences)
        or (None if conceded or witnessed else by_negation(sentences))
        or by_hedge(sentences)
        or (None if conceded else by_phrase(sentences, "2"))
    )


def by_phrase(sentences: Sequence[str], rank: str) -> Stance | None:
    """The first row of that rank of the table of phrases that these sentences bear out."""
    lower = [sentence.lower() for sentence in sentences[:MANY]]
    first, main = lower[:1], [main_clause(sentence).lower() for sentence in sentences[:1]]
    places = {"any": lower, "first": first, "start": first, "main": main}
    for pattern, where, stance in _phrases(rank):
        if any(pattern.search(sentence) for sentence in places[where]):
            return stance
    return None


def by_plan(sentences: Sequence[str]) -> Stance | None:
    """What the first sentence says is to come is a plan, unless a hedge makes it a guess."""
    return "other" if sentences and is_to_come(sentences[0]) and not by_hedge(sentences) else None


def by_negation(sentences: Sequence[str]) -> Stance | None:
    """A flat "no" in the first sentence that is no question denies what others say."""
    told = [sentence for sentence in sentences if not sentence.rstrip("\"”'’ ").endswith("?")]
    told = told[: 2 if told and len(told[0].split()) <= CURT else 1]
    return "denies" if any(flatly_negated(sentence) for sentence in told) else None


def by_hedge(sentences: Sequence[str]) -> Stance | None:
    """A hedge in the main clause of the first sentence lowers the whole statement."""
    main = [re.split(r"\b(?:who|which|because)\b", sentence)[0] for sentence in sentences[:1]]
    found = [match for clause in main for match in hedges_in(clause, 0, len(clause), LOWERING)]
    return "suggests" if any(_holds_back(match) for match in found) else None


def _holds_back(hedge: re.Match[str]) -> bool:
    """ "Could" alone is a power or a plan, "may ... but" concedes; "could be", "could have" and "may" hold back."""
    word, after = hedge.group().lower(), hedge.string[hedge.end() :]
    if word == "could":
        return bool(re.match(r" (?:well )?(?:have|be)\b", after))
    return word != "may" or not re.search(r"\bbut\b", after)


def is_wished(sentences: Sequence[str]) -> bool:
    """Whether the first sentence says what ought to be or will be: "that it should open its books", "in God"."""
    first = sentences[0] if sentences else ""
    return bool(WISHED.match(first) or OUGHT.search(main_clause(first)) or is_to_come(first))


def passes_on(sentences: Sequence[str]) -> bool:
    """Whether the main clause of the first sentence is told as hearsay: "has reportedly sunk", "is said to be old"."""
    clause = main_clause(sentences[0]) if sentences else ""
    return any(hedges_in(clause, 0, len(clause), HEARSAY))


def was_wrong(sentences: Sequence[str]) -> bool:
    """Whether the first sentence says of something that it was wrong: who admits that takes it back."""
    return bool(sentences) and bool(WRONG.search(sentences[0]))
