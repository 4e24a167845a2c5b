"""search in the terminal: words and filters, claims, statements and articles."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from onrecord.cli import run


@pytest.fixture
def shown(gold_record: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    """What a command prints; it must end well and say nothing on standard error."""

    def show(*arguments: str) -> str:
        assert run([*arguments, "--record", str(gold_record)]) == 0
        out, err = capsys.readouterr()
        assert not err
        return out

    return show


def test_search(shown: Any) -> None:
    out = shown("search", "ferry", "overloaded")
    assert "overloaded" in out
    rows = [json.loads(line) for line in shown("search", "ferry", "--limit", "3", "--json").splitlines()]
    assert [row["found"] for row in rows] == ["article"] * 3 + ["statement"] * 3
    assert all(any(piece["hit"] for piece in row["snippet"]) for row in rows[3:])
    assert all(row["evidence"]["sha256"] == row["page"] and row["evidence"]["added"] for row in rows[:3])
    assert shown("search", "unheardof").startswith("0 articles, 0 statements")


def test_filters_narrow_it(shown: Any) -> None:
    out = shown("search", "--stance", "denies", "--since", "2026-03-05", "--json")
    rows = [json.loads(line) for line in out.splitlines()]
    assert rows
    assert {(row["found"], row["stance"]) for row in rows} == {("statement", "denies")}
    rows = [json.loads(line) for line in shown("search", "--speaker", "tomas berecz", "--json").splitlines()]
    assert {row["speaker"]["name"] for row in rows} == {"Tomas Berecz"}


def test_claims_are_found_by_what_is_said_on_them(shown: Any) -> None:
    rows = [json.loads(line) for line in shown("search", "ferry", "--kind", "claims", "--json").splitlines()]
    assert {row["found"] for row in rows} == {"claim"}
    assert all(row["status"] for row in rows)
    assert "claim" in shown("search", "ferry", "--kind", "claims")


def test_what_cannot_be_looked_for_is_told(gold_record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["search", "--record", str(gold_record)]) == 2
    assert "nothing to look for" in capsys.readouterr().err
    assert run(["search", "x", "--kind", "articles", "--stance", "denies", "--record", str(gold_record)]) == 2
    assert "articles are not looked for by speaker" in capsys.readouterr().err
