from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.publish.json_files import dumped, known, replacing, write_list


def test_an_object_with_a_list(tmp_path: Path) -> None:
    out = tmp_path / "new" / "some.json"
    assert write_list(out, {"a": "é"}, "items", iter([{"n": 1}, {"n": 2}])) == 2
    assert json.loads(out.read_text(encoding="utf-8")) == {"a": "é", "items": [{"n": 1}, {"n": 2}]}
    assert write_list(out, {}, "items", []) == 0
    assert json.loads(out.read_text(encoding="utf-8")) == {"items": []}


def test_what_fails_leaves_what_was(tmp_path: Path) -> None:
    out = tmp_path / "some.json"
    out.write_text("old")
    with pytest.raises(ZeroDivisionError), replacing(out) as file:
        file.write(str(1 // 0))
    assert out.read_text() == "old"
    assert [one.name for one in tmp_path.iterdir()] == ["some.json"]


@given(st.text())
def test_a_value_comes_back_and_ends_no_script(text: str) -> None:
    made = dumped({"a": f"</script><!-- {text}"})
    assert "<" not in made
    assert "\n" not in made
    assert json.loads(made) == {"a": f"</script><!-- {text}"}


@given(st.dictionaries(st.text(max_size=4), st.none() | st.text(max_size=3) | st.integers() | st.just([])))
def test_only_what_is_known_is_kept(row: dict[str, object]) -> None:
    kept = known(row)
    assert all(value is not None and value not in ("", []) for value in kept.values())
    assert {key for key, value in row.items() if isinstance(value, int)} <= set(kept)
