"""The Media Topics by name."""

from __future__ import annotations

from onrecord.publish.topics_known import known_topic, topic_name


def test_a_topic_is_known_by_name_and_code() -> None:
    found = known_topic("health")
    assert found
    assert (found.code, topic_name(found.code), found.parent) == ("medtop:07000000", "health", "")
    assert found.source.endswith("/mediatopic/07000000")
    part = known_topic("diseases and conditions")
    assert part
    assert part.parent == "health"
    assert part.words
    assert known_topic("Bridges") is None
    assert topic_name("medtop:0") == "medtop:0"
