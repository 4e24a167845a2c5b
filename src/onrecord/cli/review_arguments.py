"""What can be typed after onrecord review."""

from __future__ import annotations

import argparse
import os
from typing import get_args

from onrecord.cli.parsing import Commands, command, day, example, json_lines, record, some
from onrecord.model import Relation, Stance

CLAIM, STATEMENT, ARTICLE = "a claim's id, or its beginning", "a statement's id, or its beginning", "an article's id"
LETTERS, DIGITS = "ABCDEF", "123456"


def review(commands: Commands) -> None:
    """The command with all that can be judged."""
    whole = commands.add_parser(
        "review",
        help="a person's judgements: they outrank the machine's, are logged, and can be undone",
        description="A person's judgements: they outrank the machine's, are logged, and can be undone.",
    )
    example(whole, 'onrecord review merge 3f9a 71c0 --why "one strike, told twice"')
    kinds = whole.add_subparsers(title="judgements", metavar="JUDGEMENT", required=True)
    _statements(kinds)
    _claims(kinds)
    _notes(kinds)
    _readings(kinds)
    _parties(kinds)
    _articles(kinds)
    _log(kinds)


def _statements(kinds: Commands) -> None:
    one = command(
        kinds, "statements", "review_log:statements", "what is said in a claim, a story or an article, with ids"
    )
    one.add_argument("id", type=some, metavar="ID", help="the id of a claim, a story or an article, or its beginning")
    one.add_argument("--unclaimed", action="store_true", help="only those that are of no claim")
    example(one, "onrecord review statements 71c0 --unclaimed")
    record(one)
    json_lines(one)


def _claims(kinds: Commands) -> None:
    merge = _judgement(kinds, "merge", "two claims are one", "merge 3f9a 71c0")
    merge.add_argument("claim", type=some, metavar="CLAIM", help=CLAIM)
    merge.add_argument("other", type=some, metavar="CLAIM", help="the other one")
    split = _judgement(kinds, "split", "these statements are a claim of their own", "split 3f9a 0c1d 88ab")
    split.add_argument("claim", type=some, metavar="CLAIM", help=CLAIM)
    split.add_argument(
        "statements", nargs="+", type=some, metavar="STATEMENT", help="statements of it that are another"
    )
    move = _judgement(kinds, "move", "a statement is of another claim, or of none", "move 0c1d 71c0")
    confirm = _judgement(kinds, "confirm", "a statement speaks to a claim", "confirm 0c1d 3f9a", why=False)
    move.add_argument("statement", type=some, metavar="STATEMENT", help=STATEMENT)
    move.add_argument("claim", type=some, metavar="CLAIM", help="the claim it belongs to, or none")
    confirm.add_argument("statement", type=some, metavar="STATEMENT", help=STATEMENT)
    confirm.add_argument("claim", type=some, metavar="CLAIM", help=CLAIM)
    origin = _judgement(kinds, "origin", "a party knows it itself, or does not", "origin 3f9a Harland accept")
    origin.add_argument("claim", type=some, metavar="CLAIM", help=CLAIM)
    origin.add_argument("party", type=some, metavar="PARTY", help="who asserts it, as the claim names them")
    origin.add_argument("word", choices=("accept", "reject"), help="whether it is an origin")
    assess = _judgement(kinds, "assess", "signs an assessment: source A-F, information 1-6", "assess 3f9a B 2")
    assess.add_argument("claim", type=some, metavar="CLAIM", help=CLAIM)
    assess.add_argument("letter", choices=tuple(LETTERS), help="the source: A reliable ... E unreliable, F not known")
    assess.add_argument(
        "digit", choices=tuple(DIGITS), help="what it says: 1 confirmed by others ... 5 improbable, 6 not known"
    )


def _notes(kinds: Commands) -> None:
    note = _judgement(kinds, "note", "a note, kept and shown; nothing follows from it", "note 3f9a", why=False)
    note.add_argument("id", type=some, metavar="ID", help="the id of a claim, a statement or an article")
    note.add_argument("text", type=some, metavar="TEXT", help="what is noted")
    example(note, 'onrecord review note 3f9a "the ministry was asked on Monday"')


def _readings(kinds: Commands) -> None:
    speaker = _judgement(kinds, "speaker", "who said it", 'speaker 0c1d "Ada Moreau" --party Harland')
    speaker.add_argument("statement", type=some, metavar="STATEMENT", help=STATEMENT)
    speaker.add_argument("name", type=some, metavar="NAME", help="who speaks, or none: unnamed")
    speaker.add_argument("--party", type=some, metavar="PARTY", help="for whom, or none")
    speaker.add_argument("--role", type=some, metavar="ROLE", help="as what, or none")
    stance = _judgement(kinds, "stance", "where its source stands", "stance 0c1d denies")
    stance.add_argument("statement", type=some, metavar="STATEMENT", help=STATEMENT)
    stance.add_argument("stance", choices=get_args(Stance), metavar="STANCE", help=", ".join(get_args(Stance)))
    told = _judgement(kinds, "day", "the day it was said on", "day 0c1d 2026-03-14")
    told.add_argument("statement", type=some, metavar="STATEMENT", help=STATEMENT)
    told.add_argument("day", type=day, metavar="DATE", help="YYYY-MM-DD")


def _parties(kinds: Commands) -> None:
    party = kinds.add_parser("party", help="two names are one party's, or two parties'")
    party.description = "Two names are one party's, or two parties'."
    example(party, 'onrecord review party merge "Port Board" "Port Authority" --why "renamed in 2019"')
    words = party.add_subparsers(title="judgements", metavar="WORD", required=True)
    merge = _judgement(words, "merge", "one party, under the second name", 'party merge "Port Board" "Port Authority"')
    apart = _judgement(words, "apart", "two parties, whatever the rules say", 'party apart Georgia "State of Georgia"')
    for one in (merge, apart):
        one.set_defaults(command=f"onrecord.cli.review:party_{one.prog.split()[-1]}")
        one.add_argument("name", type=some, metavar="NAME", help="a party as a claim or an article names it")
        one.add_argument("other", type=some, metavar="NAME", help="the other name")


def _articles(kinds: Commands) -> None:
    copy = _judgement(kinds, "copy", "an article repeats another", "copy 9c2d 11ef --relation rewrite")
    not_copy = _judgement(kinds, "not-copy", "an article does not repeat another", "not-copy 9c2d 11ef")
    for one in (copy, not_copy):
        one.add_argument("article", type=some, metavar="ARTICLE", help=ARTICLE)
        one.add_argument("of", type=some, metavar="OF", help="the one that was there first")
    copy.add_argument("--relation", choices=get_args(Relation), default="copy", help="in what way (default copy)")


def _log(kinds: Commands) -> None:
    log = command(kinds, "log", "review_log:log", "who decided what, when and why, and what became of it")
    log.add_argument("--claim", type=some, metavar="CLAIM", help="only what is about this claim")
    log.add_argument("--statement", type=some, metavar="STATEMENT", help="only what is about this statement")
    log.add_argument(
        "--machine", action="store_true", help="what the rules decided: names settled, copies, with reasons"
    )
    example(log, "onrecord review log --claim 3f9a")
    record(log)
    json_lines(log)
    undo = _judgement(kinds, "undo", "takes a judgement back; the log keeps both", "undo 7", why=False)
    undo.add_argument("id", type=_number, metavar="ID", help="its number in the log")
    redo = _judgement(kinds, "redo", "gives an undone judgement back", "redo 7", why=False)
    redo.add_argument("id", nargs="?", type=_number, metavar="ID", help="its number; the last undone without")


def _judgement(kinds: Commands, name: str, does: str, line: str, *, why: bool = True) -> argparse.ArgumentParser:
    one = command(kinds, name, f"review:{name.replace('-', '_')}", does)
    example(one, f"onrecord review {line}" + (' --why "..."' if why else ""))
    told = "whose judgement it is (default: $ONRECORD_REVIEWER, else who is logged in)"
    one.add_argument("--by", type=some, default=os.environ.get("ONRECORD_REVIEWER"), metavar="NAME", help=told)
    one.add_argument("--why", type=some, required=why, metavar="TEXT", help="the reason, for the log")
    record(one)
    json_lines(one)
    return one


def _number(value: str) -> int:
    if not value.isdecimal() or len(value) > 15:
        raise argparse.ArgumentTypeError(f"{value!r} is no number of a judgement of the log")
    return int(value)
