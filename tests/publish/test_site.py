"""The site as files: every link leads to a file that is there, whatever the names are, and nothing is republished."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest
from lxml import etree

from onrecord.errors import UsageError
from onrecord.publish.policy import Policy
from onrecord.publish.site import PLAIN, Published, SiteOptions, origin_of, publish
from onrecord.store.opening import open_record
from tests.publish.seen_page import ATTRIBUTES, TAGS, Seen, seen
from tests.publish.small_record import TEXT, Dress, plain, small_record

ORIGIN = "https://news.example/read/"
WHOLE = SiteOptions(ORIGIN, "Belmora Observer")
OWN = SiteOptions(ORIGIN, "Belmora Observer", Policy("all"))
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
ATOM = "{http://www.w3.org/2005/Atom}"
TYPES = {
    "NewsArticle", "Claim", "ClaimReview", "Collection", "WebSite", "WebPage", "ProfilePage", "Organization", "Person",
    "PropertyValue", "DefinedTerm", "Place", "Rating", "Quotation", "CreativeWork",
}  # fmt: skip


def hostile(said: str) -> str:
    """Words that would leave their folder, their attribute, their script or their direction."""
    return f"{said}/../../<x>\"'&?#</script><script>alert(1)</script>]]>\u202e"


@dataclass(frozen=True)
class Made:
    """A site that was published."""

    folder: Path
    told: Published

    def pages(self) -> dict[Path, str]:
        return {path: path.read_text(encoding="utf-8") for path in sorted(self.folder.rglob("*.html"))}


def published(folder: Path, dress: Dress = plain, *, options: SiteOptions = WHOLE) -> Made:
    """The site of a small record."""
    if not (folder / "record.db").exists():
        small_record(folder / "record.db", dress)
    conn = open_record(folder / "record.db", readonly=True)
    told = publish(conn, folder / "site", options=options)
    conn.close()
    return Made((folder / "site").resolve(), told)


@pytest.mark.parametrize("dress", [plain, hostile], ids=["plain", "hostile"])
@pytest.mark.parametrize("options", [PLAIN, WHOLE, OWN], ids=["anywhere", "extracts", "own"])
def test_every_link_leads_to_a_place_that_is_there(tmp_path: Path, dress: Dress, options: SiteOptions) -> None:
    made = published(tmp_path, dress, options=options)
    taken = {path: seen(page) for path, page in made.pages().items()}
    for path, page in taken.items():
        for link in page.links:
            where, fragment = leads(made, path, link.get("href") or link.get("src") or "")
            if where:
                assert where.is_file(), (path, link)
                assert not fragment or fragment in taken[where].ids, (path, link)


def leads(made: Made, path: Path, address: str) -> tuple[Path | None, str]:
    """The file of the site that a link leads to, and the place in it; None for a link that leads elsewhere."""
    address, _, fragment = unescape(address).partition("#")
    if address.startswith(ORIGIN):
        return made.folder / (address.removeprefix(ORIGIN) or "index.html"), unquote(fragment)
    if address.startswith(("https://", "http://")):
        return None, ""
    root = "/read/"
    found = made.folder / address.removeprefix(root) if address.startswith(root) else (path.parent / address).resolve()
    assert found.is_relative_to(made.folder), address
    return (found if address else path), unquote(fragment)


@pytest.mark.parametrize("dress", [plain, hostile], ids=["plain", "hostile"])
def test_pages_are_inert_and_bearable(tmp_path: Path, dress: Dress) -> None:
    for path, text in published(tmp_path, dress, options=OWN).pages().items():
        page = seen(text)
        assert len(text.encode()) < 150_000
        assert page.scripts == 0
        assert "form" not in page.tags
        assert page.tags - {"meta", "script"} <= TAGS
        assert page.attributes <= ATTRIBUTES | {"http-equiv", "data-s"}
        assert "default-src 'none'" in unescape(text)
        assert len(page.data) == 1, path
        assert page.headings.count(1) == 1
        assert all(safe(link) for link in page.links)


def safe(link: dict[str, str]) -> bool:
    """Whether a link leads within the site, or outside as strangers' links may."""
    address = link.get("href") or link.get("src") or ""
    if address.startswith(ORIGIN):
        return True
    if address.startswith(("http://", "https://")):
        return link["tag"] == "link" or link["rel"] == "noopener noreferrer nofollow"
    return ":" not in address


@pytest.mark.parametrize("dress", [plain, hostile], ids=["plain", "hostile"])
def test_the_data_of_pages_are_what_readers_of_data_know(tmp_path: Path, dress: Dress) -> None:
    for path, text in published(tmp_path, dress, options=OWN).pages().items():
        (block,) = seen(text).data
        node = json.loads(block)
        assert node["@context"] == "https://schema.org"
        assert set(types_in(node)) <= TYPES, path
        assert TEXT[:60] not in block


def types_in(node: object) -> Iterator[str]:
    """Every type in some data."""
    if isinstance(node, dict):
        yield from [node["@type"]] if "@type" in node else []
        for one in node.values():
            yield from types_in(one)
    elif isinstance(node, list):
        for one in node:
            yield from types_in(one)


@pytest.mark.parametrize("dress", [plain, hostile], ids=["plain", "hostile"])
def test_files_have_names_that_every_system_takes(tmp_path: Path, dress: Dress) -> None:
    made = published(tmp_path, dress)
    names = [path.relative_to(made.folder).as_posix() for path in made.folder.rglob("*")]
    assert len({name.lower() for name in names}) == len(names)
    for name in names:
        assert re.fullmatch(r"[A-Za-z0-9_./-]+", name)
        assert len(name) < 120
        assert not re.fullmatch(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?", Path(name).name)


def test_without_a_licence_there_is_an_extract_and_no_page(tmp_path: Path) -> None:
    made = published(tmp_path)
    assert made.told.texts == 0
    assert not list(made.folder.glob("articles/*-page.html"))
    for path in made.folder.glob("articles/*.html"):
        text = seen(path.read_text(encoding="utf-8")).text
        assert "An extract: its page names no licence that allows more." in text
        assert "she told reporters" not in text
        assert "“The bridge is gone”" in text
        assert "Another story" not in text, "what stood beside it is not the site's either"


def test_with_all_bodies_there_is_the_text_and_its_page(tmp_path: Path) -> None:
    made = published(tmp_path, options=OWN)
    assert made.told.texts == 2
    assert len(list(made.folder.glob("articles/*-page.html"))) == 2
    for path in made.folder.glob("articles/????????????????????.html"):
        assert "she told reporters" in seen(path.read_text(encoding="utf-8")).text


def test_nothing_of_the_desks_work_is_in_it(tmp_path: Path) -> None:
    made = published(tmp_path, options=OWN)
    names = {path.name for path in made.folder.rglob("*")}
    assert not names & {"review.html", "log.html", "watching.html", "people.html", "sources.html", "search.html"}
    assert not {name for name in names if name.endswith(".js")}
    for page in made.pages().values():
        assert not re.search(r'href="[^"]*\b(?:review|log|sign-in|watching|people|sources|search)\b', page)


def test_a_page_says_where_it_is(tmp_path: Path) -> None:
    made = published(tmp_path)
    for path, text in made.pages().items():
        own = path.relative_to(made.folder).as_posix()
        canonical = [link["href"] for link in seen(text).links if link.get("rel") == "canonical"]
        assert canonical == ([] if own == "404.html" else [ORIGIN + ("" if own == "index.html" else own)])
        assert "Belmora Observer" in seen(text).text


def test_the_list_of_pages_and_the_feeds_are_well_made(tmp_path: Path) -> None:
    made = published(tmp_path, hostile)
    listed = [one.text or "" for one in etree.parse(made.folder / "sitemap.xml").iter(SITEMAP)]
    assert ORIGIN in listed
    assert len(set(listed)) == len(listed) > 8
    assert all((made.folder / (one.removeprefix(ORIGIN) or "index.html")).is_file() for one in listed)
    assert f"Sitemap: {ORIGIN}sitemap.xml" in (made.folder / "robots.txt").read_text(encoding="ascii")
    feeds = list(made.folder.rglob("*.atom"))
    assert {path.parent.name for path in feeds} == {"feeds", "claims", "stories", "topics"}
    for path in feeds:
        feed = etree.parse(path).getroot()
        own = feed.find(f"{ATOM}link[@rel='self']")
        assert own is not None
        assert own.get("href") == ORIGIN + path.relative_to(made.folder).as_posix()
        assert feed.findtext(f"{ATOM}author/{ATOM}name") == "Belmora Observer"
        assert feed.findtext(f"{ATOM}updated")


def test_without_an_address_there_are_no_feeds_and_no_list(tmp_path: Path) -> None:
    made = published(tmp_path, options=PLAIN)
    assert not list(made.folder.rglob("*.atom"))
    assert not (made.folder / "sitemap.xml").exists()
    assert not any("application/atom+xml" in page or "canonical" in page for page in made.pages().values())


def test_the_same_record_gives_the_same_bytes(tmp_path: Path) -> None:
    first = {path: path.read_bytes() for path in published(tmp_path).folder.rglob("*") if path.is_file()}
    for path in sorted(first, reverse=True):
        path.unlink()
    again = published(tmp_path)
    assert {path: path.read_bytes() for path in again.folder.rglob("*") if path.is_file()} == first


def test_a_second_time_nothing_is_written(tmp_path: Path) -> None:
    first = published(tmp_path)
    times = {path: path.stat().st_mtime_ns for path in first.folder.rglob("*") if path.suffix != ".sha256"}
    again = published(tmp_path)
    assert (again.told.written, again.told.removed) == (0, 0)
    assert again.told.same == first.told.written
    assert {path: path.stat().st_mtime_ns for path in times} == times


@pytest.mark.parametrize(
    "address", ["news.example", "ftp://a.example", "https://a.example/?q=1", "https://a.example/#x"]
)
def test_what_is_no_address_of_a_site_is_refused(address: str) -> None:
    with pytest.raises(UsageError, match="no address of a site"):
        origin_of(address)


def test_an_address_ends_where_the_names_of_pages_begin() -> None:
    assert origin_of("") == ""
    assert origin_of("https://a.example") == "https://a.example/"
    assert origin_of("https://a.example/news//") == "https://a.example/news/"


def test_data_are_taken_apart_as_data() -> None:
    page = Seen()
    page.feed('<script type="application/ld+json">{"a": "alert"}</script><p>shown</p><script src="/static/a.js">')
    assert page.data == ['{"a": "alert"}']
    assert page.text == "shown"
    assert page.scripts == 1
