"""serve and mcp."""

from __future__ import annotations

import argparse
import sys
from contextlib import closing

from onrecord.cli.screen import complain, line
from onrecord.store import people
from onrecord.store.opening import open_record
from onrecord.web.entrance import Entrance
from onrecord.web.mcp import answers
from onrecord.web.serving import serve as serve_desk


def serve(arguments: argparse.Namespace) -> int:
    """The desk."""
    entrance = Entrance(arguments.host, arguments.reached_as, arguments.open_reading)
    if not arguments.record.exists():
        complain(f"{arguments.record} was not there: a record is made, with nothing in it yet")
    with closing(open_record(arguments.record)) as conn:
        told = told_first(entrance, people=people.anybody(conn))
    if told:
        complain(told)
    for one in greeting(f"http://{arguments.host}:{arguments.port}"):
        line(one)
    sys.stdout.flush()
    reached_as, open_reading = entrance.reached_as, entrance.open_reading
    serve_desk(arguments.record, entrance.host, arguments.port, reached_as=reached_as, open_reading=open_reading)
    return 0


def greeting(address: str) -> list[str]:
    """Where the desk is, and where one adds to it."""
    return [f"the desk: {address} (Ctrl-C ends it)", f"to read a page into it: {address}/add"]


def told_first(entrance: Entrance, *, people: bool) -> str:
    """What whoever starts a desk that others reach has to know; empty where there is nothing."""
    if entrance.local:
        return ""
    if not people:
        return (
            "other machines reach this desk and nobody was added to it, so everybody only reads; to let people in: "
            "onrecord user add NAME --role admin"
        )
    if not entrance.https:
        return "pass phrases travel in the open: put a proxy with https in front and say --reached-as https://NAME"
    return ""


def mcp(arguments: argparse.Namespace) -> int:
    """The record for assistants, over standard input and output."""
    for answer in answers(sys.stdin.buffer, arguments.record):
        sys.stdout.buffer.write(answer)
        sys.stdout.buffer.flush()
    return 0
