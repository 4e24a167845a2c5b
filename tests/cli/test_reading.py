"""read and add: what they print, what they keep, and how they end."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from onrecord.cli import run
from onrecord.pipeline.verify import verify
from onrecord.store import articles
from onrecord.store.opening import open_record
from tests.cli.conftest import TEXT

ROOT = Path(__file__).parents[2]
PAGES = ROOT / "samples" / "newsroom" / "pages"


def test_read_shows_the_article_and_who_said_what(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["read", str(story), "--body"]) == 0
    out, err = capsys.readouterr()
    assert "Ada Moreau" in out
    assert "“Nobody may leave before noon" in out
    assert "\x1b" not in out
    assert not err


@pytest.mark.usefixtures("typed")
def test_read_as_json_is_one_object_a_page_and_nothing_else(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["read", str(story), "nowhere.html", "-", "--body", "--json"]) == 1
    out, err = capsys.readouterr()
    first, gone, typed = (json.loads(line) for line in out.splitlines())
    assert first["article"]["text"] == typed["article"]["text"] == TEXT
    assert [one["input"] for one in (first, gone, typed)] == [str(story), "nowhere.html", "-"]
    assert gone["rejected"] == {"stage": "read", "reason": "no such file or folder"}
    assert first["article"]["evidence"] == {
        "sha256": first["article"]["page"],
        "size": len(TEXT.encode()),
        "url": None,
        "fetched": None,
        "added": None,
        "captures": 1,
    }
    for statement in first["statements"]:
        spans = statement["content"]["spans"]
        assert " … ".join(TEXT[start:end] for start, end in spans) == statement["content"]["text"]
    assert not err


def test_a_refusal_is_one_line_on_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["read", "nowhere.html"]) == 1
    out, err = capsys.readouterr()
    assert (out, err) == ("", "onrecord: refused nowhere.html: no such file or folder\n")


def test_add_keeps_and_says_so_once(story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    record = tmp_path / "r.db"
    assert run(["add", str(story.parent), "--body", "--record", str(record)]) == 0
    assert capsys.readouterr().out.startswith("kept 1 article with ")
    assert run(["add", str(story.parent), "--body", "--record", str(record)]) == 0
    assert capsys.readouterr().out == f"kept 0 articles with 0 statements, 1 input known already in {record}\n"
    with closing(open_record(record)) as conn:
        assert [one.text for one in articles.articles(conn)] == [TEXT]
        assert verify(conn) == []


def test_add_as_json(story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    inputs = [str(story), "nowhere.html"]
    assert run(["add", *inputs, "--body", "--json", "--record", str(tmp_path / "r.db")]) == 1
    first, gone = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert (first["input"], first["articles"], first["refused"]) == (str(story), 1, [])
    assert gone["refused"][0]["reason"] == "no such file or folder"


def test_the_record_may_be_named_by_the_environment(
    story: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ONRECORD_RECORD", str(tmp_path / "mine.db"))
    assert run(["add", str(story), "--body"]) == 0
    assert f"in {tmp_path / 'mine.db'}" in capsys.readouterr().out
    assert (tmp_path / "mine.db").exists()


def test_a_file_that_is_no_record_is_left_alone(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["add", str(story), "--record", str(story)]) == 2
    out, err = capsys.readouterr()
    assert not out
    assert "file is not a database" in err
    assert story.read_text(encoding="utf-8") == TEXT


def test_killed_for_real_and_run_again(tmp_path: Path) -> None:
    """With real workers and real pages: killed once a page is kept, finished by the next run, no process left."""
    record = tmp_path / "r.db"
    inputs = [str(path) for path in sorted(PAGES.iterdir())[:6]]
    command = [sys.executable, "-m", "onrecord", "add", *inputs, "--record", str(record), "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT, start_new_session=True) as first:
        assert first.stdout is not None
        first.stdout.readline()
        first.send_signal(signal.SIGKILL)
    with closing(open_record(record)) as conn:
        kept = articles.counted(conn)
        assert 1 <= kept < 6
    again = subprocess.run(command, capture_output=True, cwd=ROOT, check=True)
    assert sum(json.loads(line)["known"] for line in again.stdout.splitlines()) == kept
    with closing(open_record(record)) as conn:
        assert articles.counted(conn) == 6
        assert verify(conn) == []
    assert gone(first.pid)


def gone(group: int) -> bool:
    """True once no process of the group is left; a worker ends by itself when its parent is dead."""
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False
