"""What is said: where in a parsed sentence the content of a cue verb stands."""

from __future__ import annotations

from onrecord.statements.cues import cue_at
from onrecord.statements.tagger_sources import own_source
from onrecord.statements.tagger_words import Sentence

Region = tuple[int, int]
_DASHES = ("-", "–", "—", "--")
_QUESTION = ("whether", "if", "how", "what", "why", "when", "where", "who", "which")
_STOPS = (",", ".", ";", ":", "?", "!", *_DASHES)


def trimmed(sentence: Sentence, first: int, last: int) -> Region | None:
    """The region without commas, dashes and stops at its ends; None where nothing is left."""
    while first <= last and sentence.words[first].quote is None and _opens_nothing(sentence, first, last):
        first += 1
    while last >= first and sentence.words[last].quote is None and sentence.words[last].lower in _STOPS:
        last -= 1
    return (first, last) if first <= last else None


def _opens_nothing(sentence: Sentence, first: int, last: int) -> bool:
    word = sentence.words[first]
    return word.lower in _STOPS or (word.lower == "that" and word.tag != "DT" and first < last)


def quote_after(sentence: Sentence, cue: int) -> int | None:
    """The quotation that a cue leads into: with nothing but its hearer, place and time between."""
    for at in range(cue + 1, len(sentence.words)):
        word = sentence.words[at]
        if word.quote is not None:
            return at
        if word.is_finite or cue_at(sentence, at):
            return None
    return None


def clause_after(sentence: Sentence, verb: int, cue: int) -> Region | None:
    """The clause a cue governs, to its right."""
    start = _clause_start(sentence, verb, cue)
    if start is None:
        return None
    return trimmed(sentence, start, clause_end(sentence, start, verb))


def _clause_start(sentence: Sentence, verb: int, cue: int) -> int | None:
    marked = _marked(sentence, cue)
    if marked is not None:
        return marked
    for child in sentence.below(verb, "ccomp", "advcl", "parataxis"):
        if child > cue and sentence.words[child].quote is None:
            left = [one for one in sentence.subtree(child) if one > cue]
            if sentence.words[child].dep == "ccomp" and own_source(sentence, child):
                return _past_commas(sentence, left[0])
    return _bare(sentence, cue)


def _past_commas(sentence: Sentence, at: int) -> int:
    while sentence.is_(at, ","):
        at += 1
    return at


def _marked(sentence: Sentence, cue: int) -> int | None:
    """The "that", "whether", "how" that opens the clause: right after the cue, its hearer, place and time."""
    for at in range(cue + 1, len(sentence.words)):
        word = sentence.words[at]
        if word.quote is not None or (word.is_finite and at > cue + 1) or (at > cue + 1 and _speaks(sentence, at)):
            return None
        if word.lower == "that" and word.tag in ("IN", "WDT") and not sentence.is_(at + 1, ",", "."):
            return None if word.tag == "WDT" and _describes(sentence, at, cue) else at
        if word.lower in _QUESTION and word.tag != "NN" and (at == cue + 1 or word.lower in ("whether", "how", "why")):
            return at
    return None


def _describes(sentence: Sentence, that: int, cue: int) -> bool:
    """Whether a "that" opens a relative clause: it follows a noun that is no hearer, day or place of the cue."""
    before = sentence.words[that - 1]
    return that - cue > 3 and before.tag in ("NN", "NNS") and that + 1 < len(sentence.words)


def _speaks(sentence: Sentence, at: int) -> bool:
    known = cue_at(sentence, at)
    return bool(known and {"c", "t"} & known[1])


def _bare(sentence: Sentence, cue: int) -> int | None:
    """A clause without "that" right behind the cue: a noun phrase and a finite verb before any comma."""
    if not sentence.words[cue + 1 : cue + 2] or sentence.words[cue + 1].lower in _STOPS:
        return None
    for at in range(cue + 1, min(len(sentence.words), cue + 12)):
        word = sentence.words[at]
        if word.lower in _STOPS or word.quote is not None:
            return None
        if word.is_finite and at > cue + 1:
            return _bare_start(sentence, cue, at)
    return None


def _bare_start(sentence: Sentence, cue: int, finite: int) -> int | None:
    """Where the clause of a finite verb begins, if its subject stands right behind the cue or its hearer."""
    there = next((at for at in range(cue + 1, finite) if sentence.words[at].tag == "EX"), None)
    if there is not None:
        return there
    subject = own_source(sentence, finite)
    if subject is None or not cue < subject[0] < finite:
        return None
    relative = sentence.words[finite].dep == "relcl" or sentence.words[sentence.words[finite].head].dep == "relcl"
    return cue + 1 if relative else subject[0]


def clause_end(sentence: Sentence, start: int, verb: int) -> int:
    """Where a clause that begins at a word ends: at the end of the sentence, or where another takes over."""
    limit = len(sentence.words) - 1
    if verb >= 0 and _inside_another(sentence, verb, start):
        limit = max(start, *(at for at in sentence.subtree(verb)))
    for at in range(start + 1, limit + 1):
        if sentence.words[at].quote is None and _takes_over(sentence, at, verb):
            return at - 1
    return limit


def _inside_another(sentence: Sentence, verb: int, start: int) -> bool:
    """Whether a cue stands in a "who ..." or before the main verb, so that the sentence goes on without it."""
    word = sentence.words[verb]
    if word.dep in ("relcl", "acl"):
        return True
    return word.tag == "VBG" and any(sentence.words[at].is_verb and at > verb for at in sentence.above(verb))


def _takes_over(sentence: Sentence, at: int, verb: int) -> bool:
    word, before = sentence.words[at], sentence.words[at - 1]
    if word.lower in _DASHES and word.tag in (":", ",", "HYPH", "NFP"):
        return word.tag != "HYPH"
    if before.lower != ",":
        return word.lower == "according" and sentence.is_(at + 1, "to")
    if word.lower in ("according", "after") or _time_aside(sentence, at):
        return True
    if word.tag == "VBG":
        return bool(cue_at(sentence, at)) or _hangs_on(sentence, at, verb)
    if word.lower in ("while", "whereas", "but", "and", "although", "though"):
        return _another_speaks(sentence, at) or (word.lower != "and" and _hangs_on(sentence, at, verb))
    return False


def _time_aside(sentence: Sentence, at: int) -> bool:
    """ ", four days after ...", ", a fortnight before ..."."""
    for place in range(at + 1, min(at + 5, len(sentence.words))):
        if sentence.is_(place, "after", "before") and sentence.words[place - 1].tag in ("NN", "NNS"):
            return True
        if sentence.words[place].is_finite or sentence.words[place].lower == ",":
            return False
    return False


def _hangs_on(sentence: Sentence, at: int, verb: int) -> bool:
    """Whether a clause opener belongs to the cue verb itself by the parse, not to the clause it governs."""
    head = sentence.words[at].head
    if sentence.words[at].tag in ("IN", "CC"):
        head = sentence.words[head].head if sentence.words[at].dep == "mark" else head
    return head == verb


def _another_speaks(sentence: Sentence, at: int) -> bool:
    """Whether the clause that begins here is somebody's speaking again."""
    for verb in range(at + 1, min(len(sentence.words), at + 25)):
        cue = cue_at(sentence, verb)
        if cue and ("c" in cue[1] or "o" in cue[1]):
            source = own_source(sentence, verb)
            return bool(source and source[0] > at - 1) or verb == at + 1
        if (
            sentence.words[verb].is_finite
            and sentence.words[verb].tag != "MD"
            and sentence.words[verb].dep not in ("aux", "auxpass", "relcl")
        ):
            return False
    return False


def before(sentence: Sentence, left: int, start: int) -> Region | None:
    """The content before a cue clause that begins at ``left``: from ``start`` to the comma or quotation there."""
    edge = left - 1
    if edge < start or not (sentence.words[edge].lower in (",", "?", "!", *_DASHES) or sentence.words[edge].quote):
        return None
    region = trimmed(sentence, start, edge)
    if region is None:
        return None
    first, last = region
    opener = sentence.words[first]
    if any(word.is_finite or word.quote or word.tag == "VB" for word in sentence.words[first : last + 1]):
        return region
    timed = any(word.lower in ("after", "before", "since") for word in sentence.words[first : last + 1])
    unopened = not timed and opener.tag not in ("IN", "RB", "VBG", "VBN", "TO", "CC", "WRB") and last - first >= 3
    return region if unopened or _goes_on(sentence, left) else None


def _goes_on(sentence: Sentence, left: int) -> bool:
    """Whether a clause broken by "he said" goes on behind it: 'The pump, he said, "leaks"'."""
    for at in range(left + 1, min(len(sentence.words), left + 8)):
        if sentence.words[at].lower == "," and cue_at(sentence, at - 1):
            return at + 1 < len(sentence.words) and sentence.words[at + 1].is_finite
    return False


def after_comma(sentence: Sentence, cue: int) -> Region | None:
    """What goes on after a cue clause set between commas: 'The pump, he said, "leaks"'."""
    comma = next((at for at in range(cue + 1, len(sentence.words)) if sentence.words[at].lower in (",", ":")), None)
    if comma is None or comma + 1 >= len(sentence.words) or comma - cue > 8:
        return None
    if any(word.is_finite or word.tag == "VBG" for word in sentence.words[cue + 1 : comma]):
        return None
    return trimmed(sentence, comma + 1, clause_end(sentence, comma + 1, cue))


def object_after(sentence: Sentence, verb: int, cue: int) -> Region | None:
    """The object of a cue: a noun phrase, a "having said ..." or what a preposition of the cue governs."""
    if sentence.is_(cue + 1, "as"):
        return rest_of_phrase(sentence, verb, cue)
    anchors = [cue] if cue != verb else []
    children = [one for at in (verb, *anchors) for one in sentence.children[at] if one > cue]
    objects = [
        one for one in children if sentence.words[one].dep in ("dobj", "xcomp", "pobj", "ccomp", "pcomp", "dative")
    ]
    if not objects and cue == verb:
        return None
    first = min((min(x for x in sentence.subtree(one) if x > cue) for one in objects), default=cue + 1)
    last = max((max(sentence.subtree(one)) for one in objects), default=cue + 1)
    return _cut(sentence, first, last, verb)


def rest_of_phrase(sentence: Sentence, verb: int, cue: int) -> Region | None:
    """All that follows a cue in its clause: "urged the council to send observers"."""
    places = [one for one in sentence.subtree(verb) if one > cue]
    if not places or sentence.words[cue + 1].lower in _STOPS:
        return None
    return _cut(sentence, cue + 1, places[-1], verb)


def _cut(sentence: Sentence, first: int, last: int, verb: int) -> Region | None:
    end = min(last, clause_end(sentence, first, verb))
    for at in range(first + 1, end + 1):
        if (sentence.is_(at - 1, ",") and _turns_aside(sentence, at)) or sentence.is_(at, ":"):
            return trimmed(sentence, first, at - 1)
    return trimmed(sentence, first, end)


def _turns_aside(sentence: Sentence, at: int) -> bool:
    """Whether an apposition, a relative clause or the next verb of the same subject begins here."""
    word = sentence.words[at]
    if word.tag in ("WDT", "WP", "WP$", "VBG") or word.lower in ("a", "an"):
        return True
    return (
        word.lower in ("and", "but")
        and at + 1 < len(sentence.words)
        and sentence.words[at + 1].tag in ("VBD", "VBZ", "MD", "RB")
    )
