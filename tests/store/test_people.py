"""What happened is kept up to a bound, and failures push out nothing else."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from onrecord.model import PeopleEvent
from onrecord.store import people, sessions, tokens
from onrecord.store.opening import open_record

AT = "2026-05-04T09:00:00Z"


def test_failures_have_a_bound_of_their_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(people, "MOST_FAILURES", 20)
    with closing(open_record(tmp_path / "record.db")) as conn:
        people.note(conn, PeopleEvent(AT, "role", "Ada", "root", "", "editor to admin"))
        for _ in range(199):
            people.note(conn, PeopleEvent(AT, "failed", "", "", "192.0.2.7", ""))
        kept = [one.what for one in people.events(conn, most=500)]
    assert kept.count("failed") == 20
    assert kept.count("role") == 1


def test_who_comes_is_found_by_an_index(tmp_path: Path) -> None:
    asked: list[str] = []
    with closing(open_record(tmp_path / "record.db")) as conn:
        conn.set_trace_callback(asked.append)
        people.named(conn, "ada")
        sessions.whose(conn, b"x", "session", AT)
        sessions.end_oldest(conn, 1, "session", keep=1)
        sessions.forget_ended(conn, AT)
        tokens.whose(conn, b"x", AT)
        tokens.of_person(conn, 1)
        conn.set_trace_callback(None)
        plans = [row["detail"] for one in asked for row in conn.execute(f"EXPLAIN QUERY PLAN {one}")]
    assert len(asked) == 6
    assert not [plan for plan in plans if plan.startswith("SCAN")]
