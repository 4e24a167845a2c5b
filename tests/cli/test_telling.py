"""Watching and telling from the command line."""

from __future__ import annotations

import json
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.cli import run
from onrecord.model import Change
from onrecord.store import changes, claims, watches
from onrecord.store.opening import open_record, transaction
from tests.publish.small_record import plain, small_record


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "record.db"
    small_record(path, plain)
    return path


def happens(record: Path) -> None:
    with closing(open_record(record)) as conn, transaction(conn):
        claim = claims.claims(conn)[0]
        one = Change("status", claim=claim.id, before="reported", after="denied", wording=claim.wording)
        kept = changes.keep_change(conn, replace(one, at="2026-03-14T09:00:00Z"), ())
        assert kept
        watches.note_changes(conn, [(at.id, kept.seq) for at in watches.every(conn)])


def said(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_from_watching_to_a_mail_in_a_folder(
    record: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ONRECORD_SMTP", raising=False)
    at = ["--record", str(record)]
    with closing(open_record(record)) as conn:
        id_ = claims.claims(conn)[0].id
    assert run(["watch", "claim", id_[:8], "--mail", "ines@desk.example", "--by", "Ines", *at]) == 0
    capsys.readouterr()
    happens(record)
    assert run(["watching", "--by", "Ines", "--json", *at]) == 0
    [one] = said(capsys)
    assert (one["key"], one["unread"], one["mail"]) == (id_, 1, "ines@desk.example")
    assert run(["changes", "--json", "--since", "2026-03-14", *at]) == 0
    [one] = said(capsys)
    assert (one["schema"], one["what"]) == ("onrecord.change/1", "Now denied; before: reported")
    out = str(tmp_path / "mails")
    for dry in (["--dry-run"], []):
        assert run(["tell", "--out", out, "--json", "--address", "https://desk.example", *dry, *at]) == 0
        assert said(capsys) == [{"way": "mail", "to": "ines@desk.example", "changes": 1, "error": None}]
    [file] = Path(out).iterdir()
    assert f"https://desk.example/claims/{id_}".encode() in file.read_bytes().replace(b"=\n", b"")
    assert run(["tell", "--out", out, "--json", *at]) == 0
    assert said(capsys) == []
    assert run(["unwatch", "claim", id_[:6], "--by", "Ines", *at]) == 0
    assert run(["watching", "--by", "Ines", *at]) == 0


def test_the_secret_of_a_webhook_is_said_once_and_a_private_address_is_not_asked(
    record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    at = ["--record", str(record), "--json"]
    typed = ["watch", "search", "bridge", "--hook", "http://127.0.0.1:9/x", "--by", "Ines", *at]
    assert run(typed) == 2
    assert "127.0.0.1 is no public address" in capsys.readouterr().err
    typed += ["--allow-private", "127.0.0.1"]
    assert run(typed) == run(typed) == 0
    first, again = said(capsys)
    assert str(first["secret"]).startswith("whsec_")
    assert again["secret"] is None
    happens(record)
    assert run(["tell", *at]) == 1
    [one] = said(capsys)
    assert "no public address" in str(one["error"])


@pytest.mark.parametrize(
    "typed",
    [
        ["watch", "claim", "nosuch"],
        ["watch", "search", "?!"],
        ["watch", "search", "x", "--mail", "no mail"],
        ["watch", "search", "x", "--hook", "ftp://x"],
        ["unwatch", "claim", "nosuch"],
        ["tell", "--address", "desk"],
        ["tell", "--mail-to", "ines@desk.example"],
    ],
)
def test_what_cannot_be_is_said_in_a_line(
    record: Path, typed: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ONRECORD_SMTP", raising=False)
    assert run([*typed, "--record", str(record)]) == 2
    assert capsys.readouterr().err.count("\n") == 1
