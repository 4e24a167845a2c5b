from __future__ import annotations

import io
import re

from hypothesis import given
from hypothesis import strategies as st

from onrecord.config import Config
from onrecord.model import Page, Rejected
from onrecord.read import read_bytes
from onrecord.read.inputs import Piece, walk

HEADERS = "From: Post <a@post.example>\nSubject: Ferry {n}\nDate: Thu, 1 Oct 2026 09:30:00 +0200\n"
MAIL = HEADERS + "\nThe ferry was late.\n\n>From the pier.\n"
BOX = "".join(f"From a@post.example Thu Oct  1 09:30:00 2026\n{MAIL.format(n=n)}\n" for n in (1, 2, 3)).encode()


def test_every_mail_is_a_piece() -> None:
    one, two, three = walk(["-"], io.BytesIO(BOX))
    assert isinstance(one, Piece)
    assert one.name == "-#1"
    assert one.data.decode().strip() == MAIL.format(n=1).replace(">From", "From").strip()
    assert (two, three) == tuple(walk(["-"], io.BytesIO(BOX)))[1:]


def test_mails_at_hand_are_read() -> None:
    pages = list(read_bytes("a.mbox", BOX, Config()))
    assert [page.given.headline for page in pages if isinstance(page, Page)] == ["Ferry 1", "Ferry 2", "Ferry 3"]


def test_a_mail_too_large_is_refused_and_the_rest_read() -> None:
    big = BOX.replace(b"Ferry 2", b"x\n" * 200_000)
    one, refused, three = walk(["-"], io.BytesIO(big), max_bytes=90_000)
    assert isinstance(one, Piece)
    assert isinstance(refused, Rejected)
    assert "too large" in refused.reason
    assert isinstance(three, Piece)


def test_text_that_begins_with_from_is_text() -> None:
    text = b"From the pier in 1999\nThe ferry was late: again.\n\nFrom here on\n"
    assert list(walk(["-"], io.BytesIO(text))) == [Piece("-", text)]


BETWEEN = re.compile(rb"((?:\A|\n)\r*\n)From [^\n]*(?:\n|\Z)")


@given(st.lists(st.sampled_from([b"From a\n", b"\n", b"\r\n", b"x", b"\nFrom "]), max_size=12).map(b"".join))
def test_mails_end_at_from_behind_an_empty_line_and_nowhere_else(body: bytes) -> None:
    opening = b"From a@post.example 2026\nFrom: a\n\nRain\n"
    mails, rest = [], opening.partition(b"\n")[2] + body
    while found := BETWEEN.search(rest):
        mails.append(rest[: found.end(1)])
        rest = rest[found.end() :]
    pieces = list(walk(["-"], io.BytesIO(opening + body)))
    assert [one.data for one in pieces if isinstance(one, Piece)] == [one for one in (*mails, rest) if one.strip()]


def test_millions_of_empty_lines_are_kept_as_they_are() -> None:
    one, two = walk(["-"], io.BytesIO(BOX[: len(BOX) // 3] + b"\n" * 3_000_000 + b"From b\n\nRain."))
    assert isinstance(one, Piece)
    assert len(one.data) > 3_000_000
    assert isinstance(two, Piece)
    assert two.data == b"\nRain."
