from __future__ import annotations

import random

import pytest

from onrecord.config import Config
from onrecord.model import Page, Rejected
from onrecord.read import read_bytes

NOISE = random.Random(7).randbytes(60_000)
MARKUP = b"<!DOCTYPE html><html><body><p>Rain fell.</p><p>It was cold.</p>"
PAGE = "<!DOCTYPE html><html><head><title>T</title></head><body><p>{}</p></body></html>"
WORDS = {
    "cp1252": "Die Br\u00fccke \u00fcber den Fluss wurde gesperrt. \u201eNein\u201c, sagte er. ",
    "cp1251": "\u041c\u043e\u0441\u0442 \u0437\u0430\u043a\u0440\u044b\u0442. ",
    "koi8-r": "\u041c\u043e\u0441\u0442 \u0437\u0430\u043a\u0440\u044b\u0442. ",
    "shift_jis": "\u6a4b\u306f\u9589\u9396\u3055\u308c\u307e\u3057\u305f\u3002",
    "iso2022_jp": "\u6a4b\u306f\u9589\u9396\u3055\u308c\u307e\u3057\u305f\u3002",
    "iso2022_kr": "\ub2e4\ub9ac\uac00 \ud3d0\uc1c4\ub418\uc5c8\ub2e4. ",
    "big5": "\u6a4b\u5df2\u95dc\u9589\u3002",
    "gb18030": "\u6865\u5df2\u5173\u95ed\u3002",
    "utf-16": "\u041c\u043e\u0441\u0442 \u0437\u0430\u043a\u0440\u044b\u0442. ",
    "utf-16-le": "\u041c\u043e\u0441\u0442 \u0437\u0430\u043a\u0440\u044b\u0442. ",
    "utf-16-be": "\u041c\u043e\u0441\u0442 \u0437\u0430\u043a\u0440\u044b\u0442. ",
    "utf-32": "The bridge was closed. ",
}


def one(name: str, data: bytes) -> Page | Rejected:
    (result,) = read_bytes(name, data, Config())
    return result


@pytest.mark.parametrize("name", ["r.html", "r.txt", "r.xml", "r.json", "r"])
@pytest.mark.parametrize("data", [NOISE, b"<p" + NOISE, MARKUP + NOISE, NOISE[:3000] + MARKUP * 9 + NOISE])
def test_noise_is_refused_whatever_it_is_called(name: str, data: bytes) -> None:
    result = one(name, data)
    assert isinstance(result, Rejected)
    assert "binary" in result.reason


@pytest.mark.parametrize("encoding", WORDS)
@pytest.mark.parametrize("declared", ["", '<meta charset="utf-8">'])
def test_a_page_in_any_encoding_is_read(encoding: str, declared: str) -> None:
    page = one("a.html", PAGE.format(declared + WORDS[encoding] * 200).encode(encoding))
    assert isinstance(page, Page)
    assert page.form == "html"


def test_a_page_with_some_damage_is_read() -> None:
    damaged = bytearray(PAGE.format(WORDS["cp1252"] * 50).encode("cp1252"))
    damaged[200::40] = b"\x01" * len(damaged[200::40])
    assert isinstance(one("a.html", bytes(damaged)), Page)


@pytest.mark.parametrize("magic", [b"\x28\xb5\x2f\xfd", b"\x5d\x2a\x4d\x18"])
def test_a_crawl_packed_with_zstd_is_refused_by_its_name(magic: bytes) -> None:
    for rest in (NOISE, b"\x00" * 400, b"WARC/1.0\r\n" * 40):
        result = one("crawl.warc.zst", magic + rest)
        assert isinstance(result, Rejected)
        assert result.reason == "zstd archive: not read"
