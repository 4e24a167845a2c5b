"""What can be typed after onrecord user, and of serve what concerns who may come."""

from __future__ import annotations

import argparse

from onrecord.cli.parsing import Commands, command, example, json_lines, record, some
from onrecord.model import ROLES, SCOPES
from onrecord.web.entrance import origin_of

NAME = "the name they sign in with"


def people(commands: Commands) -> None:
    """The command with all that is done to people's access."""
    whole = commands.add_parser(
        "user",
        help="who may come to the desk: the first one added turns on signing in",
        description="Who may come to the desk. The first one added turns on signing in.",
    )
    example(whole, 'onrecord user add "Ada Moreau" --role admin')
    deeds = whole.add_subparsers(title="commands", metavar="COMMAND", required=True)
    _persons(deeds)
    _tokens(deeds)
    for one in deeds.choices.values():
        record(one)
        json_lines(one)


def serve_options(serve: argparse.ArgumentParser) -> None:
    """Adds to serve where people reach it and what those who did not sign in may."""
    serve.add_argument(
        "--reached-as",
        type=_origin,
        default="",
        metavar="URL",
        help="behind a proxy, what people type: https://desk.example",
    )
    serve.add_argument(
        "--open-reading", action="store_true", help="with people added, let everybody read without signing in"
    )


def _persons(deeds: Commands) -> None:
    add = command(
        deeds, "add", "people:add", "adds somebody; the pass phrase is asked for, or read from standard input"
    )
    add.add_argument("name", type=some, metavar="NAME", help=f"{NAME}, and their judgements are signed with")
    add.add_argument("--role", choices=ROLES, default="editor", help="what they may (default editor; the first: admin)")
    example(add, 'onrecord user add "Ada Moreau" --role admin')
    listed = command(deeds, "list", "people:listed", "everybody, with role and sessions")
    example(listed, "onrecord user list")
    role = command(deeds, "role", "people:role", "gives somebody another role, in every open session at once")
    role.add_argument("name", type=some, metavar="NAME", help=NAME)
    role.add_argument("role", choices=ROLES, help="what they may from now on")
    example(role, 'onrecord user role "Ada Moreau" editor')
    phrase = command(deeds, "phrase", "people:phrase", "sets somebody's pass phrase anew and ends their sessions")
    phrase.add_argument("name", type=some, metavar="NAME", help=NAME)
    example(phrase, 'onrecord user phrase "Ada Moreau"')
    remove = command(deeds, "remove", "people:remove", "takes somebody away with sessions and tokens, not judgements")
    remove.add_argument("name", type=some, metavar="NAME", help=NAME)
    example(remove, 'onrecord user remove "Tor Lind"')


def _tokens(deeds: Commands) -> None:
    token = command(deeds, "token", "people:token", "makes a token for the API; it is shown once")
    token.add_argument("name", type=some, metavar="NAME", help="whose it is; it never may more than they may")
    token.add_argument("--scope", choices=SCOPES, required=True, help="what it may")
    token.add_argument("--label", type=some, required=True, metavar="TEXT", help="what it is for")
    token.add_argument("--days", type=_number, metavar="N", help="how long it holds (default: until it is revoked)")
    example(token, 'onrecord user token "Ada Moreau" --scope read --label dashboard --days 90')
    example(
        command(deeds, "tokens", "people:tokens", "every token: whose, what for, last used"), "onrecord user tokens"
    )
    revoke = command(deeds, "revoke", "people:revoke", "ends a token for good")
    revoke.add_argument("id", type=_number, metavar="ID", help="its number in onrecord user tokens")
    example(revoke, "onrecord user revoke 3")


def _origin(value: str) -> str:
    found = origin_of(value.rstrip("/"))
    if value and not found:
        raise argparse.ArgumentTypeError(f"{value!r} is no scheme and host: write it as https://desk.example")
    return found


def _number(value: str) -> int:
    if not (value.isascii() and value.isdecimal() and len(value) <= 9):
        raise argparse.ArgumentTypeError(f"{value!r} is no whole number")
    return int(value)
