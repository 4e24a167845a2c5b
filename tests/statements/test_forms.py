"""What holds whatever the page: spans slice, nothing twice, nothing found is lost, and hostile texts end soon."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.model import Attribution, Span
from onrecord.statements.forms import joined, turns

PIECES = st.sampled_from(
    [
        *("Q: ", "A: ", "Ada Kell", "Kell: ", "MR DOLAN: ", "mayor", " said ", "adding ", "the report", "(@kell)"),
        *(
            "“",
            "”",
            '"',
            "— ",
            " – ",
            "- ",
            "\n",
            "\n\n",
            "(laughs)",
            "[",
            "**",
            "?",
            ".",
            ", ",
            "; ",
            ":",
            " ",
            "’",
            "'",
        ),
        *("14:05 ", "UPDATE 2", "We left", "I ran", "you", "the road would open", "Who rang?", "Torvik"),
    ]
)
TEXTS = st.lists(PIECES, max_size=40).map("".join)
SEEN = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def made_up(text: str, places: list[tuple[int, int]]) -> list[Attribution]:
    """Attributions as a tagger may give them: some with a source, some with a cue, some with neither."""
    found: list[Attribution] = []
    for at, (start, length) in enumerate(places):
        span = Span(min(start, len(text)), min(start + length, len(text)))
        if text[slice(*span)].strip():
            found.append(Attribution((span,), span if at % 2 else None, span if at % 3 else None))
    return found


PLACES = st.lists(st.tuples(st.integers(0, 200), st.integers(1, 40)), max_size=6)


@SEEN
@given(TEXTS)
def test_turns_slice_and_say_something(text: str) -> None:
    for one in turns(text):
        assert one.content
        for span in (*one.content, *(part for part in (one.cue, one.source) if part)):
            assert 0 <= span.start < span.end <= len(text)
            assert text[slice(*span)].strip()


@SEEN
@given(TEXTS)
def test_turns_share_no_content(text: str) -> None:
    spans = sorted(span for one in turns(text) for span in one.content)
    assert all(before.end <= after.start for before, after in pairwise(spans))


@SEEN
@given(TEXTS, PLACES)
def test_joined_has_no_content_twice(text: str, places: list[tuple[int, int]]) -> None:
    found = joined(text, made_up(text, places), turns(text))
    contents = [one.content for one in found]
    assert len(contents) == len(set(contents))
    assert all(0 <= span.start < span.end <= len(text) for content in contents for span in content)


@SEEN
@given(TEXTS, PLACES)
def test_without_turns_nothing_found_is_lost(text: str, places: list[tuple[int, int]]) -> None:
    found = made_up(text, places)
    kept = {span for one in joined(text, found, []) for span in one.content}
    assert {span for one in found for span in one.content} <= kept


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "“The pump is old,” Ada Kell said.\n\nThe mill denied the leak.",
            [("The pump is old", "said", "Ada Kell"), ("the leak", "denied", "The mill")],
        ),
        (
            "The mayor said the road was shut, adding that it would open in May.\n\n“It is,” Kell said twice, “a lie.”",
            [
                ("the road was shut", "said", "The mayor"),
                ("it would open in May", "adding", "The mayor"),
                ("It is … a lie.", "said twice", "Kell"),
            ],
        ),
    ],
)
def test_what_a_tagger_found_stays(text: str, parts: list[tuple[str, str, str]]) -> None:
    def place(words: str) -> Span:
        return Span(at := text.index(words), at + len(words))

    found = [
        Attribution(tuple(place(piece) for piece in content.split(" … ")), place(cue), place(source))
        for content, cue, source in parts
    ]
    assert joined(text, found, []) == found


@pytest.mark.parametrize(
    "piece",
    [
        "Q: I am\n\nA: you\n\n",
        "Kell: I ",
        "Mayor Kell: I ran.\n",
        "“a b c d",
        "“I ran.”\n\n",
        "“I ran,” – said Kell. – ",
        "- a – said ",
        "— Ada Kell ",
        "Kell said, ",
        "A B ",
        "(@a) — ",
        "14:05 Kell: ",
        "she said:\n\n",
        ": ",
        "[(",
        ", said; would be",
        "ADA KELL\n\nI ran.\n\n",
        "Who are you?\n\nI ran.\n\n",
    ],
)
def test_hostile_texts_end_soon(piece: str) -> None:
    text = (piece * (80_000 // len(piece) + 1))[:80_000]
    started = time.process_time()
    found = turns(text)
    places = [(at, 12) for at in range(0, 80_000, 40)]
    joined(text, [*made_up(text, places), *found], found)
    assert time.process_time() - started < 6
