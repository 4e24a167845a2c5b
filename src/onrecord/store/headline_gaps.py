"""Headlines that say more than their articles, by article."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable

from onrecord.model import HeadlineGap


def of_article(conn: sqlite3.Connection, article: str, claims: Iterable[str]) -> list[HeadlineGap]:
    """What these claims say of an article's headline, each thing once."""
    rows = conn.execute(
        "SELECT * FROM claim_headlines WHERE claim IN (SELECT value FROM json_each(?)) AND article = ?"
        " ORDER BY claim, n",
        (json.dumps(list(dict.fromkeys(claims))), article),
    )
    found = (HeadlineGap(*(row[name] for name in HeadlineGap.__dataclass_fields__)) for row in rows)
    return list(dict.fromkeys(found))
