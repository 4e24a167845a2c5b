"""The smallest PDF files that a test needs, written by hand."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

Row = tuple[str, float, float, float]  # text, x, y, size, in points


def pdf_of(sheets: Sequence[Sequence[Row]], *, title: str = "", trailer: bytes = b"") -> bytes:
    """A PDF with a page for each sheet of rows, in Helvetica and Windows-1252."""
    return pdf_of_streams([_stream(rows) for rows in sheets], title=title, trailer=trailer)


def pdf_of_streams(
    streams: Sequence[bytes], *, title: str = "", trailer: bytes = b"", more: tuple[bytes, ...] = ()
) -> bytes:
    """A PDF of pages drawn by these operators; object 4 is the font F, the objects of ``more`` come after it as X."""
    pages = [5 + len(more) + 2 * at for at in range(len(streams))]
    kids = b" ".join(b"%d 0 R" % at for at in pages)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, len(pages)),
        b"<</Title(%s)>>" % title.encode("latin-1"),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        *more,
    ]
    inside = b"/Resources<</Font<</F 4 0 R>>/XObject<</X 5 0 R>>>>"
    for at, stream in zip(pages, streams, strict=True):
        packed = zlib.compress(stream)
        page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents %d 0 R%s>>" % (at + 1, inside)
        objects += [page, b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(packed), packed)]
    return _file(objects, trailer)


def _stream(rows: Sequence[Row]) -> bytes:
    return b"\n".join(
        b"BT /F %g Tf 1 0 0 1 %g %g Tm (%s) Tj ET" % (size, x, y, _escaped(text)) for text, x, y, size in rows
    )


def _escaped(text: str) -> bytes:
    return text.encode("cp1252", "replace").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def _file(objects: Sequence[bytes], trailer: bytes) -> bytes:
    written, places = b"%PDF-1.4\n", []
    for number, inside in enumerate(objects, 1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, inside)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer<</Size %d/Root 1 0 R/Info 3 0 R%s>>\nstartxref\n%d\n%%%%EOF\n"
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    return written + head + table + end % (len(objects) + 1, trailer, len(written))
