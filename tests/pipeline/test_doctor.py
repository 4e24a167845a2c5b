"""What the doctor finds in good health and in bad."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.pipeline import doctor
from onrecord.pipeline.doctor import examine
from onrecord.store.opening import open_record
from tests.publish.small_record import plain, small_record


def found(record: Path) -> dict[str, doctor.Finding]:
    return {one.about: one for one in examine(record)}


def test_all_is_well_where_there_is_no_record(tmp_path: Path) -> None:
    told = found(tmp_path / "none.db")
    assert {one.health for one in told.values()} <= {"good", "look"}
    assert told["reader"].health == "good"
    assert "make one with" in told["record"].remedy
    assert not (tmp_path / "none.db").exists()


def test_what_was_read_and_not_settled_is_told(tmp_path: Path) -> None:
    record = tmp_path / "a.db"
    small_record(record, plain)
    told = found(record)
    assert told["record"].health == "good"
    assert "2 articles" in told["record"].told
    with open_record(record) as conn:
        conn.execute("DELETE FROM marks")
    assert found(record)["settling"].health == "look"


def test_a_damaged_record_is_bad(tmp_path: Path) -> None:
    record = tmp_path / "a.db"
    small_record(record, plain)
    data = bytearray(record.read_bytes())
    data[4096 * 3 : 4096 * 6] = b"\x55" * (4096 * 3)
    record.write_bytes(data)
    assert found(record)["record"].health == "bad"
    record.write_bytes(b"no database at all")
    assert found(record)["record"].health == "bad"


def test_whatever_fails_is_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*anything: object) -> None:
        raise OSError("the weights are gone")

    monkeypatch.setattr(doctor, "read_input", broken)
    told = found(tmp_path / "none.db")["reader"]
    assert (told.health, told.told) == ("bad", "OSError: the weights are gone")


def test_a_reader_that_finds_nobody_is_bad(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "read_input", lambda *anything: iter(()))
    assert found(tmp_path / "none.db")["reader"].health == "bad"
