from __future__ import annotations

import json
from pathlib import Path

import pytest

from bench.newsroom.__main__ import main
from bench.places import sample_newsroom


def test_a_perfect_export_is_written_and_scored(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    newsroom = str(sample_newsroom())
    assert main([newsroom, str(tmp_path / "out"), "--make-perfect"]) == 0
    (tmp_path / "out" / "stories.jsonl").unlink()
    assert main([newsroom, str(tmp_path / "out"), "--misses", "1"]) == 0
    told = capsys.readouterr().out
    assert "MISSES stories" not in told
    assert "export: no stories.jsonl" in told
    assert main([newsroom, str(tmp_path / "out"), "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert shown["metrics"]["statements.found_f1"]["value"] == 1
    assert shown["metrics"]["stories.articles_f1"]["value"] < 1


def test_a_missing_folder_is_wrong_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main([str(tmp_path), str(tmp_path)])
    assert "there is no" in capsys.readouterr().err
