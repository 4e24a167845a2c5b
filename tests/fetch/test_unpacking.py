"""Packed bodies come out whole, in whatever pieces they came, and never larger than they may."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.fetch.answers import FetchError
from onrecord.fetch.unpacking import Unpacker

MOST = 1_000


def fed(encoding: str, data: bytes, step: int) -> bytes:
    one = Unpacker(encoding, MOST)
    for start in range(0, len(data), step):
        one.feed(data[start : start + step])
    return one.whole()


PACKED: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "deflate": zlib.compress,
    "identity": bytes,
    "": bytes,
}


@given(st.sampled_from(sorted(PACKED)), st.binary(max_size=MOST), st.integers(1, 50))
def test_what_was_packed_comes_out(encoding: str, data: bytes, step: int) -> None:
    assert fed(encoding, PACKED[encoding](data), step) == data


@given(st.sampled_from(["gzip", "deflate", ""]), st.binary(max_size=60), st.integers(1, 9), st.integers(0, 30))
def test_any_bytes_come_to_an_end(encoding: str, data: bytes, step: int, cut: int) -> None:
    for damaged in (data, PACKED[encoding](data)[:cut] + data):
        with suppress(FetchError):
            assert len(fed(encoding, damaged, step)) <= MOST


@pytest.mark.parametrize("encoding", ["gzip", "deflate", ""])
@pytest.mark.parametrize(("size", "fits"), [(MOST, True), (MOST + 1, False), (5_000_000, False)])
def test_the_bound_is_exact(encoding: str, size: int, fits: bool) -> None:
    packed = PACKED[encoding](b"\0" * size)
    if fits:
        assert len(fed(encoding, packed, 64)) == size
    else:
        one = Unpacker(encoding, MOST)
        with pytest.raises(FetchError, match="too large: over 1,000 bytes"):
            one.feed(packed)
        assert one.begun_with() == b"\0" * MOST
        assert not encoding or one.size == MOST + 1, "no more is unpacked than shows that it is too much"


def test_an_empty_body_may_be_said_to_be_packed() -> None:
    assert Unpacker("gzip", MOST).whole() == b""
