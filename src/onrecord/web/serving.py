"""Serving the desk on this machine."""

from __future__ import annotations

import asyncio
import atexit
import os
import signal
import socket
import sys
from contextlib import closing
from pathlib import Path

from granian.constants import Interfaces
from granian.http import HTTP1Settings
from granian.server.embed import Server

from onrecord.errors import UsageError
from onrecord.store import touched
from onrecord.store.opening import open_record
from onrecord.web.app import desk
from onrecord.web.errands import cut_short
from onrecord.web.settler import Settler
from onrecord.web.warming import warm_up

# Whoever drips a request holds a connection until its time is up: with granian's 128 of them the desk stood still.
CONNECTIONS = 600  # at once; most systems let a process open 1,024 files
HEADER_MILLISECONDS = 5_000


def serve(record: Path, host: str, port: int, *, reached_as: str = "", open_reading: bool = False) -> None:
    """Serves the desk of a record until it is told to stop: one worker, nothing logged but errors.

    The embedded server of granian runs the application in this process, so that it needs no import path and is gone
    with it. Raises UsageError where the address is taken or is not of this machine.
    """
    _check_free(host, port)
    app = desk(record, host, reached_as=reached_as, open_reading=open_reading)
    server = Server(
        app,
        address=host,
        port=port,
        interface=Interfaces.ASGINL,
        log_enabled=False,
        websockets=False,
        backlog=CONNECTIONS,
        backpressure=CONNECTIONS,
        http1_settings=HTTP1Settings(header_read_timeout=HEADER_MILLISECONDS),
    )
    warm_up(record)
    _take_up(record)
    asyncio.run(_until_told(server))
    atexit.register(_leave)


def _take_up(record: Path) -> None:
    """Settles what an interruption left, and notes that nobody works any more at what the last desk worked at."""
    cut_short(record)
    with closing(open_record(record, readonly=True)) as conn:
        left = touched.counted(conn)
    if left:
        Settler(record).soon()


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


def _leave() -> None:
    """Ends the process at once, when everything else is done.

    A thread of the server may still be on its way back into the interpreter. Before Python 3.14 such a thread is
    killed while the interpreter is taken apart, and takes the whole process down with it (CPython issue 87135).
    """
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)
