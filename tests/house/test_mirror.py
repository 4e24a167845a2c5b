"""tests/ mirrors the code path for path: who reads a file knows where its tests are."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parents[2]
OF_NO_FILE = ("house", "browser", "hostile")  # of the repository, of the desk as people use it and as they attack it
BESIDE_SRC = ("bench", "train")


def strangers(root: Path) -> list[str]:
    """Test files that stand for no source file, folder or table of knowledge."""
    paths = sorted((root / "tests").rglob("test_*.py"))
    return [path.relative_to(root).as_posix() for path in paths if not has_source(root, path)]


def has_source(root: Path, test: Path) -> bool:
    """True where tests/a/test_b.py has src/onrecord/a/b.py, a folder b, or b.tsv; bench and train stand beside src."""
    inside = test.relative_to(root / "tests")
    if inside.parts[0] in OF_NO_FILE:
        return True
    home = root if inside.parts[0] in BESIDE_SRC else root / "src" / "onrecord"
    folder, name = home / inside.parent, test.stem.removeprefix("test_")
    files = [folder / f"{name}{ending}" for ending in (".py", ".tsv", ".toml", ".sql")]
    return any(file.is_file() for file in [*files, folder / f"__{name}__.py", folder / name / "__init__.py"])


def test_every_test_file_has_its_source() -> None:
    assert not strangers(ROOT), "no source file for:\n" + "\n".join(strangers(ROOT))


def test_packages_of_tests_are_not_packages() -> None:
    assert not list((ROOT / "tests").rglob("__init__.py"))


def test_a_stranger_is_seen(tmp_path: Path) -> None:
    files = ("read/html.py", "knowledge/cues.tsv", "web/__init__.py")
    for file in (*(f"src/onrecord/{one}" for one in files), "train/sets.py"):
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).touch()
    tests = ("read/test_html.py", "read/test_pdf.py", "knowledge/test_cues.py", "test_web.py", "house/test_any.py")
    for test in (*tests, "train/test_sets.py", "train/test_html.py"):
        (tmp_path / "tests" / test).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "tests" / test).touch()
    assert strangers(tmp_path) == ["tests/read/test_pdf.py", "tests/train/test_html.py"]
