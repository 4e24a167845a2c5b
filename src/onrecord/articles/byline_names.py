"""The names of persons in what a byline or an author field says: "By Mira Hollis, Europe Editor" names one.

Author fields hold anything: the outlet, a desk, an agency, an account's slug, several people with "and", a role, a
degree, an e-mail address. Whatever is not clearly a person is left out: a wrong author is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from html import unescape

from onrecord.articles.markup import squeezed
from onrecord.knowledge.tables import table
from onrecord.text.names import is_given

LONGEST = 400
LONGEST_NAME = 60
AND = re.compile(r"\s*(?:[,;&/|•·\n]|\s(?:and|und|et|y|og|och|e|ve|ja|и)\s)\s*")
ASIDE = re.compile(r"\([^()]{0,120}\)|\[[^\[\]]{0,120}\]|<[^<>]{0,200}>")
ROLE = re.compile(
    r"\s+(?:[-–—]\s|(?:in|[Ff]or|[Ff]rom|at|[Ww]ith|mit|für|aus|bei|avec|pour|à|of the|im|para|per|voor)\b).*$"
)
MAIL = re.compile(r"\S{1,80}@\S{0,80}|https?:\S{1,300}|www\.\S{1,100}")
SLUG = re.compile(r"[a-z0-9]+(?:[._-][a-z0-9]+)*")
DOMAIN = re.compile(r"\w\.(?:com|org|net|[a-z]{2})\b", re.I)
NAME = re.compile(r"(?:[^\W\d_]|[.'’‘`\u00b4-])+")
PARTICLES = frozenset(
    re.findall(
        r"\S+",
        "de da di du del della der den van von v. zu zur zum al el bin ibn la le ter ten dos das do af av mc ap y e i",
    )
)
LETTER = re.compile(r"[^\W\d_]")
CASELESS = re.compile(r"[\u0590-\u0fff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
REPORTERS = re.compile(r"\s*(?:기자|특파원|記者|记者)(?:\s.*)?$")
MOST_WORDS = 5


@dataclass(frozen=True, slots=True)
class Names:
    """``own``: every name the outlet goes by, folded to letters and digits (its name, the parts of its host)."""

    own: frozenset[str] = frozenset()

    def persons(self, said: str) -> list[str]:
        """The persons that a byline or an author field names, in its order."""
        if "www." in said:
            return []
        parts = [part for one in AND.split(_without_by(_plain(said))) if (part := _bare(one))]
        if len(parts) == 2 and "," in said and all(_is_half(part) for part in parts):
            parts = [f"{parts[1]} {parts[0]}"]
        parts = [self._without_own(part) for part in parts]
        persons = [part for part in parts if self.is_person(part)]
        sure = [part for part in persons if looks_like_name(part)]
        return list(dict.fromkeys(sure or (persons if len(parts) == 1 else [])))

    def _without_own(self, name: str) -> str:
        """A name without the outlet's own that is stuck to its end: "Mira Hollis Harbour Weekly"."""
        words = name.split()
        ends = (at for at in range(2, len(words)) if letters(" ".join(words[at:])) in self.own)
        return " ".join(words[: next(ends, len(words))])

    def desks(self, said: str) -> list[str]:
        """ "Staff writer", "The editorial team": nobody in particular, yet what the page signs with."""
        name = _without_by(_plain(said)).strip(" .:")
        words = _words(name)
        is_desk = any(word in _kind("desk") for word in words) and not any(word in _kind("account") for word in words)
        return [name] if is_desk and 1 < len(words) <= MOST_WORDS and letters(name) not in self.own else []

    def is_person(self, name: str) -> bool:
        """Whether a name may be a person's: none of the outlet's own, no desk, no account, no agency."""
        words = _words(name)
        if not words or len(name) > LONGEST_NAME or len(name.split()) > MOST_WORDS or DOMAIN.search(name):
            return False
        if any(sign.isdigit() for sign in name) or not (looks_like_name(name) or _is_one_word(name)):
            return False
        if is_agency(name) or (letters(name) in self.own and not _is_somebody(name)):
            return False
        if any(word in _nobody() for word in words):
            return False
        named = len(words) == 2 and is_given(name.split(maxsplit=1)[0].title())
        is_body = any(word in _bodies() for word in words) and not named
        return not is_body and not _is_account(name)


def names_of(outlet: str | None, url: str | None) -> Names:
    """What tells persons from this outlet."""
    host = re.sub(r"^https?://|[/:?#].*$", "", url or "")
    labels = [host, host.removeprefix("www."), *host.split(".")]
    titles = re.split(r"\s[-–—|]\s", outlet or "")
    known = {letters(one) for one in [outlet or "", *titles, *labels]}
    return Names(frozenset(one for known_one in known if len(one := known_one.removeprefix("the")) > 1))


def letters(name: str) -> str:
    """A name's letters and digits in lower case: "ORF.at" and "orf.at" are one."""
    return re.sub(r"[\W_]", "", name.casefold()).removeprefix("the")


def persons_of(sources: Iterable[Iterable[str]], names: Names) -> list[str]:
    """The persons of the first source that names any in full, else by one word, else the desk that signs."""
    told = [list(source) for source in sources]
    found = [list(dict.fromkeys(name for said in source for name in names.persons(said))) for source in told]
    full = [persons for persons in found if any(looks_like_name(one) for one in persons)]
    desks = [[name for said in source for name in names.desks(said)][:1] for source in told]
    return next((persons for persons in (*full, *found, *desks) if persons), [])


def looks_like_name(name: str) -> bool:
    """True for two to five words as names of persons are written, or two to four signs where names have no capitals."""
    words = name.split()
    if CASELESS.search(name):
        return len(words) <= 4 and 2 <= len(name) <= 30 and all(LETTER.search(word) for word in words)
    if not 2 <= len(words) <= MOST_WORDS or not all(NAME.fullmatch(word) for word in words):
        return False
    if any(word.strip(".").lower() in _nobody() for word in words):
        return False
    return all(_is_capital(word) or word.lower() in PARTICLES for word in words) and _is_capital(words[-1])


# ---------------------------------------------------------------- tables


@cache
def _kind(kind: str) -> frozenset[str]:
    return frozenset(row["word"] for row in table("byline_words") if row["kind"] == kind)


@cache
def _nobody() -> frozenset[str]:
    return _kind("role") | _kind("desk") | _kind("account")


@cache
def _bodies() -> frozenset[str]:
    outlets = {row["word"] for row in table("credit_words") if row["kind"] == "organisation"}
    return frozenset(outlets | _kind("organisation"))


@cache
def _opening() -> re.Pattern[str]:
    longest = sorted(_kind("by"), key=len, reverse=True)
    return re.compile(rf"\W{{0,3}}(?:{'|'.join(map(re.escape, longest))})\b\s?:?\s+(?=\S)", re.I)


@cache
def _after() -> re.Pattern[str]:
    return re.compile(rf"\s(?:{'|'.join(map(re.escape, sorted(_kind('after'), key=len, reverse=True)))})\b.*$", re.I)


@cache
def agencies() -> dict[str, str]:
    """How credits write an agency, in lower case -> the name it goes by here."""
    return {row["written"].lower(): row["name"] for row in table("agencies")}


def is_agency(name: str) -> bool:
    """True for a news agency of the table."""
    return name.lower().strip(" .") in agencies()


# ---------------------------------------------------------------- the words of a field


def _plain(said: str) -> str:
    text = MAIL.sub(" ", ASIDE.sub(" ", unescape(said[:LONGEST]).replace("\n", " | ")))
    return squeezed(re.sub(r"\s@\S+", " ", f" {text}"))


def _without_by(text: str) -> str:
    opened = _opening().match(text)
    if opened is None or not re.search(r"\w", text[opened.end() :]):
        return text
    rest = text[opened.end() :]
    is_name = opened[0].strip().lower() in PARTICLES and len(text.split()) < 3 and rest[0].isupper()  # "Von Miller"
    return text if is_name else rest


def _bare(part: str) -> str:
    """One name of a list without role, reporter's mark and edges."""
    part = REPORTERS.sub("", ROLE.sub("", _after().sub("", part)))
    part = _without_by(part.strip(' .:,*®™–—-•"“”') + ("." if re.search(r"\b(?:Jr|Sr)\.?$", part) else ""))
    return "" if part.lower().strip(".") in _kind("degree") else part


def _words(name: str) -> list[str]:
    return [word.strip(".").lower() for word in re.findall(r"[^\W\d_][\w.'’]*", name)]


def _is_half(part: str) -> bool:
    """One word of a name given as "Hollis, Mira"."""
    return len(part.split()) == 1 and _is_capital(part) and bool(NAME.fullmatch(part)) and not is_agency(part)


def _is_capital(word: str) -> bool:
    first = LETTER.search(word)
    return first is not None and (first[0].isupper() or not first[0].islower() or word[:2] in ("d'", "d’", "l'", "l’"))


def _is_one_word(name: str) -> bool:
    """One name alone: a first name, a pen name; initials are nobody's that we could name."""
    return len(name.split()) == 1 and len(name) > 3


def _is_somebody(name: str) -> bool:
    """A site of one person carries that person's name."""
    return looks_like_name(name) and is_given(name.split(maxsplit=1)[0])


def _is_account(name: str) -> bool:
    """The slug of an account: nothing but small letters, with the marks that slugs have or too long for initials."""
    return bool(SLUG.fullmatch(name)) and (len(name) > 4 or not name.isalpha())
