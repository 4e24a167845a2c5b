"""All names of parties, found by what two that may be one have in common: nobody compares all with all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from onrecord.parties.countries import tabled, world_body
from onrecord.parties.spelling import person, plain, sound

Kind: TypeAlias = Literal[
    "letters",  # the first of a name of one word
    "land",  # the first letters of a name under which a state's people speak
    "sound",
    "table",  # the party that the tables give
    "first",  # word
    "last",  # word
    "head",  # the first two words
    "tail",  # the last two words
    "rest",  # all words but the first, and the letters or the country that this begins with
    "ends",  # the first word and the last
    "initials",
]
LITTLE = frozenset(("of", "the", "for", "and"))
PREFIX = 4  # letters that a people's name shares with its country's, at the least


@dataclass(frozen=True, slots=True)
class Seen:
    """Names of parties as a record uses them: how often each, and what is known of who speaks under it.

    ``mouths``: by name the persons who speak under it. ``lands``: names with a mayor, a minister or an officer.
    ``people``: last names of all who speak.
    """

    counts: Mapping[str, int]
    mouths: Mapping[str, frozenset[str]] = field(default_factory=dict)
    lands: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()

    def one_mouth(self, one: str, other: str) -> bool:
        """True where one person with a full name speaks under both names."""
        return bool(self.mouths.get(one, frozenset()) & self.mouths.get(other, frozenset()))

    def is_surname(self, name: str) -> bool:
        """True for one word that is somebody's last name."""
        return person(name) in self.people


class Names:
    """Names by their first and last words, initials, first letters, sound, and what the tables make of them."""

    def __init__(self, seen: Seen) -> None:
        self.seen = seen
        self.counts = seen.counts
        self._by: defaultdict[str, list[str]] = defaultdict(list)
        self._longer: dict[tuple[Kind, str, int], list[str]] = {}
        for name in sorted(seen.counts):
            for key in _keys(name, seen):
                self._by[key].append(name)

    def at(self, kind: Kind, key: str) -> Sequence[str]:
        """The names that have this in common, sorted."""
        return self._by.get(f"{kind} {key}", ())

    def longer(self, kind: Kind, key: str, size: int) -> Sequence[str]:
        """Of those the ones of more than ``size`` words, picked once: all names that begin alike ask for the same."""
        found = self._longer.get((kind, key, size))
        if found is None:
            found = [one for one in self.at(kind, key) if plain(one).count(" ") >= size]
            self._longer[kind, key, size] = found
        return found

    def beginning(self, name: str) -> Sequence[str]:
        """Names of one word that have the first letters of this one."""
        return self.at("letters", name.casefold()[:PREFIX])

    def lands(self, name: str) -> Sequence[str]:
        """Names known as lands that have the first letters of this one."""
        return self.at("land", name.casefold()[:PREFIX])


def _keys(name: str, seen: Seen) -> Iterator[str]:
    """Each key once, its kind before it: one word, as a record has a great many and pairs cost more to hold."""
    held = plain(name).split()
    yield f"sound {sound(name)}"
    if " " not in name:
        yield f"letters {name.casefold()[:PREFIX]}"
    if name in seen.lands:
        yield f"land {name.casefold()[:PREFIX]}"
    land = tabled(name)
    if (party := land[0] if land else world_body(name)) is not None:
        yield f"table {party}"
    if held:
        yield from (f"first {held[0]}", f"last {held[-1]}", f"initials {heads(held)}", f"ends {held[0]} {held[-1]}")
        yield from (f"head {' '.join(held[:2])}", f"tail {' '.join(held[-2:])}")
        yield from (f"rest {key}" for key in rest_keys(held))


def rest_keys(held: Sequence[str]) -> list[str]:
    """What names of one land's body have in common: "norlandian rail", "norland rail"."""
    word, *rest = held
    land = tabled(word)
    return [f"{key} {' '.join(rest)}" for key in (word[:PREFIX], f"={land[0]}" if land else "") if key and rest]


def heads(held: Iterable[str]) -> str:
    """The first letters of words, without little ones."""
    return "".join(word[0] for word in held if word not in LITTLE)
