"""PDF: the text of press releases and reports, as paragraphs. See ``pdf_lines`` for how lines become paragraphs.

Read in pure Python, so that no file can end the process; work is bounded by pages, operators and seconds.
"""

from __future__ import annotations

import io
import logging
import re
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

from pypdf import Configuration, PageObject, PdfReader, apply_configuration
from pypdf.errors import DependencyError

from onrecord.model import Given, Page, Rejected
from onrecord.read.pdf_lines import Line, lines_of, paragraphs
from onrecord.read.source import Source

MAGIC = b"%PDF-"
MOST_PAGES = 300
MOST_OPERATORS = 300_000
MOST_SECONDS = 3.0
LEAST_LETTERS = 20
FIRST = 20
BOUNDS: Mapping[str, Any] = {
    "maximum_declared_stream_length": 20_000_000,
    "array_based_stream_maximum_output_length": 5_000_000,
    "lzw_maximum_output_length": 5_000_000,
    "run_length_maximum_output_length": 5_000_000,
    "zlib_maximum_output_length": 5_000_000,
    "zlib_maximum_recovery_input_length": 500_000,
    "stream_decoding_work_maximum_length": 20_000_000,
    "stream_parsing_work_maximum_count": 200_000,
    "page_tree_maximum_entries": 5_000,
    "page_tree_maximum_page_entries": 50_000,
    "xform_maximum_invocations_per_extraction": 500,
}
WORD = re.compile(r"\w+")
# A browser that prints a page puts the name of the site behind its headline.
BEFORE_SITE = re.compile(r"(\S+(?: \S+){2,}) [|\-\u2013\u2014] [^|]{1,60}$")
LONGEST_TITLE = 500


class TooMuchWorkError(Exception):
    """A PDF asked for more work than any page of news does."""


class Meter:
    """Counts the work that one PDF makes."""

    def __init__(self) -> None:
        self.operators = 0
        self.started = time.process_time()

    def __call__(self, *_: object) -> None:
        """One operator more. Raises TooMuchWorkError beyond the bounds."""
        self.operators += 1
        if self.operators > MOST_OPERATORS or time.process_time() - self.started > MOST_SECONDS:
            raise TooMuchWorkError


def accepts(head: bytes, name: str) -> bool:
    """True for PDF by its first bytes."""
    return head.lstrip(b"\x00\xef\xbb\xbf \t\r\n").startswith(MAGIC)


def read(source: Source) -> Iterator[Page | Rejected]:
    """One page of form "dump"; a refusal where there is no text, and one of the pages that are left out."""
    # What is wrong with a file is for the file's refusal to say.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    with apply_configuration(replace(Configuration(), **BOUNDS)):
        try:
            yield from _read(source)
        except DependencyError:
            yield source.refuse(ENCRYPTED)
        except Exception:  # noqa: BLE001  (a damaged file may break the reader of it in any way)
            yield source.refuse("damaged PDF")


ENCRYPTED = "an encrypted PDF: give it without its password"


def _read(source: Source) -> Iterator[Page | Rejected]:
    reader = PdfReader(io.BytesIO(source.data))
    if reader.is_encrypted and not reader.decrypt(""):
        yield source.refuse(ENCRYPTED)
        return
    count, sheets = len(reader.pages), tuple(_sheets(reader))
    found = paragraphs(sheets)
    text = "\n\n".join(found)
    if sum(map(str.isalpha, text)) >= LEAST_LETTERS:
        given = Given(headline=_title(reader, found[:FIRST]))
        yield source.page("body" if source.config.body else "dump", text, given=given)
        if len(sheets) < count:
            yield source.refuse(f"PDF too long: only its first {len(sheets):,} of {count:,} pages are read")
    elif len(sheets) < count:
        yield source.refuse("PDF too large to be read: more drawing than text")
    else:
        yield source.refuse("a PDF of pictures: no text in it")


def _sheets(reader: PdfReader) -> Iterator[tuple[Line, ...]]:
    """The lines of each page, as far as the work allows; a damaged page has none."""
    meter = Meter()
    for page in islice(reader.pages, MOST_PAGES):
        try:
            meter()
            yield tuple(_lines(page, meter))
        except TooMuchWorkError:
            return
        except DependencyError:
            raise
        except Exception:  # noqa: BLE001  (one damaged page does not take the others with it)
            yield ()


def _lines(page: PageObject, meter: Meter) -> Iterator[Line]:
    found: list[tuple[str, float, float, float]] = []

    def note(text: str, outer: Any, inner: Any, _font: Any, size: Any) -> None:
        meter()
        if text:
            found.append((text, *_place(outer, inner, float(size or 0))))

    page.extract_text(visitor_operand_before=meter, visitor_text=note)
    return lines_of(found)


def _place(outer: Any, inner: Any, size: float) -> tuple[float, float, float]:
    """Where a text begins on the page, and its size there, all in points."""
    x, y = float(inner[4]), float(inner[5])
    scale = abs(float(inner[3]) or float(inner[1])) * abs(float(outer[3]) or float(outer[1]))
    return (
        x * float(outer[0]) + y * float(outer[2]) + float(outer[4]),
        x * float(outer[1]) + y * float(outer[3]) + float(outer[5]),
        size * scale,
    )


def _title(reader: PdfReader, first: Sequence[str]) -> str | None:
    """The title of the file where it stands on the page as well: many are left over from another document.

    Its author and its days are not taken: they tell who made the file and when, not who wrote and published it.
    """
    try:
        title = " ".join(str((reader.metadata and reader.metadata.title) or "").split())
    except Exception:  # noqa: BLE001  (damage in what is not needed)
        return None
    if len(title) > LONGEST_TITLE:
        return None
    lines = {tuple(_words(" ".join(first[at : at + many]))) for at in range(len(first)) for many in range(1, 4)}
    before = BEFORE_SITE.match(title)
    said = (title, before[1]) if before else (title,)
    return next((one for one in said if (words := _words(one)) and tuple(words) in lines), None)


def _words(text: str) -> list[str]:
    return WORD.findall(text.lower())
