"""A statement to be judged: its words, what is read of them, and a form for each thing that can be wrong."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from onrecord.model import Statement
from onrecord.publish import evidence
from onrecord.publish.addresses import Addresses
from onrecord.publish.judged import Decision, words_of
from onrecord.publish.quotes import Quote, quote
from onrecord.publish.rendering import render
from onrecord.store import claim_choices, claim_lists, judgement_log, stories
from onrecord.store import statements as held_statements
from onrecord.store.claim_choices import Choice
from onrecord.store.judgement_log import Sought
from onrecord.text.likeness import overlap, terms

DECIDED = 20
SHOWN = 40  # claims to choose from


@dataclass(frozen=True, slots=True)
class StatementView:
    """What the page shows. ``names``: whom the record knows in the story; ``place``: where it stands on its page."""

    statement: Statement
    quote: Quote
    claim: str
    wording: str
    names: tuple[str, ...]
    decided: tuple[Decision, ...]
    back: str
    place: str


def statement_page(conn: sqlite3.Connection, to: Addresses, id_: str, *, back: str) -> str | None:
    """The forms of a statement; None where there is none."""
    view = _view(conn, id_, back)
    return None if view is None else render("review/statement.html", to, {"view": view})


def chooser_page(conn: sqlite3.Connection, to: Addresses, id_: str, *, back: str, words: str) -> str | None:
    """The claims that a statement might be of instead: of its story, those that share words with it first."""
    view = _view(conn, id_, back)
    if view is None:
        return None
    story = stories.story_of(conn, view.statement.article) or ""
    found = claim_choices.choices(conn, story, other_than=view.claim, words=words)
    near = nearest(found, view.statement.content.text)[:SHOWN]
    return render(
        "review/chooser.html", to, {"view": view, "choices": near, "words": words, "more": len(found) > SHOWN}
    )


def nearest(choices: list[Choice], text: str) -> list[Choice]:
    """The choices that share most words with the text first."""
    asked = set(terms(text))
    return sorted(choices, key=lambda one: (-overlap(asked, set(terms(one.wording))), one.id))


def _view(conn: sqlite3.Connection, id_: str, back: str) -> StatementView | None:
    found = held_statements.by_ids(conn, [id_])
    if not found:
        return None
    around = evidence.of_statements(conn, found)
    claim = around.claims.get(id_, "")
    named = claim_lists.named(conn, [claim])
    given = judgement_log.sought(conn, Sought(statements=(id_,)), most=DECIDED)
    return StatementView(
        statement=found[0],
        quote=quote(found[0], around),
        claim=claim,
        wording=named[claim].wording if claim in named else "",
        names=tuple(claim_choices.names(conn, found[0].article)),
        decided=tuple(Decision(one, words_of(one), judgement_log.outcome(conn, one.id)) for one in given),
        back=back,
        place=f"n-{id_}" if back.startswith("/articles/") else "",
    )
