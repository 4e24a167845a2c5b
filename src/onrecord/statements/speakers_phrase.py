"""Reads the words that name a source: which part is the name, which the role, and of whom."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from onrecord.knowledge.tables import table
from onrecord.text.names import POSSESSIVE, is_capital, is_common, is_particle, is_title, plain, title_kinds, words

_DAY = re.compile(
    r"^(?:(?:On )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Later|Earlier|Then|Meanwhile|Yesterday|Today|Separately)"
    r" (?=[A-Z]|the |an? |his |her |its |their )"
)
PRONOUNS = frozenset(
    ["he", "she", "they", "it", "who", "him", "her", "them", "i", "we", "himself", "herself", "itself", "which"]
)
_VERBS_OF_OFFICE = {
    "heads": "head", "leads": "leader", "chairs": "chair", "runs": "head", "commands": "commander",
    "directs": "director",
    "speaks": "spokesperson", "represents": "representative", "keeps": "keeper", "owns": "owner", "edits": "editor",
    "presides": "president", "oversees": "head",
    "manages": "manager", "founded": "founder", "headed": "former head", "led": "former leader",
}  # fmt: skip
_OF = ("of", "for", "at", "from", "in", "with", "to")


@cache
def body_kinds() -> dict[str, str]:
    """A word (or two) that names bodies -> its kind (``knowledge/bodies.tsv``)."""
    return {row["noun"]: row["kind"] for row in table("bodies")}


@cache
def _portfolios() -> frozenset[str]:
    return frozenset(row["word"] for row in table("portfolios"))


@dataclass(frozen=True, slots=True)
class Phrase:
    """A source's words taken apart.

    ``name``: the capitalised name, without titles; ``role``: what the person is; ``of``: words for the body, country
    or person served; ``head``: the noun of a phrase without a name ("minister"); ``body``: the name is a body's.
    """

    text: str
    name: str | None = None
    role: str | None = None
    of: str | None = None
    head: str | None = None
    body: bool = False
    title: bool = False
    pronoun: bool = False
    definite: bool = False


def read_phrase(text: str) -> Phrase:
    """The parts of a source. Never fails: what cannot be read stays in ``text``."""
    text = _DAY.sub("", " ".join(text.split()).strip(" ,;:-–—"))
    if text.lower() in PRONOUNS:
        return Phrase(text, pronoun=True)
    chunks = _chunks(text)
    read = [_chunk(chunk) for chunk in chunks]
    joined = replace(read[0], text=text)
    for one in read[1:]:
        joined = _join_served(joined, one) or _join(joined, one)
    return joined


def _chunks(text: str) -> list[str]:
    """The comma-separated parts, brackets dropped, numbers (an age) and asides left out."""
    text = re.sub(r"\([^)]*\)", "", text)
    parts = [part.strip() for part in re.split(r",\s+|\s+[–—-]\s+", text) if part.strip()]
    kept = [part for part in parts if not re.fullmatch(r"(?:aged )?\d{1,3}", part)]
    return kept[:6] or [text]


def _join_served(first: Phrase, more: Phrase) -> Phrase | None:
    """ "Ada Brook, for the mill": nothing but whom somebody serves."""
    bare = more.of and not (more.name or more.role or more.head)
    return replace(first, of=more.of, title=True) if bare and first.name and not (first.of or first.body) else None


def _join(first: Phrase, more: Phrase) -> Phrase:
    if first.name is None and more.name is not None and (first.head or first.role) and not more.role:
        body = (
            first.head is not None and kind_of(first.head) in ("firm", "body", "outlet", "state") and first.role is None
        )
        return replace(first, name=more.name, body=body or more.body, title=not body)
    if first.name is None and more.name and more.role:
        return replace(more, text=first.text, role=_both(more.role, first.role), of=more.of or first.of)
    if first.name is not None and more.name is None and more.role and not first.body:
        return replace(first, role=_both(first.role, more.role), of=first.of or more.of, title=True)
    if first.name is not None and more.role is None and more.head and kind_of(more.head) in ("firm", "body", "outlet"):
        return replace(first, body=not first.title)
    if first.name is not None and more.name and more.role and not first.role and not first.body:
        return replace(first, role=more.role, of=more.of, title=True)
    return first


def _both(rank: str | None, office: str | None) -> str | None:
    """ "General" and "head of the service" are one role, a rank first."""
    return ", ".join(one for one in (rank, office) if one) or None


def _chunk(chunk: str) -> Phrase:
    office = re.match(
        r"(?:[Tt]he )?(?:[Oo]ffice|[Ss]taff|[Tt]eam) of (.*)|(?:speaking )?(?:for|on behalf of) (.+)", chunk
    )
    if office:
        return Phrase(chunk, of=office[1] or office[2], head="office" if office[1] else None, definite=True)
    place = re.match(r"(?:[Tt]he )?((?:[\w-]+ )?[a-z]+) in ((?:[A-Z][\w’'-]+ ?)+)$", chunk)
    if place and is_body_word(place[1].split()[-1]):
        return Phrase(
            chunk, name=f"{place[2].strip()} {place[1]}", of=place[2].strip(), head=place[1].split()[-1], body=True
        )
    clause = re.match(r"(?:who|which|whose|that)\b\s*(.*)", chunk)
    if clause:
        return _office(clause[1])
    cut = re.split(r"\s+(?:who|which|whose|that)\s+(?=[a-z])", chunk, maxsplit=1)
    parts = words(cut[0])
    calling = re.match(r"(?:an?|the) ((?:[a-z-]+ ){0,3}[a-z-]+) (?:with|at|of|for|from|in) ((?:the )?[A-Z].*)", cut[0])
    if calling and not is_body_word(calling[1].split()[-1]) and not any(is_title(word) for word in calling[1].split()):
        return Phrase(chunk, role=re.sub(r"^(?:an?|the) ", "", cut[0]), of=_until_of(calling[2].split()), title=True)
    title = _last_title(parts)
    if title is None:
        return _without_title(cut[0], parts)
    return _with_title(cut[0], parts, title)


def _office(clause: str) -> Phrase:
    """ "who heads the Harbour Service"."""
    parts = words(clause)
    parts = parts[1:] if parts and parts[0] in ("also", "now", "once") else parts
    if not parts or parts[0] not in _VERBS_OF_OFFICE:
        return Phrase(clause)
    of = parts[2:] if parts[1:2] in (["for"], ["on"], ["over"]) else parts[1:]
    return Phrase(clause, role=f"{_VERBS_OF_OFFICE[parts[0]]} of {' '.join(of)}", of=" ".join(of) or None)


def _last_title(parts: list[str]) -> int | None:
    """The last title before any "of ...": the head of the phrase, or right before the name."""
    found = None
    for at, word in enumerate(parts):
        if word in _OF and found is not None:
            break
        if at == 0 and word in _OF:
            return None
        possessive = POSSESSIVE.search(word)
        body = at + 1 < len(parts) and is_capital(parts[at + 1]) and is_body_word(plain(parts[at + 1]))
        if is_title(word) and not possessive and not body and not (found is not None and _in_name(parts, at)):
            found = at
    return found


def _in_name(parts: list[str], at: int) -> bool:
    return (
        is_capital(parts[at])
        and is_capital(parts[at - 1])
        and not is_title(parts[at - 1])
        and plain(parts[at - 1]) not in _portfolios()
    )


def _with_title(chunk: str, parts: list[str], title: int) -> Phrase:
    start = title + 1
    start += _of_portfolio(parts[start:])
    name = _name_from(parts, start)
    if not name and title == len(parts) - 1 and _is_body_like(parts):
        return Phrase(chunk, " ".join(parts), body=True)
    before = parts[: title + 1]
    rest = parts[start + len(name) :]
    of = _served(before) or _after_of(rest)
    head = plain(parts[title])
    only_honorific = all(title_kinds().get(plain(word)) == "honorific" for word in before)
    role = None if only_honorific else _role(parts[:start], [] if name else rest)
    return Phrase(
        chunk,
        " ".join(name) or None,
        role,
        of,
        None if name else head,
        title=True,
        definite=plain(parts[0]) in ("the", "his", "her", "its", "their"),
    )


def _of_portfolio(rest: list[str]) -> int:
    """How many words tell what a minister is minister of, where a name follows: "of Works Ada Fross"."""
    at = 1
    while (
        rest[:1] == ["of"] and at < len(rest) and (plain(rest[at]) in _portfolios() or (rest[at] == "and" and at > 1))
    ):
        at += 1
    return at if at > 1 and len(_name_from(rest, at)) > 1 else 0


def _is_body_like(parts: list[str]) -> bool:
    """ "Harrow General": capitals throughout that end in a word which elsewhere is a title."""
    return (
        len(parts) > 1
        and all(is_capital(word) for word in parts)
        and not is_common(parts[0])
        and plain(parts[0]) not in _portfolios()
    )


def _name_from(parts: list[str], start: int) -> list[str]:
    name: list[str] = []
    for word in parts[start:]:
        if not (is_capital(word) or (name and is_particle(word))):
            break
        name.append(POSSESSIVE.sub("", word))
        if POSSESSIVE.search(word):
            break
    while name and is_particle(name[-1]):
        name.pop()
    return name


def _served(before: list[str]) -> str | None:
    """Whom the title serves, in the words before it: "Norland's foreign minister", "Quarnian Defence Minister"."""
    for at, word in enumerate(before[:-1]):
        if POSSESSIVE.search(word):
            return " ".join([*before[:at], POSSESSIVE.sub("", word)])
    kept = []
    for word in before[:-1]:
        low = plain(word)
        portfolio = low in _portfolios() and kind_of(low) in (None, "name")
        skipped = portfolio and (is_title(before[at + 1]) or not is_body_word(plain(before[at + 1])))
        if (is_common(word) and low not in ("its", "his", "her", "their")) or skipped or is_title(word):
            continue
        if is_capital(word) or is_body_word(low) or low in ("its", "his", "her", "their"):
            kept.append(word)
    while kept and plain(kept[-1]) in _portfolios() and not is_body_word(plain(kept[-1])):
        kept.pop()
    return " ".join(kept) or None


def _after_of(rest: list[str]) -> str | None:
    """The words after the first "of", "for", "at" that name something; else after the first of them."""
    served = [_until_of(rest[at + 1 :]) for at, word in enumerate(rest) if word in _OF and at + 1 < len(rest)]
    named = [one for one in served if any(is_capital(word) for word in one.split())]
    return next(iter([*named, *served]), None)


def _until_of(rest: list[str]) -> str:
    kept = []
    for at, word in enumerate(rest):
        if at and word in ("who", "which", "at", "in", "for", "with", "from", "on", "to", "(", "that"):
            break
        kept.append(word)
    return " ".join(kept)


def _role(before: list[str], rest: list[str]) -> str:
    kept = [word for word in before if plain(word) not in ("the", "a", "an")]
    possessor = next((at for at, word in enumerate(kept[:-1]) if POSSESSIVE.search(word)), None)
    if possessor is not None:
        kept = kept[possessor + 1 :]
    return " ".join([*kept, *rest]).strip()


def _without_title(chunk: str, parts: list[str]) -> Phrase:
    if not parts:
        return Phrase(chunk)
    definite = plain(parts[0]) in ("the", "its", "his", "her", "their")
    start = 1 if is_common(parts[0]) and len(parts) > 1 else 0
    possessor = next((at for at, word in enumerate(parts) if POSSESSIVE.search(word)), None)
    served = possessor is not None and is_capital(parts[0]) and "of" in parts[2:possessor]
    if possessor is not None and possessor + 1 < len(parts) and not served and not _plural_in_name(parts, possessor):
        return _possessed(chunk, parts, possessor, definite)
    first = next((at for at in range(start, len(parts)) if is_capital(parts[at])), None)
    if first is None:
        return _common(chunk, parts, definite)
    return _named(chunk, parts, first, definite)


def _plural_in_name(parts: list[str], at: int) -> bool:
    """ "Dock Workers' Union": a plural possessive inside a name."""
    return parts[at].endswith(("s'", "s’")) and is_capital(parts[at]) and is_capital(parts[at + 1])


def _possessed(chunk: str, parts: list[str], possessor: int, definite: bool) -> Phrase:
    of = " ".join([*parts[:possessor], POSSESSIVE.sub("", parts[possessor])])
    of = re.sub(r"^(?:The|A|An) ", "", of)
    name = _name_from(parts, possessor + 1)
    if name and not any(is_body_word(plain(word)) for word in name):
        return Phrase(chunk, " ".join(name), of=of, title=True)
    if not name and not is_body_word(plain(_head(parts[possessor + 1 :]))) and not is_capital(parts[possessor]):
        owner = re.sub(r"^(?:\w+ )?of ", "", of)
        return Phrase(chunk, of=owner, head=plain(_head(parts[possessor + 1 :])), definite=definite)
    whole = " ".join(parts[(1 if is_common(parts[0]) else 0) :])
    head = plain(_head(parts[possessor + 1 :]))
    return Phrase(chunk, name=whole, of=of, head=head, body=True, definite=definite)


def _common(chunk: str, parts: list[str], definite: bool) -> Phrase:
    head = plain(_head(parts))
    pair = re.search(rf"(\w+ {re.escape(head)})\b", chunk.lower())
    if pair and pair[1] in body_kinds():
        head = pair[1]
    return Phrase(chunk, of=_after_of(parts), head=head, definite=definite)


def _head(parts: list[str]) -> str:
    """The noun of a phrase without a name: its last word before "of", "in", "with"."""
    kept: list[str] = []
    for word in parts:
        if kept and word in (*_OF, "on", "by", "close", "familiar"):
            break
        kept.append(word)
    return kept[-1] if kept else ""


def _named(chunk: str, parts: list[str], first: int, definite: bool) -> Phrase:
    name = _long_name(parts, first)
    rest = parts[first + len(name) :]
    before = parts[:first]
    described = any(is_body_word(plain(word)) for word in before)
    body = (
        described
        or definite
        or any(is_body_word(plain(word)) for word in name)
        or bool(rest and is_body_word(plain(rest[0])))
    )
    if rest and is_body_word(plain(rest[0])) and is_capital(parts[first]):
        name = [*name, rest[0]]
        rest = rest[1:]
    if rest and rest[0] not in _OF and not is_body_word(plain(rest[0])):
        return Phrase(chunk, of=" ".join(name), head=plain(_head(parts)), definite=definite)
    of = _after_of(rest)
    return Phrase(
        chunk,
        " ".join(name),
        of=of,
        body=body and not (of and not definite and len(name) == 2 and not any(is_body_word(plain(w)) for w in name)),
        definite=definite,
    )


def _long_name(parts: list[str], first: int) -> list[str]:
    name: list[str] = []
    for at in range(first, len(parts)):
        word = parts[at]
        inner = word in ("of", "for", "and", "the", "&") and name and _joins(parts, first, at)
        if not (is_capital(word) or inner or (name and is_particle(word)) or (name and word[0].isdigit())):
            break
        name.append(POSSESSIVE.sub("", word) if at + 1 == len(parts) else word)
    while name and (name[-1] in ("of", "for", "and", "the", "&") or is_particle(name[-1])):
        name.pop()
    return name


def _joins(parts: list[str], first: int, at: int) -> bool:
    """ "Ministry of Defence", "Union of the Deaf": inside a body's name; "Frey of the Board" is not."""
    follows = next((word for word in parts[at + 1 :] if word != "the"), "")
    return is_capital(follows) and is_body_word(plain(parts[at - 1])) and parts[at] in ("of", "for", "the", "and", "&")


def is_body_word(word: str) -> bool:
    """Whether a word names bodies: ministry, agency, bank (also in the plural)."""
    return word in body_kinds() or (word.endswith("s") and word[:-1] in body_kinds())


def kind_of(noun: str) -> str | None:
    """The kind of body that a noun names, or of person."""
    return body_kinds().get(noun) or body_kinds().get(noun.removesuffix("s"))
