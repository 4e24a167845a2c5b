"""The desk is warmed up beside the server, and a record that cannot be read does no harm."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.publish import rendering
from onrecord.web.warming import warm_up
from tests.publish.small_record import plain, small_record


def test_templates_are_compiled_and_a_page_is_made(tmp_path: Path) -> None:
    small_record(tmp_path / "record.db", plain)
    rendering._environment.cache_clear()
    warm_up(tmp_path / "record.db").join(60)
    held = rendering._environment()
    assert held.cache is not None
    assert len(held.cache) == len(held.list_templates())


def test_no_record_is_no_harm(tmp_path: Path, recwarn: pytest.WarningsRecorder) -> None:
    thread = warm_up(tmp_path / "none.db")
    thread.join(60)
    assert not thread.is_alive()
    assert not recwarn.list
