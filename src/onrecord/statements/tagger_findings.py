"""Attributions of one parsed sentence: its cue verbs with their sources and contents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.model import Span
from onrecord.statements.cues import Frames, cue_at
from onrecord.statements.tagger_content import (
    Region,
    after_comma,
    before,
    clause_after,
    clause_end,
    object_after,
    quote_after,
    rest_of_phrase,
)
from onrecord.statements.tagger_sources import own_source, source_of
from onrecord.statements.tagger_words import Sentence

_INQUIRIES = ("inquiry", "enquiry", "investigation", "probe", "review", "case", "proceedings", "inquest", "examination")
_COUNTS = (
    "count", "figure", "figures", "estimate", "toll", "number", "total", "tally", "claim", "accusation", "allegation",
    "charge", "boast", "forecast", "version", "story", "demand", "demands", "warning",
)  # fmt: skip
_UNNAMED = (
    "official", "officials", "people", "person", "source", "sources", "diplomat", "diplomats", "officer", "officers",
    "aide",
    "aides", "executives", "witnesses", "residents", "lawyers", "employees", "insider", "insiders",
)  # fmt: skip
_OPENERS = (
    "while",
    "although",
    "though",
    "when",
    "as",
    "after",
    "before",
    "in",
    "on",
    "at",
    "since",
    "by",
    "for",
    "with",
)


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue verb: words ``verb`` to ``last``; ``left``: where its clause begins, subject included."""

    verb: int
    last: int
    frames: Frames
    source: Region | None
    left: int


@dataclass(frozen=True, slots=True)
class Finding:
    """An attribution in the making: places are word numbers of one sentence."""

    content: tuple[Region, ...]
    cue: Region
    source: Region | None
    place: str  # "after" or "before" the cue, "both", or "object"


def findings(sentence: Sentence, taken: frozenset[int]) -> list[Finding]:
    """What the cue verbs of a sentence attribute, in order; ``taken``: verbs that a fixed pattern has read already."""
    found: list[Finding] = []
    start = 0
    for plain in _cues(sentence, taken):
        cue = _with_chain(sentence, plain, found)
        made = list(_read(sentence, cue, start))
        if not made or _nested(sentence, made[0], found):
            continue
        found += made
        if made[0].place in ("before", "both"):
            start = max([cue.last, *(last for one in made for _, last in one.content)]) + 1
    return found


def without_nested(sentence: Sentence, found: list[Finding]) -> list[Finding]:
    """The findings whose cue stands in no other's content, save somebody else's plain "says" in a relative clause."""
    kept = [one for one in found if not _passes_on(sentence, one, found)]
    return [one for one in kept if not _nested(sentence, one, [other for other in kept if other is not one])]


def _passes_on(sentence: Sentence, finding: Finding, found: list[Finding]) -> bool:
    """ "QTV reported that the admiral put it at 6,000": the report only passes on what another is said to say."""
    if not sentence.is_(finding.cue[0], "reported", "reports", "reporting"):
        return False
    return any(
        first <= one.cue[0] <= last
        and one.source is not None
        and first <= one.source[0]
        and sentence.words[one.source[1]].tag in ("NNP", "NNPS")
        and sentence.words[one.cue[0]].is_finite
        for one in found
        if one is not finding
        for first, last in finding.content
    )


def _cited(sentence: Sentence, cue: Cue) -> Region | None:
    """ "reported, citing two officials, that ...": they are the source; a paper or document that is cited is not."""
    for at in range(cue.left, min(cue.last + 12, len(sentence.words) - 1)):
        if sentence.is_(at, "citing"):
            end = at + 1
            while end < len(sentence.words) and sentence.words[end].lower not in (",", ".", "that"):
                end += 1
            heads = [word for word in sentence.words[at + 1 : end] if word.lower in _UNNAMED]
            return (at + 1, end - 1) if heads and end > at + 1 else None
    return None


def _nested(sentence: Sentence, finding: Finding, found: list[Finding]) -> bool:
    inside = any(
        first <= finding.cue[0] <= last and finding.cue != one.cue for one in found for first, last in one.content
    )
    if not inside:
        return False
    verb = finding.cue[0]
    own = finding.place == "after" and finding.source is not None
    relative = any(sentence.words[at].dep == "relcl" for at in (verb, *sentence.above(verb)))
    return not (own and relative and sentence.words[verb].is_finite)


def _cues(sentence: Sentence, taken: frozenset[int]) -> Iterator[Cue]:
    at = 0
    while at < len(sentence.words):
        known = None if at in taken else cue_at(sentence, at)
        if known is None or _negated(sentence, at) or _asked(sentence, at):
            at += 1
            continue
        source = source_of(sentence, at)
        yield Cue(at, known[0], known[1], source, _left(sentence, at, own_source(sentence, at)))
        at = known[0] + 1


def _negated(sentence: Sentence, verb: int) -> bool:
    return bool(sentence.below(verb, "neg"))


def _asked(sentence: Sentence, verb: int) -> bool:
    """ "Asked whether ..." opens a clause about the one who is asked; "to say" and "by saying" report nothing."""
    word = sentence.words[verb]
    if word.tag == "VBN" and not sentence.below(verb, "aux", "auxpass", "nsubj"):
        return not (
            verb and own_source(sentence, verb) and (word.head == verb or word.dep in ("ccomp", "advcl", "parataxis"))
        )
    if word.tag == "VBN" and sentence.below(verb, "auxpass"):
        return True
    return (
        word.tag == "VB"
        and bool(sentence.below(verb, "aux"))
        and all(sentence.words[one].lower in ("to", "must", "should") for one in sentence.below(verb, "aux"))
    )


def _left(sentence: Sentence, verb: int, source: Region | None) -> int:
    helpers = [one for one in sentence.below(verb, "aux", "auxpass", "advmod") if one < verb and verb - one < 4]
    places = [verb, *helpers]
    if source is not None and source[0] < verb:
        places.append(source[0])
    return min(places)


def _with_chain(sentence: Sentence, cue: Cue, found: list[Finding]) -> Cue:
    """ "..., adding that": a participle after a comma takes the source of the cue before it."""
    word = sentence.words[cue.verb]
    if word.tag == "VBG" and found and (sentence.is_(cue.verb - 1, ",") or sentence.words[cue.verb - 1].quote):
        return Cue(cue.verb, cue.last, cue.frames, found[-1].source, cue.left)
    return cue


def _read(sentence: Sentence, cue: Cue, start: int) -> Iterator[Finding]:
    frames = cue.frames
    if "c" in frames and (cited := _cited(sentence, cue)):
        cue = replace(cue, source=cited)
    if "c" in frames or "t" in frames or "q" in frames:
        made = list(_spoken(sentence, cue, start))
        if made:
            yield from made
            return
    if cue.source is None:
        return
    region = _governed(sentence, cue)
    if region is not None:
        yield Finding((region,), (cue.verb, cue.last), cue.source, "object")


def _governed(sentence: Sentence, cue: Cue) -> Region | None:
    """What stands behind a cue as its frames have it: all of the phrase, or only the object."""
    after = cue.last + 1
    if "r" in cue.frames:
        return _first_object(sentence, cue)
    if _takes_all(sentence, cue):
        return rest_of_phrase(sentence, cue.verb, cue.last)
    for frame, nouns in (("f", _COUNTS), ("y", _INQUIRIES)):
        region = rest_of_phrase(sentence, cue.verb, cue.last) if frame in cue.frames else None
        if region is not None and _is_one_of(sentence, region, nouns):
            return region
    if "o" not in cue.frames or after >= len(sentence.words) or _bare_pronoun(sentence, after):
        return None
    return object_after(sentence, cue.verb, cue.last)


def _takes_all(sentence: Sentence, cue: Cue) -> bool:
    frames = cue.frames
    if "b" in frames or any(one.startswith("p:") and sentence.is_(cue.last + 1, one[2:]) for one in frames):
        return True
    if "g" in frames and sentence.words[cue.verb].tag == "VBG" and sentence.below(cue.verb, "aux"):
        return True
    return (
        ("i" in frames and _has_infinitive(sentence, cue))
        or ("n" in frames and _names(sentence, cue))
        or ("a" in frames and _amounts(sentence, cue))
    )


def _is_one_of(sentence: Sentence, region: Region, nouns: tuple[str, ...]) -> bool:
    return any(sentence.is_(at, *nouns) for at in range(region[0], min(region[0] + 5, region[1]) + 1))


def _first_object(sentence: Sentence, cue: Cue) -> Region | None:
    """ "referred questions to ...": the object without where it is sent."""
    region = object_after(sentence, cue.verb, cue.last)
    if region is None:
        return None
    to = next((at for at in range(region[0] + 1, region[1] + 1) if sentence.is_(at, "to")), region[1] + 1)
    return region[0], to - 1


def _bare_pronoun(sentence: Sentence, at: int) -> bool:
    return sentence.words[at].tag == "PRP" or sentence.is_(at, "so")


def _has_infinitive(sentence: Sentence, cue: Cue) -> bool:
    end = clause_end(sentence, cue.last + 1, cue.verb) if cue.last + 1 < len(sentence.words) else cue.last
    return any(
        sentence.is_(at, "to") and sentence.words[at].tag == "TO"
        for at in range(cue.last + 1, min(end, cue.last + 14) + 1)
    )


def _names(sentence: Sentence, cue: Cue) -> bool:
    deps = {sentence.words[one].dep for one in sentence.children[cue.verb] if one > cue.last}
    objects = [one for one in sentence.below(cue.verb, "dobj") if one > cue.last]
    predicated = len(objects) > 1 or any(sentence.below(one, "nsubj") for one in objects)
    return bool(predicated or deps & {"oprd", "ccomp"} or {"dobj", "prep"} <= deps)


def _amounts(sentence: Sentence, cue: Cue) -> bool:
    words = sentence.words[cue.last + 1 : cue.last + 16]
    return any(word.lower == "at" and i + 1 < len(words) for i, word in enumerate(words)) and any(
        word.tag == "CD" or word.lower == "quote" for word in words
    )


def _spoken(sentence: Sentence, cue: Cue, start: int) -> Iterator[Finding]:
    verb = (cue.verb, cue.last)
    quote = quote_after(sentence, cue.last)
    front = _front(sentence, cue, start)
    if front is not None and sentence.words[front[1]].quote is not None:
        yield from _around(sentence, cue, front)
        return
    clause = None if cue.frames == {"q"} else clause_after(sentence, cue.verb, cue.last)
    if clause is not None and cue.source is not None and cue.source[0] <= clause[0] <= cue.source[1]:
        clause = None  # "said a fitter who fears for her job": the clause is of the source
    if front is not None and sentence.is_(cue.last + 1, ":"):
        yield from _around(sentence, cue, front)
        return
    if front is not None and _opened_by_subordinate(sentence, front):
        front = front if clause is None and quote is None else None
    if (
        clause is not None
        and (quote is None or clause[0] < quote)
        and (front is None or _at_once(sentence, cue, clause))
    ):
        yield Finding((clause,), verb, cue.source, "after")
    elif front is not None and not (quote is not None and _leads_to(sentence, cue.last, quote)):
        yield from _around(sentence, cue, front)
    elif quote is not None:
        yield Finding(((quote, quote),), verb, cue.source, "after")


def _front(sentence: Sentence, cue: Cue, start: int) -> Region | None:
    """Content before the cue clause; "said Ann" is such a clause too, its subject behind the verb."""
    if cue.source is None or (sentence.words[cue.verb].tag == "VBG" and cue.left == cue.verb):
        return None
    return before(sentence, cue.left, start)


def _at_once(sentence: Sentence, cue: Cue, clause: Region) -> bool:
    """Whether a clause follows its cue with nothing between but "that" or a hearer."""
    return clause[0] - cue.last <= (5 if "t" in cue.frames else 2) and not any(
        word.lower == "," for word in sentence.words[cue.last + 1 : clause[0]]
    )


def _leads_to(sentence: Sentence, cue: int, quote: int) -> bool:
    inner = sentence.words[quote].quote
    return inner is not None and sentence.words[quote - 1].lower in (",", ":")


def _opened_by_subordinate(sentence: Sentence, front: Region) -> bool:
    """ "While he could not confirm it, he said", "Asked whether it was so, she said"."""
    opener = sentence.words[front[0]]
    return opener.lower in _OPENERS or opener.tag in ("VBG", "VBN")


def _around(sentence: Sentence, cue: Cue, front: Region) -> Iterator[Finding]:
    verb = (cue.verb, cue.last)
    end = max(cue.last, cue.source[1] if cue.source else 0)
    back = after_comma(sentence, end)
    if back is None or not _goes_on(sentence, back, front):
        yield Finding((front,), verb, cue.source, "before")
    elif _own_clause(sentence, back, end):
        yield Finding((front,), verb, cue.source, "before")
        yield Finding((_without_and(sentence, back),), verb, cue.source, "before")
    else:
        yield Finding((front, back), verb, cue.source, "both")


def _own_clause(sentence: Sentence, back: Region, end: int) -> bool:
    opener = sentence.words[back[0]].lower
    return opener in ("and", "but") or sentence.is_(end + 1, ":")


def _without_and(sentence: Sentence, back: Region) -> Region:
    return (back[0] + 1, back[1]) if sentence.words[back[0]].lower in ("and", "but") and back[1] > back[0] else back


def _goes_on(sentence: Sentence, back: Region, front: Region) -> bool:
    first = sentence.words[back[0]]
    if first.quote is not None or sentence.is_(back[0] - 1, ":"):
        return True
    if any(cue_at(sentence, at) for at in range(back[0], min(back[0] + 8, back[1]) + 1)):
        return False
    complete = any(word.is_finite or word.quote for word in sentence.words[front[0] : front[1] + 1])
    if not complete:
        return first.tag != "VBG"
    if first.lower in ("and", "but"):
        return any(word.is_finite for word in sentence.words[back[0] + 1 : back[1] + 1])
    return first.lower in ("only", "not", "because", "so")


def spans(sentence: Sentence, regions: tuple[Region, ...]) -> tuple[Span, ...]:
    """The characters of regions; a direct quotation gives what is inside its marks."""
    found = []
    for first, last in regions:
        one = sentence.words[first]
        if first == last and one.quote is not None:
            found.append(one.quote.inner)
        else:
            found.append(sentence.span(first, last))
    return tuple(found)
