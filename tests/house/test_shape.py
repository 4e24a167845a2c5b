"""The shape of the code: sizes, names, imports, and what may stand where. Each bound is the style guide's."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[2]

LONGEST_FUNCTION = 60
LONG_FUNCTION, LONG_SHARE = 25, 0.10
MOST_POSITIONAL = 5
LONGEST_FILE = 400
MOST_METHODS = 15
SHOWN = 12

NAMES_FOR_NOTHING = frozenset({"util", "utils", "helper", "helpers", "common", "misc", "base", "manager", "managers"})
LAZY_IMPORTS: dict[tuple[str, str], str] = {}  # (file, module): the reason
SQL = re.compile(
    r"\b(?:SELECT\s.+\sFROM|INSERT\s+(?:OR\s+\w+\s+)?INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|PRAGMA\s+\w+"
    r"|(?:CREATE|DROP|ALTER)\s+(?:VIRTUAL\s+|TEMP\s+|UNIQUE\s+)*(?:TABLE|INDEX|TRIGGER|VIEW))\b",
    re.DOTALL,
)
RUNS_SQL = frozenset(("execute", "executemany", "executescript"))


class Source(NamedTuple):
    """One file of code: its path from the root, its lines and its tree."""

    path: str
    lines: int
    tree: ast.Module


class Size(NamedTuple):
    """How large something is, and where it stands."""

    size: int
    where: str


Function = ast.FunctionDef | ast.AsyncFunctionDef


def sources(root: Path, *folders: str) -> list[Source]:
    """Every Python file below these folders."""
    paths = sorted(path for folder in folders for path in (root / folder).rglob("*.py"))
    texts = [(path.relative_to(root).as_posix(), path.read_text(encoding="utf-8")) for path in paths]
    return [Source(path, len(text.splitlines()), ast.parse(text)) for path, text in texts]


def functions(files: Sequence[Source]) -> Iterator[tuple[str, Function]]:
    for file in files:
        for node in ast.walk(file.tree):
            if isinstance(node, Function):
                yield f"{file.path}:{node.lineno} {node.name}", node


def methods(files: Sequence[Source]) -> set[int]:
    """Ids of the functions that stand in a class: their first parameter is not counted."""
    classes = [node for file in files for node in ast.walk(file.tree) if isinstance(node, ast.ClassDef)]
    return {id(node) for cls in classes for node in cls.body if isinstance(node, Function) and not is_static(node)}


def is_static(node: Function) -> bool:
    return any(isinstance(mark, ast.Name) and mark.id == "staticmethod" for mark in node.decorator_list)


def function_sizes(files: Sequence[Source]) -> list[Size]:
    """Lines of every function, from `def` to its end, longest first."""
    found = [Size((node.end_lineno or node.lineno) - node.lineno + 1, where) for where, node in functions(files)]
    return sorted(found, reverse=True)


def positional_counts(files: Sequence[Source]) -> list[Size]:
    inside = methods(files)
    counts = [
        Size(len(node.args.posonlyargs + node.args.args) - (id(node) in inside), where)
        for where, node in functions(files)
    ]
    return sorted(counts, reverse=True)


def positional_options(files: Sequence[Source]) -> list[str]:
    """Parameters with a default that can be given by position; the first one may be (`main(argv=None)`)."""
    inside = methods(files)
    found = []
    for where, node in functions(files):
        parameters = [*node.args.posonlyargs, *node.args.args][1 if id(node) in inside else 0 :]
        optional = parameters[max(1, len(parameters) - len(node.args.defaults)) :] if node.args.defaults else []
        found += [f"{where}({parameter.arg}=...)" for parameter in optional]
    return found


def file_sizes(files: Sequence[Source]) -> list[Size]:
    return sorted((Size(file.lines, file.path) for file in files), reverse=True)


def class_sizes(files: Sequence[Source]) -> list[Size]:
    """Methods of every class, most first."""
    found = [
        Size(sum(isinstance(part, Function) for part in node.body), f"{file.path}:{node.lineno} {node.name}")
        for file in files
        for node in ast.walk(file.tree)
        if isinstance(node, ast.ClassDef)
    ]
    return sorted(found, reverse=True)


def names_for_nothing(root: Path, *folders: str) -> list[str]:
    """Files and folders whose name does not say what they hold."""
    paths = [path for folder in folders for path in (root / folder).rglob("*") if "__pycache__" not in path.parts]
    return sorted(
        path.relative_to(root).as_posix()
        for path in paths
        if path.name.split(".")[0].lower().strip("_").removeprefix("test_") in NAMES_FOR_NOTHING
    )


def modules_of(node: ast.Import | ast.ImportFrom) -> list[str]:
    return [alias.name for alias in node.names] if isinstance(node, ast.Import) else [node.module or "."]


def type_checking_imports(files: Sequence[Source]) -> list[str]:
    return [
        f"{file.path}:{getattr(node, 'lineno', 0)}"
        for file in files
        for node in ast.walk(file.tree)
        if (isinstance(node, ast.Name) and node.id == "TYPE_CHECKING")
        or (isinstance(node, ast.Attribute) and node.attr == "TYPE_CHECKING")
        or (isinstance(node, ast.alias) and node.name == "TYPE_CHECKING")
    ]


def hidden_imports(files: Sequence[Source]) -> list[str]:
    """Imports inside functions that are not on the list of those allowed."""
    found = set()
    for file in files:
        for _, function in functions([file]):
            for node in ast.walk(function):
                if isinstance(node, ast.Import | ast.ImportFrom):
                    found |= {(file.path, node.lineno, module) for module in modules_of(node)}
    return [f"{path}:{line} {module}" for path, line, module in sorted(found) if (path, module) not in LAZY_IMPORTS]


def prints(files: Sequence[Source]) -> list[str]:
    """Calls of print outside the command line."""
    allowed = ("src/onrecord/cli.py", "src/onrecord/cli/", "src/onrecord/__main__.py")
    return [
        f"{file.path}:{node.lineno}"
        for file in files
        if not file.path.startswith(allowed)
        for node in ast.walk(file.tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]


def sql_outside_store(files: Sequence[Source]) -> list[str]:
    """SQL in a string, or run, anywhere but in the store."""
    found = []
    for file in files:
        # The benches of settling and of the desk write rows by the hundred thousand, which no store call does.
        if file.path.startswith(("src/onrecord/store", "bench/settle_", "bench/desk_")):
            continue
        for node in ast.walk(file.tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and SQL.search(node.value):
                found.append(f"{file.path}:{node.lineno} {' '.join(node.value.split())[:50]}")
            if isinstance(node, ast.Attribute) and node.attr in RUNS_SQL:
                found.append(f"{file.path}:{node.lineno} .{node.attr}")
    return found


def thawed_dataclasses(files: Sequence[Source]) -> list[str]:
    """Dataclasses that are not both frozen and slotted."""
    return [
        f"{file.path}:{node.lineno} {node.name}"
        for file in files
        for node in ast.walk(file.tree)
        if isinstance(node, ast.ClassDef)
        for mark in node.decorator_list
        if "dataclass" in ast.unparse(mark)
        and not ("frozen=True" in ast.unparse(mark) and "slots=True" in ast.unparse(mark))
    ]


def import_graph(files: Sequence[Source]) -> dict[str, set[str]]:
    """Which of our modules each of our modules imports; `from package import module` is an import of the module."""
    names = {module_name(file.path): file for file in files}
    graph: dict[str, set[str]] = {}
    for name, file in names.items():
        graph[name] = set()
        for node in ast.walk(file.tree):
            if isinstance(node, ast.Import):
                graph[name] |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                whole = {f"{node.module}.{alias.name}" for alias in node.names}
                graph[name] |= whole & names.keys() or {node.module}
        graph[name] &= names.keys()
    return graph


def module_name(path: str) -> str:
    parts = Path(path).with_suffix("").parts
    return ".".join(part for part in parts if part not in ("src", "__init__"))


def cycles(graph: dict[str, set[str]]) -> list[str]:
    """One round trip for every module that can reach itself, shortest first."""
    found: dict[frozenset[str], str] = {}
    for start in graph:
        trails = [[start]]
        seen: set[str] = set()
        while trails:
            trail = trails.pop(0)
            for target in sorted(graph[trail[-1]]):
                if target == start:
                    found.setdefault(frozenset(trail), " > ".join([*trail, start]))
                elif target not in seen:
                    seen.add(target)
                    trails.append([*trail, target])
    return sorted(found.values(), key=lambda line: (line.count(">"), line))


def too_large(sizes: Sequence[Size], bound: int) -> str:
    """The worst that go past a bound, as lines; empty where none does."""
    return "\n".join(f"{size:5} {where}" for size, where in sizes[:SHOWN] if size > bound)


CODE = sources(ROOT, "src", "bench", "train")
TESTS = sources(ROOT, "tests")


def test_functions_are_short() -> None:
    sizes = function_sizes(CODE)
    assert not too_large(sizes, LONGEST_FUNCTION), "over 60 lines:\n" + too_large(sizes, LONGEST_FUNCTION)
    long = [size for size in sizes if size.size >= LONG_FUNCTION]
    worst = "\n".join(f"{size:5} {where}" for size, where in long[:SHOWN])
    assert len(long) <= LONG_SHARE * len(sizes), f"{len(long)} of {len(sizes)} have 25 lines or more:\n{worst}"


def test_functions_take_few_parameters() -> None:
    worst = too_large(positional_counts(CODE), MOST_POSITIONAL)
    assert not worst, "over 5 positional parameters:\n" + worst
    assert not positional_options(CODE), "options that are not keyword-only:\n" + "\n".join(positional_options(CODE))


def test_files_are_short() -> None:
    worst = too_large(file_sizes([*CODE, *TESTS]), LONGEST_FILE)
    assert not worst, "over 400 lines:\n" + worst


def test_classes_are_small() -> None:
    worst = too_large(class_sizes(CODE), MOST_METHODS)
    assert not worst, "over 15 methods:\n" + worst


def test_files_are_named_for_what_they_hold() -> None:
    assert not names_for_nothing(ROOT, "src", "bench", "train", "tests")


def test_no_import_is_hidden() -> None:
    assert not type_checking_imports([*CODE, *TESTS])
    assert not hidden_imports(CODE), "imports inside functions:\n" + "\n".join(hidden_imports(CODE))


def test_no_module_imports_itself_in_a_circle() -> None:
    assert not cycles(import_graph(CODE)), "\n".join(cycles(import_graph(CODE)))


def test_only_the_command_line_prints() -> None:
    assert not prints(sources(ROOT, "src"))


def test_sql_stands_in_the_store_only() -> None:
    assert not sql_outside_store(CODE), "\n".join(sql_outside_store(CODE))


def test_dataclasses_are_frozen_and_slotted() -> None:
    assert not thawed_dataclasses(CODE)


# ---------------------------------------------------------------- each of these can fail

BAD = """
from typing import TYPE_CHECKING
from dataclasses import dataclass

@dataclass(frozen=True)
class Thing:
    pass

def many(a, b, c, d, e, f=1):
    import json
    print(json)
    cursor.execute("SELECT a FROM b")
"""


def bad_sample(root: Path, text: str) -> list[Source]:
    folder = root / "src" / "onrecord" / "read"
    folder.mkdir(parents=True)
    (folder / "utils.py").write_text(text, encoding="utf-8")
    return sources(root, "src")


def test_a_bad_file_is_seen(tmp_path: Path) -> None:
    files = bad_sample(tmp_path, BAD)
    assert len(type_checking_imports(files)) == 1
    assert hidden_imports(files) == ["src/onrecord/read/utils.py:10 json"]
    assert prints(files) == ["src/onrecord/read/utils.py:11"]
    assert len(sql_outside_store(files)) == 2
    assert thawed_dataclasses(files) == ["src/onrecord/read/utils.py:6 Thing"]
    assert positional_counts(files)[0].size == 6
    assert positional_options(files) == ["src/onrecord/read/utils.py:9 many(f=...)"]
    assert names_for_nothing(tmp_path, "src") == ["src/onrecord/read/utils.py"]


@pytest.mark.parametrize(("lines", "seen"), [(59, False), (60, True)])
def test_a_long_function_is_seen(tmp_path: Path, lines: int, seen: bool) -> None:
    files = bad_sample(tmp_path, "def long():\n" + "    pass\n" * lines)
    assert bool(too_large(function_sizes(files), LONGEST_FUNCTION)) is seen


@pytest.mark.parametrize(("count", "seen"), [(15, False), (16, True)])
def test_a_large_class_is_seen(tmp_path: Path, count: int, seen: bool) -> None:
    body = "".join(f"    def m{i}(self): ...\n" for i in range(count))
    assert bool(too_large(class_sizes(bad_sample(tmp_path, "class Large:\n" + body)), MOST_METHODS)) is seen


@pytest.mark.parametrize(("lines", "seen"), [(400, False), (401, True)])
def test_a_long_file_is_seen(tmp_path: Path, lines: int, seen: bool) -> None:
    assert bool(too_large(file_sizes(bad_sample(tmp_path, "a = 1\n" * lines)), LONGEST_FILE)) is seen


def test_a_circle_of_imports_is_seen(tmp_path: Path) -> None:
    for name, text in (("a", "from bench import b"), ("b", "import bench.c"), ("c", "from bench.a import x")):
        (tmp_path / "bench").mkdir(exist_ok=True)
        (tmp_path / "bench" / f"{name}.py").write_text(text, encoding="utf-8")
    assert cycles(import_graph(sources(tmp_path, "bench"))) == ["bench.a > bench.b > bench.c > bench.a"]
