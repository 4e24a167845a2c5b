"""The sets of stories as articles, from files in their formats."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

from bench.story_rows import FILES, article, incidents, look_alikes, numbered, rows, rumours, several


def pack(path: Path, *packed: dict[str, Any]) -> None:
    path.write_bytes(gzip.compress("\n".join(json.dumps(row) for row in packed).encode() + b"\n\n"))


def incident(id_: str, cluster: str, *, shared: bool = False) -> dict[str, Any]:
    told = {"id": id_, "text": "Two were shot.", "title": "Two shot", "date": "2026-03-04", "cluster": cluster}
    return told | {"shared_with_other_clusters": shared}


def test_incidents_have_a_day_and_no_group_where_they_are_of_several(tmp_path: Path) -> None:
    pack(tmp_path / FILES["incidents"], incident("a", "1"), incident("b", "1"), incident("c", "2", shared=True))
    found = incidents(tmp_path)
    assert [(one.article.id, one.group, one.unit) for one in found] == [
        ("a", "1", "1"),
        ("b", "1", "1"),
        ("c", None, "2"),
    ]
    assert (found[0].article.headline, found[0].article.published.day) == ("Two shot", "2026-03-04")
    assert several(found) == {"a": "1", "b": "1"}


def test_rumours_and_look_alikes_are_left_out_by_group_and_topic(tmp_path: Path) -> None:
    pack(tmp_path / FILES["rumours"], {"id": "a", "text": "It fell.", "cluster": "1", "group": "g"})
    pack(tmp_path / FILES["look-alikes"], {"id": "b", "text": "It fell.", "cluster": "2", "topic": "t"})
    assert [(one.group, one.unit) for one in (*rumours(tmp_path), *look_alikes(tmp_path))] == [("1", "g"), ("2", "t")]
    assert rumours(tmp_path)[0].article.published.day is None


def test_numbered_ids_are_in_order(tmp_path: Path) -> None:
    pack(tmp_path / FILES["incidents"], incident("z", "1"), incident("y", "1"))
    assert [one.article.id for one in numbered(incidents(tmp_path))] == ["000000", "000001"]
    assert [row["id"] for row in rows(tmp_path / FILES["incidents"])] == ["z", "y"]


def test_an_article_of_which_no_more_is_known() -> None:
    assert article("a", "Text.").published.precision == "unknown"
    assert article("a", "Text.", day="2026-03-04").published.precision == "day"
