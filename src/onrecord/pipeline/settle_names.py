"""Everybody who was heard, counted again at the end of a settling."""

from __future__ import annotations

import sqlite3

from onrecord.parties import Voice
from onrecord.parties.kinds import everybody
from onrecord.store import names, voices


def names_anew(conn: sqlite3.Connection) -> None:
    """Keeps every name that speaks or is spoken for; inside a transaction."""
    names.keep_names(conn, everybody((Voice(*named), times, settled) for named, times, settled in voices.voices(conn)))
