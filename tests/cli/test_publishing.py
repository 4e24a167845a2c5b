"""publish."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord.cli import run
from onrecord.cli.arguments import parser
from onrecord.cli.publishing import policy
from onrecord.publish.policy import Policy


def test_the_site_is_written_and_says_where_it_begins(
    gold_record: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["publish", str(tmp_path / "site"), "--record", str(gold_record), "--json"]) == 0
    (row,) = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert row["pages"] + 1 == len(list((tmp_path / "site").rglob("*.html"))) > 32  # and 404.html
    assert Path(row["file"]).is_file()


def test_where_nothing_can_be_written_is_told_in_a_line(
    gold_record: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("x")
    assert run(["publish", str(tmp_path / "file"), "--record", str(gold_record)]) == 2
    assert "cannot be written" in capsys.readouterr().err


def test_a_second_time_nothing_is_written_and_an_outlets_own_texts_are_shown(
    gold_record: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    begun = ["publish", str(tmp_path / "site"), "--record", str(gold_record), "--address", "https://news.example"]
    assert run([*begun, "--json"]) == 0
    assert run([*begun, "--json"]) == 0
    first, second = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert first["texts"] == second["texts"] == second["written"] == 0
    assert second["same"] == first["written"] > first["pages"]
    assert run([*begun, "--bodies", "all", "--title", "Belmora Observer"]) == 0
    told = capsys.readouterr()
    assert "that is for texts that are all your own" in told.err
    assert "with its text: 0 articles" not in told.out
    assert "Belmora Observer" in (tmp_path / "site" / "index.html").read_text(encoding="utf-8")


def test_a_folder_of_somebody_else_and_an_address_that_is_none_are_told_in_a_line(
    gold_record: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "letter.txt").write_text("dear")
    assert run(["publish", str(tmp_path), "--record", str(gold_record)]) == 2
    assert "is left as it is" in capsys.readouterr().err
    assert run(["publish", str(tmp_path / "site"), "--record", str(gold_record), "--address", "news"]) == 2
    assert "no address of a site" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ([], Policy()),
        (["--own", "Harbour Post", "--own", "Ferry News"], Policy(own=frozenset({"harbour post", "ferry news"}))),
        (["--bodies", "none", "--not-commercial"], Policy("none", commercial=False)),
    ],
)
def test_which_texts_are_shown_is_typed(typed: list[str], wanted: Policy) -> None:
    assert policy(parser().parse_args(["publish", "site", *typed])) == wanted
