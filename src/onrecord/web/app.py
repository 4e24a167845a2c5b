"""The application: its routes, listed by hand, and its troubles."""

from __future__ import annotations

import getpass
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.types import ASGIApp

from onrecord.errors import RecordError
from onrecord.model import Reader
from onrecord.publish.addresses import Addresses
from onrecord.publish.rendering import edition
from onrecord.web import (
    about,
    add,
    articles,
    claims,
    feeds,
    following,
    me,
    outlets,
    people,
    review,
    reviewing,
    search,
    sign_in,
    sources,
    speakers,
    static,
    stories,
    takeaway,
    today,
    watches,
)
from onrecord.web.api import routes as api
from onrecord.web.connections import Connections, Watch
from onrecord.web.door import Door
from onrecord.web.entrance import Entrance
from onrecord.web.guard import Guard
from onrecord.web.intake import Intake, Online, of_the_web
from onrecord.web.keeping import Keeping
from onrecord.web.proving import Proving
from onrecord.web.settler import Settler
from onrecord.web.troubles import refused, unusable

# Each room lists its own; the first route that fits answers.
ROUTES = (
    *takeaway.ROUTES,  # before the pages, whose ids would take a format for a part of theirs
    *today.ROUTES,
    *stories.ROUTES,
    *articles.ROUTES,
    *claims.ROUTES,
    *speakers.ROUTES,
    *sources.ROUTES,
    *add.ROUTES,
    *following.ROUTES,
    *outlets.ROUTES,
    *search.ROUTES,
    *watches.ROUTES,
    *feeds.ROUTES,
    *about.ROUTES,
    *review.ROUTES,
    *reviewing.ROUTES,
    *api.ROUTES,
    *sign_in.ROUTES,
    *me.ROUTES,
    *people.ROUTES,
    *static.ROUTES,
)

# Where files are taken, up to 20 MB; everywhere else 1 MB can be sent.
UPLOADS = ("/add", "/api/v1/pages")


def desk(
    record: Path, host: str, *, reached_as: str = "", open_reading: bool = False, online: Online = of_the_web
) -> ASGIApp:
    """The desk of a record, answering only under ``host`` (and, on a loopback address, under localhost).

    ``reached_as``: scheme and host that people type where a proxy stands in front. ``open_reading``: whether whoever
    did not sign in may read, once people were added. ``online``: what fetches the addresses that people give.
    """
    to, entrance = Addresses(edition()), Entrance(host, reached_as, open_reading)
    app = Starlette(
        routes=list(ROUTES),
        middleware=[Middleware(Keeping, Watch(record))],
        exception_handlers={HTTPException: refused, RecordError: unusable, Exception: refused},
    )
    app.state.record = record
    app.state.connections = Connections(record)
    app.state.entrance = entrance
    app.state.proving = Proving()
    app.state.settler = Settler(record)
    app.state.intake = Intake(record, app.state.settler, online=online)
    app.state.hook_secrets = {}  # by ticket: watches whose new secret is to be shown once
    app.state.to = to
    return Guard(Door(app, record, entrance, _at_this_machine()), entrance, to, UPLOADS)


def _at_this_machine() -> Reader:
    try:
        return Reader(getpass.getuser(), "admin", "machine")
    except (OSError, KeyError):  # no name is known of whoever runs this
        return Reader("desk", "admin", "machine")
