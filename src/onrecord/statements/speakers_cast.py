"""The people and bodies of an article: everyone it names in full, with the roles it gives them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from onrecord.knowledge.tables import table
from onrecord.model import Span
from onrecord.statements.speakers_phrase import read_phrase
from onrecord.statements.speakers_places import Places
from onrecord.statements.speakers_running import as_in_running_text
from onrecord.statements.speakers_short import whose_short
from onrecord.statements.speakers_words import Phrase, is_body_word, is_plain_word, kind_of
from onrecord.text.names import (
    WORD,
    acronym_of,
    is_capital,
    is_common,
    is_given,
    is_title,
    plain,
    pronoun_of_name,
    runs,
    stands_at,
)
from onrecord.text.sentences import sentences

MAX_RUNS = 3_000
ARTICLES = frozenset(("The", "A", "An"))  # alone the beginning of a name that was cut, and nobody's name
MAX_NAMES = 200  # people, and bodies: a text that names more is no article
_REACH = 160  # characters in front of a name
GROUP = re.compile(
    r"\b(?:group|gang|band|collective|network|crew|movement|ring|outfit)\b(?:,? (?:that|which|and))?(?: is| now)? "
    r"(?:calls|calling|called|signs|signing|styles|styling|names|known|dubbed)(?: as)?(?: itself| themselves)?(?: as)? "
    r"([A-Z][\w-]+(?: [A-Z][\w-]+){0,3})"
)
_ACRONYM = re.compile(
    r"(?<!\w)((?:[A-Z][\w’'-]{1,40} (?:(?:of|for|and) (?:the )?)?){2,8})\(([A-Z]{2,8})\)|\b([A-Z]{2,8})\b"
)  # fmt: skip
_BEFORE = ("of", "for", "the", "a", "an", "and", "to", "in", "at", "its", "his", "her", "their")
_AFTER = re.compile(
    r",? (?:of|from|at) (?:the )?[A-Z][^,.;:()“”\"]{1,60}"
    r"|, (?!said|told|says|\w+ing )"
    r"(?:(?:a|an|the|its|his|her|their|who|whose|head|chief|director|[a-z-]+|[A-Z][\w’'-]*['’]s) "
    r"[^,.;()“”\"]{2,90}?|[a-z-]+)(?=[,.;])"
)
_NOUNS = re.compile(r"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[A-Z][\w’'-]+['’]s) ([a-z-]+(?: [a-z-]+)?) $")
_PLACES = ("the", "a", "an", "of", "in", "at", "from", "near", "to", "above", "below", "around")
_SPEAKS = re.compile(r"\b(?:said|says|told|added)\b")
_JUNIOR = ("Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody the article names. ``roles`` and ``serves`` in the order in which it gives them.

    ``told``: the words around the name show that it is a person's.
    """

    name: str
    roles: tuple[str, ...] = ()
    serves: tuple[str, ...] = ()
    places: tuple[int, ...] = ()
    told: bool = False

    @property
    def surname(self) -> str:
        words = [word for word in self.name.split() if word not in _JUNIOR]
        return words[-1] if words else self.name


@dataclass(frozen=True, slots=True)
class Cast:
    """Who and what an article names.

    ``people`` by full name, ``alone`` those it calls by title and surname only; ``bodies`` by full name with where each
    is named, ``called``: what it says a body is ("group"), in lower case.
    """

    people: dict[str, Person] = field(default_factory=dict)
    alone: dict[str, Person] = field(default_factory=dict)
    bodies: dict[str, list[int]] = field(default_factory=dict)
    called: dict[str, set[str]] = field(default_factory=dict)
    acronyms: dict[str, str] = field(default_factory=dict)
    full: dict[str, str] = field(default_factory=dict)  # forms already looked up
    own: tuple[str, ...] = ()  # the article's outlet and agency: "the newspaper" in their text is another


def cast_of(text: str, sources: Sequence[Span], places: Places) -> Cast:
    """Reads every name of the text with the words around it, and every source."""
    cast = Cast()
    for span in sources:
        _take(cast, span.start, read_phrase(as_in_running_text(text, span)), places)
    for at, (start, phrase) in enumerate(_phrases(text)):
        if at > MAX_RUNS:
            break
        _take(cast, start, phrase, places)
    for found in _ACRONYM.finditer(text):
        if found[2]:
            cast.acronyms[found[2]] = _bare(found[1].strip())
    _take_groups(cast, text)
    _name_by_acronym(cast)
    _leave_out_what_is_nobody(cast, text)
    _merge_longer(cast)
    _merge_short_given_names(cast)
    _drop_short_forms(cast)
    return cast


def _take_groups(cast: Cast, text: str) -> None:
    """ "A group that calls itself Iron Lantern": a body, though its name is built like a person's."""
    for found in GROUP.finditer(text):
        cast.people.pop(found[1], None)
        cast.bodies.setdefault(found[1], []).append(found.start(1))
        cast.called.setdefault(found[1], set()).add(found.group().split(maxsplit=1)[0].rstrip(","))


def _name_by_acronym(cast: Cast) -> None:
    for name in cast.bodies:
        if len(name.split()) > 2:
            cast.acronyms.setdefault(acronym_of(name), name)


def _leave_out_what_is_nobody(cast: Cast, text: str) -> None:
    """Capitals that only look like a person's name: "Pacific Northwest", a heading in capitals."""
    for name, person in list(cast.people.items()):
        if not (person.told or pronoun_of_name(name) or _is_met_again(text, person)):
            del cast.people[name]


def _is_met_again(text: str, person: Person) -> bool:
    """Whether somebody is called by a first name or surname alone elsewhere, or by a noun right before the name."""
    if _by_first_name(text, person) or _is_called_something(text, person):
        return True
    found = stands_at(text, person.surname, 0, len(text))
    return any(_stands_alone(text, at, at + len(person.surname)) for at in found)


def _by_first_name(text: str, person: Person) -> bool:
    """Whether the first name stands alone too, as a word that is nothing but a name."""
    first = person.name.split()[0]
    free = (at for at in stands_at(text, first, 0, len(text)) if _is_free(text, at))
    ends = (at + len(first) for at in free)
    alone = (text[end : end + 4].removeprefix("’s")[:2] for end in ends)
    small = next(stands_at(text, first.lower(), 0, len(text)), None)
    return small is None and any(after[:1] == " " and after[1:].islower() for after in alone)


def _is_called_something(text: str, person: Person) -> bool:
    """Whether a noun stands right before the name: "the golden girl Ada Brook"."""
    before = [text[max(0, at - 24) : at].split() for at in person.places]
    nouns = [words[-1] for words in before if words]
    return any(is_plain_word(noun) and not noun.endswith(("ed", "ing", "ly", "s")) for noun in nouns)


def _stands_alone(text: str, at: int, end: int) -> bool:
    if text[end : end + 2] in ("'s", "’s") or (text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()):
        return False
    return _is_free(text, at)


def _is_free(text: str, at: int) -> bool:
    """Whether a name does not go on from another word, and stands where a person's can: not "the", "in" ..."""
    before = text[max(0, at - 24) : at].split()
    return not before or not (is_capital(before[-1]) or before[-1] in _PLACES)


def _merge_longer(cast: Cast) -> None:
    """ "Rival Ada Brook" is Ada Brook where the article names her so elsewhere."""
    for name in list(cast.people):
        words = name.split()
        shorter = (" ".join(words[at:]) for at in range(1, len(words) - 1))
        short = next((one for one in shorter if one in cast.people), None)
        if short is not None and pronoun_of_name(name) is None:
            longer = cast.people.pop(name)
            _add_person(cast, short, Phrase(name, short, role=words[0].lower()), longer.places[0])


def _merge_short_given_names(cast: Cast) -> None:
    """ "Bill Brook" is William Brook where the article names him so elsewhere."""
    for name in list(cast.people):
        whole = whose_short(name, list(cast.people))
        if whole is not None:
            short, known = cast.people.pop(name), cast.people[whole]
            roles = (*known.roles, *(role for role in short.roles if role not in known.roles))
            places = tuple(sorted({*known.places, *short.places}))
            cast.people[whole] = replace(known, roles=roles, serves=known.serves or short.serves, places=places)


def _drop_short_forms(cast: Cast) -> None:
    """A surname alone is nobody more where somebody of that surname is named in full, and no body."""
    for one in cast.people.values():
        cast.alone.pop(one.surname, None)
        cast.bodies.pop(one.surname, None)


def _take(cast: Cast, start: int, phrase: Phrase, places: Places) -> None:
    name = phrase.name
    if name is None or places.country(name) is not None:
        return
    parts = name.split()
    if phrase.body or any(is_body_word(plain(word)) for word in parts):
        _add_body(cast, _bare(name), phrase.head, start)
    elif len(cast.people) < MAX_NAMES and 2 <= len(parts) <= 5 and _can_be_a_person(name, parts):
        _add_person(cast, name, phrase, start)
    elif phrase.title and len(parts) == 1 and len(cast.alone) < MAX_NAMES and not (is_title(name) or is_common(name)):
        known = cast.alone.get(name, Person(name))
        cast.alone[name] = _richer(known, phrase, start)


def _can_be_a_person(name: str, parts: list[str]) -> bool:
    shouted = any(len(word) > 2 and word.isupper() for word in parts)
    common = any(is_common(word) and not is_given(word) and word != "May" for word in parts)
    return not (shouted or common or any(is_title(word) for word in parts[1:]))


def _add_body(cast: Cast, name: str, head: str | None, start: int) -> None:
    if name in ARTICLES or len(cast.bodies) >= MAX_NAMES:
        return
    if not name[:1].islower() and kind_of(plain(name)) in (None, "name"):
        cast.bodies.setdefault(name, []).append(start)
        if head:
            cast.called.setdefault(name, set()).add(head)


def _bare(name: str) -> str:
    return re.sub(r"^(?:The|the) |^[A-Z][\w-]+['’]s (?=[A-Z]\w+ [A-Z])", "", name)


def _add_person(cast: Cast, name: str, phrase: Phrase, start: int) -> None:
    cast.people[name] = _richer(cast.people.get(name, Person(name)), phrase, start)


def _richer(known: Person, phrase: Phrase, start: int) -> Person:
    return Person(
        known.name,
        _with(known.roles, phrase.role),
        _with(known.serves, phrase.of),
        tuple(sorted({*known.places, start})),
        known.told or phrase.title,
    )


def _with(known: tuple[str, ...], more: str | None) -> tuple[str, ...]:
    return known if not more or more in known else (*known, more)


def _phrases(text: str) -> Iterator[tuple[int, Phrase]]:
    """Every capitalised run with the words that belong to it on both sides, read as one phrase."""
    for sentence in sentences(text, Span(0, len(text))):
        for run in runs(text[slice(*sentence)]):
            start, end = sentence.start + run.start, sentence.start + run.end
            left = _left(text, sentence.start, Span(start, end))
            after = _AFTER.match(text, end, min(sentence.end, end + 120))
            told = after is not None and not _SPEAKS.search(after.group())
            yield start, read_phrase(text[left : after.end() if after and told else end])


def _left(text: str, floor: int, name: Span) -> int:
    """Where the words in front of a name begin that say what it is: "Norland's foreign minister, " + name + ","."""
    start = name.start
    floor = max(floor, start - _REACH)
    closed = text[name.end : name.end + 1] in (",", ".", ";", ")", "")
    tokens = [(found.group(), floor + found.start()) for found in WORD.finditer(text[floor:start])]
    left, titled = start, False
    for word, at in reversed(tokens[-9:]):
        if word == "," and left == start and closed and text[at - 1] not in '”"' and _ends_in_title(tokens, at):
            continue
        if is_title(word) and not is_capital(word):
            titled = True
        elif not is_body_word(plain(word)) and not (titled and _goes_with_title(word)):
            break
        left = at
    return _with_nouns(text, floor, left) if titled else left


def _with_nouns(text: str, floor: int, left: int) -> int:
    """Where a title begins with the nouns in front of it, behind an article: "the harbour" + "master"."""
    found = _NOUNS.search(text[floor:left])
    plain_nouns = found is not None and all(is_plain_word(noun) for noun in found[1].split())
    return floor + found.start() if found is not None and plain_nouns else left


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
