"""positions: a claim in a person's words, and who stands where on it."""

from __future__ import annotations

import argparse
import sys
from contextlib import closing

from onrecord.asking import ArticleStand, FirstReport, PartyStand
from onrecord.cli.screen import blank, complain, heading, line, show_json
from onrecord.config import Config
from onrecord.errors import UsageError
from onrecord.fetch import Fetcher
from onrecord.model import Article, Reading
from onrecord.pipeline.asking import Asked, ask_readings, ask_record
from onrecord.pipeline.online import pieces
from onrecord.pipeline.pool import Pool
from onrecord.pipeline.sources import readings
from onrecord.publish.positions_json import positions_json
from onrecord.store.opening import open_record

SHOWN = 8  # letters of an id
NOTHING = {True: "Nothing in the record speaks to this.", False: "Nothing in these inputs speaks to this."}


def positions(arguments: argparse.Namespace) -> int:
    """Who stands where on a claim, in the inputs or in the record."""
    if not any(letter.isalnum() for letter in arguments.claim):
        raise UsageError("the claim has no word in it: write it as a sentence, in quotes")
    if arguments.inputs:
        asked, refused = _of_inputs(arguments)
    else:
        refused = 0
        with closing(open_record(arguments.record, readonly=True)) as conn:
            asked = ask_record(conn, arguments.claim)
    if arguments.json:
        show_json(positions_json(asked.answer, asked.articles, asked.claims))
    else:
        _show(asked, of_record=not arguments.inputs)
    return 1 if refused else 0


def _of_inputs(arguments: argparse.Namespace) -> tuple[Asked, int]:
    config = Config(as_of=arguments.as_of, body=arguments.body, allow_private=tuple(arguments.allow_private))
    found: list[Reading] = []
    refused = 0
    with Pool() as pool:
        for _, one in readings(pieces(arguments.inputs, sys.stdin.buffer, config, Fetcher()), config, reader=pool):
            if isinstance(one, Reading):
                found.append(one)
            else:
                refused += 1
                complain(f"refused {one.input}: {one.reason}")
    return ask_readings(found, arguments.claim), refused


def _show(asked: Asked, *, of_record: bool) -> None:
    answer = asked.answer
    heading(answer.question)
    for note in answer.notes:
        line(note, style="dim")
    if answer.is_empty:
        line(NOTHING[of_record])
    for id_ in answer.claims:
        line(f"claim {id_[:SHOWN]}, {asked.claims[id_].status}: {asked.claims[id_].wording}")
    for party in answer.parties:
        _show_party(party)
    for article in answer.articles:
        _show_article(article, asked.articles[article.article])
    for one in answer.first[:1]:
        _show_first(one)


def _show_party(one: PartyStand) -> None:
    blank()
    line(f"{one.party}: {one.position} ({one.stance}, {one.on or 'no day known'})", style="bold")
    line(f"“{one.words}”", indent=4)
    ids = ", ".join(id_[:SHOWN] for id_ in one.statements)
    where = f"claim {one.claim[:SHOWN]}, statement {ids}" if one.claim else f"statement {ids}"
    line(f"{where}{'; ' + one.why if one.why else ''}", indent=4, style="dim")


def _show_article(one: ArticleStand, article: Article) -> None:
    blank()
    line(f"{article.outlet or article.input}: {one.position} ({one.on or 'no day known'})", style="bold")
    line(article.headline or "(no headline)", indent=4)
    if one.words:
        line(f"“{one.words.text}”", indent=4)
    headline = f"; its headline alone: {one.headline}" if one.headline and one.headline != one.position else ""
    said = f", statement {', '.join(id_[:SHOWN] for id_ in one.statements)}" if one.statements else ""
    line(f"article {one.article[:SHOWN]}{said}; {one.why}{headline}", indent=4, style="dim")


def _show_first(one: FirstReport) -> None:
    blank()
    line(f"Others name as the source of the report: {one.outlet} (in {len(one.named_by)} of the articles)")
    line(f"“{one.words.text}”", indent=4)
