"""What the terminal shows cannot steer it, fits it, and stays whole when piped."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.cli import screen
from onrecord.cli.screen import Column, plural, safe, show_json, show_pieces, show_table

COLUMNS = (Column("id"), Column("status"), Column("count", right=True), Column("words", wraps=True))
ROWS = [("a1", "contested", 12, "long " * 40), ("a2", None, 3, "[bold]short[/bold] :smile:")]


class Terminal(io.StringIO):
    """Standard output that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def on_terminal(monkeypatch: pytest.MonkeyPatch, width: int) -> Terminal:
    out = Terminal()
    monkeypatch.setattr("sys.stdout", out)
    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.setenv("TERM", "xterm")
    return out


@given(st.text())
def test_nothing_steers_the_terminal(text: str) -> None:
    shown = safe(text)
    assert len(shown) == len(text)
    assert not any(ord(one) < 32 and one not in "\t\n" for one in shown)
    assert not set(shown) & {"\x7f", "\x9b", "\u202e", "\u2066"}


def test_piped_a_row_is_a_line_and_nothing_is_cut(capsys: pytest.CaptureFixture[str]) -> None:
    show_table(COLUMNS, ROWS)
    header, first, second = capsys.readouterr().out.splitlines()
    assert header == "id  status     count  words"
    assert first == f"a1  contested     12  {('long ' * 40).strip()}"
    assert second == "a2                 3  [bold]short[/bold] :smile:"


@pytest.mark.parametrize(("width", "beside"), [(120, True), (40, False)])
def test_on_a_terminal_rows_fit(monkeypatch: pytest.MonkeyPatch, width: int, beside: bool) -> None:
    out = on_terminal(monkeypatch, width)
    show_table(COLUMNS, ROWS)
    lines = [
        one.replace("\x1b[1;31m", "").replace("\x1b[2m", "").replace("\x1b[0m", "")
        for one in out.getvalue().splitlines()
    ]
    assert max(map(len, lines)) <= width
    assert any("a1" in one and "long" in one for one in lines) is beside
    assert any("[bold]short[/bold] :smile:" in one for one in lines), "what pages say is no markup"
    assert "\x1b[" in out.getvalue(), "colours, on a terminal"


def test_pieces_stand_out_on_a_terminal_only(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pieces = [("the ", False), ("ferry", True), (" was\nlate", False)]
    show_pieces(pieces, indent=2)
    assert capsys.readouterr().out == "  the ferry was late\n"
    out = on_terminal(monkeypatch, 80)
    show_pieces(pieces)
    assert "\x1b[1mferry" in out.getvalue()


def test_json_is_utf_8_whatever_the_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    data = io.BytesIO()
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(data, encoding="ascii"))
    show_json({"name": "Ærø", "bad": "\ud800"})
    assert json.loads(data.getvalue().decode("utf-8")) == {"name": "Ærø", "bad": "?"}


def test_counts() -> None:
    assert [plural(1, "story"), plural(2, "story"), plural(0, "page"), plural(1200, "copy")] == [
        "1 story",
        "2 stories",
        "0 pages",
        "1,200 copies",
    ]


def test_complaints_are_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    screen.complain("two\nlines \x1b[31m of it")
    assert capsys.readouterr().err == "onrecord: two lines \ufffd[31m of it\n"
