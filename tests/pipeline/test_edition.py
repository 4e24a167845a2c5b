"""An edition names rules and settings."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.config import Config
from onrecord.pipeline.edition import _digest as edition
from onrecord.pipeline.edition import reading_edition, settling_edition


def test_settings_that_change_a_reading_change_its_edition() -> None:
    config = Config()
    others = [
        replace(config, as_of="2026-03-14"),
        replace(config, body=True),
        replace(config, max_page_bytes=10),
        replace(config, max_text_characters=10),
    ]
    assert len({reading_edition(one) for one in [config, *others]}) == 5
    assert reading_edition(config) == reading_edition(replace(config, record=Path("elsewhere.db")))


def test_reading_and_settling_are_told_apart() -> None:
    assert settling_edition() not in (reading_edition(Config()), "")


def test_a_changed_rule_changes_the_edition(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("onrecord.pipeline.edition.files", lambda _: tmp_path)
    (tmp_path / "text").mkdir()
    seen = set()
    for name, text in (
        ("dates.py", "a"),
        ("dates.py", "b"),
        ("dates.txt", "c"),
        ("days.py", "b"),
        ("days.tsv", "b"),
        ("days.npz", "b"),
        ("weights.json", "b"),
    ):
        (tmp_path / "text" / name).write_text(text)
        edition.cache_clear()
        seen.add(reading_edition(Config()))
    edition.cache_clear()
    assert len(seen) == 6, "a file that is no rule changes nothing"
