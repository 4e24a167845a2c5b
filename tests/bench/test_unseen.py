"""Stories left out in turn: the matcher of a story has not seen it, and what a person confirms holds."""

from __future__ import annotations

from pathlib import Path

from bench.gold import gold_labelled, gold_readings
from bench.settling import confirmed, left_out
from bench.settling_stories import gold_stories
from bench.unseen import ASKED, FROM, mean
from onrecord.model import Story

SAMPLE = Path(__file__).parents[2] / "samples" / "newsroom"


def test_each_story_has_a_matcher_of_its_own() -> None:
    readings = gold_readings(SAMPLE)
    matcher = left_out(SAMPLE, readings, gold_stories(SAMPLE))
    first, other = readings[0], next(one for one in readings if "ferry" in one.article.input)
    one, two = (matcher(Story("s", "t", (reading.article.id,), 0.0)) for reading in (first, other))
    assert one.weights != two.weights
    assert matcher(Story("s", "t", (first.article.id,), 0.0)) is one


def test_two_statements_of_each_claim_are_confirmed() -> None:
    claim = {
        s.id: row["claim"]
        for reading, rows in gold_labelled(SAMPLE)
        for s, row in zip(reading.statements, rows, strict=True)
    }
    ties = confirmed(SAMPLE, 2).ties.together
    assert len(ties) == len({one for one in claim.values() if one})
    for ids in ties:
        assert len(ids) == 2
        assert len({claim[one] for one in ids}) == 1


def test_a_mean_is_of_what_there_is() -> None:
    assert mean([0.5, None, 1.0]) == 0.75
    assert mean([None]) is None


def test_every_number_asked_says_from_what() -> None:
    assert all(any(name.startswith(kind) for kind in FROM) for name in ASKED)
