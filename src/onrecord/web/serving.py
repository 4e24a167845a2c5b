"""Serving the desk on this machine."""

from __future__ import annotations

import asyncio
from pathlib import Path

from granian.constants import Interfaces
from granian.server.embed import Server

from onrecord.web.app import desk


def serve(record: Path, host: str, port: int) -> None:
    """Serves the desk of a record until it is interrupted: one worker, nothing logged but errors.

    The embedded server of granian runs the application in this process, so that it needs no import path and is gone
    with it.
    """
    server = Server(
        desk(record, host), address=host, port=port, interface=Interfaces.ASGINL, log_enabled=False, websockets=False
    )
    asyncio.run(server.serve())
