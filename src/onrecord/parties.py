"""One name for one party across articles: "the Kestrian government" is Kestria, "UN" is the United Nations."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from onrecord.model import Statement
from onrecord.text.likeness import words

SEVERAL = ";"
# Bodies that are the state itself; a country's other bodies (its food authority, its courts) stand for themselves.
STATE = re.compile(
    r"^(?:(?:the )?government|authorities|(?:foreign|defen[cs]e|interior|home|finance|justice) ministry|"
    r"ministry of (?:\w+ ){1,3}|armed forces|army|navy|air force|military|cabinet|president|presidency|embassy|"
    r"prime minister['’]?s? office|state department|pentagon|kremlin)$",
    re.IGNORECASE,
)
OFFICE = re.compile(r"^(?:the )?(?P<body>[\w’' ]+?) (?:of|for) (?:the )?(?P<land>[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*)$")
# What may be left off a company's name when it is spoken of again.
_FIRM = """
ag airlines airways bank brothers cable capital chemicals co company corp corporation dairy energy engineering
foods gmbh group holdings hydro imaging inc industries insurance international ltd limited lines logistics media
motors oil partners pharma plc power rail securities shipping solutions steel systems technologies technology
telecom works
"""
FIRM = frozenset(_FIRM.split())
_BODY = """
agency association authority board centre center clinic commission committee company council court exchange
federation foundation front guard hospital inspectorate institute laboratory league mission office party police
service society trust union university
"""
BODY = frozenset(_BODY.split())
DEMONYM_ENDINGS = ("ian", "ean", "an", "n", "ese", "ish", "i", "ic")


def settle_parties(statements: Sequence[Statement]) -> dict[str, str]:
    """{statement id: party}, only where a party is known; the order of the statements is no matter.

    A statement for two parties ("United States; NATO") keeps both names, each settled. A named person whose party one
    article does not give takes the only one that other articles give.
    """
    given = {one.id: _plain(one.speaker.party) for one in statements if one.speaker.party}
    whose = _by_person(statements, given)
    for one in statements:
        if one.id not in given and one.speaker.name:
            given[one.id] = whose.get(one.speaker.name, "")
    counts = Counter(part for party in given.values() for part in _parts(party))
    same = _same_names(counts)
    settled = {which: "; ".join(dict.fromkeys(same[part] for part in _parts(party))) for which, party in given.items()}
    return {which: settled[which] for which in sorted(settled) if settled[which]}


def _parts(party: str) -> list[str]:
    return [part.strip() for part in party.split(SEVERAL) if part.strip()]


def _plain(name: str | None) -> str:
    """A name without article, possessive and doubled spaces."""
    bare = re.sub(r"^(?:the|The) |[’']s?$", "", " ".join((name or "").split()))
    return bare if bare else (name or "")


def _by_person(statements: Iterable[Statement], given: Mapping[str, str]) -> dict[str, str]:
    """The party of each person with a full name for whom all articles that give one give the same."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for one in statements:
        if one.id in given and one.speaker.name and " " in one.speaker.name:
            found[one.speaker.name].add(given[one.id])
    return {name: next(iter(parties)) for name, parties in found.items() if len(parties) == 1}


def _same_names(counts: Mapping[str, int]) -> dict[str, str]:
    """For each name the one it is settled under, followed through to its end."""
    names = sorted(counts)
    step = {name: _settled(name, counts) for name in names}
    return {name: _followed(name, step) for name in names}


def _followed(name: str, step: Mapping[str, str]) -> str:
    seen = [name]
    while step.get(seen[-1], seen[-1]) not in seen:
        seen.append(step[seen[-1]])
    return seen[-1]


def _settled(name: str, counts: Mapping[str, int]) -> str:
    return _state(name, counts) or _longer(name, counts) or _spelled(name, counts)


def _state(name: str, counts: Mapping[str, int]) -> str | None:
    """The country for its government, army or ministry: "Kestrian Defence Ministry", where Kestria is a party too."""
    office = OFFICE.match(name)
    if office and STATE.match(office["body"]) and office["land"] in counts:
        return office["land"]
    for country in sorted(counts):
        for people in _peoples(name, country):
            if STATE.match(name[len(people) :].strip()) or name == people:
                return country
    return None


def _peoples(name: str, country: str) -> list[str]:
    """What of the name's beginning may be the country's demonym, or the country itself."""
    first = re.match(r"[A-Z][\w-]*(?: [A-Z][\w-]*(?=an |ese |ish ))?", name)
    if not first or name == country:
        return []
    start = first.group()
    return [start] if start == country or is_demonym(start, country) else []


def is_demonym(word: str, country: str) -> bool:
    """True where the word is the country's name with the ending of a people: Kestrian of Kestria."""
    one, other = word.casefold(), country.casefold()
    shared = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rest, left = one[shared:], other[shared:]
    endings = (one[at:] for at in range(max(shared - 2, 3), len(one)))
    return shared >= 4 and len(left) <= 2 and len(rest) <= 3 and any(ending in DEMONYM_ENDINGS for ending in endings)


def _longer(name: str, counts: Mapping[str, int]) -> str | None:
    """The one full name that this is a short form of: initials, a firm without its last word, a body's last words."""
    full = [other for other in counts if other != name and _short_for(name, other)]
    rivals = [other for other in counts if other != name and words(other)[:1] == words(name)[:1]]
    if len(full) != 1 or (len(words(name)) == 1 and not _initials(name, full[0]) and set(rivals) - set(full)):
        return None
    return full[0]


def _short_for(name: str, full: str) -> bool:
    short, long = words(name), words(full)
    if not short or len(short) >= len(long):
        return False
    if long[: len(short)] == short:
        return all(word in FIRM for word in long[len(short) :])
    if long[-len(short) :] == short:
        return short[-1] in BODY and (len(short) > 1 or len(long) <= 4)
    return _initials(name, full)


def _initials(name: str, full: str) -> bool:
    letters = name.replace(".", "")
    heads = "".join(word[0] for word in words(full) if word not in {"of", "the", "for", "and"})
    return len(letters) >= 2 and letters.isupper() and letters.casefold() == heads


def _spelled(name: str, counts: Mapping[str, int]) -> str:
    """The commonest of the names that differ only in case and punctuation."""
    alike = [other for other in counts if words(other) == words(name)]
    return min(alike, key=lambda other: (-counts[other], other), default=name)


def names_of(statements: Iterable[Statement]) -> dict[str, frozenset[str]]:
    """{party: the names it goes by}, from settled statements: its own, and the short name of a firm."""
    parties = {part for one in statements for part in _parts(one.speaker.party or "")}
    return {party: frozenset({party, *_short_names(party)}) for party in sorted(parties)}


def _short_names(party: str) -> list[str]:
    parted = party.split()
    return [parted[0]] if len(parted) == 2 and parted[1].casefold() in FIRM else []
