"""A source with a title in it: "Norland's foreign minister, Ada Brook", "Governor of Harrow Ada Brook"."""

from __future__ import annotations

import re

from onrecord.statements.speakers_words import (
    OF,
    OWNERS,
    Phrase,
    after_of,
    is_body_word,
    kind_of,
    name_from,
    portfolios,
    starts_definite,
    without_determiners,
)
from onrecord.text.names import POSSESSIVE, is_capital, is_common, is_given, is_title, plain, title_kinds


def last_title(parts: list[str]) -> int | None:
    """The last title before any "of ...": the head of the phrase, or right before the name."""
    found = None
    for at, word in enumerate(parts):
        if found is not None and (word in OF or _is_named_by_honorific(parts, at)):
            break
        if at == 0 and word in OF:
            return None
        body = at + 1 < len(parts) and is_capital(parts[at + 1]) and is_body_word(plain(parts[at + 1]))
        named = _is_surname(parts, at) or (found is not None and _in_name(parts, at))
        if is_title(word) and not POSSESSIVE.search(word) and not body and not named:
            found = at
    return found


def _is_named_by_honorific(parts: list[str], at: int) -> bool:
    """ "Mr King": a name, though it could be a title. "Mr King's deputy" is about the deputy."""
    return title_kinds().get(plain(parts[at - 1])) == "honorific" and not POSSESSIVE.search(parts[at])


def _is_surname(parts: list[str], at: int) -> bool:
    """ "Ada Baker": a title in capitals behind nothing but a given name."""
    return at + 1 == len(parts) and is_capital(parts[at]) and 0 < at < 3 and is_given(parts[0])


def _in_name(parts: list[str], at: int) -> bool:
    before = parts[at - 1]
    return is_capital(parts[at]) and is_capital(before) and not is_title(before) and plain(before) not in portfolios()


def with_title(chunk: str, parts: list[str], title: int) -> Phrase:
    """The parts of a source whose title is the word at ``title``."""
    start = title + 1 + _of_portfolio(parts[title + 1 :])
    name = name_from(parts, start)
    if not name and title == len(parts) - 1 and _is_body_like(parts):
        return Phrase(chunk, " ".join(parts), body=True)
    holds = title_kinds().get(plain(parts[title])) not in ("voice", "aide") and parts[0] not in ("a", "an", "A", "An")
    behind = _behind_office(parts, start) if holds and not name else []
    if behind:
        name, start = behind, len(parts) - len(behind)
    before = parts[: title + 1]
    rest = parts[start + len(name) :]
    role = [*without_determiners(before), *parts[title + 1 : start], *([] if name else rest)]
    only_honorific = all(title_kinds().get(plain(word)) == "honorific" for word in before)
    return Phrase(
        chunk,
        " ".join(name) or None,
        None if only_honorific else " ".join(role).strip(),
        _served(before) or after_of(parts[title + 1 : start] if behind else rest),
        None if name else plain(parts[title]),
        title=True,
        definite=starts_definite(parts),
    )


def _of_portfolio(rest: list[str]) -> int:
    """How many words tell what a minister is minister of, where a name follows: "of Works Ada Fross"."""
    at = 1
    while rest[:1] == ["of"] and at < len(rest) and (plain(rest[at]) in portfolios() or (rest[at] == "and" and at > 1)):
        at += 1
    return at if at > 1 and len(name_from(rest, at)) > 1 else 0


def _behind_office(parts: list[str], start: int) -> list[str]:
    """The name behind what an office is of: "ambassador to Quarnia Ada Brook"; empty where that is not clear."""
    if parts[start : start + 1] and parts[start] in OF:
        for at in range(start + 2, len(parts)):
            name = name_from(parts, at)
            opens = is_title(parts[at - 1]) or (is_given(parts[at]) and len(name) > 1)
            if opens and len(name) < 5 and at + len(name) == len(parts):
                return name
    return []


def _is_body_like(parts: list[str]) -> bool:
    """ "Harrow General": capitals throughout that end in a word which elsewhere is a title."""
    capitals = len(parts) > 1 and all(is_capital(word) for word in parts)
    owned = any(POSSESSIVE.search(word) for word in parts)
    return capitals and not owned and not is_common(parts[0]) and plain(parts[0]) not in portfolios()


def _served(before: list[str]) -> str | None:
    """Whom the title serves, in the words before it: "Norland's foreign minister", "Quarnian Defence Minister"."""
    for at, word in enumerate(before[:-1]):
        if POSSESSIVE.search(word):
            return re.sub(r"^[Oo]ne of ", "", " ".join([*before[:at], POSSESSIVE.sub("", word)]))
    kept = [word for at, word in enumerate(before[:-1]) if _names_served(before, at)]
    while kept and plain(kept[-1]) in portfolios() and not is_body_word(plain(kept[-1])):
        kept.pop()
    return " ".join(kept) or None


def _names_served(before: list[str], at: int) -> bool:
    word, low = before[at], plain(before[at])
    portfolio = low in portfolios() and kind_of(low) in (None, "name")
    skipped = portfolio and (is_title(before[at + 1]) or not is_body_word(plain(before[at + 1])))
    if low in OWNERS:
        return True
    if is_common(word) or skipped or is_title(word):
        return False
    return is_capital(word) or is_body_word(low)
