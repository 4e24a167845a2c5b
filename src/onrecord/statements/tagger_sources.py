"""Whose words they are: the subject of a cue verb in a parsed sentence."""

from __future__ import annotations

from onrecord.statements.cues import cue_at
from onrecord.statements.tagger_nearby import nearby_source
from onrecord.statements.tagger_words import Sentence
from onrecord.text.names import is_title

RELATIVE = ("who", "which", "that")
_SUBJECT = ("nsubj", "nsubjpass", "csubj")


def source_of(sentence: Sentence, verb: int) -> tuple[int, int] | None:
    """First and last word of the subject of a verb, its own or the one it shares; None where it has none."""
    own = own_source(sentence, verb)
    if own is not None:
        return own
    return next((found for head in _sharing(sentence, verb) if (found := own_source(sentence, head))), None)


def own_source(sentence: Sentence, verb: int) -> tuple[int, int] | None:
    """First and last word of the subject that hangs on the verb itself, or of the phrase right before it."""
    after = _behind(sentence, verb)
    if after is not None:
        return after
    own = _own(sentence, verb)
    if own is not None and not _overgrown(sentence, own):
        return _nearer(sentence, verb, own)
    word = sentence.words[verb]
    if word.tag in ("VBD", "VBZ", "VBP", "VBN") and (sentence.is_(verb - 1, ",") or word.dep not in ("conj", "xcomp")):
        return nearby_source(sentence, verb) or own
    return own


def _behind(sentence: Sentence, verb: int) -> tuple[int, int] | None:
    """ "The drum leaked, said a fitter who saw it": a noun phrase behind the verb, a whole clause before it."""
    word, before = sentence.words[verb], sentence.words[max(0, verb - 1)]
    known = cue_at(sentence, verb)
    if known is None or known[1] & {"t", "o", "n", "i", "f", "r"}:
        return None
    if verb < 2 or word.tag not in ("VBD", "VBZ") or not (before.lower == "," or before.quote is not None):
        return None
    if not any(one.is_finite or one.quote is not None for one in sentence.words[: verb - 1]):
        return None
    heads = [
        one
        for one in sentence.children[verb]
        if one > verb and sentence.words[one].dep in ("dobj", "nsubj", "ccomp", "dep", "attr")
    ]
    opens = sentence.words[verb + 1 : verb + 2]
    if (
        not opens
        or opens[0].tag not in ("DT", "NNP", "PRP", "CD", "PRP$", "NN", "NNS", "JJ")
        or opens[0].quote is not None
    ):
        return None
    nouns = [one for one in heads if sentence.words[one].tag in ("NNP", "NN", "NNS", "NNPS", "PRP", "CD")]
    return phrase(sentence, nouns[0], verb) if nouns and _own_clause(sentence, verb) else None


def _own_clause(sentence: Sentence, verb: int) -> bool:
    """Whether the verb has no subject of its own before it but one that a clause in front has too."""
    before = [one for one in sentence.below(verb, *_SUBJECT) if one < verb and sentence.words[one].quote is None]
    return all(
        any(sentence.words[at].is_finite or sentence.words[at].tag == "VBD" for at in range(one, verb))
        for one in before
    )


def _nearer(sentence: Sentence, verb: int, own: tuple[int, int]) -> tuple[int, int]:
    """The phrase right before the verb where the parser's subject reaches back over a comma into a clause."""
    if sentence.is_(verb - 1, ",") or not any(word.lower == "," for word in sentence.words[own[0] : own[1] + 1]):
        return own
    near = nearby_source(sentence, verb)
    relative = any(word.tag in ("WP", "WDT", "WP$", "VBN", "VBG") for word in sentence.words[own[0] : own[1] + 1])
    if near is None or near[0] <= own[0] or relative or sentence.words[near[0]].tag not in ("NNP", "PRP"):
        return own
    role = _role_before(sentence, near[0])
    return own if role else near


def _role_before(sentence: Sentence, first: int) -> bool:
    return any(is_title(word.text) or word.text[:1].isupper() for word in sentence.words[max(0, first - 3) : first - 1])


def _overgrown(sentence: Sentence, region: tuple[int, int]) -> bool:
    """Whether a subject has swallowed a clause: a finite verb in it that no "who" or "which" opens."""
    words = sentence.words[region[0] : region[1] + 1]
    relative = any(word.tag in ("WP", "WDT", "WP$") for word in words)
    return not relative and any(word.is_finite for word in words)


def _sharing(sentence: Sentence, verb: int) -> list[int]:
    """The verbs whose subject this one shares: those it is joined to, or hangs on as a participle or infinitive."""
    shared, at = [], verb
    for head in sentence.above(verb):
        word = sentence.words[at]
        linked = word.dep == "conj" or word.tag in ("VBG", "VBN", "VB") or word.dep in ("xcomp", "acl", "prep", "pcomp")
        if not linked:
            break
        if sentence.words[head].is_verb:
            shared.append(head)
        at = head
    return shared


def _own(sentence: Sentence, verb: int) -> tuple[int, int] | None:
    heads = sentence.below(verb, *_SUBJECT)
    if not heads:
        return None
    spoken = [one for one in heads if sentence.words[one].quote is None]
    if not spoken:
        return _inverted(sentence, verb)
    head = min(spoken, key=lambda one: abs(one - verb))
    if sentence.words[head].lower in RELATIVE:
        return _antecedent(sentence, verb, head)
    return phrase(sentence, head, verb)


def _inverted(sentence: Sentence, verb: int) -> tuple[int, int] | None:
    """ "This, said Ann": the parser may take the quotation for the subject and the name for an object."""
    after = [one for one in sentence.below(verb, "dobj", "attr", "oprd", "npadvmod", "ccomp") if one > verb]
    nouns = [one for one in after if sentence.words[one].tag in ("NNP", "NN", "NNS", "NNPS", "PRP")]
    return phrase(sentence, nouns[0], verb) if nouns else None


def _antecedent(sentence: Sentence, verb: int, pronoun: int) -> tuple[int, int] | None:
    clause = next((one for one in (verb, *sentence.above(verb)) if sentence.words[one].dep in ("relcl", "acl")), None)
    if clause is None:
        return None
    head = sentence.words[clause].head
    if head >= pronoun or sentence.words[head].quote is not None or sentence.words[head].is_verb:
        return None
    first = min(one for one in sentence.subtree(head))
    return _trimmed(sentence, max(first, _left_limit(sentence, head, pronoun)), _before_comma(sentence, head, pronoun))


def _before_comma(sentence: Sentence, head: int, limit: int) -> int:
    last = head
    while last + 1 < limit and sentence.words[last + 1].lower not in (",", "—", "–", "-"):
        last += 1
    return last


def phrase(sentence: Sentence, head: int, verb: int) -> tuple[int, int]:
    """First and last word of the noun phrase of a head, on its own side of the verb, without commas at its ends."""
    places = [one for one in sentence.subtree(head) if (one < verb) == (head < verb)]
    first = max(min(places), _left_limit(sentence, head, verb))
    last = max(places)
    if head > verb:
        last = _right_limit(sentence, head, last)
    return _trimmed(sentence, first, last)


def _left_limit(sentence: Sentence, head: int, verb: int) -> int:
    """A subject never reaches back over a quotation, nor over a comma with a finite verb before it."""
    low = verb if head > verb else -1
    for at in range(head - 1, low, -1):
        word = sentence.words[at]
        if word.quote is not None or word.lower in (":", ";"):
            return at + 1
        if word.is_finite and not _in_relative(sentence, at, head):
            return _next_after_comma(sentence, at, head)
    return low + 1


def _in_relative(sentence: Sentence, verb: int, head: int) -> bool:
    chain = [verb, *sentence.above(verb)]
    if head not in chain:
        return False
    return any(sentence.words[one].dep in ("relcl", "acl") for one in chain[: chain.index(head)])


def _next_after_comma(sentence: Sentence, at: int, head: int) -> int:
    commas = [one for one in range(at, head) if sentence.words[one].lower in (",", "and", "but", "that", "—", "–", "-")]
    return (commas[0] + 1) if commas else at + 1


def _right_limit(sentence: Sentence, head: int, last: int) -> int:
    """A subject after its verb ends before a quotation or a colon."""
    for at in range(head + 1, last + 1):
        if sentence.words[at].quote is not None or sentence.words[at].lower in (":", ";"):
            return at - 1
    return last


def _trimmed(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    while first < last and (
        sentence.words[first].lower in (",", "and", "but", "while", "though", "as", "-", "–", "—", "that", "because")
        or sentence.words[first].quote
    ):
        first += 1
    while last > first and sentence.words[last].lower in (",", ".", "-", "–", "—", ":"):
        last -= 1
    return first, last
