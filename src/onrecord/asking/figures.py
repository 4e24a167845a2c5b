"""Another number in the words than in the question: pointed out, never matched silently."""

from __future__ import annotations

from onrecord.asking.question import Question
from onrecord.text.likeness import SMALL, WORD, stem
from onrecord.text.numbers import Number, find_numbers

NEAR = 3  # words behind a number among which what it counts is named


def other_number(asked: Question, text: str) -> tuple[str, str] | None:
    """The number asked and the number told, as written, where one thing is counted and the two cannot both be right.

    What is counted is told by a word behind each that both have; a text that has the number asked as well agrees.
    """
    if not asked.numbers:
        return None
    told = find_numbers(text)
    for one in asked.numbers:
        if any(_agree(one, other) for other in told):
            continue
        counted = _counted(asked.text, one)
        other = next((number for number in told if counted & _counted(text, number)), None)
        if other is not None:
            return asked.text[slice(*one.span)], text[slice(*other.span)]
    return None


def lacks_number(asked: Question, text: str) -> bool:
    """True where the question gives a number that the text has not got."""
    told = find_numbers(text)
    return any(not any(_bears_out(one, other) for other in told) for one in asked.numbers)


def told_otherwise(asked: Question, text: str) -> str | None:
    """Why words that say what is asked do not bear out its number; None where they do, or it has none."""
    if numbers := other_number(asked, text):
        return f"gives another number: “{numbers[1]}” where the question has “{numbers[0]}”"
    return "does not give the number asked for" if lacks_number(asked, text) else None


def _counted(text: str, number: Number) -> set[str]:
    behind = [found.group().casefold() for found in WORD.finditer(text, number.span.end, number.span.end + 60)]
    return {stem(word) for word in behind[:NEAR] if word not in SMALL and not word[0].isdigit()}


def _bears_out(asked: Number, told: Number) -> bool:
    """True where the number told is the number asked; "at least 12" bears out no forty."""
    if told.bound in ("at_least", "at_most") and asked.bound == "exact" and told.value != asked.value:
        return False
    return _agree(asked, told)


def _agree(asked: Number, told: Number) -> bool:
    """True where one number can be the other: equal, inside its range, or above "at least" and below "at most"."""
    low, high = told.value, told.high if told.high is not None else told.value
    if (asked.bound == "at_least" and high >= asked.value) or (asked.bound == "at_most" and low <= asked.value):
        return True
    if (told.bound == "at_least" and asked.value >= low) or (told.bound == "at_most" and asked.value <= high):
        return True
    return low <= asked.value <= high
