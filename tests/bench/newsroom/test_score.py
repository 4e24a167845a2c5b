"""The scorer as a whole, also against the script it was made from, where that lies beside the checkout."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bench.newsroom.export import load_export
from bench.newsroom.faults import Perfect, Tables, worsened
from bench.newsroom.gold import load_newsroom
from bench.newsroom.perfect import perfect_tables, write_tables
from bench.newsroom.report import as_json, miss_lines, table
from bench.newsroom.score import score, score_folder
from bench.places import SHARED, beside

SCRIPT = beside("bench", "score_newsroom.py")
ALL = 10_000


def test_a_perfect_export_is_best_everywhere(tiny: Perfect) -> None:
    assert not tiny.room.notes
    lower = {name for name, value in tiny.best.items() if value == 0}
    assert {name: value for name, value in tiny.best.items() if name not in lower and value != 1} == {}
    assert all(name.endswith(("abstained", "wrong", "partly", "leak")) or "claims." in name for name in lower)
    assert len(tiny.best) > 80


def test_an_empty_export_is_worst(tiny: Perfect) -> None:
    def clear(tables: Tables) -> None:
        for name in set(tables) - {"articles"}:
            tables[name].clear()

    assert {"record", "statements.found_r", "claims.final_position", "stories.articles_r"} <= worsened(tiny, clear)


def test_written_and_read_back(tiny: Perfect, tmp_path: Path) -> None:
    write_tables(perfect_tables(tiny.room), tmp_path)
    result = score(tiny.room, load_export(tmp_path))
    assert result.record == 1
    assert not result.notes
    assert not list(miss_lines(result.card, ALL))
    assert "record score 1.000" in "\n".join(table(result))


def test_a_missing_file_is_noted(tiny: Perfect, tmp_path: Path) -> None:
    write_tables({"articles": tiny.tables["articles"]}, tmp_path)
    assert "export: no claims.jsonl" in score(tiny.room, load_export(tmp_path)).notes


def damaged(tables: Tables) -> Tables:
    """A perfect export with something wrong of every kind."""
    for at, row in enumerate(tables["statements"]):
        row["stance"] = "other" if at % 5 == 0 else row["stance"]
        row["claim"] = "c1" if at % 7 == 0 else row["claim"]
        row["speaker"]["name"] = (row["speaker"]["name"] or "X Y").split()[-1] if at % 4 == 0 else None
        row["content"]["spans"] = [[s, e + at % 6 * 9] for s, e in row["content"]["spans"]]
        row["figures"] = [*row["figures"][:1], {"value": 3, "unit": "men"}] if at % 8 == 0 else row["figures"]
        row["said_on"]["value"] = "2026-03-03" if at % 3 == 0 else row["said_on"]["value"]
    for at, row in enumerate(tables["articles"]):
        row["text"] = "Something\n\n" + row["text"][:-30] if at % 4 == 0 else row["text"]
        row.update({"headline": "x", "byline": ["Q Z"], "furniture": []} if at % 3 == 0 else {})
    for row in tables["claims"]:
        row.update(positions=row["positions"][::-1], status="corroborated", origins=row["origins"][:1])
    for row in tables["stories"]:
        row["articles"] = row["articles"][::2]
    return {name: [row for at, row in enumerate(rows) if at % 9] for name, rows in tables.items()}


def in_order(told: dict[str, Any]) -> dict[str, Any]:
    for misses in told["misses"].values():
        misses["examples"].sort(key=json.dumps)
    return told


@pytest.mark.skipif(not SCRIPT, reason="the script that the scorer was made from does not lie beside this checkout")
@pytest.mark.parametrize("name", ["newsroom_A", "newsroom_E"])
def test_same_numbers_as_the_script(name: str, tmp_path: Path) -> None:
    newsroom = SHARED / "bench" / name
    write_tables(damaged(json.loads(json.dumps(perfect_tables(load_newsroom(newsroom))))), tmp_path)
    command = [sys.executable, "-B", str(SCRIPT), str(newsroom), str(tmp_path), "--json", "--misses", str(ALL)]
    theirs = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    ours = json.loads(json.dumps(as_json(score_folder(newsroom, tmp_path), ALL)))
    assert in_order(ours) == in_order(theirs)
    assert ours["record_score"] < 0.8
