"""Bytes to text: byte order mark, then UTF-8 where it holds, then what the page declares, then a guess."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from charset_normalizer import from_bytes

from onrecord.read.source import Source

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
DECLARED = re.compile(rb"""(?:charset|encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([A-Za-z0-9_:.+-]{2,30})""")
DECLARED_WITHIN = 32_768
# Encodings of seven bits that shift to another alphabet: valid UTF-8, and no text.
SHIFTS = (
    (b"\x1b$)C", "iso2022_kr"),
    (b"\x1b$B", "iso2022_jp_2"),
    (b"\x1b$@", "iso2022_jp_2"),
    (b"\x1b(J", "iso2022_jp_2"),
)
HIGH_RUN = re.compile(rb"[\x80-\xff]+")
UNICODE = ("utf-8", "utf8", "utf-16", "utf-16le", "utf-16be", "utf-16-le", "utf-16-be", "utf-32", "unicode")
LANGUAGE = re.compile(rb"""\blang\s{0,3}=\s{0,3}["']?([A-Za-z]{2})\b""")
LANGUAGES = {
    **dict.fromkeys((b"cs", b"sk", b"pl", b"hu", b"sl", b"hr", b"ro", b"bs"), ("cp1250",)),
    **dict.fromkeys((b"tr", b"az"), ("cp1254",)),
    **dict.fromkeys((b"lt", b"lv", b"et"), ("cp1257",)),
    b"vi": ("cp1258",),
    b"ja": ("euc_jp", "cp932"),
    b"ko": ("cp949",),
}
GUESS_FROM = 32_768
# What browsers do: pages that say Latin-1 or ASCII mean Windows-1252.
MEANT = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "ascii": "cp1252", "us-ascii": "cp1252"}
# Damage in a few places of an otherwise UTF-8 page is damage, not another encoding.
ODD = re.compile("(?<![^\x00-\u024f])[\udc80-\udcff](?![^\x00-\u024f])")
ESCAPED = re.compile("[\udc80-\udcff]")
BROKEN_UTF8 = re.compile("\ufffd")


def text_in(source: Source) -> str:
    """The text of an input, without byte order marks wherever they stand; what it was sent as counts as declared."""
    kind = (source.capture.header("content-type") if source.capture else None) or ""
    return text_of(source.data, sent_as=kind).replace("\ufeff", "")


def text_of(data: bytes, *, sent_as: str = "") -> str:
    """``data`` as text. Never fails: bytes that make no sense become U+FFFD. ``sent_as``: a Content-Type header."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace").lstrip("\ufeff")
    if wide := _wide(data[:64]):
        return data.decode(wide, "replace")
    if shifted := next((encoding for shift, encoding in SHIFTS if shift in data), None):
        return data.decode(shifted, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _other(data, sent_as.encode("ascii", "replace"))


def _wide(head: bytes) -> str | None:
    if head[1::2].count(0) > len(head) // 3 and not head[::2].count(0):
        return "utf-16-le"
    if head[::2].count(0) > len(head) // 3 and not head[1::2].count(0):
        return "utf-16-be"
    return None


def _other(data: bytes, sent_as: bytes) -> str:
    loose = data.decode("utf-8", "replace")
    high = sum(byte > 127 for byte in data[:GUESS_FROM])
    if len(BROKEN_UTF8.findall(loose[:GUESS_FROM])) * 10 < high:
        return _patched(data)
    for encoding in (*_declared(data, sent_as), _of_language(data), _guess(data), "cp1252"):
        if encoding and _is_text_encoding(encoding):
            return data.decode(encoding, "replace")
    return loose


def _declared(data: bytes, sent_as: bytes) -> Iterator[str]:
    """The encodings that the page names, but for UTF-8, which it is not, and Latin where most of it cannot be."""
    foreign = _is_not_latin(data[:GUESS_FROM])
    for name in (*DECLARED.findall(sent_as), *DECLARED.findall(data[:DECLARED_WITHIN])):
        named = name.decode("ascii").lower()
        encoding = MEANT.get(named, named)
        if encoding.replace("_", "-") not in UNICODE and not (foreign and encoding == "cp1252"):
            yield encoding


def _is_not_latin(sample: bytes) -> bool:
    """True where most bytes above ASCII stand in long runs: Latin writes its marked letters one by one."""
    runs = HIGH_RUN.findall(sample)
    return sum(len(run) for run in runs if len(run) > 3) > sum(map(len, runs)) / 2


def _of_language(data: bytes) -> str | None:
    """What pages in that language were written in, for languages whose encodings are guessed for one another."""
    said = LANGUAGE.search(data[:DECLARED_WITHIN])
    possible = LANGUAGES.get(said.group(1).lower(), ()) if said else ()
    foreign = _is_not_latin(data[:GUESS_FROM])
    return next((one for one in possible if not (foreign and one.startswith("cp125")) and _fits(data, one)), None)


def _fits(data: bytes, encoding: str) -> bool:
    """True where hardly a byte makes no sense in the encoding."""
    text = data[:GUESS_FROM].decode(encoding, "replace")
    return text.count("\ufffd") * 200 <= len(text)


def _patched(data: bytes) -> str:
    """UTF-8 with pieces of Windows-1252 between: what template and story do that were never made one."""
    loose = data.decode("utf-8", "surrogateescape")
    mended = ODD.sub(lambda odd: bytes([ord(odd.group()) - 0xDC00]).decode("cp1252", "replace"), loose)
    return ESCAPED.sub("\ufffd", mended)


def _is_text_encoding(encoding: str) -> bool:
    try:
        return isinstance(b"a".decode(encoding), str)
    except (LookupError, UnicodeError):
        return False


def _guess(data: bytes) -> str | None:
    best = from_bytes(data[:GUESS_FROM], steps=3, chunk_size=512).best()
    return best.encoding if best else None
