"""publish: its arguments."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

from onrecord.cli.parsing import Commands, command, example, json_lines, record, some
from onrecord.publish.policy import Bodies

BODIES = "texts shown: none, those whose licence allows it (licensed, the default), or all: if all are your own"


def publishing(commands: Commands) -> None:
    """The command that writes a site."""
    publish = command(commands, "publish", "publishing:publish", "the record as static files, for readers")
    publish.add_argument("folder", type=Path, metavar="DIR", help="where to: new, empty, or published before")
    publish.add_argument("--address", default="", metavar="URL", help="where the site will be, for feeds and a sitemap")
    publish.add_argument("--title", type=some, default="On record", metavar="NAME", help="what it is called")
    publish.add_argument("--bodies", choices=get_args(Bodies), default="licensed", help=BODIES)
    publish.add_argument(
        "--own", action="append", default=[], type=some, metavar="OUTLET", help="an outlet of yours; may be repeated"
    )
    publish.add_argument(
        "--not-commercial", action="store_true", help="the site earns nothing: texts may be shown that allow only that"
    )
    example(publish, "onrecord publish site/ --address https://news.example/ --own 'Harbour Post'")
    record(publish)
    json_lines(publish)
