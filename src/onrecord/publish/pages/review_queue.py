"""The queue: what a person should look at next, why, in whose words, and the answers as buttons."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.publish import evidence
from onrecord.publish.addresses import Addresses
from onrecord.publish.evidence import Evidence
from onrecord.publish.paging import paged
from onrecord.publish.quotes import Quote, quote
from onrecord.publish.rendering import render
from onrecord.publish.review_order import in_order
from onrecord.publish.words import counted, day_words, stance_word
from onrecord.store import asks as held_asks
from onrecord.store import claim_lists, judgement_log, review_skips
from onrecord.store.asks import Ask

SIZE = 10
# The judgements that answer what is asked.
ANSWERS: Mapping[str, frozenset[str]] = {
    "origin": frozenset({"accept", "reject"}),
    "stance": frozenset({"stance"}),
    "speaker": frozenset({"speaker"}),
    "link": frozenset({"confirm", "move", "split"}),
    "day": frozenset({"day"}),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as the queue shows it. ``wording``: of the claim it is about."""

    ask: Ask
    question: str
    why: str
    quote: Quote | None
    wording: str


def queue_page(conn: sqlite3.Connection, to: Addresses, *, page: str = "") -> str:
    """The queue, for whoever asks; ``page``: its number as it was typed."""
    waiting = in_order(undecided(conn, held_asks.asks(conn), to.reader.name))
    at = paged(page, len(waiting), size=SIZE)
    shown = waiting[at.offset : at.offset + SIZE]
    return render("review/queue.html", to, {"asked": _asked(conn, shown), "paged": at})


def undecided(conn: sqlite3.Connection, asks: Sequence[Ask], by: str) -> list[Ask]:
    """Those on which nobody decided, and which that person did not skip."""
    decided = {(kind, id_, party) for kind, id_, party in judgement_log.decided(conn, [one.statement for one in asks])}
    kinds = {(kind, id_) for kind, id_, _ in decided}
    named, skipped = judgement_log.named(conn), review_skips.skipped(conn, by)
    return [one for one in asks if one.key not in skipped and not _answered(one, decided, kinds, named)]


def _answered(
    one: Ask, decided: set[tuple[str, str, str | None]], kinds: set[tuple[str, str]], named: set[frozenset[str]]
) -> bool:
    if one.kind == "party":
        return frozenset((one.party, one.other)) in named
    if one.kind == "origin":
        return any((kind, one.statement, one.party) in decided for kind in ANSWERS["origin"])
    return any((kind, one.statement) in kinds for kind in ANSWERS[one.kind])


def _asked(conn: sqlite3.Connection, shown: Sequence[Ask]) -> list[Asked]:
    around = evidence.by_ids(conn, [one.statement for one in shown if one.statement])
    named = claim_lists.named(conn, [one.claim for one in shown if one.claim])
    wordings = {id_: one.wording for id_, one in named.items()}
    return [_one(one, around, wordings.get(one.claim, "")) for one in shown]


def _one(one: Ask, around: Evidence, wording: str) -> Asked:
    said = around.statements.get(one.statement)
    return Asked(one, question(one), why(one), quote(said, around) if said else None, wording)


def question(one: Ask) -> str:
    """What is asked, in a sentence."""
    return {
        "origin": f"Does {one.party} know this itself?",
        "stance": f"Is it right that {one.party} {stance_word(one.told)}?",
        "speaker": f"Did {one.party} say this?",
        "link": "Does this speak to the claim?",
        "party": f"Are {one.party} and {one.other} one party?",
        "day": f"Was this said on {day_words(one.told)}?",
    }[one.kind]


def why(one: Ask) -> str:
    """Why it is asked, with the number behind it."""
    sure = f"{one.sure:.2f}"
    made = "made one" if one.sure >= 0.8 else "kept apart"
    return {
        "origin": f"The claim has one origin; with this one it would be corroborated. Not counted now: {one.told}.",
        "stance": "The claim is contested on this statement alone: without it, it would not be.",
        "speaker": f"Speakers found in this way were right in {sure} of cases (1 is always), and the story is hot.",
        "link": f"The reading of these words is sure to {sure} (1 is certain), and the story is hot.",
        "party": f"Sure to {sure}, and the bound is 0.80, so the two are {made}: {one.told}. "
        f"{counted(one.times, 'statement') if one.times < 50 else '50 statements or more'} go by the second name.",
        "day": f"Both days are sure, and they quarrel: the article is of {day_words(one.other)}.",
    }[one.kind]
