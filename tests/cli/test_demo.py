"""The demo: a fresh record, five lines, and no desk where none is wanted."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from onrecord.cli import demo, run
from onrecord.publish import sample
from onrecord.store.opening import open_record


def test_five_lines(gold_record: Path) -> None:
    with closing(open_record(gold_record, readonly=True)) as conn:
        lines = demo.findings(conn)
    assert len(lines) == 5
    assert lines[0].startswith("32 articles of 7 outlets")
    assert lines[4].startswith("in dispute: “")
    assert " for it, " in lines[4]


def test_the_demo_reads_the_sample_into_a_fresh_record(
    story: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    served = []
    monkeypatch.setattr(demo, "_sample", lambda: story.parent)
    monkeypatch.setattr(demo, "serve", lambda *arguments: served.append(arguments))
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    record = tmp_path / "demo.db"
    assert run(["demo", "--no-serve", "--record", str(record)]) == 0
    out = capsys.readouterr().out.splitlines()
    assert len(out) == 6
    assert out[5] == f"the record: {record}"
    assert not served
    assert run(["demo", "--record", str(tmp_path / "other.db"), "--port", "8123"]) == 0
    assert served == [(tmp_path / "other.db", "127.0.0.1", 8123)]
    assert "the desk: http://127.0.0.1:8123" in capsys.readouterr().out


def test_the_demo_touches_no_record_there_is(gold_record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = gold_record.read_bytes()
    assert run(["demo", "--no-serve", "--record", str(gold_record)]) == 2
    assert "wants a fresh record" in capsys.readouterr().err
    assert gold_record.read_bytes() == before


def test_without_the_sample_the_demo_says_where_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sample, "__file__", str(tmp_path / "a" / "b" / "c" / "sample.py"))
    monkeypatch.chdir(tmp_path)
    assert run(["demo", "--no-serve"]) == 2
    assert "samples/newsroom is not here" in capsys.readouterr().err


def test_the_sample_is_whole() -> None:
    assert len(list(demo._sample().iterdir())) == 36
    assert (demo._sample().parent / "gold.json").is_file()
