"""A folder is only ours to change where we made it, and may be left in the middle."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from onrecord.errors import UsageError
from onrecord.publish.site_folder import JOURNAL, LIST, SiteFolder


def put(folder: Path, files: dict[str, bytes]) -> SiteFolder:
    with SiteFolder(folder) as into:
        for path, data in files.items():
            into.put(path, data)
    return into


def held(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_only_what_changed_is_written_and_what_is_gone_is_removed(tmp_path: Path) -> None:
    put(tmp_path / "s", {"a.html": b"1", "b/c.html": b"2", "b/d.html": b"3"})
    again = put(tmp_path / "s", {"a.html": b"1", "e/f.html": b"4"})
    assert (again.written, again.same, again.removed) == (1, 1, 2)
    assert set(held(tmp_path / "s")) == {"a.html", "e/f.html", LIST}
    assert not (tmp_path / "s" / "b").exists()


def test_the_list_is_one_that_others_can_check(tmp_path: Path) -> None:
    put(tmp_path / "s", {"b.html": b"2", "a.html": b"1"})
    lines = (tmp_path / "s" / LIST).read_text(encoding="ascii").splitlines()
    assert lines[1:] == [
        f"{hashlib.sha256(data).hexdigest()}  {name}" for name, data in (("a.html", b"1"), ("b.html", b"2"))
    ]


def test_a_folder_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("dear")
    with pytest.raises(UsageError, match="left as it is"):
        put(tmp_path, {"a.html": b"1"})
    assert set(held(tmp_path)) == {"letter.txt"}


def test_a_file_of_somebody_else_in_our_folder_is_not_replaced_and_not_removed(tmp_path: Path) -> None:
    put(tmp_path / "s", {"a.html": b"1"})
    (tmp_path / "s" / "robots.txt").write_text("mine")
    put(tmp_path / "s", {"a.html": b"2"})
    assert held(tmp_path / "s")["robots.txt"] == b"mine"
    with pytest.raises(UsageError, match="was not made by"):
        put(tmp_path / "s", {"robots.txt": b"ours"})
    assert held(tmp_path / "s")["robots.txt"] == b"mine"


def test_a_list_that_leads_out_of_the_folder_removes_nothing_there(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("dear")
    put(tmp_path / "s", {"a.html": b"1"})
    with (tmp_path / "s" / LIST).open("a") as file:
        file.write(f"{'0' * 64}  ../letter.txt\n{'0' * 64}  /etc/nothing\n{'0' * 64}  ..\n{'0' * 64}  .\n")
    put(tmp_path / "s", {"a.html": b"1"})
    assert (tmp_path / "letter.txt").exists()


def killed(folder: Path, files: dict[str, bytes]) -> None:
    """Writes these files, and is interrupted."""
    into = SiteFolder(folder)
    into.__enter__()
    for path, data in files.items():
        into.put(path, data)
    into.__exit__(KeyboardInterrupt, KeyboardInterrupt(), None)


@pytest.mark.parametrize("after", range(4))
def test_killed_at_any_file_the_next_run_ends_the_same(tmp_path: Path, after: int) -> None:
    put(tmp_path / "s", {"old.html": b"0", "a.html": b"0"})
    files = {"a.html": b"1", "b/c.html": b"2", "b/gone.html": b"3"}
    killed(tmp_path / "s", dict(list(files.items())[:after]))
    assert (tmp_path / "s" / JOURNAL).exists()
    put(tmp_path / "s", {"a.html": b"1", "b/c.html": b"2"})
    assert {name: data for name, data in held(tmp_path / "s").items() if name != LIST} == {
        "a.html": b"1",
        "b/c.html": b"2",
    }


def test_the_first_run_killed_leaves_a_folder_that_is_ours(tmp_path: Path) -> None:
    killed(tmp_path / "s", {"a.html": b"1"})
    (tmp_path / "s" / "b.html.part").write_bytes(b"half")
    assert put(tmp_path / "s", {"b.html": b"2"}).removed == 1
    assert set(held(tmp_path / "s")) == {"b.html", LIST}


def test_a_path_is_written_once(tmp_path: Path) -> None:
    assert put(tmp_path / "s", {"a.html": b"1"}).written == 1
    with SiteFolder(tmp_path / "s") as into:
        into.put("a.html", b"1")
        into.put("a.html", b"2")
    assert held(tmp_path / "s")["a.html"] == b"1"
