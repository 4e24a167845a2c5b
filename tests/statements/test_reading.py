"""An article's statements as a whole: on the seed page and the newsrooms where they are at hand, and on any text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bench.gold import gold_readings
from onrecord.model import Article, When
from onrecord.statements import read_statements

ROOT = Path(__file__).parents[2]
SEED = ROOT.parent / "shared" / "examples" / "seed_expected.json"


def article(text: str) -> Article:
    return Article("a", "a.html", "0", text, "A headline", When("2026-03-06", "day"), language="en")


def test_statements_slice_back_and_have_their_own_ids() -> None:
    text = "“The pump is old,” French minister Ada Brook said on Thursday. She denied that 40 pumps had failed."
    statements = read_statements(article(text))
    assert [one.speaker.name for one in statements] == ["Ada Brook", "Ada Brook"]
    assert [one.stance for one in statements] == ["asserts", "denies"]
    assert len({one.id for one in statements}) == 2
    for one in statements:
        assert one.content.text == " … ".join(text[slice(*span)] for span in one.content.spans)


def test_reading_twice_is_reading_once() -> None:
    one = article("The mill said the pump was old. “It is new,” said Ada Brook.")
    assert read_statements(one) == read_statements(one)


@pytest.mark.skipif(not SEED.exists(), reason="the seed page is not at hand")
def test_the_seed_page() -> None:
    (gold,) = gold_readings(SEED)
    found = {one.content.text.rstrip(",."): one for one in read_statements(gold.article)}
    right = 0
    for one in gold.statements:
        wanted = one.content.text.removeprefix("that ").rstrip(",.")
        got = found.get(wanted)
        right += got is not None and (got.speaker.name, got.speaker.party) == (one.speaker.name, one.speaker.party)
    assert right >= 11


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
        "40 pumps leaked",
        " according to ",
        "On Monday ",
        " reportedly ",
        ";",
        ":",
        " its spokesman ",
        "He ",
        " told the Harrow Post",
        "'s ",
        "\x00",
        "é",
        " as saying ",
        "the minister",
    ]
)


@settings(deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(st.lists(PIECES, max_size=30).map("".join), st.text(max_size=80)))
def test_any_text_is_read(text: str) -> None:
    for one in read_statements(article(text)):
        assert one.content.spans
        assert all(0 <= start < end <= len(text) for start, end in one.content.spans)
        assert all(text[start:end].strip() for start, end in one.content.spans)
