"""A source without a title: a name, a body, a noun, or a noun with a name behind it."""

from __future__ import annotations

import re

from onrecord.statements.speakers_words import (
    LINKS,
    OF,
    OWNERS,
    Phrase,
    after_of,
    body_kinds,
    head_of,
    is_body_word,
    is_plain_word,
    joins,
    kind_of,
    name_from,
    starts_definite,
    without_determiners,
)
from onrecord.text.names import POSSESSIVE, is_capital, is_common, is_given, is_particle, plain


def without_title(chunk: str, parts: list[str]) -> Phrase:
    """The parts of a source in which no word is a title."""
    if not parts:
        return Phrase(chunk)
    definite = starts_definite(parts)
    apposed = _apposed(chunk, parts)
    if apposed is not None:
        return apposed
    possessor = next((at for at, word in enumerate(parts) if POSSESSIVE.search(word)), None)
    served = possessor is not None and is_capital(parts[0]) and "of" in parts[2:possessor]
    if possessor is not None and possessor + 1 < len(parts) and not served and not _plural_in_name(parts, possessor):
        return _possessed(chunk, parts, possessor, definite=definite)
    start = 1 if is_common(parts[0]) and len(parts) > 1 else 0
    first = next((at for at in range(start, len(parts)) if is_capital(parts[at])), None)
    if first is None or _is_of_something(parts[:first]):
        return _common(chunk, parts, definite=definite)
    return _named(chunk, parts, first, definite=definite)


_SEATS = ("city", "town", "state", "village", "county", "province", "republic", "kingdom", "island", "district")


def _is_of_something(before: list[str]) -> bool:
    """ "members of" in front of a name: what is meant is not what is named. "The city of" Harrow is Harrow."""
    at = next((at for at, word in enumerate(before) if word in OF), None)
    return at is not None and at > 0 and plain(before[at - 1]) not in _SEATS and not is_body_word(plain(before[at - 1]))


def _apposed(chunk: str, parts: list[str]) -> Phrase | None:
    """ "curator Ada Brook", "Lola's ex Tore Frey", "his wife Ada": what somebody is, right before the name."""
    at = len(parts)
    while at and (is_capital(parts[at - 1]) or is_particle(parts[at - 1])):
        at -= 1
    while at < len(parts) and is_particle(parts[at]):
        at += 1
    name = name_from(parts, at)
    if at and at < len(parts) and at + len(name) == len(parts) and _names_behind(parts[:at]):
        return Phrase(chunk, " ".join(name), head=plain(parts[at - 1]), body=True, definite=starts_definite(parts))
    told = at > 0 and (is_plain_word(parts[at - 1]) or parts[at - 1] in ("one", "two", "three"))
    personal = len(name) > 1 or any(is_given(word) for word in name)
    if any(is_capital(word) and parts[one + 1] in OF for one, word in enumerate(parts[: at - 1])):
        return None
    if not (told and personal and at + len(name) == len(parts)) or len(name) > 5:
        return None
    if any(is_body_word(plain(word)) for word in name):
        return None
    before = parts[:at]
    owner = next((one for one, word in enumerate(before) if POSSESSIVE.search(word) or plain(word) in OWNERS), None)
    of = " ".join([*before[:owner], POSSESSIVE.sub("", before[owner])]) if owner is not None else None
    role = " ".join(word for word in without_determiners(before) if plain(word) not in OWNERS)
    return Phrase(chunk, " ".join(name), role, of or _adjective(before), title=True)


def _names_behind(before: list[str]) -> bool:
    """Whether the last of these words makes a body of the name behind it: "the drug firm Harrow"."""
    return kind_of(plain(before[-1])) in ("firm", "body", "outlet") and not any(word in OF for word in before)


def _adjective(before: list[str]) -> str | None:
    """The name in front of a noun: "Harrow curator"."""
    return " ".join(word for word in before if is_capital(word) and not is_common(word)) or None


def _plural_in_name(parts: list[str], at: int) -> bool:
    """ "Dock Workers' Union": a plural possessive inside a name."""
    plural = parts[at].endswith(("s'", "s’")) and is_capital(parts[at]) and is_capital(parts[at + 1])
    return plural and any(is_body_word(plain(word)) for word in parts[at + 1 :])


def _possessed(chunk: str, parts: list[str], possessor: int, *, definite: bool) -> Phrase:
    of = " ".join([*parts[:possessor], POSSESSIVE.sub("", parts[possessor])])
    of = re.sub(r"^(?:The|A|An) ", "", of)
    name = name_from(parts, possessor + 1)
    if name and not any(is_body_word(plain(word)) for word in name):
        return Phrase(chunk, " ".join(name), of=of, title=True)
    head = plain(head_of(parts[possessor + 1 :]))
    if not name and not is_body_word(head):
        owner = re.sub(r"^(?:\w+ )?of ", "", of)
        return Phrase(chunk, of=owner, head=head, definite=definite or is_capital(parts[0]))
    whole = " ".join(parts[(1 if is_common(parts[0]) else 0) :])
    return Phrase(chunk, name=whole, of=of, head=head, body=True, definite=definite)


def _common(chunk: str, parts: list[str], *, definite: bool) -> Phrase:
    head = plain(head_of(parts))
    pair = re.search(rf"(\w+ {re.escape(head)})\b", chunk.lower())
    if pair and pair[1] in body_kinds():
        head = pair[1]
    return Phrase(chunk, of=after_of(parts), head=head, definite=definite)


def _named(chunk: str, parts: list[str], first: int, *, definite: bool) -> Phrase:
    name = _long_name(parts, first)
    rest = parts[first + len(name) :]
    body = (
        definite
        or any(is_body_word(plain(word)) for word in (*parts[:first], *name))
        or bool(rest and is_body_word(plain(rest[0])))
    )
    if rest and is_body_word(plain(rest[0])):
        name, rest = [*name, rest[0]], rest[1:]
    if rest and rest[0] not in OF and not is_body_word(plain(rest[0])):
        noun = head_of(parts)
        return Phrase(chunk, of=" ".join(name), head=None if is_capital(noun) else plain(noun), definite=definite)
    of = after_of(rest)
    lone = bool(of) and not definite and len(name) in (2, 3) and not any(is_body_word(plain(word)) for word in name)
    called = plain(parts[first - 1]) if first and is_body_word(plain(parts[first - 1])) else None
    return Phrase(chunk, " ".join(name), of=of, head=called, body=body and not lone, title=lone, definite=definite)


def _and_inside(parts: list[str], at: int) -> bool:
    """ "Harrow Works and Transport Committee": the noun that names the body follows only behind the "and"."""
    rest = name_from(parts, at + 1)
    noun = plain(rest[-1]) if rest else plain(next(iter(parts[at + 1 :]), ""))
    return parts[at] in ("and", "&") and bool(rest) and is_body_word(noun) and not is_body_word(plain(parts[at - 1]))


def _long_name(parts: list[str], first: int) -> list[str]:
    name: list[str] = []
    for at in range(first, len(parts)):
        word = parts[at]
        inner = bool(name) and (joins(parts, at) or _and_inside(parts, at) or is_particle(word) or word[0].isdigit())
        if not (is_capital(word) or inner):
            break
        name.append(POSSESSIVE.sub("", word) if at + 1 == len(parts) else word)
    while name and (name[-1] in LINKS or is_particle(name[-1])):
        name.pop()
    return name
