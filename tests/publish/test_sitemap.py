from __future__ import annotations

from lxml import etree

from onrecord.publish.sitemap import robots, sitemaps

ORIGIN = "https://a.example/"
LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


def listed(data: bytes) -> list[str | None]:
    return [one.text for one in etree.fromstring(data).iter(LOC)]


def test_few_pages_are_in_one_file() -> None:
    assert [(path, listed(data)) for path, data in sitemaps([f"{ORIGIN}?a&b"], ORIGIN)] == [
        ("sitemap.xml", [f"{ORIGIN}?a&b"])
    ]
    assert [listed(data) for _, data in sitemaps([], ORIGIN)] == [[]]


def test_many_are_in_several_and_none_is_lost() -> None:
    every = [f"{ORIGIN}{n}.html" for n in range(25)]
    files = dict(sitemaps(every, ORIGIN, most=10))
    assert listed(files.pop("sitemap.xml")) == [ORIGIN + path for path in files]
    assert [one for data in files.values() for one in listed(data)] == every
    assert max(len(listed(data)) for data in files.values()) == 10


def test_no_file_is_too_large() -> None:
    files = dict(sitemaps([f"{ORIGIN}{n}.html" for n in range(25)], ORIGIN, size=400))
    assert all(len(data) <= 400 for path, data in files.items() if path != "sitemap.xml")


def test_robots_are_told_where_the_list_is() -> None:
    assert robots("") == b"User-agent: *\nAllow: /\n"
    assert robots(ORIGIN).endswith(b"Sitemap: https://a.example/sitemap.xml\n")
