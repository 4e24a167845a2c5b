from __future__ import annotations

from pathlib import Path

from bench.result import digest_of


def test_a_digest_is_of_names_and_bytes_and_nothing_else(tmp_path: Path) -> None:
    for folder, name, text in (("a", "x", "1"), ("a", "y", "2"), ("b", "x", "1"), ("b", "y", "3"), ("c", "xy", "12")):
        (tmp_path / folder).mkdir(exist_ok=True)
        (tmp_path / folder / name).write_text(text, encoding="utf-8")
    a, b, c = (digest_of(tmp_path / name, (tmp_path / name).iterdir()) for name in "abc")
    assert len({a, b, c}) == 3
    assert a == digest_of(tmp_path / "a", sorted((tmp_path / "a").iterdir(), reverse=True))
    (tmp_path / "b" / "y").write_text("2", encoding="utf-8")
    assert digest_of(tmp_path / "b", (tmp_path / "b").iterdir()) == a
