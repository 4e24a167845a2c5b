"""What the tagger finds: content, cue and source of the ways of attributing that every reader of news must know."""

from __future__ import annotations

import random
import re
import time

import numpy as np
import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as tried
from hypothesis import strategies as st

from onrecord.model import Attribution
from onrecord.statements.forms import joined, turns
from onrecord.statements.speakers_spans import mended
from onrecord.statements.tagger import MAX_TEXT, find, tag
from onrecord.statements.tagger_decode import Bounds
from onrecord.statements.tagger_links import Question
from onrecord.statements.tagger_settings import Settings
from onrecord.text.windows import MOST_PIECES
from onrecord.text.word_pieces import tokenizer

Shown = tuple[str, str, str]  # content, cue, source


def read(text: str) -> list[Shown]:
    return [(content(text, one), shown(text, one.cue), shown(text, one.source)) for one in tag(text)]


def content(text: str, one: Attribution) -> str:
    return " ".join(text[slice(*span)] for span in one.content)


def shown(text: str, span: tuple[int, int] | None) -> str:
    return text[slice(*span)] if span else ""


def words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower()))


def alike(one: str, other: str) -> bool:
    """Whether most of the words are the same: where exactly a content ends is taste."""
    return 2 * len(words(one) & words(other)) > len(words(one) | words(other))


def same(found: Shown, expected: Shown) -> bool:
    said, cue, source = expected
    cues = words(found[1]) >= words(cue) if cue else not found[1]
    return alike(found[0], said) and cues and (alike(found[2], source) if source else not found[2])


CASES = [
    ("“The pump is old,” Ada Brook said.", ("The pump is old", "said", "Ada Brook")),
    ("“The pump is old,” said Ada Brook, a fitter.", ("The pump is old", "said", "Ada Brook, a fitter")),
    ("Ada Brook said: “The pump is old.”", ("The pump is old.", "said", "Ada Brook")),
    ("“It is”, he said, “a lie”.", ("It is a lie", "said", "he")),
    ("“The pump is old,” Brook said. “It has to go.”", ("The pump is old It has to go.", "said", "Brook")),
    ("Ada Brook said the pump was old.", ("the pump was old", "said", "Ada Brook")),
    ("Ada Brook told the council that the pump was old.", ("the pump was old", "told", "Ada Brook")),
    ("The pump was old, Ada Brook, a fitter, said on Monday.", ("The pump was old", "said", "Ada Brook, a fitter")),
    (
        "The pump was old and leaked, said a fitter who had seen it.",
        ("The pump was old and leaked", "said", "a fitter who had seen it"),
    ),
    ("The pump, he said, “belongs in a museum”.", ("The pump belongs in a museum", "said", "he")),
    ("Brook said the pump was “a museum piece”.", ("the pump was a museum piece", "said", "Brook")),
    ("The pump was old, according to the fitters' union.", ("The pump was old", "according to", "the fitters' union")),
    ("According to the mill, the pump was new.", ("the pump was new", "According to", "the mill")),
    ("The pump has reportedly been sold to a museum.", ("The pump has been sold to a museum", "reportedly", "")),
    ("The pump is said to have cost a million.", ("The pump to have cost a million", "said", "")),
    ("The mayor would not say when the road would open.", ("when the road would open", "would not say", "The mayor")),
    ("The mill declined to comment on the leak.", ("comment on the leak", "declined", "The mill")),
    ("The mill denied having sold the pump.", ("having sold the pump", "denied", "The mill")),
    ("The mill has denied that the pump leaked.", ("the pump leaked", "denied", "The mill")),
    ("Ada Brook was quoted as saying the pump was old.", ("the pump was old", "saying", "Ada Brook")),
    ("HARROW, March 4 (Eastwire) - The mill denied that the pump leaked.", ("the pump leaked", "denied", "The mill")),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_ways_of_attributing(text: str, expected: Shown) -> None:
    found = read(text)
    assert any(same(one, expected) for one in found), found


def test_a_participle_takes_the_source_before_it() -> None:
    text = "The mayor said the road was shut, adding that it would open on Monday."
    found = mended(text, joined(text, tag(text), turns(text)))
    assert [text[slice(*one.cue)] for one in found if one.cue] == ["said", "adding"]
    assert {text[slice(*one.source)] for one in found if one.source} == {"The mayor"}


def test_a_quotation_over_paragraphs_is_one_statement() -> None:
    text = "“Let them publish the papers.\n\n“Let them do it this week,” the clerk said."
    (found,) = joined(text, tag(text), turns(text))
    assert len(found.content) == 2
    assert alike(content(text, found), "Let them publish the papers. Let them do it this week")
    assert shown(text, found.source) == "the clerk"


def test_two_speakers_in_one_sentence() -> None:
    found = read("The mill said the pump was new, while the union said that it leaked.")
    assert [(cue, source) for _, cue, source in found] == [("said", "The mill"), ("said", "the union")]
    assert "union" not in found[0][0]


def test_what_is_no_statement() -> None:
    texts = ["The film “Long Water” opens on Friday.", "The mill makes paper and employs forty people."]
    assert [tag(text) for text in texts] == [[], []]


def test_order_is_by_place() -> None:
    text = "Ada Brook said the pump was old. The mill denied the leak. “It is new,” the mill said."
    starts = [found.content[0].start for found in tag(text)]
    assert starts == sorted(starts)
    assert len(starts) == 3


def test_reading_twice_is_reading_once() -> None:
    text = " ".join(text for text, _ in CASES)
    assert tag(text) == tag(text)


def test_paragraphs_far_away_change_nothing() -> None:
    text = "“The pump is old,” Ada Brook said."
    before = "The road to the mill was shut in the spring.\n\n" * 60
    moved = [(content(before + text, one), shown(before + text, one.source)) for one in tag(before + text)]
    assert moved[-1] == ("The pump is old", "Ada Brook")


# ---------------------------------------------------------------- whatever the text, and whatever the network says

PIECES = st.sampled_from(
    [
        *('" , "', '"," ', "“ , ”", "“", "”", '"', "'", "« ", " »", "(", ")", ";", ":", " - ", ", ", ". ", "\n\n"),
        *(" said ", " that ", " according to ", " declined to ", " reportedly ", " told ", " as saying ", " quoted "),
        *("Ada Brook", "the pump leaked", "He ", "comment", "U.S.", "co-operate", "\x00", "é", "😀", "\u200b", "قال "),
    ]
)
TEXTS = st.one_of(st.lists(PIECES, max_size=30).map("".join), st.text(max_size=60))


def holds(text: str, found: list[Attribution]) -> bool:
    """Whether every span lies in the text and says something, contents in order and apart."""
    spans = [span for one in found for span in (*one.content, *filter(None, (one.cue, one.source)))]
    apart = all(
        before.end <= after.start for one in found for before, after in zip(one.content, one.content[1:], strict=False)
    )
    return apart and all(0 <= span.start < span.end <= len(text) and text[slice(*span)].strip() for span in spans)


@tried(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_any_text_is_read_and_every_span_lies_in_it(text: str) -> None:
    found = tag(text)
    assert holds(text, found)
    assert all(0.0 <= one.confidence <= 1.0 for one in found)


class Wild:
    """A network that answers at random, mostly yes; counts the tokens it is shown and the cues it is asked about."""

    def __init__(self, seed: int = 0) -> None:
        self.random = np.random.default_rng(seed)
        self.tokens, self.cues = 0, 0

    def encode(self, ids: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        self.tokens += len(ids)
        assert len(ids) <= MOST_PIECES
        return self.random.dirichlet([1, 1, 1, 1], len(ids)).astype(np.float32), np.zeros((len(ids), 2), np.float32)

    def link(self, tokens: np.ndarray, asked: Question) -> tuple[np.ndarray, np.ndarray]:
        self.cues += len(asked.places)
        parts = self.random.dirichlet([0.3, 0.3, 0.3], asked.places.shape).astype(np.float32)
        return parts, np.ones(len(parts), np.float32)


CREDULOUS = Settings(Bounds(cue=0.1, anchor=0.1, content=0.2, source=0.2, standing=0.05, sourceless=0.05))


@tried(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, st.integers(0, 9))
def test_whatever_a_network_says_the_spans_hold(text: str, seed: int) -> None:
    found = find(text, Wild(seed), tokenizer(), CREDULOUS)
    assert holds(text, found)
    assert [one.content[0].start for one in found] == sorted(one.content[0].start for one in found)


def letters(count: int) -> str:
    dice = random.Random(7)
    return "".join(dice.choice("abcdefgh ABC,.'“”\"\n-—") for _ in range(count))


HOSTILE = {
    "only quotes": '"' * MAX_TEXT,
    "only opening quotes": "“" * MAX_TEXT,
    "quoted letters": '"a" ' * (MAX_TEXT // 4),
    "paragraphs of a blank": '"a"\n \n' * (MAX_TEXT // 6),
    "only said": "said " * (MAX_TEXT // 5),
    "no spaces": "a" * MAX_TEXT,
    "hyphens": "a-b." * (MAX_TEXT // 4),
    "letters at random": letters(MAX_TEXT),
    "emoji": "😀 " * (MAX_TEXT // 2),
    "right to left": "قال الوزير إن " * (MAX_TEXT // 14),
    "zero width": "said\u200b \u200d" * (MAX_TEXT // 8),
}


def spent(text: str) -> float:
    """Seconds of this process to read a text with a network that costs nothing and says yes."""
    begun = time.process_time()
    find(text, Wild(), tokenizer(), CREDULOUS)
    return time.process_time() - begun


@pytest.mark.parametrize("name", HOSTILE)
def test_the_time_for_a_hostile_text_grows_with_its_length(name: str) -> None:
    text = HOSTILE[name][: MAX_TEXT // 4]
    part = max(spent(text[: len(text) // 4]), 0.05)
    assert spent(text) < 12 * part  # four times the text; sixteen would be quadratic


@pytest.mark.parametrize("name", HOSTILE)
def test_a_network_is_shown_no_more_than_the_text(name: str) -> None:
    wild, text = Wild(), HOSTILE[name][: MAX_TEXT // 8]
    find(text, wild, tokenizer(), Settings(Bounds(standing=1.1, sourceless=1.1)))
    assert wild.tokens <= 2.5 * len(text) + MOST_PIECES
    assert wild.cues <= wild.tokens


@pytest.mark.parametrize("name", ["no spaces", "emoji", "only said", "zero width"])
def test_a_hostile_text_is_read(name: str) -> None:
    text = HOSTILE[name]
    assert holds(text, tag(text))


def test_only_so_many_characters_are_read() -> None:
    line = "“The pump is old,” Ada Brook said."
    rest = "a" * (MAX_TEXT - len(line) - 2)
    assert len(tag(f"{rest}\n\n{line}")) == 1
    assert tag(f"{rest}aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n\n{line}") == []
