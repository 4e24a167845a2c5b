"""Stories with the claim of every statement known, from gold and from what was read."""

from __future__ import annotations

from pathlib import Path

from bench.gold import gold_readings, load_gold
from bench.settling_stories import gold_stories, read_stories

SAMPLE = Path(__file__).parents[2] / "samples" / "newsroom"


def test_every_gold_claim_of_a_story_is_there() -> None:
    gold = load_gold(SAMPLE)
    told = gold_stories(SAMPLE)
    assert [one.name[-2:] for one in told] == [row["id"] for row in gold["stories"]]
    assert {claim for one in told for claim in [*one.claims, *one.outside] if claim} == {
        row["id"] for row in gold["claims"]
    }
    assert all(len(one.held) == len(one.claims) == len(grid) for one in told for grid in one.found.values())


def test_what_is_read_to_the_letter_is_labelled_as_gold_is() -> None:
    pages = [one for one in gold_readings(SAMPLE) if ".xml" not in one.article.input]
    gold = [set(filter(None, one.claims)) for one in gold_stories(SAMPLE)]
    read = [set(filter(None, one.claims)) for one in read_stories(SAMPLE, pages)]
    assert read == gold
