"""The people and bodies of an article: everyone it names in full, with the roles it gives them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from onrecord.knowledge.tables import table
from onrecord.model import Span
from onrecord.statements.speakers_phrase import Phrase, is_body_word, read_phrase
from onrecord.statements.speakers_places import Places
from onrecord.text.names import WORD, acronym_of, is_capital, is_title, plain, runs
from onrecord.text.sentences import sentences

MAX_RUNS = 3_000
MAX_NAMES = 200  # people, and bodies: a text that names more is no article
_REACH = 160  # characters in front of a name
_GROUP = re.compile(
    r"\b(?:group|gang|band|collective|network|crew|movement|ring|outfit)\b(?:,? (?:that|which|and))?(?: is| now)? "
    r"(?:calls|calling|called|signs|signing|styles|styling|names|known|dubbed)(?: as)?(?: itself| themselves)?(?: as)? "
    r"([A-Z][\w-]+(?: [A-Z][\w-]+){0,3})"
)
_BEFORE = ("of", "for", "the", "a", "an", "and", "to", "in", "at", "its", "his", "her", "their")
_AFTER = re.compile(
    r",? (?:of|from|at) (?:the )?[A-Z][^,.;:()“”\"]{1,60}"
    r"|, (?:(?:a|an|the|its|his|her|their|who|whose|head|chief|director|[a-z-]+|[A-Z][\w’'-]*['’]s) "
    r"[^,.;()“”\"]{2,90}?|[a-z-]+)(?=[,.;]| said| told)"
)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody the article names in full. ``roles`` and ``serves`` in the order in which it gives them."""

    name: str
    roles: tuple[str, ...] = ()
    serves: tuple[str, ...] = ()
    places: tuple[int, ...] = ()

    @property
    def surname(self) -> str:
        return self.name.split()[-1]


@dataclass(frozen=True, slots=True)
class Cast:
    """Who and what an article names: ``people`` by full name, ``bodies`` by full name with where each is named."""

    people: dict[str, Person] = field(default_factory=dict)
    bodies: dict[str, list[int]] = field(default_factory=dict)
    acronyms: dict[str, str] = field(default_factory=dict)
    full: dict[str, str] = field(default_factory=dict)  # forms already looked up
    own: tuple[str, ...] = ()  # the article's outlet and agency: "the newspaper" in their text is another


def cast_of(text: str, sources: Sequence[Span], places: Places) -> Cast:
    """Reads every name of the text with the words around it, and every source."""
    cast = Cast()
    for span in sources:
        _take(cast, span.start, read_phrase(text[slice(*span)]), places)
    for at, (start, phrase) in enumerate(_phrases(text)):
        if at > MAX_RUNS:
            break
        _take(cast, start, phrase, places)
    for found in re.finditer(
        r"((?:[A-Z][\w’'-]+ (?:(?:of|for|and) (?:the )?)?){2,8})\(([A-Z]{2,8})\)|\b([A-Z]{2,8})\b", text
    ):
        if found[2]:
            cast.acronyms[found[2]] = _bare(found[1].strip())
    _take_groups(cast, text)
    _name_by_acronym(cast)
    return cast


def _take_groups(cast: Cast, text: str) -> None:
    """ "A group that calls itself Iron Lantern": a body, though its name is built like a person's."""
    for found in _GROUP.finditer(text):
        cast.people.pop(found[1], None)
        cast.bodies.setdefault(found[1], []).append(found.start(1))


def _name_by_acronym(cast: Cast) -> None:
    for name in cast.bodies:
        if len(name.split()) > 2:
            cast.acronyms.setdefault(acronym_of(name), name)


def _take(cast: Cast, start: int, phrase: Phrase, places: Places) -> None:
    name = phrase.name
    if name is None or places.country(name) is not None:
        return
    parts = name.split()
    if phrase.body or any(is_body_word(plain(word)) for word in parts):
        if len(cast.bodies) < MAX_NAMES and not name[:1].islower():
            cast.bodies.setdefault(_bare(name), []).append(start)
    elif len(cast.people) < MAX_NAMES and 2 <= len(parts) <= 5 and not any(is_title(word) for word in parts[1:]):
        _add_person(cast, name, phrase, start)


def _bare(name: str) -> str:
    return re.sub(r"^(?:The|the) |^[A-Z][\w-]+['’]s (?=[A-Z]\w+ [A-Z])", "", name)


def _add_person(cast: Cast, name: str, phrase: Phrase, start: int) -> None:
    known = cast.people.get(name, Person(name))
    cast.people[name] = Person(
        name,
        _with(known.roles, phrase.role),
        _with(known.serves, phrase.of),
        tuple(sorted({*known.places, start})),
    )


def _with(known: tuple[str, ...], more: str | None) -> tuple[str, ...]:
    return known if not more or more in known else (*known, more)


def _phrases(text: str) -> Iterator[tuple[int, Phrase]]:
    """Every capitalised run with the words that belong to it on both sides, read as one phrase."""
    for sentence in sentences(text, Span(0, len(text))):
        for run in runs(text[slice(*sentence)]):
            start, end = sentence.start + run.start, sentence.start + run.end
            left = _left(text, sentence.start, start)
            after = _AFTER.match(text, end, min(sentence.end, end + 120))
            yield start, read_phrase(text[left : after.end() if after else end])


def _left(text: str, floor: int, start: int) -> int:
    """Where the words in front of a name begin that say what it is: "Norland's foreign minister, " + name."""
    floor = max(floor, start - _REACH)
    tokens = [(found.group(), floor + found.start()) for found in WORD.finditer(text[floor:start])]
    left, titled = start, False
    for word, at in reversed(tokens[-9:]):
        if word == "," and left == start and _ends_in_title(tokens, at):
            continue
        if is_title(word) and not is_capital(word):
            titled = True
        elif not is_body_word(plain(word)) and not (titled and _goes_with_title(word)):
            break
        left = at
    return left


def _goes_with_title(word: str) -> bool:
    return is_capital(word) or word in _BEFORE or _describes(word)


def _ends_in_title(tokens: list[tuple[str, int]], comma: int) -> bool:
    before = [word for word, at in tokens if at < comma]
    return bool(before) and (is_title(before[-1]) or is_body_word(plain(before[-1])))


def _describes(word: str) -> bool:
    return word.endswith(("ing", "al", "ive", "ior", "ence", "ign", "uty", "mer", "ief", "ired")) or word in (
        "prime",
        "vice",
        "head",
        "top",
    )


@cache
def _pronouns() -> dict[str, str]:
    return {row["title"]: row["pronoun"] for row in table("titles") if row["pronoun"]}


def pronoun_of(roles: tuple[str, ...]) -> str | None:
    """ "he" or "she" where the titles of somebody tell."""
    found = {_pronouns()[word] for role in roles for word in map(plain, role.split()[:6]) if word in _pronouns()}
    return found.pop() if len(found) == 1 else None
