"""From a request to its answer: who asks, what is asked, the rows, and whether they are what the asker has already."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import AbstractContextManager, closing
from typing import Any, TypeAlias
from urllib.parse import quote, urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from onrecord.errors import RecordError, UsageError
from onrecord.model import Scope
from onrecord.publish.record_json import Json
from onrecord.store.opening import open_record
from onrecord.web.api.operations import Asked, File, NotThereError, Operation
from onrecord.web.api.problems import problem
from onrecord.web.api.schema import MAX_TEXT, refusal_of
from onrecord.web.connections import Connections
from onrecord.web.keeping import SLOT
from onrecord.web.kept import Page, page_of, sent
from onrecord.web.visitors import addresses, scoped, visitor

Endpoint: TypeAlias = Callable[[Request], Awaitable[Response]]
Answered: TypeAlias = Json | Sequence[Json] | File
JSON = "application/json"
SOON = {"retry-after": "2"}  # seconds
_WHOLE = re.compile(r"-?[0-9]{1,16}")


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
            return problem(404, error.args[0])
        except UsageError as error:
            return problem(409 if operation.takes else 400, error.args[0])
        except RecordError as error:
            return problem(503, str(error), headers=SOON)
        except sqlite3.OperationalError as error:
            if "locked" not in str(error):
                raise
            return problem(503, "the record is being written to; send it again in a moment", headers=SOON)

    return answer


async def _answer(request: Request, operation: Operation) -> Response:
    reader = scoped(request, _needed(request, operation))
    if operation.own and not reader.name:
        raise Refused(403, "what is watched belongs to somebody: sign in or send a token")
    given = _given(request, operation)
    body = await _body(request, operation) if operation.takes else {}
    if operation.method == "GET":
        found = await run_in_threadpool(_read, request, operation, given)
        return _shown(request, operation, found, given)
    found = await run_in_threadpool(_done, request, operation, given, body)
    if operation.settles:
        request.app.state.settler.soon()
    if operation.status == 204:
        return Response(status_code=204, headers={"cache-control": "no-store"})
    return JSONResponse(found, operation.status, headers={"cache-control": "no-store"})


def _needed(request: Request, operation: Operation) -> Scope:
    """The scope that is needed. Whoever signed in may direct their own, a reader too; a token only to read may not."""
    return "read" if operation.own and visitor(request).way != "token" else operation.scope


def _read(request: Request, operation: Operation, given: Mapping[str, Any]) -> Answered:
    """What the operation answers, of the record in one state."""
    with _reading(request, operation) as conn:
        return operation.answers(Asked(conn, given, visitor(request), to=addresses(request)))


def _reading(request: Request, operation: Operation) -> AbstractContextManager[sqlite3.Connection]:
    """A connection to read by; a format sees to its own snapshot."""
    if operation.files:
        return closing(open_record(request.app.state.record, readonly=True))
    connections: Connections = request.app.state.connections
    return connections.reading()


def _done(request: Request, operation: Operation, given: Mapping[str, Any], body: Mapping[str, Any]) -> Answered:
    """What became of what was sent."""
    with closing(open_record(request.app.state.record, make=False)) as conn:
        intake = request.app.state.intake
        return operation.answers(Asked(conn, given, visitor(request), body, addresses(request), intake))


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
    """What was sent, checked. How much it is at most the guard sees to."""
    assert operation.takes is not None
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
        raise Refused(415, "send application/json")
    try:
        value = json.loads(await request.body())
    except (ValueError, RecursionError) as error:
        raise Refused(400, "what was sent is no JSON") from error
    wrong = refusal_of(value, operation.takes, "what was sent")
    if wrong:
        raise Refused(422, wrong)
    checked: Mapping[str, Any] = value
    return checked


def _shown(request: Request, operation: Operation, found: Answered, given: Mapping[str, Any]) -> Response:
    """The answer to a question: a file, a page of rows with the address of the next one (RFC 8288), or one thing."""
    if isinstance(found, File):
        answer = _sent(request, page_of(found.data, type=found.type))
        answer.headers["content-disposition"] = f'attachment; filename="{found.name}"'
        return answer
    further = ""
    shape: Any = found
    if operation.paged and not isinstance(found, dict):
        shown = list(found[: given["limit"]])
        further = _further(request, operation, shown, given) if len(found) > len(shown) else ""
        shape = {"items": shown, "next": further or None}
    data = json.dumps(shape, ensure_ascii=False, allow_nan=False).encode("utf-8", "replace")
    page = page_of(data, type=JSON)
    answer = _sent(request, page)
    if further:
        answer.headers["link"] = f'<{further}>; rel="next"'
    elif slot := request.scope.get(SLOT):  # what is kept is sent without headers of its own
        slot.page = page
    return answer


def _further(request: Request, operation: Operation, shown: Sequence[Json], given: Mapping[str, Any]) -> str:
    """The address of the next page."""
    place: dict[str, str]
    if operation.cursor:
        place = {operation.cursor.name: str(shown[-1][operation.cursor.field])}
    else:
        place = {"offset": str(given["offset"] + len(shown))}
    asked = dict(request.query_params) | {"limit": str(given["limit"])} | place
    return f"{quote(request.url.path)}?{urlencode(asked)}"


def _sent(request: Request, page: Page) -> Response:
    """The answer with its tag, or 304 where the asker has it already (RFC 9110, 13.1.2)."""
    answer = sent(page, request)
    answer.headers["vary"] = "accept-encoding, authorization, cookie"
    return answer
