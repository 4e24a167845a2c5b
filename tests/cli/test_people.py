"""user: who may come, from the terminal."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from onrecord.cli import run
from onrecord.cli.serving import told_first
from onrecord.store.opening import open_record
from onrecord.web.entrance import Entrance

PHRASE = "four words do well"


@pytest.fixture
def record(tmp_path: Path) -> str:
    path = tmp_path / "record.db"
    open_record(path).close()
    return str(path)


def typed(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(text))


def user(*words: str, record: str) -> int:
    return run(["user", *words, "--record", record])


@pytest.fixture
def ada(record: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> str:
    typed(monkeypatch, f"{PHRASE}\n")
    assert user("add", "Ada Moreau", "--role", "admin", record=record) == 0
    assert "signing in is on" in capsys.readouterr().out
    return record


def test_the_first_one_must_be_an_admin(
    record: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed(monkeypatch, PHRASE)
    assert user("add", "Ada", record=record) == 2
    assert "--role admin" in capsys.readouterr().err
    assert user("list", record=record) == 0
    assert "nobody was added" in capsys.readouterr().out


def test_people_and_tokens_as_json(ada: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert user("list", "--json", record=ada) == 0
    [row] = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert (row["name"], row["role"], row["ready"], row["sessions"], row["letters"]) == (
        "Ada Moreau",
        "admin",
        True,
        0,
        None,
    )
    assert user("token", "ada moreau", "--scope", "write", "--label", "cron", "--days", "3", "--json", record=ada) == 0
    made = json.loads(capsys.readouterr().out)
    assert made["token"].startswith("onr_")
    assert made["ends"]
    assert user("tokens", "--json", record=ada) == 0
    [listed] = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert listed == {name: value for name, value in made.items() if name != "token"}
    assert user("revoke", str(made["id"]), record=ada) == 0
    assert user("revoke", str(made["id"]), record=ada) == 2


def test_a_token_stands_alone_on_standard_output(ada: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert user("token", "Ada Moreau", "--scope", "read", "--label", "x", record=ada) == 0
    told = capsys.readouterr()
    assert told.out.strip().startswith("onr_")
    assert len(told.out.splitlines()) == 1
    assert "shown this once" in told.err


def test_roles_phrases_and_removal(
    ada: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed(monkeypatch, PHRASE)
    assert user("add", "Tor", record=ada) == 0
    assert user("role", "tor", "reader", record=ada) == 0
    typed(monkeypatch, "bees keep to the hedge")
    assert user("phrase", "Tor", record=ada) == 0
    assert user("remove", "Tor", record=ada) == 0
    assert user("remove", "Ada Moreau", record=ada) == 2
    assert "last admin" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("phrase", "why"), [("short", "at least 12"), ("", "at least 12"), ("tor tor tor tor", "the name")]
)
def test_weak_phrases_are_refused(
    ada: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], phrase: str, why: str
) -> None:
    typed(monkeypatch, phrase)
    assert user("add", "Tor", record=ada) == 2
    assert why in capsys.readouterr().err


def test_on_a_terminal_it_is_asked_for_twice_without_being_shown(
    ada: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    answers = [PHRASE, "something else entirely", PHRASE, PHRASE]
    monkeypatch.setattr("sys.stdin", Terminal())
    monkeypatch.setattr("getpass.getpass", lambda _: answers.pop(0))
    assert user("add", "Tor", record=ada) == 2
    assert "not the same" in capsys.readouterr().err
    assert user("add", "Tor", record=ada) == 0


def test_what_has_to_be_known_before_others_reach_the_desk() -> None:
    assert told_first(Entrance("127.0.0.1"), people=False) == ""
    assert "onrecord user add NAME --role admin" in told_first(Entrance("0.0.0.0"), people=False)
    assert "https" in told_first(Entrance("0.0.0.0"), people=True)
    assert told_first(Entrance("127.0.0.1", "https://desk.example"), people=True) == ""


@pytest.mark.parametrize("value", ["desk.example", "https://desk.example/path", "ftp://x", "https://a@b"])
def test_where_people_reach_it_is_scheme_and_host(value: str, record: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run(["serve", "--record", record, "--reached-as", value])
    assert "https://desk.example" in capsys.readouterr().err
