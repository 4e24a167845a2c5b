"""What the tagger finds: content, cue and source of every way of attributing."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.statements.tagger import tag


def read(text: str) -> list[tuple[list[str], str | None, str | None]]:
    def shown(span: tuple[int, int] | None) -> str | None:
        return text[slice(*span)] if span else None

    return [
        ([text[slice(*one)] for one in found.content], shown(found.cue), shown(found.source)) for found in tag(text)
    ]


CASES = [
    (
        "He kept a box of coins, said a fitter who fears for her job.",
        (["He kept a box of coins"], "said", "a fitter who fears for her job"),
    ),
    ("The mill was sold, the Harrow Post has learned.", (["The mill was sold"], "has learned", "the Harrow Post")),
    ("“The pump is old,” Ada Brook said.", (["The pump is old"], "said", "Ada Brook")),
    (
        "“The pump is old,” said Ada Brook, a fitter at the mill.",
        (["The pump is old"], "said", "Ada Brook, a fitter at the mill"),
    ),
    ("Ada Brook said: “The pump is old.”", (["The pump is old."], "said", "Ada Brook")),
    ("“It is”, he said, “a lie”.", (["It is", "a lie"], "said", "he")),
    ("“The pump is old,” Brook said. “It has to go.”", (["The pump is old", "It has to go."], "said", "Brook")),
    ("Ada Brook said the pump was old.", (["the pump was old"], "said", "Ada Brook")),
    ("Ada Brook told the council that the pump was old.", (["the pump was old"], "told", "Ada Brook")),
    ("The pump was old, Ada Brook, a fitter, said on Monday.", (["The pump was old"], "said", "Ada Brook, a fitter")),
    (
        "The pump was old and leaked, said a fitter who had seen it.",
        (["The pump was old and leaked"], "said", "a fitter who had seen it"),
    ),
    ("The pump, he said, “belongs in a museum”.", (["The pump", "“belongs in a museum”"], "said", "he")),
    ("Brook said the pump was “a museum piece”.", (["the pump was “a museum piece”"], "said", "Brook")),
    (
        "The pump was old, according to the fitters' union.",
        (["The pump was old"], "according to", "the fitters' union"),
    ),
    ("According to the mill, the pump was new.", (["the pump was new"], "According to", "the mill")),
    (
        "The pump has reportedly been sold to a museum.",
        (["The pump has reportedly been sold to a museum"], "reportedly", None),
    ),
    ("The pump is said to have cost a million.", (["The pump is said to have cost a million"], "is said to", None)),
    ("The mill declined to comment on the leak.", (["on the leak"], "declined to comment", "The mill")),
    ("The mayor could not confirm the number.", (["the number"], "could not confirm", "The mayor")),
    ("The mayor would not say when the road would open.", (["when the road would open"], "would not say", "The mayor")),
    ("The mayor had nothing to add.", (["nothing to add"], "had nothing to add", "The mayor")),
    ("Neither Brook nor Frey would comment on the leak.", (["on the leak"], "would comment", "Neither Brook nor Frey")),
    ("The mill denied having sold the pump.", (["having sold the pump"], "denied", "The mill")),
    ("Ada Brook was quoted as saying the pump was old.", (["the pump was old"], "quoted as saying", "Ada Brook")),
    ("HARROW, March 4 (Eastwire) - The mill denied that the pump leaked.", (["the pump leaked"], "denied", "The mill")),
    (
        "The Tribune reported on Friday, citing two officials, that the pump leaked.",
        (["the pump leaked"], "reported", "two officials"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_ways_of_attributing(text: str, expected: tuple[list[str], str | None, str | None]) -> None:
    assert expected in [(content, cue and cue.removeprefix("was "), source) for content, cue, source in read(text)] or (
        expected in read(text)
    )


def test_participles_take_the_source_before_them() -> None:
    found = read("The mayor said the road was shut, adding that it would open on Monday.")
    assert [(cue, source) for _, cue, source in found] == [("said", "The mayor"), ("adding", "The mayor")]


def test_a_quotation_over_paragraphs_is_one_statement() -> None:
    text = "“Let them publish the papers.\n\n“Let them do it this week,” the clerk went on."
    assert read(text) == [(["Let them publish the papers.", "Let them do it this week"], "went on", "the clerk")]


def test_two_speakers_in_one_sentence() -> None:
    found = read("The mill said the pump was new, while the union repeated that it leaked.")
    assert [(cue, source) for _, cue, source in found] == [("said", "The mill"), ("repeated", "the union")]


@pytest.mark.parametrize(
    "text",
    [
        "The nickname “the Kettle” was painted on the hull.",
        "The film “Long Water” opens on Friday.",
        "One paper ran the word “Proof” across five columns.",
        "The mill makes paper and employs forty people.",
        "He did not say a word.",
    ],
)
def test_what_is_no_statement(text: str) -> None:
    assert read(text) == []


def test_order_is_by_place() -> None:
    text = "Ada Brook said the pump was old. The mill denied the leak. “It is new,” the mill said."
    starts = [found.content[0].start for found in tag(text)]
    assert starts == sorted(starts)
    assert len(starts) == 3


PIECES = st.sampled_from(
    [
        '" , "',
        '"," ',
        "“ , ”",
        "“",
        "”",
        '"',
        " said ",
        "Ada Brook",
        ", ",
        ". ",
        "\n\n",
        " that ",
        "the pump leaked",
        " according to ",
        " declined to ",
        " reportedly ",
        ";",
        ":",
        " - ",
        "He ",
        " told ",
        "'",
        "\x00",
        "é",
        " as saying ",
        "(",
        ")",
        " quoted ",
        "comment",
    ]
)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(st.lists(PIECES, max_size=30).map("".join), st.text(max_size=60)))
def test_any_text_is_read_and_every_span_lies_in_it(text: str) -> None:
    for found in tag(text):
        for start, end in (*found.content, *filter(None, (found.cue, found.source))):
            assert 0 <= start < end <= len(text)
