from __future__ import annotations

from bench.newsroom.faults import Perfect, drop, put, worsened


def test_version_not_seen(tiny: Perfect) -> None:
    change = put("articles", {"id": "id:004-heron-ferry.html"}, version_of=None)
    assert worsened(tiny, change) == {"reading.version_r", "reading.version_f1"}


def test_copy_not_seen(tiny: Perfect) -> None:
    assert worsened(tiny, drop("copies", relation="copy")) == {"copies.pairs_r", "copies.pairs_f1"}


def test_copy_invented(tiny: Perfect) -> None:
    change = put("copies", {"relation": "update"}, relation="rewrite")
    assert worsened(tiny, change) == {"copies.pairs_p", "copies.pairs_f1"}
