"""Where the people of an article are named in a stretch of it: what "he" and "she" can go back to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.model import Span
from onrecord.statements.speakers_cast import Person, pronoun_of
from onrecord.statements.speakers_roles import by_role
from onrecord.statements.speakers_stage import REACH, Said, Stage
from onrecord.statements.speakers_words import Phrase
from onrecord.text.names import is_capital, is_title, plain, pronoun_of_name, stands_at
from onrecord.text.quotes import quotes_in

_POSSESSIVE = re.compile("['’]s")
# What may stand between the beginning of a sentence and its subject's surname: names and titles.
_BEGINS = re.compile(r"(?:^|\n|[.!?][\"”’)]*\s+)(?:[A-Z][\w.’'-]*\s+){0,4}$")
_TITLED = re.compile(r"\b([Tt]he) ((?:[a-z-]+ ){0,2}?)([a-z-]+)\b(?!['’]| of| for| [A-Z])")


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody named at a place; ``person`` None: somebody of whom the article says only what they are."""

    at: int
    person: str | None
    spoke: bool = False
    begins: bool = False
    titled: bool = False


def mentions(stage: Stage, floor: int, ceiling: int) -> list[Mention]:
    """Every place in a stretch of text where somebody is named outside of quotations, and every source read as one."""
    floor = max(floor, ceiling - REACH)
    found = {said.at: _spoken(stage, said) for said in stage.history if floor <= said.at < ceiling and _is_one(said)}
    quoted = [quote.outer for quote in quotes_in(stage.scene.text, floor, ceiling)]
    for one in (*_named(stage, floor, ceiling), *_titled(stage, floor, ceiling)):
        inside = any(quote.start <= one.at < quote.end for quote in quoted)
        same = (at for at, said in found.items() if said.person == one.person and not one.titled)
        if not inside and not any(one.at - 60 < at <= one.at for at in same):
            found.setdefault(one.at, one)
    return [found[at] for at in sorted(found)]


def _is_one(said: Said) -> bool:
    return said.person is not None or said.way in ("one_unnamed", "unclear")


def _spoken(stage: Stage, said: Said) -> Mention:
    return Mention(said.at, said.person, spoke=True, begins=_begins(stage, said.at))


def _begins(stage: Stage, at: int) -> bool:
    return _BEGINS.search(stage.scene.text[max(0, at - 80) : at]) is not None


def _named(stage: Stage, floor: int, ceiling: int) -> Iterator[Mention]:
    text = stage.scene.text
    people = [*stage.scene.cast.people.values(), *stage.scene.cast.alone.values()]
    for one in people:
        for at in stands_at(text, one.surname, floor, ceiling):
            begin = _full_name_at(text, at, one)
            if begin is not None and not _POSSESSIVE.match(text, at + len(one.surname)):
                yield Mention(begin, one.name, begins=_begins(stage, begin))


def _full_name_at(text: str, at: int, one: Person) -> int | None:
    """Where the name begins that ends in this surname; None where another's first name stands in front of it."""
    before = text[max(0, at - 40) : at]
    lead = one.name[: one.name.rfind(one.surname)]
    if lead and before.endswith(lead):
        return at - len(lead)
    words = before.split()
    sole = not words or not before.endswith(" ") or not is_capital(words[-1]) or is_title(words[-1])
    ends = bool(words) and words[-1][-1] in '.!?"”’:'
    return at if sole or ends else None


def _titled(stage: Stage, floor: int, ceiling: int) -> Iterator[Mention]:
    """ "The minister had more": whoever holds the office, somebody unknown where the article does not say."""
    for found in _TITLED.finditer(stage.scene.text[floor:ceiling]):
        if is_title(found[3]) and not found[3].endswith("s"):
            at = floor + found.start()
            holder = by_role(stage, at, Phrase(found.group(), head=plain(found[3]), definite=True))
            if holder is not None or found[1] == "The":
                yield Mention(at, holder.name if holder else None, begins=found[1] == "The", titled=True)


def fits(stage: Stage, name: str, pronoun: str | None) -> bool:
    """Whether somebody can be "he" or "she", by titles, given name, and what they were called before."""
    cast = stage.scene.cast
    one = cast.people.get(name) or cast.alone.get(name)
    known = (pronoun_of(one.roles) if one else None) or _called(stage, name) or pronoun_of_name(name)
    return pronoun is None or known is None or known == pronoun


def _called(stage: Stage, name: str) -> str | None:
    """The pronoun that somebody has been given before, if it was always the same."""
    words = [stage.scene.text[said.at : said.at + 3].casefold() for said in stage.history if said.person == name]
    used = {word.strip() for word in words} & {"he", "she"}
    return used.pop() if len(used) == 1 else None


def fitting(stage: Stage, within: Span, pronoun: str | None) -> list[Mention]:
    """The mentions of a stretch that a pronoun can mean, those of somebody unknown included."""
    found: list[Mention] = []
    for one in mentions(stage, *within):
        if one.person is None or fits(stage, one.person, pronoun):
            found.append(one)
        elif one.titled and one.begins:  # another holder of that office, then
            found.append(replace(one, person=None))
    return found
