"""From a request to its answer: who asks, what is asked, the rows, and whether they are what the asker has already."""

from __future__ import annotations

import hashlib
import json
import re
import sqlite3
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, TypeAlias
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from onrecord.errors import RecordError, UsageError
from onrecord.model import Role
from onrecord.publish.record_json import Json
from onrecord.store.opening import open_record, snapshot
from onrecord.web.api.operations import Asked, NotThereError, Operation, Scope
from onrecord.web.api.problems import problem
from onrecord.web.api.schema import MAX_TEXT, refusal_of
from onrecord.web.visitors import visitor

Endpoint: TypeAlias = Callable[[Request], Awaitable[Response]]
ROLE_OF: Mapping[Scope, Role] = {"read": "reader", "write": "editor"}
MAX_BODY = 20_000_000
_WHOLE = re.compile(r"-?[0-9]{1,12}")


class Refused(Exception):  # noqa: N818  (an answer, not a fault)
    """The question cannot be answered as it was put."""

    def __init__(self, status: int, detail: str) -> None:
        super().__init__(detail)
        self.status = status


def endpoint(operation: Operation) -> Endpoint:
    """What answers the requests of an operation."""

    async def answer(request: Request) -> Response:
        try:
            return await _answer(request, operation)
        except Refused as refused:
            return problem(refused.status, str(refused))
        except NotThereError as error:
            return problem(404, str(error))
        except UsageError as error:
            return problem(409 if operation.takes else 400, str(error))
        except RecordError as error:
            return problem(503, str(error))

    return answer


async def _answer(request: Request, operation: Operation) -> Response:
    if not visitor(request).may(ROLE_OF[operation.scope]):
        raise Refused(403, f"this needs the scope {operation.scope}: ask an admin for a token that has it")
    given = _given(request, operation)
    body = await _body(request, operation) if operation.takes else {}
    found = await run_in_threadpool(_found, request, operation, given, body)
    if operation.paged and not isinstance(found, dict):
        return _page(request, found, given)
    status = 201 if operation.takes else 200
    return JSONResponse(found, status) if operation.takes else _fresh(request, found)


def _found(request: Request, operation: Operation, given: Mapping[str, Any], body: Mapping[str, Any]) -> Any:
    """What the operation answers: of the record in one state, or, where something is sent, of what became of it."""
    record: Path = request.app.state.record
    writes = operation.method != "GET"
    with closing(open_record(record, readonly=not writes, make=False)) as conn:
        asked = Asked(conn, given, visitor(request), body)
        if writes:
            found = operation.answers(asked)
            request.app.state.settler.soon()
            return found
        return _in_one_state(conn, operation, asked)


def _in_one_state(conn: sqlite3.Connection, operation: Operation, asked: Asked) -> Json | Sequence[Json]:
    with snapshot(conn):
        return operation.answers(asked)


def _given(request: Request, operation: Operation) -> dict[str, Any]:
    """The parameters, checked. Raises Refused for unknown ones, bad values, and those that are missing."""
    known = {one.name: one for one in operation.every_parameter}
    sent = [*request.query_params.multi_items(), *request.path_params.items()]
    found: dict[str, Any] = {}
    for name, value in sent:
        if name not in known:
            raise Refused(400, f"no parameter is called {name[:80]!r}; there are: {', '.join(known) or 'none'}")
        if name in found:
            raise Refused(400, f"{name} was given twice")
        found[name] = _value(str(value), known[name].schema, name)
    missing = [one.name for one in known.values() if one.needed and one.name not in found]
    if missing:
        raise Refused(400, f"{missing[0]} is missing")
    return {one.name: one.schema["default"] for one in known.values() if "default" in one.schema} | found


def _value(text: str, schema: Mapping[str, Any], name: str) -> Any:
    value: Any = int(text) if schema["type"] == "integer" and _WHOLE.fullmatch(text) else text
    if schema["type"] == "boolean":
        value = {"true": True, "false": False}.get(text, text)
    wrong = refusal_of(value, schema, name)
    if not wrong and isinstance(value, str) and "\x00" in value:
        wrong = f"{name} has a character in it that nothing has"
    if not wrong and "pattern" in schema and not re.fullmatch(schema["pattern"], value, re.ASCII):
        wrong = f"{name} is to be written as {schema['pattern']}"
    if wrong:
        raise Refused(400, wrong[:MAX_TEXT])
    return value


async def _body(request: Request, operation: Operation) -> Mapping[str, Any]:
    """What was sent, checked."""
    assert operation.takes is not None
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
        raise Refused(415, "send application/json")
    held = bytearray()
    async for part in request.stream():
        held += part
        if len(held) > MAX_BODY:
            raise Refused(413, f"at most {MAX_BODY:,} bytes can be sent")
    try:
        value = json.loads(held)
    except (ValueError, RecursionError) as error:
        raise Refused(400, "what was sent is no JSON") from error
    wrong = refusal_of(value, operation.takes, "what was sent")
    if wrong:
        raise Refused(422, wrong)
    checked: Mapping[str, Any] = value
    return checked


def _page(request: Request, found: Sequence[Json], given: Mapping[str, Any]) -> Response:
    """A page of rows, with the address of the next one where there is one (RFC 8288)."""
    limit, offset = given["limit"], given["offset"]
    shown = list(found[:limit])
    further = None
    if len(found) > limit:
        asked = dict(request.query_params) | {"limit": str(limit), "offset": str(offset + limit)}
        further = f"{request.url.path}?{urlencode(asked)}"
    answer = _fresh(request, {"items": shown, "next": further})
    if further:
        answer.headers["link"] = f'<{further}>; rel="next"'
    return answer


def _fresh(request: Request, found: Any) -> Response:
    """The answer, or 304 where the asker has it already."""
    data = json.dumps(found, ensure_ascii=False, allow_nan=False).encode("utf-8", "replace")
    tag = f'"{hashlib.blake2b(data, digest_size=12).hexdigest()}"'
    headers = {"etag": tag, "cache-control": "private, no-cache", "vary": "authorization, cookie"}
    held = [one.strip().removeprefix("W/") for one in request.headers.get("if-none-match", "").split(",")]
    if tag in held or "*" in held:
        return Response(status_code=304, headers=headers)
    return Response(data, media_type="application/json", headers=headers)
