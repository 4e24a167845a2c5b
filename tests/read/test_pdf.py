from __future__ import annotations

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.small_pdf import Row, pdf_of, pdf_of_streams
from onrecord.config import Config
from onrecord.model import Page, Rejected
from onrecord.read import pdf
from onrecord.read.source import Source

LEFT, RIGHT = 50.0, 320.0
RAIN = b"BT /F 12 Tf (Rain fell on the harbour all night long.) Tj ET\n"


def sheet(number: int, rows: list[Row]) -> list[Row]:
    header: Row = ("PORT OFFICE \u2013 PRESS RELEASE 14/2026", LEFT, 780, 9)
    return [header, *rows, (f"Page {number} of 2", 280, 20, 9)]


DOCUMENT = pdf_of(
    [
        sheet(
            1,
            [
                ("Harbour bridge to reopen in April", LEFT, 720, 20),
                ("after repairs", LEFT, 696, 20),
                ("The harbour bridge will reopen on 4 April, the port ad-", LEFT, 660, 11),
                ("ministration said. The administration had closed it in a long-", LEFT, 647, 11),
                ("running row over its bearings, which has been long-running.", LEFT, 634, 11),
                ("\u201cForty-two were replaced,\u201d said Mira Hollis, who is in charge of", LEFT, 608, 11),
                ("roads and bridges.", LEFT, 595, 11),
                ("What happens next", LEFT, 560, 14),
                ("\u2022 Cranes leave on Monday.", LEFT, 540, 11),
                ("\u2022 Buses return on Friday and run as they did before the bridge", LEFT, 527, 11),
                ("was closed.", LEFT, 514, 11),
                ("The first column ends in the middle of a sentence that goes on", LEFT, 488, 11),
                ("at the top of the second one.", RIGHT, 660, 11),
                ("And this paragraph runs over to the next page, where it is the", RIGHT, 634, 11),
            ],
        ),
        sheet(2, [("first thing to be read.", LEFT, 720, 11), ("Then it ends with its last words.", LEFT, 694, 11)]),
    ],
    title="Harbour Bridge to Reopen in April after Repairs",
)
PARAGRAPHS = """Harbour bridge to reopen in April after repairs
The harbour bridge will reopen on 4 April, the port administration said. The administration had closed it in a long-running row over its bearings, which has been long-running.
\u201cForty-two were replaced,\u201d said Mira Hollis, who is in charge of roads and bridges.
What happens next
\u2022 Cranes leave on Monday.
\u2022 Buses return on Friday and run as they did before the bridge was closed.
The first column ends in the middle of a sentence that goes on at the top of the second one.
And this paragraph runs over to the next page, where it is the first thing to be read.
Then it ends with its last words."""  # noqa: E501


def read(data: bytes, config: Config | None = None) -> list[Page | Rejected]:
    return list(pdf.read(Source("r.pdf", data, config or Config())))


def reason(data: bytes) -> str:
    (result,) = read(data)
    assert isinstance(result, Rejected)
    return result.reason


def test_a_press_release() -> None:
    (page,) = read(DOCUMENT)
    assert isinstance(page, Page)
    assert page.form == "dump"
    assert page.content.split("\n\n") == PARAGRAPHS.split("\n")
    assert page.given.headline == "Harbour Bridge to Reopen in April after Repairs"
    assert page.given.published is None


def test_a_title_that_is_not_on_the_page_is_left_over() -> None:
    (page,) = read(pdf_of_streams([RAIN], title="Microsoft Word - minutes.doc"))
    assert isinstance(page, Page)
    assert page.given.headline is None


@pytest.mark.parametrize(("title", "headline"), [
    ("Harbour bridge: to reopen in April after repairs | The Post", "Harbour bridge: to reopen in April after repairs"),
    ("The harbour bridge - The Post", None),
    ("Harbour bridge to reopen" + " in April" * 60, None),
])  # fmt: skip
def test_a_headline_over_two_lines_that_a_browser_printed(title: str, headline: str | None) -> None:
    heading = [("Harbour bridge to reopen", LEFT, 700, 20), ("in April after repairs", LEFT, 640, 20)]
    rows: list[Row] = [("Menu", LEFT, 740, 11), *heading, ("Rain fell on the harbour bridge.", LEFT, 600, 11)]
    (page,) = read(pdf_of([sheet(1, rows)], title=title))
    assert isinstance(page, Page)
    assert page.given.headline == headline


def test_body_is_text_too() -> None:
    (page,) = read(DOCUMENT, Config(body=True))
    assert isinstance(page, Page)
    assert page.form == "body"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (pdf_of_streams([b"0 0 100 100 re f"]), "a PDF of pictures: no text in it"),
        (pdf_of_streams([]), "a PDF of pictures: no text in it"),
        (pdf_of_streams([RAIN], trailer=b"/Encrypt<</Filter/Standard/V 1/R 2/O(x)/U(y)/P -4>>"), "encrypted"),
        (b"%PDF-1.7 ...", "damaged PDF"),
    ],
)
def test_refusals(data: bytes, said: str) -> None:
    assert said in reason(data)


def test_a_damaged_page_leaves_the_others() -> None:
    (page,) = read(pdf_of_streams([b"/F 12 Tf ( [", RAIN]))
    assert isinstance(page, Page)
    assert page.content == "Rain fell on the harbour all night long."


def form(inside: bytes, next_one: int) -> bytes:
    resources = b"<</XObject<</X %d 0 R>>>>" % next_one
    return b"<</Type/XObject/Subtype/Form/Resources%s/Length %d>>stream\n%s\nendstream" % (
        resources,
        len(inside),
        inside,
    )


HOSTILE = {
    "many operators": pdf_of_streams([RAIN * 30_000]),
    "one long stream": pdf_of_streams([b" " * 30_000_000]),
    "nested arrays": pdf_of_streams([b"[" * 2_000_000]),
    "nested dictionaries": pdf_of_streams([b"<<" * 1_000_000]),
    "open string": pdf_of_streams([b"(" * 3_000_000]),
    "one long string": pdf_of_streams([b"BT /F 12 Tf (" + b"a " * 2_000_000 + b") Tj ET"]),
    "forms in forms": pdf_of_streams(
        [b"/X Do"], more=(*(form(b"/X Do " * 3, 6 + at) for at in range(25)), form(b"", 5))
    ),
    "saved states": pdf_of_streams([b"q " * 300_000 + RAIN]),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_end_soon(name: str) -> None:
    started = time.process_time()
    for result in read(HOSTILE[name]):
        assert isinstance(result, Page) or result.reason
    assert time.process_time() - started < 5


def test_long_documents_end_with_a_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MOST_PAGES", 3)
    page, rest = read(pdf_of_streams([RAIN.replace(b"all", b"n" * at) for at in range(5)]))
    assert isinstance(page, Page)
    assert isinstance(rest, Rejected)
    assert rest.reason == "PDF too long: only its first 3 of 5 pages are read"


@settings(max_examples=60)
@given(st.integers(0, 10_000))
def test_broken_files_give_pages_or_reasons(seed: int) -> None:
    chance = random.Random(seed)
    damaged = bytearray(DOCUMENT)
    for _ in range(chance.choice((1, 10, 100))):
        damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
    for result in read(bytes(damaged[: chance.choice((len(damaged), chance.randrange(len(damaged))))])):
        assert isinstance(result, Page) or result.reason
