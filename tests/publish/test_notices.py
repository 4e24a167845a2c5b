"""What somebody has just decided."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from onrecord.model import Judgement, JudgementKind
from onrecord.publish.notices import notice
from onrecord.store import judgements
from onrecord.store.opening import open_record


def given(kind: JudgementKind, of: int | None = None) -> Judgement:
    return Judgement(0, kind, "Ada", "2026-03-02T10:00:00Z", "", value="denies", of=of)


def test_what_was_done_can_be_undone_and_what_was_undone_given_back(tmp_path: Path) -> None:
    with closing(open_record(tmp_path / "record.db")) as conn:
        for one in (given("stance"), given("undo", 1), given("redo", 1)):
            judgements.add(conn, one)
        found = [notice(conn, number, busy=False) for number in (1, 2, 3)]
        assert [(one.undo, one.redo) for one in found if one] == [(1, None), (None, 1), (1, None)]
        assert notice(conn, 4, busy=True) is None
