"""Two readings that need more than words of stance: a name given to another's word, and a newspaper as the source."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.model import Attribution, Span, Stance

NAMING = re.compile(
    r"\b(?:call(?:s|ed|ing)?|brand(?:s|ed|ing)?|dubb(?:ed|ing)|term(?:s|ed|ing)|label(?:s|led|ling)|describ\w+)\Z", re.I
)
WORD_OF_OTHERS = (
    r"accounts?|accusations?|charges?|claims?|allegations?|reports?|story|stories|film|footage|letters?|findings?"
    r"|assertions?|versions?|suggestions?|idea|rumou?rs?|documents?|pictures?|photographs?|photos?|videos?|tapes?"
    r"|recordings?|talk|slips?|papers?|leaks?"
)
REPORTED = re.compile(
    rf"\W*(?:(?:the|that|this|these|those|his|her|its|their|any|such|all)\W+)?(?:[\w’'-]+\W+){{0,3}}?(?:{WORD_OF_OTHERS})\b",
    re.I,
)
CREDITED = re.compile(
    r"\b(?:credible|accurate|genuine|true|correct|reliable|convincing|compelling|authentic|serious|unmistakable|fair"
    r"|plausible|disturbing|worrying|alarming|clear|shocking|important|solid|sound)\b",
    re.I,
)
MEDIA = re.compile(
    r"\b(?:newspaper|paper|daily|weekly|broadcaster|news agency|magazine|website|radio|television|tv|station|media"
    r"|tabloid|reports|outlets?|news|press|times|post|herald|tribune|gazette|courier|chronicle|guardian|journal"
    r"|sentinel|mirror|mail|telegraph|express|bulletin|dispatch|inquirer|examiner)\W*\Z",
    re.I,
)
PASSING_ON = re.compile(r"\b(?:according to|as reported by|carried by)\b", re.I)


def by_name(text: str, cue: Span | None, sentences: Sequence[str]) -> Stance | None:
    """ "Called the report a joke": a name given to another's word denies it, unless the name gives it credit."""
    if cue is None or not sentences or not NAMING.search(text[cue.start : cue.end]):
        return None
    named = REPORTED.match(sentences[0])
    return "denies" if named and not CREDITED.search(sentences[0]) else None


def gives_name(text: str, cue: Span | None, sentences: Sequence[str]) -> Stance | None:
    """ "Called the appointment a mistake": to give a thing a name is an opinion, unless the name is that it is true."""
    naming = cue is not None and NAMING.search(text[cue.start : cue.end])
    return "other" if naming and not any(CREDITED.search(one) for one in sentences) else None


def by_source(text: str, attribution: Attribution) -> Stance | None:
    """ "According to the newspaper": what others know is passed on, if no word of it says otherwise."""
    source, cue = attribution.source, attribution.cue
    if source is None or cue is None or not PASSING_ON.search(text, cue.start, cue.end):
        return None
    return "relays" if MEDIA.search(text[source.start : source.end]) else None
