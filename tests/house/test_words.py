"""Nothing in the repository names a machine, a registry or anything else that is not in it."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
NOT_OURS = frozenset([".git", ".venv", ".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis", "__pycache__"])

# Spelt in pieces: this file is searched too.
FOLDERS = ("/wo" + "rk/", "/ro" + "ot/", "/tm" + "p/")
MACHINE = re.compile(rf"(?<![\w.:/-])(?:{'|'.join(FOLDERS)})|\.lib" + r"rary\b")
HOSTS = (
    "pyp" + "i.org",
    "python" + "hosted",
    "npm" + "js",
    "crates" + ".io",
    "hugging" + "face.co",
    "artifact" + "ory",
)
REGISTRY = re.compile("|".join(map(re.escape, HOSTS)) + r"|--(?:extra-)?index" + "-url[ =]http", re.IGNORECASE)
BESIDE = re.compile(r"\.\./sha" + "red")
MAY_LOOK_BESIDE = ("bench/", "train/", "tests/")


def tracked(root: Path) -> list[Path]:
    """The files under version control; where there is none, every file that is not made by a tool."""
    if (root / ".git").exists():
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=root, capture_output=True, check=True, text=True).stdout
        return [root / name for name in listed.split("\0") if name and (root / name).is_file()]
    return [path for path in sorted(root.rglob("*")) if path.is_file() and not NOT_OURS & set(path.parts)]


def lines(root: Path) -> Iterator[tuple[str, int, str]]:
    """Every line of every text file."""
    for path in tracked(root):
        data = path.read_bytes()
        if b"\0" not in data[:4096]:
            for number, line in enumerate(data.decode("utf-8", "replace").splitlines(), 1):
                yield path.relative_to(root).as_posix(), number, line


def named(root: Path, words: re.Pattern[str], *, but_in: tuple[str, ...] = ()) -> list[str]:
    """Where the words occur."""
    return [
        f"{path}:{number} {found.group()}"
        for path, number, line in lines(root)
        if not path.startswith(but_in or "\0") and (found := words.search(line))
    ]


def test_no_path_of_a_machine() -> None:
    assert not named(ROOT, MACHINE)


def test_no_registry() -> None:
    assert not named(ROOT, REGISTRY)


def test_only_measurements_look_beside_the_checkout() -> None:
    assert not named(ROOT, BESIDE, but_in=MAY_LOOK_BESIDE)


def test_a_bad_word_is_seen(tmp_path: Path) -> None:
    bad = "cd /wo" + "rk/main\nhttps://pyp" + "i.org/simple\nopen('../sha" + "red/x')\nsee ../.lib" + "rary/x\n"
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.md").write_text(bad, encoding="utf-8")
    (tmp_path / "docs" / "b.png").write_bytes(b"\0" + bad.encode())
    assert [line.split()[0] for line in named(tmp_path, MACHINE)] == ["docs/a.md:1", "docs/a.md:4"]
    assert [line.split()[0] for line in named(tmp_path, REGISTRY)] == ["docs/a.md:2"]
    assert [line.split()[0] for line in named(tmp_path, BESIDE, but_in=MAY_LOOK_BESIDE)] == ["docs/a.md:3"]
    assert not named(tmp_path, BESIDE, but_in=("docs/",))
