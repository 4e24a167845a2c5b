"""Hostile requests: addresses, parameters, hosts, methods, headers and bodies that no page of the desk sends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from time import process_time
from urllib.parse import quote, urlencode

import anyio
import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.types import ASGIApp, Message

from onrecord.publish.rendering import assets
from onrecord.web.guard import HEADERS
from tests.hostile.walk import CLAIM, ONE, Attacked, attacked
from tests.publish.small_record import plain
from tests.web.asking import HOST, ask

FORM = {"origin": f"http://{HOST}:8000", "content-type": "application/x-www-form-urlencoded"}
ABROAD = (
    "//evil.example",
    "///evil.example",
    "////evil.example/%2e%2e",
    "/\\evil.example",
    "\\/evil.example",
    "\\\\evil.example",
    "/%2f%2fevil.example",
    "/%5cevil.example",
    "%2f%2fevil.example",
    "/%252f%252fevil.example",
    "https:/evil.example",
    "https:evil.example",
    "https:///evil.example",
    "http:\\\\evil.example",
    "javascript:alert(1)",
    "java\tscript:alert(1)",
    "data:text/html,x",
    "/\t/evil.example",
    "/\n/evil.example",
    "/\r\nLocation: //evil.example",
    "/\x00/evil.example",
    " //evil.example",
    "\u3000//evil.example",
    "/\u2044/evil.example",
    "\uff0f\uff0fevil.example",
    "//evil%E3%80%82example",
    "/.//evil.example",
    "/..//evil.example",
    "/@evil.example",
    ".evil.example",
    "@evil.example",
    "?x=//evil.example",
)
SYNTAX = (
    "' OR '1'='1",
    "1; DROP TABLE articles;--",
    '" UNION SELECT phrase FROM people--',
    "1) OR SLEEP(5)--",
    "'||(SELECT hex(randomblob(100000000)))||'",
    "NEAR(a b, 99999)",
    "headline:x AND text:y NOT z",
    '"unclosed phrase',
    "a* OR ^b {c d}: +e -f",
    "*" * 150,
    '"' * 151,
    "(" * 150,
    "%_%_%",
    "[a-z]*(a+)+$",
    "../../../../etc/passwd",
    "..%2f..%2f",
    "%00",
    "\x00",
    "\ufffd\ud7ff\uffff",
    "\u202e\u2066",
    "9" * 300,
    "-1",
    "1e309",
    "NaN",
    "0x7fffffffffffffff",
    "9223372036854775808",
    "{{7*7}}",
    "0000-00-00",
    "9999-99-99",
    "true",
    "a" * 1_500,
    "\u0627\u0644" * 90,
    "a\u0301" * 100,
)
ASKED = {
    "/search": ("q", "speaker", "party", "stance", "outlet", "since", "until", "kind", "order", "page"),
    "/claims": ("status", "order", "page"),
    "/stories": ("topic", "page", "order"),
    "/speakers": ("kind", "order", "name", "page"),
    "/log": ("by", "kind", "day", "standing", "claim", "statement", "article", "before", "done"),
    f"/articles/{ONE}": ("part", "statement"),
    f"/articles/{ONE}/page": ("statement", "show", "page"),
    f"/articles/{ONE}/versions": ("from", "to", "page"),
    f"/claims/{CLAIM}": ("page", "done", "x"),
    f"/review/claims/{CLAIM}": ("q", "page"),
    f"/review/articles/{ONE}": ("q",),
    "/watching": ("before", "done"),
    "/sources/refused": ("page", "stage", "reason"),
    "/api/v1/claims": ("status", "story", "order", "limit", "offset"),
    "/api/v1/search": ("q", "order", "limit", "offset"),
    "/api/v1/positions": ("claim",),
    "/api/v1/judgements": ("by", "kind"),
    "/feeds/search.atom": ("q",),
    "/static/desk.css": ("v",),
    "/welcome": ("key",),
    "/people": ("said",),
}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Attacked:
    return attacked(tmp_path_factory.mktemp("requests") / "record.db", plain)


@pytest.fixture(scope="module")
def changing(tmp_path_factory: pytest.TempPathFactory) -> Attacked:
    """A desk whose record is settled anew by what is sent to it."""
    return attacked(tmp_path_factory.mktemp("changing") / "record.db", plain)


class Raw:
    """An answer to a request put together by hand."""

    def __init__(self, sent: Sequence[Message]) -> None:
        self.status: int = sent[0]["status"]
        self.headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in sent[0]["headers"]}
        self.text = b"".join(one.get("body", b"") for one in sent[1:]).decode("utf-8", "replace")


def raw(
    app: ASGIApp, path: str, *, method: str = "GET", query: bytes = b"", headers: dict[str, str] | None = None
) -> Raw:
    """The answer to a path as a server hands it on, which no client here has made tidy."""
    told = {"host": f"{HOST}:8000", **(headers or {})}
    scope = {
        "type": "http",
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": path,
        "raw_path": path.encode("utf-8", "replace"),
        "query_string": query,
        "root_path": "",
        "headers": [(name.encode(), value.encode("latin-1")) for name, value in told.items()],
        "client": ("127.0.0.1", 1),
        "server": (HOST, 8000),
    }
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    anyio.run(app, scope, receive, send)
    return Raw(sent)


@pytest.mark.parametrize("abroad", ABROAD)
def test_nothing_leads_to_another_site(desk: Attacked, abroad: str) -> None:
    address = abroad.encode("utf-8", "replace")
    for path in (abroad, f"/claims/{abroad}", f"/sources/{abroad}", f"/topics/{abroad}", f"/speakers/{abroad}"):
        _leads_nowhere(raw(desk.app, path if path.startswith("/") else f"/{path}"))
    for query in (b"next=", b"back=", b"done=1&back=", b"from=", b"to="):
        for path in ("/sign-in", "/claims", "/review", f"/review/claims/{CLAIM}", "/watching"):
            _leads_nowhere(raw(desk.app, path, query=query + address.replace(b"&", b"%26")))


@pytest.mark.parametrize("abroad", ABROAD)
def test_no_form_goes_on_to_another_site(changing: Attacked, abroad: str) -> None:
    for path, fields in (
        ("/watch", {"kind": "search", "key": "bridge", "label": "x"}),
        ("/unwatch", {"kind": "search", "key": "nothing"}),
        ("/review/skip", {"ask": "x"}),
        ("/review/give/note", {"article": ONE, "text": f"x {abroad!r}"}),
    ):
        answer = _sent(changing.app, path, {**fields, "back": abroad, "next": abroad})
        assert answer.status_code == 303, (path, answer.text[-300:])
        assert re.match(r"/(?![/\\])[!-~]*$", answer.headers["location"]), (path, answer.headers["location"])


def _sent(app: ASGIApp, path: str, fields: dict[str, str]) -> httpx.Response:
    body = urlencode({name: value.encode("utf-8", "replace") for name, value in fields.items()}).encode()
    return ask(app, path, method="POST", headers=FORM, content=body)


def _leads_nowhere(answer: Raw) -> None:
    assert answer.status in (200, 303, 307, 308, 400, 404, 414), answer.status
    location = answer.headers.get("location", "/").removeprefix(f"http://{HOST}:8000")
    assert re.match(r"/(?![/\\])[!-~]*$", location), location
    for name, value in re.findall(r'\b(href|action|src|formaction)="([^"]*)"', answer.text):
        assert not re.match(r"\s*(//|/\\|\\|[a-z]+script:|data:)", value.replace("&#10;", "\n"), re.IGNORECASE), (
            name,
            value,
        )


@pytest.mark.parametrize("address", list(ASKED))
def test_what_is_asked_is_words_whatever_it_is(desk: Attacked, address: str) -> None:
    began = process_time()
    for name in ASKED[address]:
        for words in SYNTAX:
            answer = ask(desk.app, f"{address}?{name}={quote(words[:600].encode('utf-8', 'replace'), safe='')}")
            assert answer.status_code in (200, 303, 304, 400, 404, 414), (name, words, answer.text[:200])
            assert "Traceback" not in answer.text
    assert process_time() - began < 60.0
    assert ask(desk.app, "/api/v1/counts").json()["articles"] == 2


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60), st.text(max_size=30), st.binary(max_size=60))
def test_any_address_is_answered_calmly(desk: Attacked, path: str, host: str, query: bytes) -> None:
    path = path.encode("utf-8", "replace").decode()
    for at in (f"/{path}", f"/claims/{path}", f"/speakers/{path}", f"/feeds/parties/{path}.atom", f"/api/v1/{path}"):
        answer = raw(desk.app, at, query=query)
        assert answer.status in (200, 303, 307, 308, 400, 404, 405, 414), at
        assert {name: answer.headers[name] for name in HEADERS} == HEADERS
        _leads_nowhere(answer)
    host = host.encode("latin-1", "replace").decode("latin-1")
    assert raw(desk.app, "/about", headers={"host": host}).status in (200, 421)


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1@evil.example", "127.0.0.1:8000@evil.example", "", "evil"])
def test_no_host_but_ours_stands_in_anything(desk: Attacked, host: str) -> None:
    for path in ("/feeds/today.atom", f"/claims/{CLAIM}", f"/claims/{CLAIM}.markdown", "/people"):
        for headers in ({"host": host}, {"x-forwarded-host": host}, {"forwarded": f"host={host}"}):
            assert "evil" not in raw(desk.app, path, headers=headers).text


@pytest.mark.parametrize(
    "method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "get", "HEAD ", "PROPFIND", "\u017f"]
)
def test_another_verb_opens_nothing(desk: Attacked, method: str) -> None:
    for path in ("/", "/people", "/watch", "/api/v1/claims", "/static/desk.css"):
        assert raw(desk.app, path, method=method).status == 405


def test_a_head_is_the_page_without_its_body(desk: Attacked) -> None:
    for address in desk.every():
        got, head = ask(desk.app, address), ask(desk.app, address, method="HEAD")
        assert (head.status_code, head.content) == (got.status_code, b""), address
        assert head.headers.get("content-type") == got.headers.get("content-type"), address


TRAVERSAL = """../app.py
..%2fapp.py %2e%2e/app.py ....//app.py ..\\app.py /etc/passwd //etc/passwd css/../../rendering.py
desk.css/../../../x fonts/../../templates/desk.html desk.css%00.png file:///etc/passwd \u2025/app.py"""


@pytest.mark.parametrize("name", TRAVERSAL.split())
def test_no_file_but_ours_is_sent(desk: Attacked, name: str) -> None:
    for path in (
        f"/static/{name}",
        f"/static//{name}",
        f"/claims/{name}",
        f"/articles/{name}/bytes",
        f"/feeds/watches/{name}.atom",
    ):
        answer = raw(desk.app, path)
        assert answer.status in (404, 308), path
        assert "root:" not in answer.text
    assert "desk.css" in assets()


@pytest.mark.parametrize("kind", ["claims", "stories", "articles"])
@pytest.mark.parametrize("format_", ["jsonl", "../csv", "csv.zip", "__init__", "csv\x00", "CSV", "parquet", "os", ""])
def test_no_format_but_those_offered(desk: Attacked, kind: str, format_: str) -> None:
    assert raw(desk.app, f"/{kind}/{CLAIM}.{format_}").status == 404


BODIES = {
    "fields": (FORM, b"a=1&" * 450, 400),
    "one field": (FORM, b"a=" + b"1" * 999_000, 303),
    "too large": (FORM, b"a=" + b"1" * 1_000_100, 413),
    "no fields": (FORM, b"&" * 900_000, 303),
    "percent": (FORM, b"%" * 900_000, 303),
    "parts": ({**FORM, "content-type": "multipart/form-data; boundary=x"}, b"--x\r\n" * 100_000, 400),
    "files": (
        {**FORM, "content-type": "multipart/form-data; boundary=x"},
        b'--x\r\nContent-Disposition: form-data; name="f"; filename="../../x"\r\n\r\nx\r\n' * 50 + b"--x--\r\n",
        400,
    ),
    "header": (
        {**FORM, "content-type": "multipart/form-data; boundary=x"},
        b"--x\r\n" + b"A: b\r\n" * 100_000 + b"\r\nx\r\n--x--\r\n",
        400,
    ),
    "boundary": ({**FORM, "content-type": "multipart/form-data; boundary=" + "x" * 20_000}, b"--x\r\n", 400),
}


@pytest.mark.parametrize("kind", list(BODIES))
def test_bodies_without_end_are_refused_soon(desk: Attacked, kind: str) -> None:
    headers, body, expected = BODIES[kind]
    began = process_time()
    answer = ask(desk.app, "/unwatch", method="POST", headers=headers, content=body)
    assert answer.status_code in (expected, 303 if expected == 303 else 400, expected), answer.text[-300:]
    assert process_time() - began < 8.0


@pytest.mark.parametrize(
    "body",
    [b"[" * 400_000, b'{"a":' * 150_000, b"9" * 900_000, b'{"kind":"note","text":"' + b"\\u0000" * 300 + b'"}',
     b"\xff\xfe",
     b'{"kind":"note","claim":"x","seen":1e400}', b'{"kind":["note"]}', b'{"kind":"note","kind":"undo"}', b"NaN", b""],
)  # fmt: skip
def test_json_without_sense_is_a_problem(desk: Attacked, body: bytes) -> None:
    headers = {"origin": f"http://{HOST}:8000", "content-type": "application/json"}
    answer = ask(desk.app, "/api/v1/judgements", method="POST", headers=headers, content=body)
    assert answer.status_code in (400, 404, 409, 422)
    assert answer.headers["content-type"] == "application/problem+json"


def test_archived_bytes_are_never_a_page_of_ours(tmp_path: Path) -> None:
    held = attacked(tmp_path / "r.db", lambda said: said + "<script>alert(1)</script>")
    answer = ask(held.app, f"/articles/{ONE}/bytes")
    assert b"<script>" in answer.content
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"].startswith("attachment; ")
    policies = answer.headers.get_list("content-security-policy")
    assert "sandbox; default-src 'none'" in policies
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cross-origin-resource-policy"] == "same-origin"
