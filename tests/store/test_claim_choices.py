"""What there is to choose from when somebody judges."""

from __future__ import annotations

import sqlite3

from onrecord.store import claim_choices, claims, statements, stories


def test_claims_of_the_story_but_for_one(record: sqlite3.Connection) -> None:
    one = claims.claims(record)[0]
    of_story = {at.id for at in claims.of_story(record, one.story)}
    found = claim_choices.choices(record, one.story, other_than=one.id)
    assert {at.id for at in found} == of_story - {one.id}
    held = {at.id: at for at in claims.claims(record)}
    assert all((at.said, at.statement) == (len(held[at.id].statements), held[at.id].statements[0]) for at in found)


def test_claims_are_found_by_words_of_their_statements(record: sqlite3.Connection) -> None:
    one, other = next(
        (one, other)
        for one in claims.claims(record)
        for other in claims.of_story(record, one.story)
        if one.id != other.id
    )
    words = " ".join(statements.by_ids(record, other.statements[:1])[0].content.text.split()[:4])
    assert other.id in {at.id for at in claim_choices.choices(record, one.story, other_than=one.id, words=words)}
    assert claim_choices.choices(record, one.story, other_than=one.id, words="xylophone") == []
    assert claim_choices.choices(record, "nope", other_than="") == []


def test_names_and_articles_of_a_story(record: sqlite3.Connection) -> None:
    one = next(at for at in claims.claims(record) if at.positions)
    story = stories.story(record, one.story)
    assert story
    article = story.articles[0]
    assert one.positions[0].party in claim_choices.names(record, article)
    beside = {at.id for at in claim_choices.articles(record, article)}
    assert beside == set(story.articles) - {article}
    headline = claim_choices.articles(record, article)[0].headline
    assert headline in [at.headline for at in claim_choices.articles(record, article, words=headline)]
    assert claim_choices.articles(record, article, words="xylophone") == []
    assert claim_choices.names(record, "nope") == []
