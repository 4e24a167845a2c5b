"""Where the API is: a route for each operation, and its description."""

from __future__ import annotations

import json

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from onrecord.web.api import asking, exporting, gathered, held, judging, names, sources, telling
from onrecord.web.api.answering import endpoint
from onrecord.web.api.description import description
from onrecord.web.api.operations import Operation
from onrecord.web.api.problems import problem
from onrecord.web.kept import page_of, sent

PREFIX = "/api/v1"
OPERATIONS: tuple[Operation, ...] = (
    *gathered.OPERATIONS,
    *held.OPERATIONS,
    *names.OPERATIONS,
    *asking.OPERATIONS,
    *telling.OPERATIONS,
    *judging.OPERATIONS,
    *exporting.OPERATIONS,
    *sources.OPERATIONS,
)


async def described(request: Request) -> Response:
    """/api/v1/openapi.json"""
    written = json.dumps(description(OPERATIONS, PREFIX), ensure_ascii=False).encode()
    return sent(page_of(written, type="application/json"), request)


async def nothing(request: Request) -> Response:
    """Whatever else is asked for below the prefix."""
    ways = sorted({one.method for one in OPERATIONS if _fits(one, request.url.path)})
    if ways:
        return problem(405, f"it can be asked by {' and '.join(ways)} only", headers={"allow": ", ".join(ways)})
    return problem(404, f"there is no such address; see {PREFIX}/openapi.json")


def _fits(operation: Operation, path: str) -> bool:
    asked, held_ = path.removeprefix(PREFIX).split("/"), operation.path.split("/")
    return len(asked) == len(held_) and all(a == b or b.startswith("{") for a, b in zip(asked, held_, strict=True))


def _reaching(path: str) -> str:
    """The path as routes have it: a name may have a slash in it, and then what follows it is asked for first."""
    return path.replace("{name}", "{name:path}")


ROUTES: tuple[BaseRoute, ...] = (
    Route(f"{PREFIX}/openapi.json", described),
    *(
        Route(f"{PREFIX}{_reaching(one.path)}", endpoint(one), methods=[one.method], name=one.name)
        for one in sorted(OPERATIONS, key=lambda one: -len(one.path))
    ),
    Route("/api/{rest:path}", nothing, methods=["GET", "POST", "DELETE", "PUT", "PATCH", "HEAD"]),
)
