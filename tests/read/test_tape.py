from __future__ import annotations

import io

from hypothesis import given
from hypothesis import strategies as st

from onrecord.read.tape import Tape


class Drops:
    """A stream that gives a few bytes at a time."""

    def __init__(self, data: bytes, step: int) -> None:
        self.data = io.BytesIO(data)
        self.step = step

    def read(self, size: int, /) -> bytes:
        return self.data.read(min(size, self.step))


LINES = st.lists(st.sampled_from([b"a", b"\n", b"mark", b"\r\n"]), max_size=40).map(b"".join)


@given(LINES, st.integers(1, 9), st.lists(st.tuples(st.sampled_from("rlpsb"), st.integers(1, 12)), max_size=20))
def test_whatever_is_done_the_bytes_are_those_of_the_stream(
    data: bytes, step: int, acts: list[tuple[str, int]]
) -> None:
    tape, plain = Tape(Drops(data, step)), io.BytesIO(data)
    for act, size in acts:
        at = plain.tell()
        if act == "r":
            assert tape.read(size) == plain.read(size)
        elif act == "l":
            assert tape.readline(size) == plain.readline(size)
        elif act == "p":
            assert tape.peek(size) == data[at : at + size]
        elif act == "s":
            assert tape.skip(size) == len(plain.read(size))
        else:
            plain.seek(max(0, at - size))
            tape.put_back(data[plain.tell() : at])
        assert tape.position == plain.tell()


@given(LINES, st.integers(1, 9))
def test_a_mark_is_found_where_it_begins(data: bytes, step: int) -> None:
    tape = Tape(Drops(data, step))
    assert tape.skip_to(b"mark") == (b"mark" in data)
    assert tape.read(len(data)) == (data[data.index(b"mark") :] if b"mark" in data else b"")


@given(LINES, st.integers(1, 9))
def test_reading_to_a_mark_gives_all_before_it(data: bytes, step: int) -> None:
    tape, before = Tape(Drops(data, step)), b""
    while part := tape.read_to(b"mark"):
        before += part
    assert before == data.partition(b"mark")[0]
    assert tape.read(4) in (b"mark", b"")


@given(LINES, st.integers(1, 9))
def test_blank_lines_are_passed_over_and_counted(data: bytes, step: int) -> None:
    tape = Tape(Drops(b"\r\n\n" + data, step))
    count = tape.skip_blank_lines()
    rest = tape.read(len(data) + 3)
    assert (b"\r\n\n" + data).endswith(rest)
    assert count == 2 + data.count(b"\n") - rest.count(b"\n")
    assert not rest.startswith(b"\n")
