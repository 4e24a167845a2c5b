"""Mbox: mails one after another, each behind a line "From ..."; every mail becomes a piece of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.model import Rejected
from onrecord.read.source import Names, Piece
from onrecord.read.tape import Tape

MAGIC = b"From "
OPENING = re.compile(rb"From [^\r\n]{1,300}\b\d{4}[^\r\n]{0,30}\r?\n[A-Za-z][A-Za-z-]{1,60}:[ \t]")
QUOTED = re.compile(rb"^>(>{0,20}From )", re.M)
NEXT = b"\nFrom "
LONGEST_LINE = 65_536
MOST_RETURNS = 64  # carriage returns that an empty line may have


def accepts(head: bytes, name: str) -> bool:
    """True for a "From " line with a year and a mail's header behind it."""
    return bool(OPENING.match(head))


def pieces(name: str, tape: Tape, max_bytes: int) -> Iterator[Piece | Rejected]:
    """The mails in order; a refusal for one that is too large."""
    names = Names(name)
    number = 0
    tape.readline(LONGEST_LINE)
    while tape.peek(1):
        number += 1
        mail = _mail(tape, max_bytes)
        if len(mail) > max_bytes:
            yield Rejected(names.name(None, number), "read", f"too large: over {max_bytes:,} bytes")
        elif mail.strip():
            yield Piece(names.name(None, number), QUOTED.sub(rb"\1", mail))
    if tape.broken:
        yield Rejected(name, "read", tape.broken)


def _mail(tape: Tape, max_bytes: int) -> bytes:
    """The bytes up to the next "From " behind an empty line, which is read too; of one too large no more is kept."""
    kept = bytearray()
    before = b"\n"
    while part := tape.read_to(NEXT) or tape.read(1):
        ends = part == b"\n" and before.rstrip(b"\r").endswith(b"\n") and tape.peek(len(MAGIC)) == MAGIC
        if len(kept) <= max_bytes:
            kept += part
        if ends:
            tape.readline(LONGEST_LINE)
            break
        before = (before + part)[-MOST_RETURNS:]
    return bytes(kept)
