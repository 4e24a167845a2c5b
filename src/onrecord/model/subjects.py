"""What an article or a story is about, in the words of the IPTC; and how many it says were killed and injured."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Topic:
    """An IPTC Media Topic: its code (``medtop:16000000``), its English name, and the words that show it."""

    code: str
    name: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Toll:
    """``killed`` and ``injured`` as an article counts them, with its words; None where it gives no figure.

    ``on``: its day of publication, or None.
    """

    article: str
    on: str | None
    killed: int | None
    injured: int | None
    words: tuple[str, ...]
