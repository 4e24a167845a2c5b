from __future__ import annotations

from bench.newsroom.faults import Perfect, Tables, first, put, worsened


def test_claim_split(tiny: Perfect) -> None:
    change = put("statements", {"id": "st8"}, claim="x")
    assert worsened(tiny, change) == {"claims.grouping_r", "claims.grouping_f1", "record"}


def test_claims_merged(tiny: Perfect) -> None:
    def merge(tables: Tables) -> None:
        for row in tables["statements"]:
            row["claim"] = row["claim"] and "c1"

    worse = worsened(tiny, merge)
    assert {"claims.grouping_p", "claims.grouping_f1", "claims.final_position", "record"} <= worse
    assert "claims.grouping_r" not in worse


def test_a_stranger_in_a_claim(tiny: Perfect) -> None:
    assert worsened(tiny, put("statements", {"id": "st13"}, claim="c2")) == {"claims.strangers"}


def test_figure_of_a_claim(tiny: Perfect) -> None:
    def change(tables: Tables) -> None:
        first(tables, "claims", {"id": "c3"})["figures"][0].update(value=204)

    measures = {f"claims.{name}_{rate}" for name in ("figures", "figures_dated") for rate in ("p", "r", "f1")}
    assert worsened(tiny, change) == measures
