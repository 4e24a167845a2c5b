"""Attributions that a page's form shows rather than a sentence: labels, dashes, live entries, quotations that go on."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from onrecord.model import Attribution, Span
from onrecord.statements.forms_asked import answered, unlabelled
from onrecord.statements.forms_carried import carried, split_joined
from onrecord.statements.forms_chain import behind_semicolons, with_chained_sources
from onrecord.statements.forms_dash import dashed
from onrecord.statements.forms_dialogue import asked, labelled
from onrecord.statements.forms_heads import heads
from onrecord.statements.forms_hearsay import with_hearsay_sources
from onrecord.statements.forms_inner import inner_quotations
from onrecord.statements.forms_led import led_in
from onrecord.statements.forms_lines import lines_of
from onrecord.statements.forms_merged import merged
from onrecord.statements.forms_owned import with_owned_quotations
from onrecord.statements.forms_turns import turns_of
from onrecord.statements.tagger import MAX_TEXT


def turns(text: str) -> list[Attribution]:
    """The attributions that the form of a text shows, in order of place; only the first 80,000 characters are read.

    The cue is the colon, the dash, the verb of saying or None; the source the label or name, or None where an answer
    is nobody's for sure. No two share content.
    """
    text = text[:MAX_TEXT]
    lines = lines_of(text)
    under = turns_of(text, lines)
    found = [*labelled(text, under), *answered(text, under), *unlabelled(text, lines)]
    found += [*dashed(text), *led_in(text), *heads(text, lines)]
    return _apart(found)


def _apart(found: Sequence[Attribution]) -> list[Attribution]:
    """In order of place, without those that begin inside another one's words."""
    kept: list[Attribution] = []
    end = 0
    for one in _in_order(found):
        if one.content[0].start >= end:
            kept.append(one)
            end = max(span.end for span in one.content)
    return kept


def joined(text: str, found: Sequence[Attribution], turns: Sequence[Attribution]) -> list[Attribution]:
    """What was found in the sentences with what the form shows, in order of place, nothing twice.

    Pieces found apart are put together, loose quotations go to whom they go on from where that leaves no doubt, and
    cues without a source take the one they lean on. Without
    turns no words that were found are lost.
    """
    found = with_owned_quotations(text, with_hearsay_sources(text, inner_quotations(text, found)))
    together = merged(_unasked(text, found) if turns else found, turns)
    together = split_joined(text, with_chained_sources(text, together))
    return list(_once(_in_order(behind_semicolons(text, carried(text, together)))))


def _unasked(text: str, found: Sequence[Attribution]) -> list[Attribution]:
    """Without what was found as said by whoever interviews, where the form shows that somebody does."""
    questions = asked(text, turns_of(text, lines_of(text)))
    starts = [question.start for question in questions]
    return [one for one in found if not _is_asked(one, questions, starts)]


def _is_asked(one: Attribution, questions: Sequence[Span], starts: Sequence[int]) -> bool:
    at = bisect_right(starts, one.content[0].start) - 1
    if at < 0 or one.content[0].start >= questions[at].end:
        return False
    label = starts[at]
    return one.source is None or one.source.start <= label < one.source.end


def _in_order(found: Iterable[Attribution]) -> list[Attribution]:
    return sorted(found, key=lambda one: (one.content, one.cue or Span(0, 0), one.source is None))


def _once(found: Iterable[Attribution]) -> Iterable[Attribution]:
    """Each content once; of two with the same, the one that has a source."""
    by_content: dict[tuple[Span, ...], Attribution] = {}
    for one in found:
        before = by_content.get(one.content)
        if before is None or (before.source is None and one.source is not None):
            by_content[one.content] = one
    return by_content.values()
