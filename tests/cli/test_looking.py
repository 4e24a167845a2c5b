"""The record in the terminal."""

from __future__ import annotations

import json
import shutil
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from onrecord.cli import run
from onrecord.model import PartyMerge
from onrecord.store import party_merges
from onrecord.store.opening import open_record
from tests.store.gold_record import gold_settled


@pytest.fixture
def shown(gold_record: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    """What a command prints; it must end well and say nothing on standard error."""

    def show(*arguments: str) -> str:
        assert run([*arguments, "--record", str(gold_record)]) == 0
        out, err = capsys.readouterr()
        assert not err
        assert "\x1b" not in out
        return out

    return show


def test_claims(shown: Any) -> None:
    lines = shown("claims").splitlines()
    assert len(lines) == len(gold_settled().claims) + 1
    assert lines[0].split() == ["id", "status", "since", "parties", "claim"]
    for one in gold_settled().claims:
        (line,) = [line for line in lines if line.startswith(f"{one.id} ")]
        assert one.status in line
        assert line.endswith(one.wording), "piped, nothing is cut"
    statuses = [line.split()[1] for line in lines[1:]]
    assert "contested" not in statuses[statuses.count("contested") :], "what is in dispute comes first"


def test_claims_of_a_status_as_json(shown: Any) -> None:
    rows = [json.loads(line) for line in shown("claims", "--status", "contested", "--json").splitlines()]
    assert {row["id"] for row in rows} == {one.id for one in gold_settled().claims if one.status == "contested"}


def test_a_claim_shows_all_that_hangs_on_it(shown: Any) -> None:
    claim = next(one for one in gold_settled().claims if one.origins and one.statements and one.figures)
    out = shown("claim", claim.id)
    for part in (
        claim.wording,
        *(at.party for at in claim.positions),
        *claim.not_heard,
        *claim.missing,
        "possible origin",
    ):
        assert part in out
    assert json.loads(shown("claim", claim.id, "--json"))["id"] == claim.id


def test_stories_and_a_story(shown: Any) -> None:
    rows = [json.loads(line) for line in shown("stories", "--json").splitlines()]
    assert [row["heat"] for row in rows] == sorted((row["heat"] for row in rows), reverse=True)
    assert len(shown("stories").splitlines()) == len(rows) + 1
    story = gold_settled().stories[1]
    out = shown("story", story.id)
    assert story.title in out
    assert out.count("2026-03-") >= len(story.articles)
    assert json.loads(shown("story", story.id, "--json"))["articles"] == list(story.articles)


def test_who_takes_a_name_a_part_of_one_or_a_party(shown: Any) -> None:
    full = shown("who", "Tomas", "Berecz")
    assert len(full.splitlines()) > 4
    assert shown("who", "berecz") == full
    assert len(shown("who", "kestria").splitlines()) > len(full.splitlines())
    rows = [json.loads(line) for line in shown("who", "Tomas Berecz", "--json").splitlines()]
    assert {row["speaker"]["name"] for row in rows} == {"Tomas Berecz"}
    assert any(row["claim"] for row in rows)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["claim", "zz"], "no claim begins with zz; see them all with: onrecord claims"),
        (["claim", "c"], "claims begin with c; give more of the id"),
        (["story", "zz"], "no story begins with zz; see them all with: onrecord stories"),
        (["who", "Nemo"], "nobody called Nemo is on record"),
        (["who", "a"], "and others; give the full name"),
    ],
)
def test_what_cannot_be_found_is_said_in_one_line(
    gold_record: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    assert run([*arguments, "--record", str(gold_record)]) == 2
    out, err = capsys.readouterr()
    assert not out
    assert said in err
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    "command", [["claims"], ["who", "x"], ["search", "x"], ["export", "jsonl", "-o", "x"], ["check"]]
)
def test_without_a_record_there_is_a_way_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    assert run([*command, "--record", str(tmp_path / "none.db")]) == 2
    assert "make one with: onrecord add" in capsys.readouterr().err
    assert not (tmp_path / "none.db").exists()


def test_who_takes_another_name_of_a_party_and_tells_why(
    gold_record: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = Path(shutil.copy(gold_record, tmp_path / "record.db"))
    with closing(open_record(path)) as conn:
        short = PartyMerge("Quills", "Quillon Energy", 0.9, "short for")
        party_merges.keep_merges(conn, [short, PartyMerge("Q", "Quillon Energy", 0.5, "initials of")])
    assert run(["who", "quills", "--record", str(path)]) == 0
    out = capsys.readouterr().out
    assert "Quills is Quillon Energy (0.90: short for)" in out
    assert "Q may be Quillon Energy (0.50: initials of)" in out
    assert run(["who", "Quills", "--json", "--record", str(path)]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert rows
    assert {name["made"] for row in rows for name in row["party_names"]} == {True, False}
