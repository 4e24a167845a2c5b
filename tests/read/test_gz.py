from __future__ import annotations

import gzip
import io
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.read import gz
from onrecord.read.gz import Members, unpacked
from onrecord.read.tape import Tape


@given(st.lists(st.binary(max_size=99), min_size=1, max_size=5), st.integers(0, 9))
def test_members_are_one_content(parts: list[bytes], padding: int) -> None:
    packed = b"".join(gzip.compress(part) for part in parts) + bytes(padding)
    assert unpacked(packed, 1000) == b"".join(parts)
    assert Tape(Members(Tape(io.BytesIO(packed)))).read(1000) == b"".join(parts)


def test_no_more_than_asked() -> None:
    assert len(unpacked(gzip.compress(bytes(5_000_000)), 99)) == 100


@pytest.mark.parametrize("end", [1, 9, 15, -9, -1])
def test_damage_is_told(end: int) -> None:
    with pytest.raises(zlib.error, match="damaged gzip file"):
        unpacked(gzip.compress(b"The ferry was late.")[:end], 99)


def test_a_wrong_checksum_and_rubbish_behind_are_damage() -> None:
    packed = bytearray(gzip.compress(b"The ferry was late."))
    with pytest.raises(zlib.error):
        unpacked(bytes(packed) + b"rubbish", 99)
    packed[-8] ^= 1
    with pytest.raises(zlib.error):
        unpacked(bytes(packed), 99)


def test_reading_goes_on_with_the_next_member() -> None:
    packed = gzip.compress(b"one") + gzip.compress(b"two")[:-9] + b"\xff" + gzip.compress(b"three")
    members = Members(Tape(io.BytesIO(packed)))
    tape = Tape(members)
    assert tape.read(99).startswith(b"one")
    assert tape.broken == "damaged gzip file"
    assert members.verified == 3
    assert members.resume()
    tape.drop()
    assert tape.read(99) == b"three"
    assert Tape(members).broken is None


def test_a_bomb_is_put_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gz, "FREE", 1_000_000)
    tape = Tape(Members(Tape(io.BytesIO(gzip.compress(bytes(30_000_000))))))
    assert tape.skip(30_000_000) < 11_000_000
    assert tape.broken == "unpacks to far more than a page or archive would"


def test_plain_bytes_of_anything() -> None:
    packed = gzip.compress(b"Rain fell.")
    assert [gz.plain(data, 99) for data in (b"Rain.", packed, packed[:12])] == [b"Rain.", b"Rain fell.", b""]
