"""Short forms of names: initials, a firm without its last word, the last words of a body."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from onrecord.knowledge.tables import table
from onrecord.parties.countries import country_named, is_demonym
from onrecord.parties.names import Names, heads, rest_keys
from onrecord.parties.spelling import plain

INSTITUTION = frozenset(
    ("general", "regional", "national", "central", "royal", "memorial", "municipal", "federal", "international")
)
FIRM = ("firm", "name")
TAIL = "the last words of"
MANY = 20
SURE_INITIALS = 3  # letters; two may be anybody's

Guess = tuple[str, float, str]  # the name it may be settled under, how sure (0 to 1), why


@cache
def bodies(kind: str) -> frozenset[str]:
    """The nouns of one kind in the table of bodies: "state", "office", "body", "firm", "outlet", "name"."""
    return frozenset(row["noun"] for row in table("bodies") if row["kind"] == kind)


def longer(name: str, names: Names) -> list[Guess]:
    """What full names this may be a short form of. Several, or a rival beside the one, make all of them doubtful."""
    short = plain(name).split()
    near = dict.fromkeys(_candidates(name, short, names)) if short else {}
    found = {other: guess for other in near if (guess := _short_for(name, other))}
    made = [_with_mouths(name, other, guess, names) for other, guess in sorted(found.items())]
    one_mouth = [one for one in made if one[0] in found and names.seen.one_mouth(name, one[0])]
    if len({plain(other) for other in found}) > 1:
        if len({plain(other) for other, _, _ in one_mouth}) == 1:
            return one_mouth
        return [(other, min(sure, 0.5), f"{why} (there are others)") for other, sure, why in made]
    if made and len(short) == 1 and not _initials(name, made[0][0]) and _rivals(short[0], {*found, name}, names):
        return [(other, min(sure, 0.6), f"{why} (others begin so)") for other, sure, why in made]
    return made


def _candidates(name: str, short: list[str], names: Names) -> Iterator[str]:
    size = len(short)
    yield from names.longer("initials", _letters(name), size)
    if size > 1:
        yield from names.longer("head", " ".join(short[:2]), size)
        yield from names.longer("tail", " ".join(short[-2:]), size)
        yield from names.longer("ends", f"{short[0]} {short[-1]}", size)
    else:
        yield from names.longer("first", short[0], size)
        # A word that ends many names ("police") is short for none of them.
        yield from names.longer("last", short[0], size) if len(names.at("last", short[0])) <= MANY else ()


def _rivals(word: str, known: set[str], names: Names) -> bool:
    spelled = {plain(one) for one in known}
    return any(plain(other) not in spelled for other in names.at("first", word))


def _with_mouths(name: str, other: str, guess: tuple[float, str], names: Names) -> Guess:
    sure, why = guess
    if why == TAIL and not _of_a_land(plain(other).removesuffix(plain(name)).strip(), names):
        sure = 0.7
    if names.seen.one_mouth(name, other):
        return other, max(sure, 0.9), f"{why}; one person speaks under both names"
    if _prefixed(name, other) and (country_named(name) or name in names.seen.lands):
        return other, min(sure, 0.3), f"{why} (but a place or a state speaks under that name)"
    if len(name.split()) == 1 and names.seen.is_surname(name):
        return other, min(sure, 0.6), f"{why} (but it is somebody's last name)"
    return other, sure, why


def _of_a_land(word: str, names: Names) -> bool:
    """True for words that name a country of the tables, or what the record knows as one, or its people."""
    if country_named(word):
        return True
    return any(plain(other) == word or is_demonym(word, plain(other)) for other in names.lands(word))


def _prefixed(name: str, other: str) -> bool:
    return plain(other).startswith(f"{plain(name)} ")


def _short_for(name: str, full: str) -> tuple[float, str] | None:
    """How sure it is that a name is short for a longer one, by the two alone, and why."""
    short, long = plain(name).split(), plain(full).split()
    if not short or len(short) >= len(long):
        return None
    if long[: len(short)] == short:
        return _head_of(short, long[len(short) :])
    if _initials(name, full):
        return (0.9, "initials of") if len(_letters(name)) >= SURE_INITIALS else (0.7, "initials (only two) of")
    if long[-len(short) :] == short:
        return _tail_of(short)
    return _parts_of(short, long)


def _head_of(short: list[str], rest: list[str]) -> tuple[float, str] | None:
    if all(word in bodies("firm") | bodies("name") for word in rest):
        return 0.9, "short for"
    if short[-1] in INSTITUTION and rest[-1] in bodies("body"):
        return 0.85, "short for"
    return (0.6, "may be short for") if len(short) > 1 and rest[-1] in bodies("body") else None


def _tail_of(short: list[str]) -> tuple[float, str] | None:
    """The last words of a body's name; one word alone ("the union") is many bodies'."""
    if short[-1] not in bodies("body") and " ".join(short[-2:]) not in bodies("body"):
        return None
    return (0.8, TAIL) if len(short) > 1 and short[0] not in bodies("body") else (0.7, "a word for")


def _parts_of(short: list[str], long: list[str]) -> tuple[float, str] | None:
    """ "Norland agency" for the Norland Food Agency: it may mean another agency of Norland's."""
    at_ends = len(short) == 2 and short[-1] == long[-1] and short[-1] in bodies("body")
    return (0.7, "may be short for") if at_ends and short[0] == long[0] else None


def _initials(name: str, full: str) -> bool:
    letters = name.replace(".", "")
    return len(letters) > 1 and letters.isupper() and _letters(name) == heads(plain(full).split())


def _letters(name: str) -> str:
    return name.replace(".", "").casefold()


def one_land(name: str, names: Names) -> Iterator[Guess]:
    """The same body named by its country and by that country's people: "Norlandian Rail", "Norland Rail"."""
    held = plain(name).split()
    near = [other for key in rest_keys(held) for other in names.at("rest", key)] if held else []
    for other in dict.fromkeys(near):
        word = plain(other).split()[0]
        if word != held[0] and _people_of(held[0], word):
            yield other, 0.9, "names the same country's"


def _people_of(word: str, land: str) -> bool:
    named = country_named(land)
    return is_demonym(word, land) or (named is not None and named.casefold() == land and country_named(word) == named)
