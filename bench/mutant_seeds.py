"""One small input of every format that is read, made of a few pages of the sample newsroom."""

from __future__ import annotations

import gzip
import html
import io
import json
import re
import zipfile
from collections.abc import Iterator, Sequence
from email.message import EmailMessage
from pathlib import Path
from typing import NamedTuple

from bench.mutant_crawl import DAY, answer, crawl, record
from bench.small_pdf import pdf_of, pdf_of_streams

PAGES = 4
JSON_FEED = "https://jsonfeed.org/version/1.1"
MHTML_HEAD = (
    b'From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"; type="text/html"\r\n'
    b"\r\n--b\r\nContent-Type: text/html\r\nContent-Location: https://h.example/1\r\n\r\n"
)
MHTML_END = b"\r\n--b--\r\n"
TAG = re.compile(r"<[^<>]*>")


class Seed(NamedTuple):
    """A sound input: its format, its name, its bytes."""

    kind: str
    name: str
    data: bytes


class Story(NamedTuple):
    """What the made-up inputs say."""

    title: str
    paragraphs: tuple[str, ...]
    page: bytes


def seeds_of(folder: Path) -> tuple[Seed, ...]:
    """The seeds, made of the pages in ``folder``; the same number of each format."""
    pages = sorted(folder.glob("*.html"))[:PAGES]
    dumps = sorted(folder.glob("*.txt"))[:PAGES]
    stories = [_story(page.read_bytes()) for page in pages]
    single = [Seed("dump", dump.name, dump.read_bytes()) for dump in dumps]
    single += [seed for story in stories for seed in _of(story)]
    return (*single, *tuple(_together(stories)) * PAGES)


def wrapped(kind: str, page: bytes) -> bytes | None:
    """A sound wrapper of that format around a broken page; None where the format has none."""
    if kind == "pdf":
        return pdf_of_streams([b"BT /F 12 Tf (Rain) Tj ET " + page])
    if kind in ("warc", "warc.gz"):
        one = record("https://h.example/1", answer(page))
        return one if kind == "warc" else gzip.compress(one, mtime=0)
    if kind in ("json feed", "jsonl"):
        text = page.decode("latin-1")
        feed = {"version": JSON_FEED, "items": [{"content_html": text}]}
        return json.dumps(feed if kind == "json feed" else {"html": text}).encode()
    if kind == "zip":
        return _zip({"a.html": page})
    if kind == "gz":
        return gzip.compress(page, mtime=0)
    return MHTML_HEAD + page + MHTML_END if kind == "mhtml" else None


def _story(page: bytes) -> Story:
    text = page.decode()
    title = re.search(r"<h1[^>]*>(.*?)</h1>", text, re.S)
    lines = (html.unescape(TAG.sub("", one)).strip() for one in re.findall(r"<p[^>]*>(.*?)</p>", text, re.S))
    return Story(html.unescape(TAG.sub("", title.group(1))) if title else "News", tuple(filter(None, lines)), page)


def _of(story: Story) -> Iterator[Seed]:
    """The formats that hold one story."""
    yield Seed("html", "a.html", story.page)
    yield Seed("xhtml", "a.xhtml", _xhtml(story).encode())
    yield Seed("markdown", "a.md", _markdown(story).encode())
    yield Seed("pdf", "a.pdf", _pdf(story))
    yield Seed("eml", "a.eml", _mail(story).as_bytes())
    yield Seed("mhtml", "a.mhtml", _mhtml(story))
    yield Seed("gz", "a.html.gz", gzip.compress(story.page, mtime=0))


def _together(stories: Sequence[Story]) -> Iterator[Seed]:
    """The formats that hold several."""
    records = [record(f"https://h.example/{at}", answer(story.page)) for at, story in enumerate(stories)]
    packed = b"".join(gzip.compress(record, mtime=0) for record in records)
    yield Seed("rss", "rss.xml", _rss(stories).encode())
    yield Seed("atom", "atom.xml", _atom(stories).encode())
    yield Seed("json feed", "feed.json", json.dumps(_json_feed(stories)).encode())
    yield Seed("sitemap", "sitemap.xml", _sitemap(stories).encode())
    yield Seed("jsonl", "a.jsonl", b"".join(_row(at, story) for at, story in enumerate(stories)))
    yield Seed("warc", "a.warc", b"".join(records))
    yield Seed("warc.gz", "a.warc.gz", packed)
    yield Seed("wacz", "a.wacz", _zip({"datapackage.json": b"{}", "archive/a.warc.gz": packed}))
    crawled = b"".join(crawl([story.page for story in stories]))
    yield Seed("warc", "crawl.warc", crawled)
    yield Seed("warc.gz", "crawl.warc.gz", gzip.compress(crawled, mtime=0))
    yield Seed("zip", "a.zip", _zip({f"{at}.html": story.page for at, story in enumerate(stories)}))
    yield Seed("zip", "mixed.zip", _zip({"a.html": stories[0].page, "b/a.warc.gz": packed, "a.pdf": _pdf(stories[0])}))
    yield Seed(
        "mbox",
        "a.mbox",
        b"".join(b"From a@h.example Tue Mar 10 09:00:00 2026\n%s\n\n" % _mail(story).as_bytes() for story in stories),
    )


def _markup(story: Story) -> str:
    return "".join(f"<p>{html.escape(one, quote=False)}</p>\n" for one in story.paragraphs)


def _xhtml(story: Story) -> str:
    title = html.escape(story.title)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<html xmlns="http://www.w3.org/1999/xhtml"><head>'
        f'<title>{title}</title><script src="a.js"/></head><body><h1>{title}</h1><p><![CDATA[{DAY} & so on]]></p>\n'
        f"{_markup(story)}</body></html>"
    )


def _markdown(story: Story) -> str:
    head = f'---\ntitle: "{story.title}"\nauthor: Ida Brandt\ndate: {DAY}\n---\n\n# {story.title}\n\n'
    return head + "\n\n> ".join(story.paragraphs) + "\n\n- [one](https://h.example/1)\n- **two**\n"


def _pdf(story: Story) -> bytes:
    lines = [line for one in story.paragraphs for line in (*re.findall(r".{1,80}(?:\s|$)", one), "")]
    rows = [(line, 50.0, 760.0 - 14 * (at % 50), 11.0) for at, line in enumerate((story.title, *lines)) if line]
    return pdf_of(
        [rows[at : at + 50] for at in range(0, len(rows), 50)], title=story.title.encode("ascii", "ignore").decode()
    )


def _mail(story: Story) -> EmailMessage:
    mail = EmailMessage()
    mail["From"], mail["To"] = "Harbour Weekly <news@h.example>", "a@h.example"
    mail["Subject"], mail["Date"] = story.title, "Tue, 10 Mar 2026 09:00:00 +0100"
    mail.set_content("\n\n".join(story.paragraphs))
    mail.add_alternative(f"<html><body>{_markup(story)}</body></html>", subtype="html")
    return mail


def _mhtml(story: Story) -> bytes:
    return MHTML_HEAD + story.page + MHTML_END


def _rss(stories: Sequence[Story]) -> str:
    items = "".join(
        f"<item><title>{html.escape(one.title)}</title><link>https://h.example/{at}</link><pubDate>Tue, 10 Mar 2026 "
        f"09:00:00 +0100</pubDate><content:encoded><![CDATA[{_markup(one)}]]></content:encoded></item>"
        for at, one in enumerate(stories)
    )
    space = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    return f'<?xml version="1.0"?><rss version="2.0" {space}><channel><title>Harbour</title>{items}</channel></rss>'


def _atom(stories: Sequence[Story]) -> str:
    entries = "".join(
        f'<entry><title>{html.escape(one.title)}</title><link href="{at}"/><published>{DAY}T09:00:00Z</published>'
        f'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{_markup(one)}</div></content></entry>'
        for at, one in enumerate(stories)
    )
    return f'<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://h.example/"><title>H</title>{entries}</feed>'


def _json_feed(stories: Sequence[Story]) -> dict[str, object]:
    items = [
        {"id": at, "url": f"https://h.example/{at}", "title": one.title, "content_html": _markup(one)}
        for at, one in enumerate(stories)
    ]
    return {"version": JSON_FEED, "title": "Harbour", "items": items}


def _sitemap(stories: Sequence[Story]) -> str:
    rows = "".join(
        f"<url><loc>https://h.example/{at}</loc><news:news><news:title>{html.escape(one.title)}</news:title>"
        f"<news:publication_date>{DAY}</news:publication_date></news:news></url>"
        for at, one in enumerate(stories)
    )
    space = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
    return f'<?xml version="1.0" encoding="UTF-8"?><urlset {space}>{rows}</urlset>'


def _row(at: int, story: Story) -> bytes:
    row = {"id": at, "text": "\n\n".join(story.paragraphs)} if at % 2 else {"id": at, "html": story.page.decode()}
    return json.dumps(row).encode() + b"\n"


def _zip(files: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 3, 10, 9, 0, 0)), data)
    return buffer.getvalue()
