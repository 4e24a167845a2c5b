"""The site as files: every link leads to a file that is there, whatever the names are."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from onrecord.publish.site import publish
from onrecord.store.opening import open_record
from tests.publish.seen_page import seen
from tests.publish.small_record import Dress, plain, small_record


def published(folder: Path, dress: Dress) -> dict[Path, str]:
    """{file: page} of the site of a small record."""
    small_record(folder / "record.db", dress)
    conn = open_record(folder / "record.db", readonly=True)
    times = publish(conn, folder / "site")
    conn.close()
    pages = {path: path.read_text(encoding="utf-8") for path in (folder / "site").rglob("*.html")}
    assert len(pages) == times
    return pages


@pytest.mark.parametrize("dress", [plain, lambda said: said + "/../../<x>\"'&?#"], ids=["plain", "hostile"])
def test_every_link_leads_to_a_file_and_none_out_of_the_folder(tmp_path: Path, dress: Dress) -> None:
    pages = published(tmp_path, dress)
    site = (tmp_path / "site").resolve()
    for path, page in pages.items():
        assert path.resolve().is_relative_to(site)
        for link in re.findall(r'(?:href|action)="([^"#]*)', page):
            if link and not link.startswith("https://"):
                found = (path.parent / unescape(link)).resolve()
                assert found.is_file(), (path, link)
                assert found.is_relative_to(site)


def test_there_is_no_search_and_the_policy_is_in_the_page(tmp_path: Path) -> None:
    page = published(tmp_path, plain)[tmp_path / "site" / "index.html"]
    assert "<form" not in page
    assert "default-src 'none'" in unescape(page)
    assert "In dispute now" in seen(page).text
