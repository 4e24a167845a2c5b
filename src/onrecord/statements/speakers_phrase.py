"""Reads the words that name a source: which part is the name, which the role, and of whom."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.statements.speakers_titled import last_title, with_title
from onrecord.statements.speakers_untitled import without_title
from onrecord.statements.speakers_words import (
    PRONOUNS,
    Phrase,
    is_body_word,
    is_plain_word,
    kind_of,
    office_verbs,
    until_of,
)
from onrecord.text.names import is_title, plain, pronoun_of_name, words

MAX_SOURCE = 400  # characters: what is longer names nobody in its end
_AROUND = " ,;:-–—*_\"“”„«»‘’'[]"
_BEFORE = re.compile(
    r"^(?:(?:(?:On )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|Later|Earlier|Then|Meanwhile|Yesterday|Today|Separately"
    r"|(?:(?:An?|One|Two|Three|Several) )?(?:hours?|days?|weeks?|months?) (?:later|earlier|before))"
    r",? (?=[A-Z]|the |an? |his |her |its |their )"
    r"|(?:according to|in the words of|and|but|while|as|by|said|says) (?=\w))",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"(?: (?:himself|herself|itself|themselves|said|says|told|later|earlier|also|then|soon)|['’]s?)$")
_SEAT = re.compile(
    r"(?:(?:who was |as )?(?:quoted|cited|interviewed) (?:by|in|on)|speaking|citing|quoting|reached|asked) .*"
    r"|[DRI]-[A-Z].*|(?:including|such as|like|among|along with|called|named|dubbed) .*"
    r"|(?:aged )?\d{1,3}|[KQS]C|MP|[JS]r\.?"
)
# A part between commas that tells what somebody did, and not what they are: "met reporters", "opened the gate".
_DOES = re.compile(
    r"(?:met|left|went|came|took|gave|made|held|spoke|wrote|told|said|saw|ran|won|lost|got|put|read|sat|stood|began|kept"
    r"|brought|sent|paid|fell|flew|drove|broke|chose|found|heard|knew|felt|thought|was|were|is|are|has|had|will|would"
    r"|[a-z]+ed (?:the|an?|his|her|its|their|that|to|on|in|with|at|reporters|it|him|them))\b"
)
_CLAUSE = re.compile(r"\s+(?:and\s+)?(?:who|which|whose|that|speaking|asked|quoted|when)\s+(?=[a-z])")


def read_phrase(text: str) -> Phrase:
    """The parts of a source. Never fails: what cannot be read stays in ``text``."""
    text = in_plain_words(text)
    if text.lower() in PRONOUNS:
        return Phrase(text, pronoun=True)
    read = [_chunk(chunk) for chunk in _chunks(text)]
    joined = replace(read[0], text=text)
    for one in read[1:]:
        joined = _join_served(joined, one) or _join(joined, one)
    return joined


def in_plain_words(text: str) -> str:
    """A source without the marks, days and words of speaking around it, in single spaces."""
    text = " ".join(text[:MAX_SOURCE].replace("--", "–").split()).strip(_AROUND)
    text = _BEFORE.sub("", text)
    return text if text.lower() in PRONOUNS else _BEHIND.sub("", text).strip(_AROUND)


def _chunks(text: str) -> list[str]:
    """The comma-separated parts, brackets dropped, numbers (an age), seats and asides left out."""
    text = re.sub(r"\([^)]*\)", "", text)
    parts = [part.strip() for part in re.split(r",\s+|\s+[–—-]\s+", text) if part.strip()]
    kept = [part for at, part in enumerate(parts) if not (_SEAT.fullmatch(part) or (at and _DOES.match(part)))]
    return kept[:6] or [text]


def _join_served(first: Phrase, more: Phrase) -> Phrase | None:
    """ "Ada Brook, for the mill": nothing but whom somebody serves."""
    bare = more.of and not (more.name or more.role or more.head)
    return replace(first, of=more.of, title=True) if bare and first.name and not (first.of or first.body) else None


def _join(first: Phrase, more: Phrase) -> Phrase:
    if first.name is None:
        return _join_named(first, more)
    if first.body:
        return replace(first, head=first.head or (more.head if is_body_word(more.head or "") else None))
    if more.name is None:
        return _join_described(first, more)
    return replace(first, role=more.role, of=more.of, title=True) if more.role and not first.role else first


def _join_described(first: Phrase, more: Phrase) -> Phrase:
    """ "Ada Brook, director of the mill", "Corvex, the drug maker"."""
    personal = first.title or pronoun_of_name(first.name or "") is not None
    loose = _loose_role(more.text) if personal and not (first.role or more.role) else None
    if more.role or loose:
        return replace(first, role=_both(first.role, more.role or loose), of=first.of or more.of, title=True)
    if kind_of(more.head or "") in ("firm", "body", "outlet") and _tells_what(more.text):
        return replace(first, body=not first.title, head=more.head)
    return first


_LOOSE = re.compile(r"(?:an? |the )?([a-z][a-z-]+(?: [a-z-]+){0,3}?(?: (?:at|of|for|with|in|from) .{2,80})?)")
_NO_ROLE = re.compile(r"\w+(?:ed|ing|ly) ?|(?:who|at|in|on|for|from|with|not|no)\b|.* (?:is|are|was|has|had|will)\b")


def _loose_role(text: str) -> str | None:
    """What somebody is, in a part between commas without any title known here: "foreman at the dam"."""
    found = _LOOSE.fullmatch(text)
    if found is None or not is_plain_word(found[1].split()[0]) or _NO_ROLE.match(found[1]):
        return None
    return found[1]


def _tells_what(text: str) -> bool:
    """Whether a part between commas says what the name before it is: "the anti-doping agency"."""
    return re.match(r"(?:an?|the|its|[A-Z][\w-]+['’]s) ", text) is not None


def _join_named(first: Phrase, more: Phrase) -> Phrase:
    """ "the ministry's spokeswoman" and then the name, or "the company" and then the company's."""
    if more.name is None:
        return first
    if not (first.head or first.role):
        return replace(more, text=first.text)
    if more.role:
        return replace(more, text=first.text, role=_both(more.role, first.role), of=more.of or first.of)
    body = first.role is None and kind_of(first.head or "") in ("firm", "body", "outlet", "state")
    role = first.role or (None if body else _described(first))
    return replace(first, name=more.name, role=role, body=body or more.body, title=not (body or more.body))


def _described(first: Phrase) -> str | None:
    """What a person is called without a title: "niece" of "Ada Brook's niece"."""
    return first.head if first.of else re.sub(r"^(?:an?|the|one) ", "", first.text, flags=re.IGNORECASE).split(",")[0]


def _both(rank: str | None, office: str | None) -> str | None:
    """ "General" and "head of the service" are one role, a rank first."""
    return ", ".join(one for one in (rank, office) if one) or None


def _chunk(chunk: str) -> Phrase:
    clause = re.match(r"(?:who|which|whose|that)\b\s*(.*)", chunk)
    if clause:
        return _office(_CLAUSE.split(clause[1], maxsplit=1)[0]) or Phrase(chunk)
    chunk = re.sub(r"^(?:now|currently|then|himself|herself|both|formerly) (?=an? )", "", chunk)
    found = _somebodys(chunk) or _placed(chunk)
    if found is not None:
        return found
    cut = _CLAUSE.split(chunk, maxsplit=1)[0]
    calling = _calling(cut)
    if calling is not None:
        return calling
    parts = words(cut)
    title = last_title(parts)
    return without_title(cut, parts) if title is None else with_title(cut, parts, title)


def _somebodys(chunk: str) -> Phrase | None:
    """ "the office of ...", "for the mill"."""
    office = re.match(r"(?:[Tt]he )?(?:[Oo]ffice|[Ss]taff|[Tt]eam) of (.*)", chunk)
    if office:
        return Phrase(chunk, of=office[1], head="office", definite=True)
    served = re.match(r"(?:speaking )?(?:for|on behalf of) (.+)", chunk)
    if served:
        return Phrase(chunk, of=served[1], definite=True)
    member = re.match(r"(?:of|at|with) (.+)", chunk)
    named = member and any(is_body_word(plain(word)) or (word.isupper() and len(word) > 1) for word in words(member[1]))
    return Phrase(chunk, of=member[1], definite=True) if member and named else None


def _placed(chunk: str) -> Phrase | None:
    """ "the harbour court in Harrow": a body named by its place."""
    place = re.match(r"(?:[Tt]he )?((?:[\w-]+ )?[a-z]+) in ((?:[A-Z][\w’'-]+ ?)+)$", chunk)
    if not place or not is_body_word(place[1].split()[-1]):
        return None
    seat = place[2].strip()
    return Phrase(chunk, name=f"{seat} {place[1]}", of=seat, head=place[1].split()[-1], body=True)


def _calling(chunk: str) -> Phrase | None:
    """ "a warden at the Harrow Museum", of whatever calling."""
    found = re.match(r"(?:an?|the) ((?:[a-z-]+ ){0,3}[a-z-]+) (?:with|at|of|for|from|in) ((?:the )?[A-Z].*)", chunk)
    if not found or is_body_word(found[1].split()[-1]) or any(is_title(word) for word in found[1].split()):
        return None
    return Phrase(chunk, role=re.sub(r"^(?:an?|the) ", "", chunk), of=until_of(found[2].split()), title=True)


def _office(clause: str) -> Phrase | None:
    """ "who heads the Harrow Service"."""
    parts = words(clause)
    parts = parts[1:] if parts and parts[0] in ("also", "now", "once") else parts
    if not parts or parts[0] not in office_verbs():
        return None
    of = parts[2:] if parts[1:2] in (["for"], ["on"], ["over"], ["as"]) else parts[1:]
    return Phrase(clause, role=f"{office_verbs()[parts[0]]} of {' '.join(of)}", of=" ".join(of) or None)
