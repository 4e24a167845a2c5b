"""A plain statement that answers what the text has told before: "the gates stayed shut", where somebody said open."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import cast

from onrecord.knowledge.tables import table
from onrecord.model import Attribution, Stance
from onrecord.statements.stance_negation import main_clause

LOOKED_BACK = 6000  # characters of the text before a statement in which what it answers may stand
AROUND = 110  # characters on both sides within which the same thing is named
MOST = 20  # places looked at for one row
ANSWERING = re.compile(
    r"\b(?:insist|maintain|answer|repl|counter|retort|respond|protest|stress|sw(?:ear|or)|assur|shot back|hit back|vow"
    r"|underlin|emphasi|sworn|repeat|reiterat)",
    re.I,
)
REPLYING = re.compile(r"\b(?:insist|maintain|answer|repl(?:y|ie)|counter|retort|shot back|hit back)", re.I)
CONTRAST = re.compile(r"(?:,|\band|\w) not (?!only\b|just\b|yet\b|least\b|to\b|unlike\b)[\w ]{1,30}\W*\Z", re.I)
NO_GAP = re.compile(
    r"\ball (?:night|day|morning|evening|along|week|the time|that time|the way)\b|\bthroughout\b|\bat all times\b"
    r"|\bthe (?:whole|entire) (?:time|night|day|week|way)\b|\balways\b|\bnever\b|\bto the (?:very )?(?:last|end)\b"
    r"|\bfrom the (?:very )?(?:first|start|beginning|outset)\b|\buntil\b|\bat every (?:moment|stage|point)\b|\bevery\b"
    r"|\bwithout (?:any |a )?(?:loss|break|pause|gap|interruption|delay)\b|\bfully\b|\bperfectly\b|\bcompletely\b",
    re.I,
)
OTHERWISE = re.compile(
    r"\b(?:says?|said|insists?|insisted|maintains?|maintained|claims?|claimed) otherwise\b"
    r"|\b(?:tells?|told|gave|gives|offered) a (?:very |quite |rather )?(?:different|other) (?:story|account|version)\b"
    r"|\b(?:sees?|saw) (?:it|things) (?:very |quite )?differently\b|\bbeg(?:s|ged) to differ\b",
    re.I,
)
CLEFT = re.compile(r"\W*it (?:was|is) .{2,60}? (?:who|that)\b", re.I)  # names another culprit: a claim of its own
ANNOUNCED = 120  # characters before a statement that may announce it
LONG_WORD = re.compile(r"[^\W\d_]{4,}")
STEM = 5
BLAME = re.compile(
    r"\b(?:alleg|accus|critici|critics\b|blam|rumou?r|faulty|neglect|negligen|unsafe|dangerous|danger\b|crack(?:s|ed)?\b|rust"
    r"|broken\b|leak(?:s|ed|ing|y)\b|flunk|fail(?:s|ed|ure|ures|ing)?\b|cheat|fraud|brib|stole|theft|missing\b|illegal|unlawful"
    r"|breach|violat|suspicio|suspect|scandal|den(?:y|ies|ied|ying|ials?)\b|dismiss|reject|complain|contaminat|tainted|poison"
    r"|flaw|defect|dop(?:e|ing)\b|corrupt|cover-?up|claim(?:s|ed|ing)?\b|knew\b|(?:had|have|has) known\b|warned\b"
    r"|wrongdoing|ignored\b|mismanag|cut(?:ting)? corners|at risk\b"
    r"|insist|maintain|slander|smear|hint(?:s|ed)?\b|under (?:fire|pressure|attack)\b|charged with\b"
    r"|asked (?:whether|if)\b)",
    re.I,
)
HARM = re.compile(
    r"\b(?:died|dead|deaths?|killed|kills|wounded|injured|injuries|hurt|bodies|missing|trapped|cannot find)\b",
    re.I,
)
JUST_BEFORE = 400  # characters before a statement in which blame is answered whatever it names
TELLS_NOTHING = re.compile(
    r"about|after|again|against|been|before|being|company|could|every|first|from|have|hours|minister"
    r"|monday|night|other|people|said|says|should|since|spokesman|spokeswoman|still|that|their|there"
    r"|these|they|this|those|three|thursday|tuesday|until|wednesday|were|what|when|where|which|while"
    r"|with|would|friday|saturday|sunday"
)


@cache
def _opposites() -> tuple[tuple[re.Pattern[str], re.Pattern[str], Stance], ...]:
    return tuple(
        (
            re.compile(rf"(?<!not )(?<!\w)(?:{row['word']})(?!\w)", re.I),
            re.compile(rf"(?<!\w)(?:{row['against']})(?!\w)", re.I),
            cast(Stance, row["stance"]),
        )
        for row in table("stance_opposites")
    )


def by_context(text: str, attribution: Attribution, sentences: Sequence[str]) -> Stance | None:
    """The stance of a statement that insists on the opposite of what the text told before; None if it does not.

    It insists by its cue ("answered") or by leaving no gap ("all night"); with neither it may well speak first.
    """
    if sentences and not CLEFT.match(sentences[0]) and _otherwise(text, attribution):
        return "denies"
    if sentences and _corrects(text, attribution, sentences[0]):
        return "denies"
    if not sentences or not _insists(text, attribution, sentences[0]):
        return None
    start, clause = attribution.content[0].start, main_clause(sentences[0])
    for word, against, stance in _opposites():
        if (
            word.search(clause)
            and not against.search(word.sub("", clause))
            and _told(text, start, against, _things(sentences[0]))
        ):
            return stance
    return None


def answered_ranks(text: str, attribution: Attribution, sentences: Sequence[str]) -> frozenset[str]:
    """The ranks of phrases that answer here: 3 where a fault was told before or the cue replies, 4 where harm was.

    It must have been told just before the statement, or of the same thing.
    """
    cue = attribution.cue
    replies = cue is not None and ANSWERING.search(text, cue.start, cue.end) is not None
    blamed = replies or _told_at_all(text, attribution, sentences, BLAME)
    return frozenset(
        rank for rank, told in (("3", blamed), ("4", _told_at_all(text, attribution, sentences, HARM))) if told
    )


def _told_at_all(text: str, attribution: Attribution, sentences: Sequence[str], what: re.Pattern[str]) -> bool:
    if not sentences:
        return False
    start = attribution.content[0].start
    just_before = what.search(text, max(0, start - JUST_BEFORE), start)
    return bool(just_before) or _told(text, start, what, _things(sentences[0]))


def _otherwise(text: str, attribution: Attribution) -> bool:
    """Whether the paragraph says just before the statement that somebody says otherwise."""
    start = attribution.content[0].start
    return bool(OTHERWISE.search(text[max(0, start - ANNOUNCED) : start].rpartition("\n")[2]))


def _answered(clause: str) -> Iterator[tuple[re.Pattern[str], Stance]]:
    """What the clause says the opposite of."""
    for word, against, stance in _opposites():
        if word.search(clause) and not against.search(word.sub("", clause)):
            yield against, stance


def _corrects(text: str, attribution: Attribution, sentence: str) -> bool:
    """Whether a cue that answers ("maintained") brings what is so, "not" what others have it to be."""
    cue = attribution.cue
    return bool(cue and REPLYING.search(text, cue.start, cue.end) and CONTRAST.search(sentence))


def _insists(text: str, attribution: Attribution, sentence: str) -> bool:
    cue = attribution.cue
    return bool(NO_GAP.search(sentence) or (cue and ANSWERING.search(text, cue.start, cue.end)))


def _told(text: str, start: int, against: re.Pattern[str], things: frozenset[str]) -> bool:
    """Whether `against` stands before the statement near a word for one of the things it speaks of."""
    places = list(against.finditer(text, max(0, start - LOOKED_BACK), start))[-MOST:]
    return any(
        things & _things(text[max(0, place.start() - AROUND) : min(start, place.end() + AROUND)]) for place in places
    )


def _things(words: str) -> frozenset[str]:
    """The words that may name a thing, by their first letters."""
    found = (match.group().lower() for match in LONG_WORD.finditer(words))
    return frozenset(word[:STEM] for word in found if not TELLS_NOTHING.fullmatch(word))
