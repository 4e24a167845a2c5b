"""What the desk works at behind its pages, for those who wait for it."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from onrecord.store import errands, touched
from onrecord.store.errands import Errand

LATELY = 8


@dataclass(frozen=True, slots=True)
class Working:
    """``going``: what is worked at or waits; ``settling``: articles read that are not settled; ``over``: the last."""

    going: tuple[Errand, ...]
    settling: int
    over: tuple[Errand, ...]

    @property
    def busy(self) -> bool:
        """Whether anything is still to come."""
        return bool(self.going or self.settling)

    @property
    def failed(self) -> tuple[Errand, ...]:
        """The last ones that came to no good end."""
        return tuple(one for one in self.over if one.error)

    @property
    def sample_cut_short(self) -> bool:
        """Whether the sample was begun and not read to its end: then it can be asked for again."""
        return bool(next((one.error for one in self.over if one.kind == "sample"), ""))


def working(conn: sqlite3.Connection) -> Working:
    """What is going on, as the record knows it."""
    return Working(tuple(errands.going(conn)), touched.counted(conn), tuple(errands.lately(conn, LATELY)))
