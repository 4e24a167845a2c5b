"""What a label before a colon is: somebody's name or office, whoever asks, whoever answers, a paper, or nobody."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeAlias

from onrecord.knowledge.tables import table
from onrecord.statements.forms_people import key_of, press_words, speech_forms
from onrecord.text.names import is_capital, is_common, is_particle, is_title, plain

LabelKind: TypeAlias = Literal["speaker", "asks", "answers", "paper", "nobody"]
_ASIDE = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*")
_SMALL = frozenset(["of", "the", "for", "and", "at", "in", "de", "la", "&", "on"])
_ARTICLES = frozenset(["the", "a", "an", "our", "their", "one", "his", "her"])
_POSSESSED = ("our ", "the ", "their ", "his ", "her ", "a ", "an ")
_CLAUSE = frozenset(
    [
        *("i", "we", "you", "it", "they", "he", "she", "is", "are", "was", "were", "has", "have", "had", "will", "can"),
        *("now", "when", "how", "what", "why", "if", "because", "then", "this", "not"),
    ]
)
_MOST_WORDS = 8
_MOST_NAME = 5  # words of a title and name; more is a headline
_MOST_ROLE = 14


@dataclass(frozen=True, slots=True)
class Label:
    """A label read: ``key`` holds a speaker together over turns; ``office``: a title or a body stands in it.

    ``written``: how many words of the name begin with a capital; ``press``: it names an outlet or one of its people.
    """

    kind: LabelKind
    key: str = ""
    office: bool = False
    press: bool = False
    written: int = 0


NOBODY = Label("nobody")


@cache
def label_kinds() -> dict[str, str]:
    """A label in lower case -> what stands before such a colon (``knowledge/form_labels.tsv``)."""
    return {row["label"]: row["kind"] for row in table("form_labels")}


@cache
def _bodies() -> frozenset[str]:
    return frozenset(row["noun"] for row in table("bodies") if row["kind"] not in ("name", "outlet"))


@cache
def metonyms() -> frozenset[str]:
    """Houses and short names that speak for somebody, in lower case, no article (``knowledge/metonyms.tsv``)."""
    return frozenset(row["name"].lower().removeprefix("the ") for row in table("metonyms"))


@cache
def countries() -> frozenset[str]:
    """Names of countries in lower case: before a colon they are where, not who (``knowledge/countries.tsv``)."""
    return frozenset(row["country"].lower() for row in table("countries"))


def read_label(label: str) -> Label:
    """What a label is by its own words; never fails."""
    whole = " ".join(_ASIDE.sub(" ", label).split()).strip("*_ -–—")
    known = label_kinds().get(re.sub(r"\d+$", "", whole.lower()).strip())
    if known == "asks":
        return Label("asks", key="?")
    if known == "answers":
        return Label("answers", key="!")
    if known == "paper":
        return Label("paper", key=whole.lower(), office=True)
    head, _, role = whole.partition(",")
    if head.lower().startswith(_POSSESSED) and sum(map(is_capital, role.split())) > 1:
        head, role = role, head.split(" ", 1)[1]
    words = head.split()
    if known or "*" in whole or not _is_name(words) or not _is_role(role.split()) or _opens_like_a_thing(words):
        return NOBODY
    office = _has_office(words) or _has_office(role.split()) or whole.lower().removeprefix("the ") in metonyms()
    written = sum(is_capital(word) for word in words)
    return Label("speaker", _key(words), office, _is_press([*words, *role.split()]), written)


def _key(words: Sequence[str]) -> str:
    """The name before "of" or "for": "Mayor of Torvik" is the mayor, "Ada Kell" is Kell."""
    cut = next((at for at, word in enumerate(words) if at and word.lower() in ("of", "for")), len(words))
    return key_of(" ".join(words[:cut]))


def _is_name(words: Sequence[str]) -> bool:
    cut = next((at for at, word in enumerate(words) if word.lower() in ("of", "for")), len(words))
    if not words or len(words) > _MOST_WORDS or cut > _MOST_NAME:
        return False
    if any(plain(word) in speech_forms() and not is_capital(word) for word in words):
        return False
    first = words[1:] if words[0].lower() in _ARTICLES and len(words) > 1 else words
    if is_common(first[0]) or not any(character.isalpha() for character in first[0]):
        return False
    known = all(is_capital(word) or is_particle(word) or word in _SMALL or _is_office(word) for word in first)
    return known and (is_capital(first[-1]) or _has_office(first))


def _is_role(words: Sequence[str]) -> bool:
    """Whether what follows the comma can be an office: no verb of saying in it, and not endless."""
    return len(words) <= _MOST_ROLE and not any(plain(word) in speech_forms() | _CLAUSE for word in words)


def _opens_like_a_thing(words: Sequence[str]) -> bool:
    """Whether the first or last word of a longer label is itself one of nobody: "Photo credit", "Main image"."""
    ends = (plain(words[0]), plain(words[-1]))
    return any(label_kinds().get(word) == "nobody" for word in ends) and not is_title(words[0])


def _is_office(word: str) -> bool:
    return is_title(word) or plain(word) in _bodies()


def _has_office(words: Sequence[str]) -> bool:
    return any(_is_office(word) for word in words)


def speaks_by_office(label: str) -> bool:
    """Whether a label is an office or a state's body by its last word: "Torvik mayor", "Ministry of Health".

    A title before a name is not enough: "Premier League" and "General Election" are no one's.
    """
    head = label.partition(",")[0].split()
    cut = next((at for at, word in enumerate(head) if at and word.lower() in ("of", "for")), len(head))
    last = plain(head[cut - 1]) if cut else ""
    return is_title(last) or last in _states() or label.lower().removeprefix("the ") in metonyms()


@cache
def _states() -> frozenset[str]:
    kinds = ("state", "office")
    return frozenset(row["noun"] for row in table("bodies") if row["kind"] in kinds) | {"police", "court"}


def _is_press(words: Sequence[str]) -> bool:
    return any(plain(word) in press_words() for word in words)
