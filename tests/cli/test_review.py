"""review on the command line: given, shown, logged, undone; refusals are a line."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from onrecord import claims as stage
from onrecord.cli import run
from tests.pipeline.stand_ins import by_letter

Typed = Callable[..., Any]


@pytest.fixture
def typed(
    gold_record: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Typed:
    """What a command prints as JSON rows; it must end well."""
    monkeypatch.setattr(stage, "group", by_letter)
    monkeypatch.setenv("ONRECORD_REVIEWER", "Ada Moreau")
    path = tmp_path / "record.db"
    shutil.copy(gold_record, path)

    def type_(*arguments: str, code: int = 0, text: bool = False) -> Any:
        assert run([*arguments, "--record", str(path), *([] if text or code else ["--json"])]) == code
        out, err = capsys.readouterr()
        if code:
            assert len(err.splitlines()) == 1
            return err
        return out if text else [json.loads(line) for line in out.splitlines()]

    return type_


def settled_claims(typed: Typed) -> list[dict[str, Any]]:
    """The claims of the stage that stands in, with at least two statements; something is judged, so all is settled."""
    first = next(one for one in typed("claims") if one["statements"])
    typed("review", "day", first["statements"][0], "2026-03-01", "--why", "it says so")
    return [one for one in typed("claims") if len(one["statements"]) > 1]


def test_a_judgement_is_given_logged_shown_and_undone(typed: Typed) -> None:
    one = settled_claims(typed)[0]
    id_ = one["statements"][0]
    [given] = typed("review", "stance", id_[:12], "doubts", "--why", "she hedges", "--by", "Bo Berg")
    assert (given["kind"], given["value"], given["by"], given["why"]) == ("stance", "doubts", "Bo Berg", "she hedges")
    assert given["standing"] == "stands"
    log = typed("review", "log", "--statement", id_)
    assert given["id"] in [row["id"] for row in log]
    assert "Bo Berg" in typed("review", "log", text=True)
    [claim] = given["claims"]
    assert "she hedges" in typed("claim", claim, text=True)
    rows = {row["id"]: row for row in typed("review", "statements", claim)}
    assert rows[id_]["stance"] == "doubts"
    typed("review", "undo", str(given["id"]))
    assert {row["id"]: row["standing"] for row in typed("review", "log")}[given["id"]] == "undone"
    typed("review", "redo")
    assert {row["id"]: row["standing"] for row in typed("review", "log")}[given["id"]] == "stands"


def test_every_judgement_can_be_typed(typed: Typed) -> None:
    held = settled_claims(typed)
    one, other = next((a, b) for a in held for b in held if a["story"] == b["story"] and a["id"] != b["id"])
    spare, moved = one["statements"][-1], other["statements"][-1]
    articles = [row["article"] for row in typed("review", "statements", one["id"])]
    first, last = articles[0], next(id_ for id_ in articles if id_ != articles[0])
    party, second = one["positions"][0]["party"], other["positions"][-1]["party"]
    why = ("--why", "she read it")
    typed("review", "split", one["id"], spare, *why)
    typed("review", "confirm", spare, after_of(typed, spare))
    [after] = typed("review", "move", moved, "none", *why)
    assert after["value"] == "none"
    typed("review", "speaker", moved, "Bo Berg", "--party", "Harbour Board", "--role", "none", *why)
    typed("review", "not-copy", last, first, *why)
    typed("review", "assess", after_of(typed, other["statements"][0]), "B", "2", *why)
    if party != second:
        typed("review", "party", "merge", party, second, *why)
        typed("review", "party", "apart", party, second, *why)
    claims = [row for row in typed("claims") if row["assessment"]]
    assert [row["assessment"]["source"] + row["assessment"]["information"] for row in claims] == ["B2"]
    kinds = {row["kind"] for row in typed("review", "log")}
    assert {"confirm", "split", "move", "speaker", "not_copy", "assess", "day"} <= kinds
    assert "copy: " in typed("review", "log", "--machine", text=True)
    assert typed("check") == []


def after_of(typed: Typed, statement: str) -> str:
    """The claim that a statement is of now."""
    return str(next(row["id"] for row in typed("claims") if statement in row["statements"]))


def test_a_note_is_kept_and_nothing_follows_from_it(typed: Typed) -> None:
    one = settled_claims(typed)[0]
    before = typed("claims")
    typed("review", "note", one["id"], "the board was asked on Monday")
    typed("review", "note", one["statements"][0], "his words were cut")
    assert [(row["kind"], row["value"]) for row in typed("review", "log")][-2:] == [
        ("note", "the board was asked on Monday"),
        ("note", "his words were cut"),
    ]
    assert typed("claims") == before
    assert "no id begins with" in typed("review", "note", "zzz", "x", code=2)


def test_a_refusal_tells_once_where_to_look(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run(["review", "undo", "nope"])
    assert capsys.readouterr().err.count("see:") == 1


def test_a_refusal_is_a_line(typed: Typed) -> None:
    one = next(row for row in settled_claims(typed) if len(row["origins"]) < 2)
    assert "digit 1" in typed("review", "assess", one["id"], "A", "1", "--why", "sure", code=2)
    assert "there is no judgement 99" in typed("review", "undo", "99", code=2)
    assert "no claim begins with" in typed("review", "merge", "zzz", one["id"], "--why", "one", code=2)
    assert "no id begins with" in typed("review", "statements", "zzz", code=2)


@pytest.mark.parametrize("arguments", [
    ["review"],
    ["review", "merge", "a", "b"],
    ["review", "assess", "a", "G", "2", "--why", "x"],
    ["review", "assess", "a", "B", "7", "--why", "x"],
    ["review", "day", "a", "yesterday", "--why", "x"],
    ["review", "undo", "first"],
])  # fmt: skip
def test_wrong_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        run(arguments)
    assert ended.value.code == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_nobody_judges_without_a_name(typed: Typed, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ONRECORD_REVIEWER")
    monkeypatch.setattr("getpass.getuser", lambda: (_ for _ in ()).throw(KeyError("nobody")))
    id_ = next(one for one in typed("claims") if one["statements"])["statements"][0]
    assert "--by NAME" in typed("review", "stance", id_, "denies", "--why", "x", code=2)
