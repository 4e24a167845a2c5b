"""What goes wrong, as application/problem+json (RFC 9457)."""

from __future__ import annotations

from http import HTTPStatus

from starlette.responses import JSONResponse

TYPE = "application/problem+json"


def problem(status: int, detail: str, *, headers: dict[str, str] | None = None) -> JSONResponse:
    """The answer that says what went wrong and, in ``detail``, what to do."""
    title = HTTPStatus(status).phrase
    shape = {"type": "about:blank", "title": title, "status": status, "detail": detail}
    return JSONResponse(shape, status, headers={"cache-control": "no-store", **(headers or {})}, media_type=TYPE)
