"""Adding by hand: an address, pasted words or a file is read, shown, and kept only when its sender says so."""

from __future__ import annotations

import sqlite3
from concurrent.futures import wait
from contextlib import closing
from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from onrecord.errors import UsageError
from onrecord.fetch.addresses import is_web
from onrecord.model import Reader, Reading
from onrecord.pipeline.offered import About, pasted, uploaded
from onrecord.publish.pages.add import FIELDS, Handed, add_page, found_page, kept_page, work_page
from onrecord.read.inputs import Piece
from onrecord.store.opening import open_record
from onrecord.web.acting import Sent, act
from onrecord.web.bodies import UPLOAD
from onrecord.web.holding import Held
from onrecord.web.intake import Intake
from onrecord.web.reading import answer
from onrecord.web.visitors import addresses, entitled

MOST_FIELDS = 12
SETTLING = 2.0  # seconds that whoever keeps something waits for it to be settled
NEVER = {"cache-control": "no-store"}
GONE = "What was read is held for an hour and then forgotten, or others have been read since. Send it again."
_LIST = 1  # more articles than this from an address: it may be a list to follow


@dataclass(frozen=True, slots=True)
class Given:
    """One thing given, in whichever way."""

    address: str = ""
    text: str = ""
    form: str = ""
    file: str = ""
    data: bytes | None = None


def add(request: Request) -> Response:
    """GET /add"""
    entitled(request, "editor")
    return answer(request, add_page)


async def read(request: Request) -> Response:
    """POST /add: address, text, file; form, outlet, from, day"""
    reader = entitled(request, "editor")
    async with request.form(max_fields=MOST_FIELDS, max_files=1, max_part_size=UPLOAD) as form:
        sent = Sent(form, reader)
        try:
            given, about = await _given(sent), _about(sent)
            id_ = await run_in_threadpool(_looked_over, request, reader, given, about)
        except UsageError as error:
            told = {name: str(form.get(name) or "") for name in FIELDS}
            return await run_in_threadpool(_again, request, error.args[0], told)
    return RedirectResponse(addresses(request).add("found", id_), 303, headers=NEVER)


def found(request: Request) -> Response:
    """GET /add/found/ID: only for whoever sent it"""
    held = _held(request)
    several = sum(isinstance(one, Reading) for one in held.found.results) + held.found.further > _LIST
    handed = Handed(
        held.id,
        held.sent.name,
        held.size,
        held.found.results,
        held.found.further,
        held.found.more,
        is_list=several and is_web(held.sent.name),
    )
    return HTMLResponse(found_page(addresses(request), handed).encode("utf-8", "replace"), headers=NEVER)


async def decide(request: Request) -> Response:
    """POST /add/found/ID: do = keep or drop"""

    def do(conn: sqlite3.Connection, sent: Sent) -> str | Response:
        intake: Intake = request.app.state.intake
        taken = intake.holding.take(sent.reader, request.path_params["id"])
        if taken is None:
            raise UsageError(GONE)
        return _kept(request, conn, *taken) if sent.one("do") == "keep" else addresses(request).add()

    return await act(request, "editor", do)


async def sample(request: Request) -> Response:
    """POST /add/sample"""

    def do(conn: sqlite3.Connection, sent: Sent) -> str:
        intake: Intake = request.app.state.intake
        intake.read_sample(conn, sent.reader.name)
        return addresses(request).add("work")

    return await act(request, "editor", do)


def work(request: Request) -> Response:
    """GET /add/work"""
    entitled(request, "editor")
    return answer(request, work_page)


async def _given(sent: Sent) -> Given:
    """What was given. Raises UsageError where that is nothing, or too much at once."""
    address, value, file = sent.one("address"), sent.form.get("text", ""), sent.form.get("file")
    text = value if isinstance(value, str) and value.strip() else ""
    if "\n" not in text.strip() and is_web(text.strip()) and not address:
        address, text = text.strip(), ""
    upload = file if isinstance(file, UploadFile) and file.filename else None
    if sum(map(bool, (address, text, upload))) > 1:
        raise UsageError("give one thing at a time: an address, or pasted text, or a file")
    if upload is not None:
        return Given(file=upload.filename or "", data=await upload.read())
    if address and not is_web(address):
        address = f"https://{address}"
    return Given(address, text, sent.one("form"))


def _about(sent: Sent) -> About:
    return About(sent.one("outlet", longest=200), sent.one("from"), sent.one("day", longest=10)).checked()


def _looked_over(request: Request, reader: Reader, given: Given, about: About) -> str:
    """Reads what was given and holds it; its id."""
    intake: Intake = request.app.state.intake
    with closing(open_record(request.app.state.record, make=False)) as conn:
        config = intake.config(conn, about)
        sent = _piece(intake, conn, given, about)
    found_in = intake.looking.look(sent, config)
    return intake.holding.put(reader, sent, found_in, config)


def _piece(intake: Intake, conn: sqlite3.Connection, given: Given, about: About) -> Piece:
    if given.address:
        return intake.fetched(conn, given.address)
    if given.data is not None:
        return uploaded(given.file, given.data, about)
    return pasted(given.text, about, form="text" if given.form == "text" else "")


def _again(request: Request, problem: str, told: dict[str, str]) -> Response:
    with closing(open_record(request.app.state.record, readonly=True)) as conn:
        page = add_page(conn, addresses(request), problem=problem, sent=told)
    return HTMLResponse(page.encode("utf-8", "replace"), 400, headers=NEVER)


def _held(request: Request) -> Held:
    """What this visitor sent. HTTPException 404 where it is not there, or not theirs."""
    intake: Intake = request.app.state.intake
    held = intake.holding.get(entitled(request, "editor"), request.path_params["id"])
    if held is None:
        raise HTTPException(404, GONE)
    return held


def _kept(request: Request, conn: sqlite3.Connection, held: Held, sent: Piece) -> str | Response:
    """Keeps it; where to go on to, or a list of what was kept."""
    intake: Intake = request.app.state.intake
    to = addresses(request)
    if not held.found.whole:
        intake.keep_behind(to.reader.name, sent, held.config)
        return to.add("work")
    kept = intake.keep(conn, sent, held.found, held.config)
    wait([request.app.state.settler.soon()], SETTLING)
    if len(kept.articles) == 1:
        return f"{to.article(kept.articles[0])}?told={'again' if kept.known else 'kept'}"
    page = kept_page(conn, to, kept.articles, len(kept.refused))
    return HTMLResponse(page.encode("utf-8", "replace"), headers=NEVER)


ROUTES = (
    Route("/add", add, methods=["GET"]),
    Route("/add", read, methods=["POST"]),
    Route("/add/work", work),
    Route("/add/sample", sample, methods=["POST"]),
    Route("/add/found/{id}", found, methods=["GET"]),
    Route("/add/found/{id}", decide, methods=["POST"]),
)
