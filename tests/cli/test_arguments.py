"""What can be typed, and what is said of what cannot."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

import pytest

from onrecord.cli import run
from onrecord.cli.arguments import parser

FETCHING = {"follow", "unfollow", "following", "fetch"}
CONTRACT = FETCHING | {"read", "add", "claims", "claim", "stories", "story", "who", "search"}
CONTRACT |= {"serve", "export", "check", "demo"}


def commands() -> Iterator[tuple[str, argparse.ArgumentParser]]:
    for action in parser()._actions:
        if isinstance(action, argparse._SubParsersAction):
            yield from action.choices.items()


def test_every_command_of_the_contract_is_there() -> None:
    assert dict(commands()).keys() >= CONTRACT


@pytest.mark.parametrize("name", sorted(CONTRACT))
def test_help_has_an_example_that_can_be_typed(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        run([name, "--help"])
    assert ended.value.code == 0
    assert f"example: onrecord {name}" in capsys.readouterr().out
    example = str(dict(commands())[name].epilog).removeprefix("example: onrecord ")
    assert parser().parse_args(example.split()).command.startswith("onrecord.cli.")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ([], "required: COMMAND"),
        (["gossip"], "invalid choice: 'gossip'"),
        (["read"], "required: INPUT"),
        (["read", "x", "--as-of", "yesterday"], "'yesterday' is no day: write it as 2026-03-14"),
        (["read", "x", "--as-of", "2026-02-31"], "'2026-02-31' is no day"),
        (["serve", "--port", "0"], "'0' is no port"),
        (["search", "x", "--limit", "many"], "'many' is no number"),
        (["claims", "--status", "true"], "invalid choice: 'true'"),
        (["export", "stone", "-o", "x"], "invalid choice: 'stone'"),
        (["search", " "], "argument WORDS: it is empty: write at least a word or a first letter"),
        (["positions", ""], "argument CLAIM: it is empty: write at least a word or a first letter"),
    ],
)
def test_wrong_usage_ends_with_2_and_says_what_is_wrong(
    typed: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        run(typed)
    assert ended.value.code == 2
    out, err = capsys.readouterr()
    assert not out
    assert said in err
