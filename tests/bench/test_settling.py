"""What was settled as the scorer's tables."""

from __future__ import annotations

from pathlib import Path

from bench.gold import gold_readings
from bench.settling import measured
from bench.settling_stories import tables
from onrecord.pipeline.settle import settle

SAMPLE = Path(__file__).parents[2] / "samples" / "newsroom"


def test_tables_name_only_what_is_in_them() -> None:
    readings = gold_readings(SAMPLE)[:6]
    made = tables(readings, settle(readings))
    claims = {row["id"] for row in made["claims"]}
    assert {row["claim"] for row in made["statements"]} - {None} == claims
    assert len(made["articles"]) == 6


def test_no_claim_of_the_sample_is_falsely_corroborated() -> None:
    scores = measured(SAMPLE, gold_readings(SAMPLE))
    assert scores["claims.false_corroboration"] == 0.0
    assert (scores["claims.grouping_f1"] or 0.0) >= 0.5
