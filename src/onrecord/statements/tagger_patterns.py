"""Attributions of a fixed shape: "according to X", "reportedly", "is said to", "declined to say" and others."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.statements.cues import cue_at
from onrecord.statements.tagger_content import Region, clause_end, rest_of_phrase, trimmed
from onrecord.statements.tagger_findings import Finding
from onrecord.statements.tagger_sources import own_source, source_of
from onrecord.statements.tagger_words import Sentence

_HEARSAY = ("reportedly", "allegedly", "supposedly", "purportedly")
_HELD = ("said", "thought", "believed", "understood", "reported", "rumoured", "rumored", "alleged")
_SILENT = frozenset(
    [
        "comment",
        "say",
        "discuss",
        "answer",
        "elaborate",
        "respond",
        "reply",
        "speak",
        "talk",
        "confirm",
        "verify",
        "deny",
        "disclose",
        "reveal",
        "give",
        "specify",
        "name",
        "identify",
        "explain",
        "address",
        "be",
        "go",
        "provide",
        "vouch",
        "corroborate",
        "tell",
        "rule",
        "add",
        "offer",
        "take",
        "exclude",
        "check",
        "establish",
        "commit",
        "speculate",
        "estimate",
        "describe",
    ]
)
_HEADS = (
    ("declined", "to"), ("declines", "to"), ("declining", "to"), ("refused", "to"), ("refuses", "to"),
    ("refusing", "to"),
    ("would", "not"), ("could", "not"), ("can", "not"), ("wo", "n't"), ("would", "n't"), ("could", "n't"),
    ("ca", "n't"),
    ("unable", "to"), ("preferred", "not", "to"), ("nothing", "to"), ("no", "wish", "to"), ("would", "neither"),
    ("could", "neither"), ("can", "neither"), ("not", "been", "able", "to"), ("did", "not", "want", "to"),
)  # fmt: skip
_ASIDES = ("when", "after", "as", "before", "while")
_WHOLE = ("comment", "add", "elaborate", "reply", "respond")
_REPLIES = ("answer", "reply", "respond")


def patterns(sentence: Sentence) -> tuple[list[Finding], frozenset[int]]:
    """The findings of fixed shape, and the words that are read with them."""
    found: list[Finding] = []
    taken: set[int] = set()
    for read in (_silences, _no_comment, _quoted, _cited, _hearsay, _held, _according):
        for finding, words in read(sentence):
            if not taken & set(words):
                found.append(finding)
                taken |= set(words)
    return found, frozenset(taken)


Read = Iterator[tuple[Finding, range]]


def _head(sentence: Sentence, at: int) -> tuple[str, ...] | None:
    return next((head for head in _HEADS if all(sentence.is_(at + i, word) for i, word in enumerate(head))), None)


def _silences(sentence: Sentence) -> Read:
    for at in range(len(sentence.words)):
        head: tuple[str, ...] | None = _head(sentence, at)
        if head is None and sentence.is_(at, "would", "could") and _neither(sentence, at):
            head = (sentence.words[at].lower,)
        if head is None:
            continue
        verb = _silent_verb(sentence, at + len(head), head)
        if verb is not None:
            yield from _silence(sentence, at, verb)
    for at in range(len(sentence.words) - 2):
        if sentence.is_(at, "did", "has", "had") and sentence.is_(at + 1, "not", "n't"):
            verb = _silent_verb(sentence, at + 2, ())
            if verb is not None and sentence.is_(verb, *_REPLIES):
                yield from _silence(sentence, at, verb)


def _neither(sentence: Sentence, at: int) -> bool:
    return any(sentence.is_(one, "neither") for one in range(max(0, at - 10), at))


def _silent_verb(sentence: Sentence, at: int, head: tuple[str, ...]) -> int | None:
    while at < len(sentence.words) and sentence.words[at].tag == "RB":
        at += 1
    if (
        at >= len(sentence.words)
        or sentence.words[at].lower not in _SILENT
        or not sentence.words[at].tag.startswith("VB")
    ):
        return None
    if sentence.is_(at, "be", "take", "go"):
        return at if sentence.is_(at + 1, "drawn", "into") else None
    return at


def _silence(sentence: Sentence, at: int, verb: int) -> Read:
    source = source_of(sentence, verb) or _nearest_source(sentence, at)
    if source is None or source[0] > at:
        return
    last = verb + 1 if sentence.is_(verb + 1, "drawn", "into", "or", "nor") else verb
    if sentence.is_(last, "or", "nor"):
        last = min(last + 1 + (sentence.is_(last + 2, "out")), len(sentence.words) - 1)
    if sentence.is_(verb, "rule") and sentence.is_(verb + 1, "out"):
        last = max(last, verb + 1)
    region = rest_of_phrase(sentence, verb, last) or _to_end(sentence, last)
    first = at - 1 if sentence.is_(at, "nothing", "no", "unable") and at else at
    if region is None or (sentence.is_(verb, *_WHOLE) and sentence.is_(region[0], *_ASIDES)):
        region = _own_words(sentence, at, last) or _fronted(sentence, source)
    if region is None:
        region = (verb, verb)
    yield Finding((region,), (first, last), source, "object"), range(at, last + 1)


def _own_words(sentence: Sentence, at: int, last: int) -> Region | None:
    """ "had nothing to add" has no other content than itself."""
    return (at, last) if sentence.is_(at, "nothing", "no") else None


def _fronted(sentence: Sentence, source: Region) -> Region | None:
    """ "Whether it was so, he could not say": the question stands in front."""
    if source[0] > 1 and sentence.words[0].lower in ("whether", "how", "what", "why", "who", "when", "where", "if"):
        return trimmed(sentence, 0, source[0] - 1)
    return None


def _to_end(sentence: Sentence, last: int) -> Region | None:
    if last + 1 >= len(sentence.words) or sentence.words[last + 1].lower in (",", ".", ";", ":"):
        return None
    return trimmed(sentence, last + 1, clause_end(sentence, last + 1, last))


def _nearest_source(sentence: Sentence, at: int) -> Region | None:
    verbs = [one for one in range(at, -1, -1) if sentence.words[one].is_verb or sentence.words[one].tag == "MD"]
    return next((found for one in verbs if (found := own_source(sentence, one))), None)


def _no_comment(sentence: Sentence) -> Read:
    for at in range(1, len(sentence.words) - 1):
        if (
            sentence.is_(at, "no")
            and sentence.is_(at + 1, "comment")
            and sentence.is_(at - 1, "had", "has", "offered", "made")
        ):
            source = source_of(sentence, at - 1)
            if source is not None:
                region = _to_end(sentence, at + 1) or (at, at + 1)
                yield Finding((region,), (at - 1, at + 1), source, "object"), range(at - 1, at + 2)


def _quoted(sentence: Sentence) -> Read:
    """ "was quoted by X as saying ..." and "quoted X as saying ..."."""
    for verb in range(len(sentence.words)):
        if not sentence.is_(verb, "quoted", "quotes", "quoting", "cited", "cites"):
            continue
        saying = next((one for one in range(verb + 1, len(sentence.words)) if _as_saying(sentence, one)), None)
        if saying is None:
            continue
        passive = bool(sentence.below(verb, "auxpass"))
        source = own_source(sentence, verb) if passive else _quoted_object(sentence, verb, saying)
        if source is not None:
            yield from _said_so(sentence, verb, saying, source)


def _as_saying(sentence: Sentence, at: int) -> bool:
    if sentence.is_(at - 1, "as"):
        return cue_at(sentence, at) is not None
    return sentence.is_(at, "told", "said", "reported") and sentence.is_(at - 2, "as")


def _said_so(sentence: Sentence, verb: int, saying: int, source: Region) -> Read:
    region = (
        trimmed(sentence, saying + 1, clause_end(sentence, saying + 1, saying))
        if saying + 1 < len(sentence.words)
        else None
    )
    if region is None:
        region = trimmed(sentence, 0, source[0] - 1) if source[0] else None
    elif (source[0] > 1 and sentence.words[source[0] - 1].lower == ",") or (
        source[0] and sentence.words[source[0] - 1].quote
    ):
        region = trimmed(sentence, 0, source[0] - 1)
    if region is not None:
        yield Finding((region,), (verb, saying), source, "after"), range(verb, saying + 1)


def _quoted_object(sentence: Sentence, verb: int, saying: int) -> Region | None:
    end = saying - 2 if sentence.is_(saying - 2, "as") else saying - 1
    return trimmed(sentence, verb + 1, end - 1) if end - 1 > verb else None


def _cited(sentence: Sentence) -> Read:
    """ "X reported, citing Y, that ...": Y is the source."""
    return iter(())


def _hearsay(sentence: Sentence) -> Read:
    for at, word in enumerate(sentence.words):
        if word.lower not in _HEARSAY:
            continue
        verb = _clause_verb(sentence, at)
        if verb is None:
            continue
        region = _clause(sentence, verb, at)
        busy = cue_at(sentence, verb)
        if busy and "g" in busy[1] and sentence.words[verb].tag == "VBG" and busy[0] + 1 <= region[1]:
            tail = rest_of_phrase(sentence, verb, verb) or region
            yield Finding(((verb, tail[1]),), (at, at), own_source(sentence, verb), "object"), range(at, busy[0] + 1)
        else:
            yield Finding((region,), (at, at), None, "object"), range(at, at + 1)


def _clause_verb(sentence: Sentence, at: int) -> int | None:
    chain = [at, *sentence.above(at)]
    return next((one for one in chain if sentence.words[one].is_verb), None)


def _clause(sentence: Sentence, verb: int, cue: int) -> Region:
    """The clause of a verb, its subject included, up to where a contrast or another clause begins."""
    source = own_source(sentence, verb)
    first = min([source[0] if source else cue, cue, verb])
    first = _back(sentence, first)
    last = first
    for at in range(max(cue, verb), len(sentence.words)):
        if (
            at > max(cue, verb)
            and sentence.is_(at - 1, ",")
            and sentence.words[at].tag in ("IN", "CC", "WDT", "WP", "VBG", "DT", "JJ", "RB")
        ):
            break
        last = at
    return trimmed(sentence, first, last) or (first, last)


def _back(sentence: Sentence, first: int) -> int:
    while first > 0 and not (
        sentence.is_(first - 1, ",", ":", "—", "–", "-", "that", "and", "but") or sentence.words[first - 1].quote
    ):
        if sentence.words[first - 1].is_finite:
            break
        first -= 1
    return first


def _held(sentence: Sentence) -> Read:
    """ "is thought to", "are said to": nobody's word."""
    for at in range(1, len(sentence.words) - 1):
        if not (
            sentence.is_(at, *_HELD) and sentence.is_(at + 1, "to") and sentence.words[at].tag in ("VBN", "VBD", "JJ")
        ):
            continue
        be = next(
            (
                one
                for one in range(at - 1, max(-1, at - 4), -1)
                if sentence.is_(one, "is", "are", "was", "were", "been")
            ),
            None,
        )
        if be is None:
            continue
        region = _clause(sentence, at, be)
        region = (region[0], max(region[1], _infinitive_end(sentence, at, region)))
        yield Finding((region,), (be, at + 1), None, "object"), range(be, at + 2)


def _infinitive_end(sentence: Sentence, at: int, region: Region) -> int:
    return region[1]


def _according(sentence: Sentence) -> Read:
    for at in range(len(sentence.words) - 2):
        if not (sentence.is_(at, "according") and sentence.is_(at + 1, "to")):
            continue
        last = _source_end(sentence, at + 2)
        source = trimmed(sentence, at + 2, last)
        if source is None:
            continue
        region = _rest(sentence, source[1]) if at == 0 else trimmed(sentence, 0, at - 1)
        if region is None or _spoken_already(sentence, region):
            continue
        yield Finding((region,), (at, at + 1), source, "before"), range(at, at + 2)


def _source_end(sentence: Sentence, first: int) -> int:
    """The noun phrase after "according to": with its "who ..." and its second name, up to the comma that ends it."""
    heads = [
        one
        for one in range(first, len(sentence.words))
        if sentence.words[one].dep == "pobj" and sentence.words[one].head == first - 1
    ]
    last = max(sentence.subtree(heads[0])) if heads else first
    for at in range(first, last + 1):
        if sentence.words[at].lower in (";", ":", "—", "–") or sentence.words[at].quote:
            return at - 1
    return last


def _rest(sentence: Sentence, source_end: int) -> Region | None:
    start = source_end + 1
    if start >= len(sentence.words):
        return None
    return trimmed(sentence, start, clause_end(sentence, start, -1))


def _spoken_already(sentence: Sentence, region: Region) -> bool:
    """Whether the clause is an attribution itself: then "according to" only passes it on."""
    for at in range(region[0], region[1] + 1):
        cue = cue_at(sentence, at)
        held = sentence.is_(at, *_HEARSAY) or (sentence.is_(at, *_HELD) and sentence.is_(at + 1, "to"))
        if held or (cue and {"c", "t"} & cue[1] and sentence.words[at].is_finite and source_of(sentence, at)):
            return True
    return False
