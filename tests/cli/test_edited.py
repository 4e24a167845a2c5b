"""edits: a line each, one with every word, or as JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from onrecord.cli import run
from tests.publish.two_versions import FIRST, SECOND, keep_versions


@pytest.fixture
def shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    ids = [one.article.id for one in keep_versions(tmp_path / "r.db")]

    def show(*arguments: str) -> tuple[list[str], str]:
        assert run(["edits", *arguments, "--record", str(tmp_path / "r.db")]) == 0
        return ids, capsys.readouterr().out

    return show


def test_every_edit_is_a_line(shown: Any) -> None:
    ids, out = shown()
    lines = out.splitlines()
    assert len(lines) == 3
    assert lines[1].split()[:2] == [ids[1][:8], ids[0][:8]]
    assert "another speaker" in lines[1]
    assert "softened" in lines[2]


def test_one_article_with_every_word(shown: Any) -> None:
    first, _ = shown()
    _, out = shown(first[0][:10])
    assert "carried [-340-]{+412+} passengers" in out
    assert "now said by Bo Berg, before by Ada Moreau" in out
    assert "{+may have +}carried 412" in out
    assert "fetched on 5 May 2026 at 08:00 UTC" in out
    assert "... 2 paragraphs as before" in out


def test_edits_as_json_hold_both_versions(shown: Any) -> None:
    _, out = shown("--json")
    one = json.loads(out.splitlines()[0])
    texts = {
        kind: "\n\n".join(
            "".join(run["text"] for run in line["runs"] if run["kind"] in ("same", kind)) for line in one["lines"]
        )
        for kind in ("removed", "added")
    }
    assert texts == {"removed": FIRST, "added": SECOND}
    assert one["headline"] == {"before": "Ferry", "after": "Ferry crowded"}
    assert [change["kind"] for change in one["changes"]] == ["figure", "reattributed"]


def test_an_article_in_one_version(gold_record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["edits", "nobody", "--record", str(gold_record)]) == 2
    assert "no article begins with nobody" in capsys.readouterr().err
