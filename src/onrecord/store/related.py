"""Which stories share topics: looked up when a story is read, so that a new story changes no other."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable

SHARED = 2  # topics that two stories must share to be related
COMMON = 60  # a topic of more stories than this says nothing

_RELATED = """
SELECT own.story AS story, other.story AS other FROM story_notes AS own
JOIN story_notes AS other ON other.kind = 'topic' AND other.value = own.value AND other.story <> own.story
WHERE own.kind = 'topic' AND own.story IN (SELECT value FROM json_each(:stories)) AND :common >= (
    SELECT count(*) FROM (
        SELECT 1 FROM story_notes AS one WHERE one.kind = 'topic' AND one.value = own.value LIMIT :common + 1
    )
)
GROUP BY 1, 2 HAVING count(*) >= :shared ORDER BY own.story, count(*) DESC, other.story
"""


def related(conn: sqlite3.Connection, stories: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """{story id: ids of the stories that share at least two topics with it}, those that share most first."""
    found: dict[str, tuple[str, ...]] = {}
    given = {"stories": json.dumps(list(stories)), "common": COMMON, "shared": SHARED}
    for row in conn.execute(_RELATED, given):
        found[row["story"]] = (*found.get(row["story"], ()), row["other"])
    return found
