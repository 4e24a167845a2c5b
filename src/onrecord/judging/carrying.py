"""Judgements carried over to the statements there are now: reading a page anew may move a span or cut a text better."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from onrecord.model import Judgement, Side, Span, Statement, Subject
from onrecord.text.likeness import words

SAME_SPAN = 0.5  # share of the characters of either that both cover
SAME_WORDS = 0.6  # share of the words of either that both have, where the article itself is another now
SIDES: tuple[Side, ...] = ("this", "with", "from")


@dataclass(frozen=True, slots=True)
class Now:
    """What is shown now: the article that stands for each one judged (itself, mostly), and by its id what is said."""

    articles: Mapping[str, str] = field(default_factory=dict)
    statements: Mapping[str, Sequence[Statement]] = field(default_factory=dict)


def carried(judgements: Iterable[Judgement], now: Now) -> tuple[Judgement, ...]:
    """The judgements with the statements and articles they are about now; those that are gone are left out of them."""
    return tuple(
        replace(
            one,
            subjects=_subjects(one.subjects, now),
            articles=tuple(now.articles[id_] for id_ in one.articles if id_ in now.articles),
        )
        for one in judgements
    )


def _subjects(subjects: Sequence[Subject], now: Now) -> tuple[Subject, ...]:
    found: dict[str, Subject] = {}
    for subject in sorted(subjects, key=lambda one: SIDES.index(one.side)):
        statement = _found(subject, now)
        if statement:
            found.setdefault(statement.id, replace(subject, id=statement.id, article=statement.article))
    return tuple(found.values())


def _found(subject: Subject, now: Now) -> Statement | None:
    """The statement itself, else the one that shares most of its text; None where nothing shares enough."""
    article = now.articles.get(subject.article)
    said = now.statements.get(article or "", ())
    itself = next((one for one in said if one.id == subject.id), None)
    if itself or not said:
        return itself
    if article == subject.article:
        alike, least = [(_shared(subject.spans, one.content.spans), one) for one in said], SAME_SPAN
    else:
        alike, least = [(_in_common(subject.text, one.content.text), one) for one in said], SAME_WORDS
    share, best = max(alike, key=lambda pair: (pair[0], pair[1].id))
    return best if share >= least else None


def _shared(some: Sequence[Span], others: Sequence[Span]) -> float:
    both = sum(max(0, min(one.end, other.end) - max(one.start, other.start)) for one in some for other in others)
    either = sum(one.end - one.start for one in (*some, *others)) - both
    return both / either if either else 0.0


def _in_common(one: str, other: str) -> float:
    some, others = set(words(one)), set(words(other))
    return len(some & others) / len(some | others) if some | others else 0.0
