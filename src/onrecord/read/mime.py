"""MIME (RFC 2045 to 2047): the parts of a mail or a saved page, bounded in number and depth before any is unpacked."""

from __future__ import annotations

import binascii
import codecs
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.errors import HeaderParseError
from email.header import decode_header

from onrecord.read.answer import Headers, headers_of
from onrecord.read.decode import text_of
from onrecord.read.tape import Tape

MOST_HEADERS, MOST_PARTS, DEEPEST = 300, 2000, 6
PARAMETER = r"""(?:^|[;\s]){}\s{{0,9}}=\s{{0,9}}(?:"([^"\r\n]{{1,200}})"|([^\s;"]{{1,200}}))"""
# Encodings of names and of program text; some take forever on a long text.
UNFIT = frozenset(["idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape", "unicode-escape"])
# As in pages: whoever says Latin-1 or ASCII means Windows-1252.
WINDOWS = {"iso8859-1": "cp1252", "ascii": "cp1252"}
NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/]")


@dataclass(frozen=True, slots=True)
class Part:
    """A part with its headers, still packed as it was sent."""

    headers: Headers
    body: bytes

    def header(self, name: str) -> str:
        """The value of a header by its name in lower case, "" where there is none."""
        return next((value for one, value in self.headers if one == name), "")

    @property
    def kind(self) -> str:
        """Its type; mail without one is plain text."""
        return self.header("content-type").partition(";")[0].strip().lower() or "text/plain"

    def parameter(self, name: str) -> str | None:
        """A parameter of its type."""
        found = re.search(PARAMETER.format(name), self.header("content-type"), re.I)
        return (found.group(1) or found.group(2)) if found else None

    def text(self) -> str:
        """Its text, unpacked and decoded. Bytes that make no sense become U+FFFD."""
        data, charset = unpacked(self), self.parameter("charset")
        try:
            codec = codecs.lookup(charset or "").name
            return text_of(data) if codec in UNFIT else data.decode(WINDOWS.get(codec, codec))
        except (LookupError, UnicodeError, ValueError):
            return text_of(data)


def part_of(data: bytes) -> Part:
    """Bytes as headers and what comes behind the first empty line."""
    tape = Tape(io.BytesIO(data))
    headers = headers_of(tape, most=MOST_HEADERS)
    return Part(headers, data[tape.position :])


def leaves(whole: Part) -> Iterator[Part]:
    """The parts that have no parts, in order; the first of them only, where there are beyond all measure."""
    left = [(whole, 0)]
    for _ in range(MOST_PARTS):
        if not left:
            return
        part, depth = left.pop()
        boundary = part.parameter("boundary") if part.kind.startswith("multipart/") else None
        if boundary is None:
            yield part
        elif depth < DEEPEST:
            inner = [(part_of(one), depth + 1) for one in _split(part.body, boundary)]
            left.extend(reversed(inner))


def _split(body: bytes, boundary: str) -> list[bytes]:
    mark = b"\n--" + boundary.encode("utf-8", "replace")
    pieces = (b"\n" + body).split(mark, MOST_PARTS)[1:]
    end = next((at for at, piece in enumerate(pieces) if piece.startswith(b"--")), len(pieces))
    return [piece.partition(b"\n")[2].removesuffix(b"\r") for piece in pieces[:end]]


def unpacked(part: Part) -> bytes:
    """The bytes of a part, its transfer encoding undone as far as it holds."""
    encoding = part.header("content-transfer-encoding").strip().lower()
    if encoding == "quoted-printable":
        return binascii.a2b_qp(part.body)
    if encoding == "base64":
        plain = NOT_BASE64.sub(b"", part.body)
        plain = plain[:-1] if len(plain) % 4 == 1 else plain
        return binascii.a2b_base64(plain + b"=" * (-len(plain) % 4))
    return part.body


def said(value: str) -> str:
    """The value of a header as it is read, its encoded words (RFC 2047) undone."""
    try:
        words = decode_header(value)
    except (HeaderParseError, ValueError):
        return value
    return " ".join("".join(_word(word, charset) for word, charset in words).split())


def _word(word: bytes | str, charset: str | None) -> str:
    if isinstance(word, str):
        return word
    try:
        return word.decode(charset or "utf-8", "replace")
    except (LookupError, UnicodeError, ValueError):
        return word.decode("latin-1")
