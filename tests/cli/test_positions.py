"""A claim in one's own words, in the terminal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord.cli import run
from tests.cli.conftest import Here


@pytest.fixture(autouse=True)
def no_workers_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.cli.positions.Pool", Here)


def test_the_record_answers_with_parties_and_words(gold_record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["positions", "Ostvania is preparing to send troops to Belmora", "--record", str(gold_record)]) == 0
    out, err = capsys.readouterr()
    assert not err
    assert "Ostvania: against (denies" in out
    assert "Kestria: for (asserts" in out
    assert "claim " in out
    assert "article " in out


def test_a_negated_claim_turns_positions_round(gold_record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    claim = "Ostvania is not preparing to send troops to Belmora"
    assert run(["positions", claim, "--json", "--record", str(gold_record)]) == 0
    (row,) = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert row["schema"] == "onrecord.positions/1"
    stands = {one["party"]: (one["position"], one["stance"], one["why"]) for one in row["parties"]}
    assert stands["Ostvania"] == ("for", "denies", "the question says “not”")
    assert row["negated"] == ["not"]
    assert "turned round" in row["notes"][0]


def test_nothing_is_an_answer(gold_record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["positions", "the pope opened a bakery in Lima", "--record", str(gold_record)]) == 0
    assert "Nothing in the record speaks to this." in capsys.readouterr().out


def test_inputs_are_asked_instead_of_a_record(
    story: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["positions", "The harbour is closed", str(story), "--body", "--json"]) == 0
    row = json.loads(capsys.readouterr().out)
    (article,) = row["articles"]
    assert article["position"] in ("for", "observing")
    assert "harbour is closed" in article["words"]["text"]
    assert [one["party"] for one in row["parties"]] == ["Ada Moreau"]
    assert not list(tmp_path.glob("*.db"))


def test_refused_inputs_are_told_and_the_rest_is_answered(
    story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["positions", "The harbour is closed", str(story), str(tmp_path / "none.html"), "--body"]) == 1
    out, err = capsys.readouterr()
    assert "none.html" in err
    assert "harbour is closed" in out


def test_a_claim_without_words_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["positions", "?!"]) == 2
    assert capsys.readouterr().err.count("\n") == 1
