"""What settling took away comes back as it was, and former ids lead to where their statements are."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

from onrecord.store import claims, settling, stories


def test_a_story_and_its_claims_are_put_by_as_they_were(record: sqlite3.Connection) -> None:
    story = max(stories.in_order(record), key=lambda one: len(claims.of_story(record, one.id)))
    held = {one.id: one for one in claims.of_story(record, story.id)}
    assert held
    settling.put_by(record, story.id)
    stories.drop_story(record, story.id)
    found = settling.claims_before(record, set(held))
    assert set(found) == set(held)
    for id_, one in found.items():
        was = held[id_]
        assert replace(was, statements=one.statements, positions=one.positions, origins=one.origins) == was
        assert (one.figures, one.status_history, one.wording) == (was.figures, was.status_history, was.wording)
    back = settling.stories_before(record, [story.id])[story.id]
    assert (back.articles, back.tolls, back.title) == (story.articles, story.tolls, story.title)
    assert settling.members_before(record, "story") == {story.id: list(story.articles)}


def test_what_was_made_since_is_only_forgotten(record: sqlite3.Connection) -> None:
    story = stories.in_order(record)[0]
    settling.note_made(record, story.id, [one.id for one in claims.of_story(record, story.id)])
    assert settling.is_pending(record)
    assert settling.members_made(record, "story") == {story.id: list(story.articles)}
    settling.put_by(record, story.id)
    assert not settling.is_pending(record)


def test_a_former_id_leads_on_through_others_and_to_several(record: sqlite3.Connection) -> None:
    first, second, *_ = (one.id for one in claims.claims(record))
    settling.keep_former(record, "claim", {"b": {first: 3, second: 1}, "a": {"b": 5}, first: {second: 1}})
    assert settling.successors(record, "claim", "a") == settling.successors(record, "claim", "b") == [first, second]
    assert settling.successors(record, "claim", first) == [first]  # it is there
    assert set(settling.formers(record, "claim", first)) == {first, "a", "b"}
    settling.keep_former(record, "claim", {"x": {"y": 1}, "y": {"x": 1}})  # round and round
    assert settling.successors(record, "claim", "x") == []
    settling.forget_former(record, "claim", ["b"])
    assert settling.successors(record, "claim", "a") == []


def test_who_speaks_is_told_as_settled(record: sqlite3.Connection) -> None:
    claim = next(one for one in claims.claims(record) if one.positions)
    position = claim.positions[0]
    assert any(position.party in names for _, names in settling.spoken(record, position.statements).values())
