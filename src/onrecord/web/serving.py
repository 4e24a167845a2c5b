"""Serving the desk on this machine."""

from __future__ import annotations

import asyncio
import signal
import socket
from pathlib import Path

from granian.constants import Interfaces
from granian.server.embed import Server

from onrecord.errors import UsageError
from onrecord.web.app import desk


def serve(record: Path, host: str, port: int, *, reached_as: str = "", open_reading: bool = False) -> None:
    """Serves the desk of a record until it is told to stop: one worker, nothing logged but errors.

    The embedded server of granian runs the application in this process, so that it needs no import path and is gone
    with it. Raises UsageError where the address is taken or is not of this machine.
    """
    _check_free(host, port)
    app = desk(record, host, reached_as=reached_as, open_reading=open_reading)
    server = Server(app, address=host, port=port, interface=Interfaces.ASGINL, log_enabled=False, websockets=False)
    asyncio.run(_until_told(server))


async def _until_told(server: Server) -> None:
    loop = asyncio.get_running_loop()
    for told in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(told, server.stop)
    await server.serve()


def _check_free(host: str, port: int) -> None:
    """The server itself would say nothing and wait."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            trial.bind(address)
    except OSError as error:
        raise UsageError(f"{host}:{port} cannot be listened on ({error}); choose another with --port") from error
