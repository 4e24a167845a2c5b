"""What the words of a source are: titles' portfolios, names of bodies, verbs of office, documents."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from onrecord.knowledge.tables import table
from onrecord.text.names import POSSESSIVE, is_capital, is_common, is_particle, plain

_PEOPLE = ("he", "she", "who", "him", "her", "himself", "herself", "i", "we", "me", "us")
_THINGS = ("it", "they", "them", "itself", "themselves", "which", "this", "that")
PRONOUNS = frozenset((*_PEOPLE, *_THINGS))
OWNERS = ("its", "his", "her", "their")
OF = ("of", "for", "at", "from", "in", "with", "to")
LINKS = ("of", "for", "and", "the", "&", "on")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A source's words taken apart.

    ``name``: the capitalised name, without titles; ``role``: what the person is; ``of``: words for the body, country
    or person served; ``head``: the noun of a phrase without a name ("minister"); ``body``: the name is a body's;
    ``title``: the words before the name show that it is a person's.
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


@cache
def body_kinds() -> dict[str, str]:
    """A word (or two) that names bodies -> its kind (``knowledge/bodies.tsv``)."""
    return {row["noun"]: row["kind"] for row in table("bodies")}


@cache
def portfolios() -> frozenset[str]:
    """Words that stand in front of a title without naming whom it serves (``knowledge/portfolios.tsv``)."""
    return frozenset(row["word"] for row in table("portfolios"))


@cache
def office_verbs() -> dict[str, str]:
    """What somebody is of whom a verb tells: "heads" -> "head" (``knowledge/office_verbs.tsv``)."""
    return {row["verb"]: row["role"] for row in table("office_verbs")}


@cache
def documents() -> dict[str, str]:
    """A noun for something written or shown that can speak -> its kind (``knowledge/documents.tsv``)."""
    return {row["noun"]: row["kind"] for row in table("documents")}


def is_body_word(word: str) -> bool:
    """Whether a word names bodies: ministry, agency, bank (also in the plural)."""
    return word in body_kinds() or (word.endswith("s") and word[:-1] in body_kinds())


def kind_of(noun: str) -> str | None:
    """The kind of body that a noun names."""
    return body_kinds().get(noun) or body_kinds().get(noun.removesuffix("s"))


def head_of(parts: list[str]) -> str:
    """The noun of a phrase without a name: its last word before "of", "in", "with"."""
    kept: list[str] = []
    for word in parts:
        if kept and word in (*OF, "on", "by", "close", "familiar", "about", "seen", "obtained", "published"):
            break
        kept.append(word)
    return kept[-1] if kept else ""


def joins(parts: list[str], at: int) -> bool:
    """ "Ministry of Defence", "Union of the Deaf": inside a body's name; "Frey of the Board" is not."""
    follows = next((word for word in parts[at + 1 :] if word != "the"), "")
    return parts[at] in LINKS and at > 0 and is_capital(follows) and is_body_word(plain(parts[at - 1]))


def name_from(parts: list[str], start: int) -> list[str]:
    """The words of a person's name that begins at a word, up to a possessive; empty where none does."""
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


def until_of(rest: list[str]) -> str:
    """The words for whom somebody serves, up to the next preposition that is not inside a body's name."""
    kept: list[str] = []
    for at, word in enumerate(rest):
        ends = word in ("who", "which", "at", "in", "for", "with", "from", "on", "to", "(", "that", ",", "-", "–")
        lone_and = word == "and" and not is_capital(next(iter(rest[at + 1 :]), ""))
        if at and (ends or lone_and) and not joins(rest, at):
            break
        kept.append(word)
    return " ".join(kept)


def after_of(rest: list[str]) -> str | None:
    """The words after the first "of", "for", "at" that name something; else after the first of them."""
    served = [until_of(rest[at + 1 :]) for at, word in enumerate(rest) if word in OF and at + 1 < len(rest)]
    named = [one for one in served if any(is_capital(word) for word in one.split())]
    return next(iter([*named, *served]), None)


def without_determiners(parts: list[str]) -> list[str]:
    """A role's words without "the", "a", "now" in front and without whose it is: "Norland's"."""
    kept = [word for word in parts if plain(word) not in ("the", "a", "an", "now", "also", "currently", "then")]
    possessor = next((at for at, word in enumerate(kept[:-1]) if POSSESSIVE.search(word)), None)
    return kept if possessor is None else kept[possessor + 1 :]


def starts_definite(parts: list[str]) -> bool:
    """Whether a phrase begins with "the" or with an owner, and so means something told of before."""
    return bool(parts) and plain(parts[0]) in ("the", "this", "that", *OWNERS)


def is_plain_word(word: str) -> bool:
    """Whether a word in lower case can stand right before a name and say what its bearer is."""
    return word[:1].islower() and word.replace("-", "").isalpha() and not is_common(word) and not is_particle(word)
