"""The docs keep up: what a user can type, read or meet is on the page where it belongs."""

from __future__ import annotations

import argparse
import ast
import importlib
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, get_args

import pytest

from bench.newsrooms import SHOWN
from onrecord.model import (
    Bound,
    FurnitureKind,
    Kind,
    NoteKind,
    PartKind,
    Precision,
    Relation,
    SignalKind,
    Stage,
    Stance,
    Status,
)
from onrecord.publish import formats
from onrecord.publish.tables import SCHEMA, TABLES

ROOT = Path(__file__).parents[2]


def page(name: str, root: Path = ROOT) -> str:
    """The text of a page of docs/; a page that is not written yet is a failure, not an excuse."""
    path = root / "docs" / f"{name}.md"
    assert path.is_file(), f"docs/{name}.md is not written yet"
    return path.read_text(encoding="utf-8")


def unnamed(text: str, names: Iterable[str]) -> list[str]:
    """Those of the names that stand nowhere in the text as a word of their own."""
    return [name for name in names if not re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text)]


class Parsed(Exception):  # noqa: N818  (a signal, not a fault)
    """The command line is about to be parsed by this parser."""


def command_line(monkeypatch: pytest.MonkeyPatch) -> argparse.ArgumentParser:
    """The parser of `onrecord`, caught at the moment it is used."""

    def caught(self: argparse.ArgumentParser, *_: object, **__: object) -> None:
        raise Parsed(self)

    monkeypatch.setattr(sys, "argv", ["onrecord"])
    monkeypatch.setattr(argparse.ArgumentParser, "parse_args", caught)
    monkeypatch.setattr(argparse.ArgumentParser, "parse_known_args", caught)
    with pytest.raises(Parsed) as caught_at:
        importlib.import_module("onrecord.cli").run()
    parser = caught_at.value.args[0]
    assert isinstance(parser, argparse.ArgumentParser)
    return parser


def words_of(parser: argparse.ArgumentParser, so_far: str) -> Iterator[str]:
    """Every command as it is typed, and every long option; of a short option, the short one."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, inner in action.choices.items():
                yield f"{so_far} {name}"
                yield from words_of(inner, f"{so_far} {name}")
        else:
            yield from action.option_strings


def tables_of_knowledge(root: Path) -> list[str]:
    folder = root / "src" / "onrecord" / "knowledge"
    return sorted(path.stem for path in folder.iterdir() if path.suffix in (".tsv", ".toml"))


def dependencies(root: Path) -> list[str]:
    """What pyproject.toml asks for, to run and to develop."""
    told: dict[str, Any] = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    asked = [*told["project"]["dependencies"], *(one for group in told["dependency-groups"].values() for one in group)]
    return [re.split(r"[<>=!~\[; ]", one)[0] for one in asked]


def keys_of_json(root: Path) -> set[str]:
    """Every key of an object that the program writes as JSON.

    They stand in record_json.py, and on the command line in functions named for JSON or right where it is shown.
    """
    package = root / "src" / "onrecord"
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in (package / "cli").glob("*.py")]
    shown: list[ast.AST] = [ast.parse((package / "publish" / "record_json.py").read_text(encoding="utf-8"))]
    for tree in trees:
        shown += [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and "_json" in node.name]
        shown += [
            node for node in ast.walk(tree) if isinstance(node, ast.Call) and "show_json" in ast.unparse(node.func)
        ]
    keys = [key for part in shown for node in ast.walk(part) if isinstance(node, ast.Dict) for key in node.keys]
    return {str(key.value) for key in keys if isinstance(key, ast.Constant)}


def test_every_key_of_the_json_is_in_the_docs() -> None:
    keys = keys_of_json(ROOT)
    assert {"stance", "positions", "heat", "relation"} <= keys
    assert not unnamed(page("json"), sorted(keys))


def test_every_command_and_option_is_in_the_docs(monkeypatch: pytest.MonkeyPatch) -> None:
    words = sorted(set(words_of(command_line(monkeypatch), "onrecord")))
    assert len(words) > 5
    assert not unnamed(page("commands"), words)


def test_every_format_and_its_tables_are_in_the_docs() -> None:
    assert not unnamed(page("exports"), [*formats.names(), *TABLES, SCHEMA])
    assert not unnamed(page("commands"), formats.names())


def test_every_table_of_knowledge_is_in_the_docs() -> None:
    tables = tables_of_knowledge(ROOT)
    assert tables
    assert not unnamed(page("knowledge"), tables)


def test_every_number_of_the_bench_is_in_the_docs() -> None:
    assert not unnamed(page("benchmarks"), [name.split(".")[-1] for name in SHOWN])


def test_every_dependency_is_in_the_docs() -> None:
    assert not unnamed(page("dependencies"), dependencies(ROOT))


@pytest.mark.parametrize("words", [Stance, Status], ids=["stances", "statuses"])
def test_every_stance_and_status_is_explained(words: object) -> None:
    assert not unnamed(page("how-it-decides"), get_args(words))


@pytest.mark.parametrize(
    "words",
    [Stance, Status, Kind, Bound, Precision, FurnitureKind, PartKind, NoteKind, SignalKind, Relation, Stage],
    ids=lambda words: get_args(words)[0],
)
def test_every_word_the_json_may_hold_is_in_the_docs(words: object) -> None:
    assert not unnamed(page("json"), get_args(words))


# ---------------------------------------------------------------- each of these can fail


def test_a_word_the_docs_lack_is_seen(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    sample = "`onrecord read` takes `--json-lines`, not no_comment_at_all.\n"
    (tmp_path / "docs" / "some.md").write_text(sample, encoding="utf-8")
    text = page("some", tmp_path)
    assert unnamed(text, ["onrecord read", "--json", "no_comment", "read", "takes"]) == ["--json", "no_comment"]
    with pytest.raises(AssertionError, match="not written yet"):
        page("other", tmp_path)


def test_commands_are_found_below_commands() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--record")
    review = parser.add_subparsers().add_parser("review")
    review.add_subparsers().add_parser("undo").add_argument("-n", "--dry")
    found = set(words_of(parser, "onrecord"))
    assert found == {"-h", "--help", "--record", "onrecord review", "onrecord review undo", "-n", "--dry"}


def test_keys_of_json_are_found(tmp_path: Path) -> None:
    package = tmp_path / "src" / "onrecord"
    for file, text in (
        ("publish/record_json.py", "def a():\n    return {'one': {'two': 1}, **more}"),
        ("cli/reading.py", "def _added_json():\n    return {'three': 1}\nshow_json({'four': 1})\nstyle = {'five': 1}"),
    ):
        (package / file).parent.mkdir(parents=True)
        (package / file).write_text(text, encoding="utf-8")
    assert keys_of_json(tmp_path) == {"one", "two", "three", "four"}


def test_dependencies_and_tables_are_found(tmp_path: Path) -> None:
    told = '[project]\ndependencies = ["lxml>=5", "spacy[x]==3"]\n[dependency-groups]\ndev = ["mypy"]\n'
    (tmp_path / "pyproject.toml").write_text(told, encoding="utf-8")
    assert dependencies(tmp_path) == ["lxml", "spacy", "mypy"]
    folder = tmp_path / "src" / "onrecord" / "knowledge"
    folder.mkdir(parents=True)
    (folder / "cues.tsv").touch()
    assert tables_of_knowledge(tmp_path) == ["cues"]
