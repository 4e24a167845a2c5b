"""Moments as a record has them: UTC, ISO 8601, to the second."""

from __future__ import annotations

import datetime

STAMP = "%Y-%m-%dT%H:%M:%SZ"


def now() -> str:
    """This moment."""
    return datetime.datetime.now(datetime.UTC).strftime(STAMP)
