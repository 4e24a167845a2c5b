"""Long lists a page at a time."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Paged:
    """Page ``number`` (from 1) of ``pages``; it shows ``size`` of ``total`` things or, the last one, what is left."""

    number: int
    pages: int
    size: int
    total: int

    @property
    def offset(self) -> int:
        """How many things stand on the pages before this one."""
        return (self.number - 1) * self.size

    @property
    def near(self) -> tuple[int, ...]:
        """The numbers of pages worth a link: the first, the last and those around this one."""
        held = {1, self.pages, *range(self.number - 2, self.number + 3)}
        return tuple(sorted(one for one in held if 1 <= one <= self.pages))


def paged(asked: str, total: int, *, size: int) -> Paged:
    """The page that was asked for, as typed in an address; the nearest there is where there is none of that number."""
    pages = max(1, -(-total // size))
    number = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 9 else 1
    return Paged(min(max(1, number), pages), pages, size, total)
