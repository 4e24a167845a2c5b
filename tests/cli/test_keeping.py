"""export and check."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

import pytest

from onrecord.cli import run
from onrecord.store import articles, claims, stories
from onrecord.store.opening import open_record


def test_export_writes_and_says_what(gold_record: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "a" / "b"
    assert run(["export", "jsonl", "-o", str(out), "--record", str(gold_record), "--json"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {row["file"] for row in rows} == {str(path) for path in out.iterdir()}
    assert {row["rows"] for row in rows if row["file"].endswith("articles.jsonl")} == {32}


def test_export_to_where_nothing_can_be_written(
    gold_record: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("x")
    assert run(["export", "jsonl", "-o", str(tmp_path / "file"), "--record", str(gold_record)]) == 2
    assert "cannot be written" in capsys.readouterr().err


def test_check_finds_what_is_wrong(story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    record = tmp_path / "r.db"
    run(["add", str(story), "--body", "--record", str(record)])
    capsys.readouterr()
    assert run(["check", "--record", str(record)]) == 0
    assert capsys.readouterr() == (f"{record} holds together\n", "")
    with closing(open_record(record)) as conn:
        conn.execute("UPDATE statements SET content = 'never said' WHERE seq = 1")
    assert run(["check", "--record", str(record), "--json"]) == 1
    problem, *rest = (json.loads(line)["problem"] for line in capsys.readouterr().out.splitlines())
    assert "is not what stands at its spans" in problem
    assert all("recount" in one or "settl" in one or "claims" in one for one in rest), rest


def test_export_of_single_articles(gold_record: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with closing(open_record(gold_record, readonly=True)) as conn:
        first = articles.listed(conn)[0].id
    out = tmp_path / "one.warc.gz"
    assert run(["export", "warc", "-o", str(out), "--article", first[:9], "--record", str(gold_record), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"file": str(out), "rows": 3}
    assert run(["export", "jsonl", "-o", str(tmp_path), "--article", first, "--record", str(gold_record)]) == 2
    assert "the whole record" in capsys.readouterr().err
    assert run(["export", "warc", "-o", str(out), "--article", "nobody", "--record", str(gold_record)]) == 2
    assert "no article begins with nobody" in capsys.readouterr().err


def test_export_of_single_claims_and_stories(
    gold_record: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(open_record(gold_record, readonly=True)) as conn:
        claim, story = claims.ids(conn, "")[0], stories.ids(conn, "")[0]
    out, record = tmp_path / "brief.md", ["--record", str(gold_record)]
    site = ["--site", "https://desk.example/r"]
    assert run(["export", "markdown", "-o", str(out), "--claim", claim, *site, *record]) == 0
    assert f"<https://desk.example/r/claims/{claim}.html>" in out.read_text(encoding="utf-8")
    assert run(["export", "stix", "-o", str(tmp_path / "s.json"), "--story", story, "--claim", claim, *record]) == 0
    capsys.readouterr()
    assert run(["export", "ninjs", "-o", str(out), "--claim", "nothing", *record]) == 2
    assert "no claim begins with nothing" in capsys.readouterr().err
    assert run(["export", "markdown", "-o", str(out), "--site", "desk.example", *record]) == 2
    assert "desk.example is no address of a site" in capsys.readouterr().err
    assert run(["export", "stix", "-o", str(tmp_path), "--story", story, *record]) == 2
    assert "cannot be written" in capsys.readouterr().err


def test_damaged_pages_are_left_out_and_told(
    gold_record: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record = tmp_path / "r.db"
    record.write_bytes(gold_record.read_bytes())
    with closing(open_record(record)) as conn:
        conn.execute("UPDATE pages SET packed = x'00' WHERE rowid = 1")
    assert run(["export", "warc", "-o", str(tmp_path / "all.warc.gz"), "--record", str(record)]) == 1
    assert "its bytes are damaged; see: onrecord check" in capsys.readouterr().err
