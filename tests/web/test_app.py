"""Every page of a small record: it renders, says what it should, and holds nothing that it may not hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.types import ASGIApp

from onrecord.model import content_id
from onrecord.publish.rendering import assets
from onrecord.web.app import desk
from onrecord.web.guard import HEADERS
from tests.publish.seen_page import check, seen
from tests.publish.small_record import plain, small_record
from tests.web.asking import HOST, ask

CLAIM, STORY = content_id("claim"), content_id("story")
ONE, TWO = content_id("article", "one"), content_id("article", "two")
HOSTILE = "</p></title><script>alert(1)</script>\"'><img src=x onerror=alert(2)> {{ 7*7 }} &lt; \u202e\u2066"


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> ASGIApp:
    path = tmp_path_factory.mktemp("desk") / "record.db"
    small_record(path, plain)
    return desk(path, HOST)


def crawl(app: ASGIApp) -> Iterator[tuple[str, str]]:
    """(address, page) of every page that can be reached from the front page."""
    todo, known = ["/"], {"/"}
    while todo:
        address = todo.pop()
        answer = ask(app, address)
        assert answer.status_code == 200, address
        if not answer.headers["content-type"].startswith("text/html"):
            continue
        yield address, answer.text
        links = {unescape(one).partition("#")[0] for one in re.findall(r'href="(/[^"]*)"', answer.text)}
        todo += sorted(links - known)
        known |= links


def test_every_page_can_be_reached_and_is_sound(app: ASGIApp) -> None:
    pages = dict(crawl(app))
    assert {"/", "/stories", "/claims", "/speakers", "/sources", "/about", f"/claims/{CLAIM}"} <= set(pages)
    assert {f"/articles/{ONE}", f"/articles/{TWO}/page?show=source", "/speakers/Ana%20Kol"} <= set(pages)
    for address, page in pages.items():
        found = check(page)
        assert "main" in found.ids, address
        assert found.tags >= {"header", "nav", "main", "footer"}, address


def test_links_to_a_place_on_a_page_find_it(app: ASGIApp) -> None:
    pages = dict(crawl(app))
    places = {address: set(seen(page).ids) for address, page in pages.items()}
    for page in pages.values():
        for link in re.findall(r'href="(/[^"#]*#[^"]*)"', page):
            address, _, place = unescape(link).partition("#")
            assert place in places[address], link


def test_the_front_page_says_what_is_in_dispute(app: ASGIApp) -> None:
    text = seen(ask(app, "/").text).text
    for words in (
        "In dispute now",
        "Vessa is moving its bridge",
        "Hot this week",
        "Parties and places",
        "Figures that moved",
    ):
        assert words in text
    assert "Monday 4 May 2026" in text
    assert "Ana Kol, Minister, for Vessa" in " ".join(text.split()).replace(" ,", ",")


def test_a_claim_shows_words_lanes_figures_origins_and_gaps(app: ASGIApp) -> None:
    page = ask(app, f"/claims/{CLAIM}").text
    text = seen(page).text
    for words in (
        "contested",
        "“The bridge is gone”",
        "Tarn denies, 6 May 2026",
        "at least 40 workers",
        "about 60 to 70 workers",
        "its own engineers",
        "no words show it",
        "Outlet two: copy of Outlet one",
        "the builders",
        "No primary document has been published.",
        "also in",
    ):
        assert words in text, words
    assert 'href="#m-denies"' in page
    first = re.search(rf"/articles/{ONE}#s-[0-9a-f]+", page)
    assert first
    assert f'id="{first.group().partition("#")[2]}"' in ask(app, f"/articles/{ONE}").text


def test_an_article_marks_its_statements_and_keeps_furniture_apart(app: ASGIApp) -> None:
    page = ask(app, f"/articles/{ONE}").text
    found = check(page)
    assert page.count('<mark class="s-') == 4
    assert len([one for one in found.ids if one.startswith("s-")]) == 4
    assert len([one for one in found.ids if one.startswith("n-")]) == 4
    for words in ("Ana Kol", "named in full", "the page data says so", "at least 40 workers", "Repeated by 1 article"):
        assert words in found.text, words
    before, _, after = found.text.partition("not part of the story")
    assert "Another story" in after
    assert "Another story" not in before


def test_the_archived_page_is_words_only(app: ASGIApp) -> None:
    page = ask(app, f"/articles/{ONE}/page").text
    assert "alert(1)" not in page
    source = ask(app, f"/articles/{ONE}/page?show=source").text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in source
    check(source)


def test_claims_by_status_and_stories_by_topic(app: ASGIApp) -> None:
    contested = ask(app, "/claims?status=contested").text
    assert contested.count('<article class="entry">') == 1
    assert ask(app, "/claims?status=nonsense").text.count('<article class="entry">') == 2
    bridges = ask(app, "/stories?topic=Bridges").text
    assert bridges == ask(app, "/topics/Bridges").text.replace("/topics/Bridges", "/stories?topic=Bridges")
    assert f'href="/stories/{STORY}"' in bridges
    assert ask(app, "/stories?topic=nothing").status_code == 404


def test_a_speaker_and_a_party(app: ASGIApp) -> None:
    person = seen(ask(app, "/speakers/Ana%20Kol").text).text
    assert "Minister" in person
    assert "asserts" in person
    party = seen(ask(app, "/speakers/Tarn").text).text
    assert "from does not comment · 4 May 2026" in " ".join(party.split())
    assert "to denies · 6 May 2026" in " ".join(party.split())


@pytest.mark.parametrize(
    ("words", "found"),
    [("bridge", "Statements"), ("", "Type words"), ("zebra", "Nothing on record"), ('"*:^(', "Nothing on record")],
)
def test_search(app: ASGIApp, words: str, found: str) -> None:
    answer = ask(app, f"/search?q={quote(words)}")
    assert answer.status_code == 200
    assert found in seen(answer.text).text
    check(answer.text)


def test_a_long_question_is_cut(app: ASGIApp) -> None:
    text = seen(ask(app, f"/search?q={'a' * 900}").text).text
    assert "Only the first 200 characters" in text


NOWHERE = """/nope /claims/none /articles/none /articles/none/page /stories/none /speakers/nobody /outlets/no
/static/none.css /static/../app.py /static/%2e%2e/rendering.py /speakers/%ED%A0%80 /claims/%00"""


@pytest.mark.parametrize("address", NOWHERE.split())
def test_what_is_not_there_is_a_calm_page(app: ASGIApp, address: str) -> None:
    answer = ask(app, address)
    assert answer.status_code == 404
    assert "Not on record" in check(answer.text).text
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS


def test_no_record_is_said(tmp_path: Path) -> None:
    answer = ask(desk(tmp_path / "none.db", HOST), "/")
    assert answer.status_code == 503
    assert "onrecord add" in check(answer.text).text
    (tmp_path / "other.db").write_bytes(b"not a database at all, but long enough to be looked at" * 40)
    assert ask(desk(tmp_path / "other.db", HOST), "/").status_code == 503


def test_what_another_process_adds_is_there_at_the_next_load(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    app = desk(path, HOST)
    assert ask(app, "/").status_code == 503
    small_record(path, plain)
    assert "Vessa" in ask(app, "/").text


def test_static_files(app: ASGIApp) -> None:
    sheet = ask(app, "/static/desk.css")
    assert sheet.headers["content-type"].startswith("text/css")
    assert sheet.content == assets()["desk.css"].data
    versioned = re.search(r'href="(/static/desk\.css\?v=[0-9a-f]+)"', ask(app, "/").text)
    assert versioned
    assert "max-age=31536000" in ask(app, versioned.group(1)).headers["cache-control"]
    assert ask(app, "/static/fonts/inter-latin-wght-normal.woff2").headers["content-type"] == "font/woff2"


def hostile_pages(tmp_path: Path, words: str) -> Iterator[str]:
    path = tmp_path / f"{content_id(words)}.db"
    small_record(path, lambda said: said + words)
    app = desk(path, HOST)
    addresses = ["/", "/stories", "/claims", "/speakers", "/sources", f"/claims/{CLAIM}", f"/stories/{STORY}"]
    addresses += [f"/articles/{ONE}", f"/articles/{ONE}/page", f"/articles/{ONE}/page?show=source"]
    name = quote(f"Ana Kol{words}".encode("utf-8", "replace"))
    addresses += [f"/speakers/{name}", f"/search?q=bridge+{quote(words.encode('utf-8', 'replace'))}"]
    for address in addresses:
        answer = ask(app, address)
        assert answer.status_code in (200, 404), address
        yield answer.text


def test_hostile_words_are_only_words(tmp_path: Path) -> None:
    for page in hostile_pages(tmp_path, HOSTILE):
        found = check(page)
        assert page.count("<script") == page.count('<script src="/static/')
        assert "\u202e" not in page
        assert "{{ 7*7 }}" in found.text or "7*7" not in page


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.sampled_from("<>\"'&/=:;{}%# \u202e\ud800\x00aé") | st.characters(), min_size=1, max_size=30))
def test_any_words_are_only_words(tmp_path: Path, words: str) -> None:
    if "\ud800" <= max(words) <= "\udfff" or any("\ud800" <= one <= "\udfff" for one in words):
        words = words.encode("utf-8", "replace").decode()  # a record cannot hold them
    for page in hostile_pages(tmp_path, words):
        check(page)


@pytest.mark.parametrize("endless", [" on and on" * 300, "x" * 3_000], ids=["words", "one word"])
def test_a_headline_without_end_takes_over_its_own_page_alone(tmp_path: Path, endless: str) -> None:
    titles = re.compile("Bridge moved|The bridge|Another|Vessa is moving its bridge$")
    small_record(tmp_path / "long.db", lambda said: said + endless if titles.match(said) else said)
    app = desk(tmp_path / "long.db", HOST)
    for address, page in (*crawl(app), ("/search?q=bridge", ask(app, "/search?q=bridge").text)):
        rest = re.sub('(?s)<h1.*?</h1>|<blockquote class="cite.*?</blockquote>', "", page)
        assert endless[:200] not in rest, address
    assert endless in seen(ask(app, f"/articles/{ONE}").text).text
    assert "…" in seen(ask(app, "/").text).text


def test_a_claim_typed_into_the_search_box_shows_who_stands_where(app: ASGIApp) -> None:
    page = ask(app, f"/search?q={quote('Vessa is moving its bridge')}").text
    check(page)
    assert "Taken as a claim" in page
    turned = seen(ask(app, f"/search?q={quote('Vessa is not moving its bridge')}").text).text
    assert "the question says “not”" in turned
    assert "Taken as a claim" not in ask(app, "/search?q=bridge").text
