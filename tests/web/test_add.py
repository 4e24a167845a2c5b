"""Adding by hand: each way in, shown before anything is kept; what is hostile is bounded and told in words."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import httpx
import pytest
from starlette.types import ASGIApp

from onrecord.config import Config
from onrecord.pipeline.hand_in import keep_folder
from onrecord.store import articles, errands, rejected
from onrecord.store.opening import open_record
from onrecord.web.app import desk
from onrecord.web.intake import Intake
from tests.publish.seen_page import check
from tests.web.asking import HOST, ask
from tests.web.browsing import Browser, added
from tests.web.nowhere import NOW, Nowhere, Served

PAGE = """<!doctype html><html><head><title>Harbour shut</title>
<meta property="article:published_time" content="2026-03-02T09:00:00Z"></head><body><article><h1>Harbour shut</h1>
<p>The harbour was shut on Monday, the harbour master Ada Moreau said. She said that nobody had been hurt.</p>
<p>The ferry company denied that a ferry had struck the pier.
"No ship of ours was near," its director Ben Okafor said.</p>
<p>Divers looked at the pier all day and found a crack as long as a bus, two of them told reporters on the quay.</p>
</article></body></html>"""
WORDS = (
    "The harbour was shut on Monday, the harbour master Ada Moreau said. She said that nobody had been hurt.\n\n"
    "The ferry company denied that a ferry had struck the pier."
)
ADDRESS = "https://gull.example/harbour"


@pytest.fixture(scope="module")
def module_desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, ASGIApp]]:
    record = tmp_path_factory.mktemp("add") / "a.db"
    open_record(record).close()
    served = Served({ADDRESS: PAGE.encode()})
    app = desk(record, HOST, online=lambda conn: served)
    yield record, app
    intake_of(app).end()


@pytest.fixture
def record(module_desk: tuple[Path, ASGIApp]) -> Path:
    return module_desk[0]


@pytest.fixture
def app(module_desk: tuple[Path, ASGIApp]) -> ASGIApp:
    return module_desk[1]


def intake_of(app: ASGIApp) -> Intake:
    """What takes in pages, behind guard and door."""
    found: Intake = app.app._app.state.intake  # type: ignore[attr-defined]
    return found


def sent(app: ASGIApp, files: dict[str, tuple[str, bytes]] | None = None, **fields: str) -> httpx.Response:
    """The answer to the form, with a file or without."""
    parts = {name: (None, value) for name, value in fields.items()} | (files or {})
    request = httpx.Request("POST", f"http://{HOST}:8000/add", files=parts)
    headers = {"sec-fetch-site": "same-origin", "content-type": request.headers["content-type"]}
    return ask(app, "/add", method="POST", headers=headers, content=request.read())


def seen(app: ASGIApp, answer: httpx.Response) -> str:
    """The page of what was found."""
    assert answer.status_code == 303, answer.text
    page = ask(app, answer.headers["location"])
    assert page.status_code == 200
    assert page.headers["cache-control"] == "no-store"
    check(page.text)
    return page.text


def decided(app: ASGIApp, answer: httpx.Response, do: str) -> httpx.Response:
    """The answer to one of the buttons."""
    headers = {"sec-fetch-site": "same-origin", "content-type": "application/x-www-form-urlencoded"}
    return ask(app, answer.headers["location"], method="POST", headers=headers, content=f"do={do}".encode())


def how_many(record: Path) -> int:
    with closing(open_record(record, readonly=True)) as conn:
        return articles.counted(conn)


def test_what_is_pasted_is_shown_and_kept_only_when_its_sender_says_so(record: Path, app: ASGIApp) -> None:
    before = how_many(record)
    answer = sent(app, text=PAGE, outlet="The Gull")
    page = seen(app, answer)
    assert "Harbour shut" in page
    assert "The Gull" in page
    assert "Ada Moreau" in page
    assert "2 March 2026" in page
    assert "<mark" in page
    assert how_many(record) == before, "nothing is kept before"
    kept = decided(app, answer, "keep")
    assert kept.status_code == 303
    article = ask(app, kept.headers["location"])
    assert "Kept." in article.text
    assert "The Gull" in article.text
    assert how_many(record) == before + 1
    assert ask(app, answer.headers["location"]).status_code == 404, "held no more"
    again = sent(app, text=PAGE, outlet="The Gull")
    assert "on record already" in ask(app, decided(app, again, "keep").headers["location"]).text
    assert how_many(record) == before + 1


def test_what_is_not_wanted_leaves_no_trace(record: Path, app: ASGIApp) -> None:
    before = how_many(record)
    answer = sent(app, text=WORDS + " It was the first time since 1931.", form="text")
    assert "since 1931" in seen(app, answer)
    assert decided(app, answer, "drop").headers["location"] == "/add"
    assert how_many(record) == before
    assert decided(app, answer, "keep").status_code == 400, "it is gone"


def test_an_address_is_fetched(record: Path, app: ASGIApp) -> None:
    for fields in ({"address": ADDRESS}, {"address": ADDRESS.removeprefix("https://")}, {"text": f"  {ADDRESS}\n"}):
        assert "Harbour shut" in seen(app, sent(app, None, **fields))


@pytest.mark.parametrize(("fields", "told"), [
    ({"text": " \n "}, "nothing was pasted"),
    ({"address": ADDRESS, "text": "words"}, "one thing at a time"),
    ({"text": "words", "from": "javascript:alert(1)"}, "begins with https://"),
    ({"text": "words", "day": "tomorrow"}, "write it as 2026-03-04"),
    ({"address": "https://gull.example/none"}, "was not fetched"),
    ({"address": "http://127.0.0.1/"}, "no public address"),
    ({"address": "http://10.0.0.8/intranet"}, "no public address"),
])  # fmt: skip
def test_what_cannot_be_done_says_why_and_brings_back_what_was_typed(
    app: ASGIApp, fields: dict[str, str], told: str
) -> None:
    answer = sent(app, None, **fields)
    assert answer.status_code == 400
    assert told in answer.text
    check(answer.text)
    if "words" in fields.get("text", ""):
        assert ">words</textarea>" in answer.text


def test_a_file_loses_the_path_on_its_senders_disk(app: ASGIApp) -> None:
    page = seen(app, sent(app, {"file": ("C:\\Users\\ada\\secret\\..\\harbour.html", PAGE.encode())}))
    assert "harbour.html" in page
    assert "secret" not in page
    assert "Users" not in page


def test_what_is_no_page_is_refused_in_words(record: Path, app: ASGIApp) -> None:
    answer = sent(app, {"file": ("a.bin", bytes(range(256)) * 40)})
    page = seen(app, answer)
    assert "Nothing that can be used" in page
    assert "Could not be used" in page
    before = how_many(record)
    kept = decided(app, answer, "keep")
    assert kept.status_code == 200
    assert "Kept as refused" in kept.text
    assert how_many(record) == before
    with closing(open_record(record, readonly=True)) as conn:
        assert any(one.input == "a.bin" for one in rejected.rejected(conn))


def zipped(pages: dict[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in pages.items():
            archive.writestr(name, data)
    return held.getvalue()


def test_of_an_archive_the_first_pages_are_shown_and_the_others_counted(record: Path, app: ASGIApp) -> None:
    pages = {f"../../etc/{n}.html": PAGE.replace("Monday", f"day {n}").encode() for n in range(23)}
    page = seen(app, sent(app, {"file": ("many.zip", zipped(pages))}))
    assert "23 pages" in page
    assert page.count('<details class="one-page"') == 20
    assert "3 more are counted only" in page


def test_a_bomb_is_bounded(app: ASGIApp) -> None:
    bomb = zipped({f"{n}.html": b"<p>" + b"0" * 19_000_000 for n in range(40)})
    assert len(bomb) < 2_000_000
    page = seen(app, sent(app, {"file": ("bomb.zip", bomb)}))
    assert "unpacks to far more than a page or archive would" in page


def test_more_than_a_file_may_have_is_too_large(app: ASGIApp) -> None:
    answer = sent(app, {"file": ("a.html", b"0" * 20_000_001)})
    assert answer.status_code == 413
    assert "20 MB" in answer.text


def test_hostile_words_are_only_words(app: ASGIApp) -> None:
    nasty = PAGE.replace("Harbour shut", "<script>alert(1)</script>&lt;img src=x onerror=alert(1)&gt;")
    page = seen(app, sent(app, {"file": ("<img src=x>.html", nasty.encode())}, **{"from": ADDRESS}))
    assert "<img" not in page
    assert "alert(1)</script>" not in page


def test_two_who_paste_at_once_see_each_their_own(tmp_path: Path) -> None:
    record = tmp_path / "a.db"
    added(record, "ada", "admin")
    added(record, "ben", "editor")
    added(record, "cay", "reader")
    app = desk(record, HOST, online=lambda conn: Nowhere())
    ada, ben, cay = (Browser(app) for _ in range(3))
    for browser, name in ((ada, "ada"), (ben, "ben"), (cay, "cay")):
        browser.sign_in(name)
    of_ada = ada.post("/add", {"text": WORDS, "form": "text"}).headers["location"]
    of_ben = ben.post("/add", {"text": WORDS.replace("Ada", "Ida"), "form": "text"}).headers["location"]
    assert "Ada Moreau" in ada.get(of_ada).text
    assert "Ida Moreau" in ben.get(of_ben).text
    for browser, other in ((ben, of_ada), (ada, of_ben)):
        assert browser.get(other).status_code == 404
        assert browser.post(other, {"do": "keep"}).status_code == 400
    assert how_many(record) == 0
    for path in ("/add", "/add/work", of_ada):
        assert cay.get(path).status_code == 403
    assert cay.post("/add", {"text": WORDS}).status_code == 403
    assert cay.post("/add/sample").status_code == 403
    assert 'href="/add"' not in cay.get("/").text
    intake_of(app).end()


def test_a_form_of_another_site_adds_nothing(app: ASGIApp) -> None:
    headers = {"sec-fetch-site": "cross-site", "content-type": "application/x-www-form-urlencoded"}
    assert ask(app, "/add", method="POST", headers=headers, content=b"text=words").status_code == 403


def test_an_empty_record_offers_three_ways_to_begin(tmp_path: Path) -> None:
    record = tmp_path / "a.db"
    open_record(record).close()
    app = desk(record, HOST, online=lambda conn: Nowhere())
    page = ask(app, "/").text
    check(page)
    for words in ("Read a page", "Look at the demo newsroom", "Follow a source"):
        assert words in page
    assert 'action="/add/sample"' in page


def test_the_sample_is_read_behind_the_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "1.html").write_text(PAGE)
    monkeypatch.setattr("onrecord.web.intake.sample_pages", lambda: pages)
    record = tmp_path / "a.db"
    open_record(record).close()
    app = desk(record, HOST, online=lambda conn: Nowhere())
    headers = {"sec-fetch-site": "same-origin", "content-type": "application/x-www-form-urlencoded"}
    answer = ask(app, "/add/sample", method="POST", headers=headers)
    assert answer.headers["location"] == "/add/work"
    work = ask(app, "/add/work").text
    check(work)
    intake_of(app).errands.end()
    with closing(open_record(record, readonly=True)) as conn:
        [over] = errands.lately(conn, 5)
    assert (over.done, over.total, over.error) == (1, 1, "")
    assert how_many(record) == 1
    refused = ask(app, "/add/sample", method="POST", headers=headers)
    assert refused.status_code == 400
    assert "holds pages already" in refused.text


def test_without_the_sample_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("onrecord.web.intake", "onrecord.publish.pages.today", "onrecord.publish.pages.add"):
        monkeypatch.setattr(f"{module}.sample_pages", lambda: None)
    record = tmp_path / "a.db"
    open_record(record).close()
    app = desk(record, HOST, online=lambda conn: Nowhere())
    for path in ("/", "/add"):
        assert "not installed here" in ask(app, path).text
    headers = {"sec-fetch-site": "same-origin"}
    assert "is not here" in ask(app, "/add/sample", method="POST", headers=headers).text


def test_a_sample_that_was_cut_short_can_be_asked_for_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "1.html").write_text(PAGE)
    monkeypatch.setattr("onrecord.web.intake.sample_pages", lambda: pages)
    record = tmp_path / "a.db"
    with closing(open_record(record)) as conn:
        list(keep_folder(conn, pages, Config(), now=NOW))
        begun = errands.begin(conn, errands.Wanted("sample", "the sample newsroom", "ada", 2), now=NOW)
        errands.end(conn, begun, now=NOW, error="the desk ended")
    app = desk(record, HOST, online=lambda conn: Nowhere())
    assert 'action="/add/sample"' in ask(app, "/add").text
    answer = ask(app, "/add/sample", method="POST", headers={"sec-fetch-site": "same-origin"})
    assert answer.headers["location"] == "/add/work"
    intake_of(app).end()
    assert how_many(record) == 1
    assert 'action="/add/sample"' not in ask(app, "/add").text
