"""Which body a source means: the fullest form of its name in the article, or the one that "the company" stands for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from onrecord.statements.speakers_cast import Cast
from onrecord.statements.speakers_words import body_kinds, kind_of
from onrecord.text.names import plain

_FIRM = ("firm", "name")
_ANY_FIRM = ("company", "firm", "maker", "manufacturer", "operator", "owner", "corporation", "producer", "lender")
_CALLED_A_FIRM = re.compile(r"\b[Tt]he (?:company|firm|maker|agency|network|retailer|bank|group)\b")
_NEWS = re.compile(
    r"\b(?:News|Post|Times|Herald|Courier|Tribune|Gazette|Chronicle|Telegraph|Mirror|Sentinel|Dispatch|Press|Media|"
    r"Journal|Examiner|Standard|Globe|Ledger|Bulletin|Echo|Argus|Independent|Weekly|Daily|Evening News)\b"
)


def is_outlet(name: str) -> bool:
    """Whether a name is of a news outlet, by its last word."""
    last = name.rsplit(maxsplit=1)[-1]
    return bool(_NEWS.fullmatch(last)) or kind_of(plain(last)) == "outlet"


def full_body(text: str, cast: Cast, name: str) -> str:
    """The fullest form in which the article gives a body's name; the name itself where it gives none."""
    bare = re.sub(r"^(?:The|the|a|an) ", "", name)
    if bare not in cast.full:
        cast.full[bare] = _look_up(text, cast, bare)
    return cast.full[bare]


def tells_of_a_body(text: str, name: str) -> bool:
    """Whether the words around a name show that it is no person's surname.

    Names of several words, acronyms and words for bodies are a body's; else "it" or "which" goes on from the name, it
    stands behind "at" or beside a noun for bodies, or the article speaks of "the company".
    """
    if not name.isalpha() or not name[1:].islower() or kind_of(plain(name)) is not None:
        return True
    word = re.escape(name)
    beside = re.compile(
        rf"\b(?:at|from|in|inside|into|for|the|agency|broadcaster|company|firm|newspaper|site) {word}\b"
        rf"|\b{word}(?:, (?:which|whose|the|an?) (?!.{{0,40}}(?:he|she)\b)"
        rf"|['’]s (?:customers|shares|board|staff|site|app))"
        rf"|\b{word}[^.\n“”\"]{{0,200}}(?:\b(?:its?|itself|reported)\b|\. (?:It|Its) )"
    )
    return _CALLED_A_FIRM.search(text) is not None or beside.search(text) is not None


def _look_up(text: str, cast: Cast, bare: str) -> str:
    if bare in cast.acronyms:
        return cast.acronyms[bare]
    longer = _longer(text, cast, bare)
    if longer is not None:
        return longer
    within = {body for body in cast.bodies if _part_of(bare, body)}
    return within.pop() if len(within) == 1 else bare


def _longer(text: str, cast: Cast, bare: str) -> str | None:
    """ "Harrow" is Harrow Energy where the article says so: the name with a word for a body behind it."""
    if not bare[:1].isupper() or re.search(rf"\b(?:in|at|near|from|outside|around) {re.escape(bare)}\b", text):
        return None
    people = {person.name for person in cast.people.values()}
    counted: Counter[str] = Counter()
    for found in re.finditer(rf"\b{re.escape(bare)}((?: [A-Z][\w-]+){{1,3}})", text):
        whole = found.group()
        if whole not in people and kind_of(plain(whole.split()[-1])) in ("firm", "name", "body", "outlet"):
            counted[whole] += 1
    return counted.most_common(1)[0][0] if counted else None


def _part_of(short: str, body: str) -> bool:
    """Whether the words of a short form stand in a name in this order, its last one last: "Norland authority"."""
    want, have = [plain(word) for word in short.split()], [plain(word) for word in body.split()]
    if len(want) >= len(have) or want[-1] != have[-1]:
        return False
    at = iter(have)
    return all(word in at for word in want)


def described_body(text: str, cast: Cast, head: str, at: int) -> str | None:
    """The body a description stands for ("the company", "the inspectorate"), or None where two could be meant."""
    named = {body: _last_before(text, body, at) for body in cast.bodies if _answers(cast, head, body)}
    named = {body: place for body, place in named.items() if place >= 0}
    if not named and kind_of(head) == "outlet":
        outlets = {
            body: _last_before(text, body, at) for body in cast.bodies if is_outlet(body) and body not in cast.own
        }
        named = {body: place for body, place in outlets.items() if place >= 0}
    if not named and head in _ANY_FIRM:
        named = {body: place for body in firms(cast) if (place := _last_before(text, body, at)) >= 0}
    return max(named, key=lambda body: named[body]) if named else None


def _answers(cast: Cast, head: str, body: str) -> bool:
    words = [plain(word) for word in body.split()]
    return head in cast.called.get(body, ()) or all(word in words for word in head.split())


def firms(cast: Cast) -> Iterator[str]:
    """The companies that an article names, news outlets left out."""
    for body in cast.bodies:
        noun = re.sub(r" (?:of|for) .*", "", body).rsplit(maxsplit=1)[-1]
        if body_kinds().get(plain(noun)) in _FIRM and not _NEWS.search(body):
            yield body


def _last_before(text: str, body: str, at: int) -> int:
    first = body.split(maxsplit=1)[0]
    return max(text.rfind(body, 0, at), text.rfind(first, 0, at) if len(first) > 3 else -1)
