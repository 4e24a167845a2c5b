"""A token of somebody who was added, as a program sends it."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from onrecord.model import Scope
from onrecord.pipeline import people as access
from onrecord.pipeline import people_tokens
from onrecord.pipeline.deeds import Deed
from onrecord.store.opening import open_record

DEED = Deed("root", datetime.now(UTC))


def token(record: Path, name: str, scope: Scope) -> dict[str, str]:
    """The header of a new token."""
    with closing(open_record(record)) as conn:
        _, secret = people_tokens.give(conn, DEED, access.find(conn, name), people_tokens.Wanted(scope, "a test"))
    return {"authorization": f"Bearer {secret}"}
