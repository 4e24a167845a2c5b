"""Ways of naming a speaker are counted over articles, and forgotten with the last of them."""

from __future__ import annotations

import sqlite3

from onrecord.store import voices
from onrecord.store.voices import Named

ADA: Named = ("Harlandia", "Ada Brook", None)
NOBODY: Named = (None, None, "spokesman")


def held(conn: sqlite3.Connection) -> dict[Named, int]:
    return {one: times for one, times, _ in voices.voices(conn)}


def test_voices_are_counted_and_forgotten(record: sqlite3.Connection) -> None:
    voices.keep_voices(record, "a", {ADA: 2, NOBODY: 1})
    voices.keep_voices(record, "b", {ADA: 1})
    assert held(record) == {ADA: 3, NOBODY: 1}
    voices.keep_voices(record, "a", {ADA: 1})
    voices.drop_silent(record)
    assert held(record) == {ADA: 2}
    assert voices.articles_of(record, [ADA, NOBODY]) == {"a", "b"}


def test_a_party_is_kept_with_its_voice(record: sqlite3.Connection) -> None:
    voices.keep_voices(record, "a", {ADA: 2, NOBODY: 1})
    voices.keep_parties(record, {ADA: "Harland", NOBODY: None})
    assert voices.settled_as(record, [ADA, NOBODY]) == {ADA: "Harland"}
