from __future__ import annotations

from bench.newsroom.faults import Perfect, Tables, first, put, worsened


def test_an_origin_too_many(tiny: Perfect) -> None:
    def change(tables: Tables) -> None:
        first(tables, "claims", {"id": "c2"})["origins"].append({"party": "Tor Lind"})

    measures = {"claims.origin_count", "claims.origin_parties_p", "claims.origin_parties_f1", "record"}
    assert worsened(tiny, change) == measures


def test_corroborated_for_a_day(tiny: Perfect) -> None:
    def change(tables: Tables) -> None:
        rows = first(tables, "claims", {"id": "c2"})["status_history"]
        rows.insert(1, {"on": "2026-03-02", "value": "corroborated"})

    assert worsened(tiny, change) == {"claims.status_history", "claims.false_corroboration"}


def test_corroboration_missed(tiny: Perfect) -> None:
    never = [{"on": "2026-03-01", "value": "single_origin"}]
    change = put("claims", {"id": "c1"}, status="single_origin", status_history=never)
    assert worsened(tiny, change) == {"claims.status", "claims.status_history", "claims.missed_corroboration"}


def test_corroborated_from_nowhere(tiny: Perfect) -> None:
    def change(tables: Tables) -> None:
        tables["claims"].append({"id": "x", "status": "corroborated", "statements": []})

    assert worsened(tiny, change) == {"claims.corroborated_unscored"}
