"""What changes the record from the desk: a form that was sent, by somebody who may, kept; and the page to go on to."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from html import escape
from pathlib import Path
from types import MappingProxyType

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from onrecord.errors import UsageError
from onrecord.model import Reader, Role
from onrecord.publish.pages.plain import trouble_page
from onrecord.publish.rendering import seen
from onrecord.store.opening import open_record
from onrecord.web.onward import FRONT, onward
from onrecord.web.visitors import addresses, entitled

MAX_FIELDS = 400
MAX_FILES = 1
MAX_SECRET = 4_000  # characters
_NEVER = MappingProxyType({"cache-control": "no-store"})
# Where htmx puts what is wrong. Source: htmx 2, response headers.
_BESIDE = MappingProxyType({
    "HX-Retarget": "#wrong",
    "HX-Reselect": "#what-to-do",
    "HX-Reswap": "innerHTML",
    "HX-Push-Url": "false",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sent:
    """A form as it was sent, and who sent it."""

    form: FormData
    reader: Reader

    def one(self, name: str, *, longest: int = 2_000) -> str:
        """The value of a field, without the blanks around it; empty where it was not sent. UsageError if too long."""
        value = self.form.get(name, "")
        text = value.strip() if isinstance(value, str) else ""
        if len(text) > longest:
            raise UsageError(f"{name} is longer than {longest:,} characters")
        return text

    def secret(self, name: str) -> str:
        """The value of a field to the letter, its blanks too; empty where it was not sent or is far too long."""
        value = self.form.get(name, "")
        return value if isinstance(value, str) and len(value) <= MAX_SECRET else ""

    def several(self, name: str) -> Sequence[str]:
        """Every value of a field that was sent more than once."""
        return [one for one in self.form.getlist(name) if isinstance(one, str)]


Doing = Callable[[sqlite3.Connection, Sent], str | Response]


async def act(request: Request, role: Role, do: Doing) -> Response:
    """Does what a form asks for, if the visitor may do what ``role`` may, and goes on to the address that ``do`` gives.

    ``do`` gets a connection that can write and keeps in a transaction of its own. A UsageError is shown as a page
    that says what to do. ``do`` may also give an answer of its own, for what is shown once and never again.
    HTTPException 401 or 403 for whoever may not.
    """
    reader = entitled(request, role)
    async with request.form(max_fields=MAX_FIELDS, max_files=MAX_FILES) as form:
        try:
            done = await run_in_threadpool(_done, request.app.state.record, do, Sent(form, reader))
        except UsageError as error:
            return _not_done(request, error, str(form.get("back", "")))
    if isinstance(done, Response):
        return done
    return RedirectResponse(done, 303, headers={"cache-control": "no-store"})


def _not_done(request: Request, error: UsageError, back: str) -> Response:
    """What to do, where the form stands: in its page, so that nothing typed is lost, if that was asked for by htmx."""
    what = str(error.args[0]) if error.args else str(error)
    said = f"{what[:1].upper()}{what[1:]}"
    if request.headers.get("hx-request") == "true":
        told = f'<p id="what-to-do">{escape(seen(said))}</p>'
        return HTMLResponse(told.encode("utf-8", "replace"), 400, headers={**_NEVER, **_BESIDE})
    there = onward(back)
    page = trouble_page(addresses(request), "Not done", said, back=there if there != FRONT else "")
    return HTMLResponse(page.encode("utf-8", "replace"), 400, headers=_NEVER)


def _done(record: Path, do: Doing, sent: Sent) -> str | Response:
    with closing(open_record(record, make=False)) as conn:
        return do(conn, sent)
