from __future__ import annotations

import gzip
import io
import zlib

import brotli
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.config import Config
from onrecord.model import Page, Rejected
from onrecord.read import read_bytes
from onrecord.read.inputs import Piece, walk

PAGE = b"<!DOCTYPE html><html><head><title>Ferry</title></head><body><p>The ferry was late.</p></body></html>"
HTML = "text/html; charset=utf-8"


def record(kind: str, block: bytes, url: str | None = "https://h.example/1", **headers: str) -> bytes:
    said = {"WARC-Type": kind, "WARC-Target-URI": url, "WARC-Date": "2026-10-01T10:00:00.25Z"}
    said |= {name.replace("_", "-"): value for name, value in headers.items()}
    lines = [f"{name}: {value}" for name, value in said.items() if value is not None]
    return "\r\n".join(["WARC/1.1", *lines, f"Content-Length: {len(block)}", "", ""]).encode() + block + b"\r\n\r\n"


def answer(body: bytes = PAGE, status: str = "200 OK", kind: str | None = HTML, **headers: str) -> bytes:
    said = ({"Content-Type": kind} if kind else {}) | {name.replace("_", "-"): value for name, value in headers.items()}
    return "\r\n".join([f"HTTP/1.1 {status}", *(f"{k}: {v}" for k, v in said.items()), "", ""]).encode() + body


def found(data: bytes, max_bytes: int = 1_000_000) -> list[Piece | Rejected]:
    return list(walk(["-"], io.BytesIO(data), max_bytes=max_bytes))


def told(data: bytes, max_bytes: int = 1_000_000) -> list[str]:
    return [one.reason if isinstance(one, Rejected) else one.name for one in found(data, max_bytes)]


def test_an_answer_is_a_page_with_how_it_was_fetched() -> None:
    (piece,) = found(record("response", answer(ETag="x")))
    assert isinstance(piece, Piece)
    assert (piece.name, piece.data) == ("-#https://h.example/1", PAGE)
    assert piece.capture is not None
    assert (piece.capture.url, piece.capture.fetched) == ("https://h.example/1", "2026-10-01T10:00:00Z")
    assert (piece.capture.status, piece.capture.header("etag")) == (200, "x")


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (gzip.compress(PAGE), {"Content_Encoding": "gzip"}),
        (PAGE, {"Content_Encoding": "gzip"}),
        (zlib.compress(PAGE), {"Content_Encoding": "deflate"}),
        (zlib.compress(PAGE, wbits=-15), {"Content_Encoding": "deflate"}),
        (brotli.compress(PAGE), {"Content_Encoding": "br"}),
        (PAGE, {"Content_Encoding": "br"}),
        (
            b"5\r\n" + PAGE[:5] + b"\r\n%x;a=b\r\n" % (len(PAGE) - 5) + PAGE[5:] + b"\r\n0\r\n\r\n",
            {"Transfer_Encoding": "chunked"},
        ),
        (PAGE, {"Transfer_Encoding": "chunked"}),
        (PAGE, {"Content_Encoding": "identity"}),
    ],
)
def test_all_packing_is_undone(body: bytes, headers: dict[str, str]) -> None:
    (piece,) = found(record("response", answer(body, **headers)))
    assert isinstance(piece, Piece)
    assert piece.data == PAGE


@pytest.mark.parametrize(
    ("body", "headers", "reason"),
    [
        (gzip.compress(PAGE)[:-20], {"Content_Encoding": "gzip"}, "damaged where it is packed with gzip"),
        (brotli.compress(PAGE)[:-5], {"Content_Encoding": "br"}, "damaged where it is packed with br"),
        (PAGE, {"Content_Encoding": "zstd"}, "packed in a way not read: zstd"),
        (b"5\r\n" + PAGE[:5] + b"\r\n", {"Transfer_Encoding": "chunked"}, "cut off: its last chunk is missing"),
        (gzip.compress(bytes(9_000_000)), {"Content_Encoding": "gzip"}, "too large: over 1,000,000 bytes"),
        (brotli.compress(bytes(9_000_000)), {"Content_Encoding": "br"}, "too large: over 1,000,000 bytes"),
        (b" " * 1_000_001, {}, "too large: over 1,000,000 bytes"),
    ],
)
def test_what_cannot_be_unpacked_is_refused(body: bytes, headers: dict[str, str], reason: str) -> None:
    assert told(record("response", answer(body, **headers))) == [reason]


def test_what_is_no_page_is_nothing() -> None:
    data = [
        record("warcinfo", b"software: x", None, Content_Type="application/warc-fields"),
        record("request", b"GET / HTTP/1.1\r\n\r\n"),
        record("metadata", b"fetchTimeMs: 7"),
        record("response", b"20261001 h.example", "dns:h.example", Content_Type="text/dns"),
        *(record("response", answer(kind=kind)) for kind in ("image/png", "text/css", "text/javascript", "font/woff2")),
        record("response", answer(b'{"a": 1}', kind="application/json")),
        record("response", answer(b"gone", "404 Not Found", "image/png")),
        record("response", answer(b"User-agent: *", kind="text/plain"), "https://h.example/robots.txt"),
        record("resource", b"text of it", "urn:text:https://h.example/1", Content_Type="text/plain"),
        record("revisit", b"", "https://h.example/1.png"),
    ]
    assert told(b"".join(data)) == ["archive without pages"]
    assert told(record("response", answer(b"<html>" * 9)) + b"".join(data)) == ["-#https://h.example/1"]


def test_resources_conversions_and_untold_types_are_pages() -> None:
    data = [
        record("resource", PAGE, None, Content_Type="text/html"),
        record("conversion", b"The ferry was late.", "https://h.example/2", Content_Type="text/plain"),
        record("response", answer(kind=None), "https://h.example/3"),
        record("response", answer(b'{"version": "https://jsonfeed.org/version/1.1"}', kind="application/json")),
    ]
    assert told(b"".join(data)) == ["-#1", "-#https://h.example/2", "-#https://h.example/3", "-#https://h.example/1"]


def test_other_answers_are_refused_with_their_address() -> None:
    (gone,) = found(record("response", answer(b"", "404 Not Found")))
    (revisit,) = found(record("revisit", answer(b""), WARC_Refers_To_Date="2026-09-01T00:00:00Z"))
    assert isinstance(gone, Rejected)
    assert (gone.reason, gone.url, gone.input) == ("HTTP 404", "https://h.example/1", "-#https://h.example/1")
    assert isinstance(revisit, Rejected)
    assert revisit.reason.startswith("unchanged since 2026-09-01T00:00:00Z")


def test_two_captures_of_one_address_have_two_names_and_the_same_ones_again() -> None:
    data = record("response", answer()) * 3
    assert told(data) == ["-#https://h.example/1", "-#https://h.example/1 (2)", "-#https://h.example/1 (3)"]
    assert told(data) == told(data)


@pytest.mark.parametrize(
    "url", ["https://h.example/" + "x" * 9000, "https://h.example/\x1b[2J", "<https://h.example/1>"]
)
def test_a_name_is_fit_to_be_shown(url: str) -> None:
    (name,) = told(record("response", answer(), url))
    assert name == ("-#https://h.example/1" if url[0] == "<" else "-#1")


def test_a_cut_that_the_crawler_made_is_told() -> None:
    (piece,) = found(record("response", answer(), WARC_Truncated="length"))
    assert isinstance(piece, Piece)
    assert piece.capture is not None
    assert piece.capture.header("warc-truncated") == "length"


def good(number: int) -> bytes:
    return record("response", answer(PAGE + b"%d" % number), f"https://h.example/{number}")


BAD = {
    "no headers": b"WARC/1.1\r\n\r\n\r\n\r\n",
    "noise": b"\x00\xff not a record\r\n\r\n",
    "no length": good(2).replace(b"Content-Length", b"Content-Lenght"),
    "wrong length": good(2).replace(b"Content-Length: ", b"Content-Length: 5"),
    "longer than it says": good(2).replace(b"Content-Length: ", b"Content-Length: 2\r\nX: "),
    "lost its end": good(2)[:-40],
}


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD)
@pytest.mark.parametrize("packed", [False, True])
def test_damage_costs_one_record(bad: bytes, packed: bool) -> None:
    data = [good(1), bad, good(3)]
    first, refused, third = told(b"".join(gzip.compress(one) for one in data) if packed else b"".join(data))
    assert (first, third) == ("-#https://h.example/1", "-#https://h.example/3")
    assert "damaged record" in refused


@pytest.mark.parametrize(
    "hurt", [lambda m: m[:-30], lambda m: m[:40] + b"\xff" + m[41:], lambda m: m[:-8] + b"abcdefgh", lambda m: m[:12]]
)
def test_a_damaged_member_costs_its_record(hurt) -> None:  # type: ignore[no-untyped-def]
    members = [gzip.compress(good(1)), hurt(gzip.compress(good(2))), gzip.compress(good(3))]
    first, refused, third = told(b"".join(members))
    assert (first, third) == ("-#https://h.example/1", "-#https://h.example/3")
    assert "damaged" in refused


def test_an_archive_cut_off_at_any_place_gives_what_was_whole() -> None:
    plain = good(1) + good(2)
    packed = gzip.compress(good(1)) + gzip.compress(good(2))
    for data, half in ((plain, len(good(1))), (packed, len(gzip.compress(good(1))))):
        for end in range(half + 9, len(data) - 5, 7):
            first, second = told(data[:end])
            assert first == "-#https://h.example/1"
            assert "damaged" in second


def test_a_record_of_many_bytes_that_is_no_page_is_passed_over() -> None:
    big = record("response", answer(bytes(5_000_000), kind="video/mp4"), "https://h.example/v")
    assert told(good(1) + big + good(2), 9000) == ["-#https://h.example/1", "-#https://h.example/2"]


def test_an_archive_at_hand_gives_the_same_as_one_that_streams() -> None:
    data = gzip.compress(good(1) + record("response", answer(b"", "500 Oh")) + good(2))
    one, refused, two = read_bytes("a.warc.gz", data, Config())
    assert isinstance(one, Page)
    assert (one.input, one.url, one.form) == ("a.warc.gz#https://h.example/1", "https://h.example/1", "html")
    assert one.capture is not None
    assert isinstance(refused, Rejected)
    assert isinstance(two, Page)


def test_hopeless_archives_end() -> None:
    reasons = told(b"WARC/1.0\r\n\r\n" * 5000)
    assert len(reasons) == 1002
    assert reasons[-1].endswith("the rest is not read")


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_mutated_archives_give_pieces_or_reasons(data: st.DataObject) -> None:
    whole = b"".join(gzip.compress(good(n)) for n in range(4)) if data.draw(st.booleans()) else good(1) + good(2)
    at = data.draw(st.integers(0, len(whole)))
    cut = data.draw(st.integers(0, 60))
    changed = whole[:at] + data.draw(st.binary(max_size=30)) + whole[at + cut :]
    for one in found(changed):
        assert isinstance(one, Piece) or one.reason
    assert told(changed) == told(changed)
