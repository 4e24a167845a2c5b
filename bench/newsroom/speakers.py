"""Who spoke, for whom, and through whom."""

from __future__ import annotations

from collections import Counter

from bench.newsroom.card import Card
from bench.newsroom.names import Names, is_surname_of
from bench.newsroom.pairing import Case, part, source_overlap
from bench.newsroom.statements import where
from bench.newsroom.values import Row, verdict

SOURCE = "mean word IoU of the source span, over matched statements (as all rows below)"
RIGHT = "speaker is gold's full name or body (both null right; surname right only if the page never has the full name)"
PARTLY = "export gives a bare surname, or the party for a named person"
WRONG = "export names another, or names an unnamed source"


def speaker_verdict(names: Names, gold: Row, row: Row, text: str) -> str:
    """right, abstained, surname (only, though the page has the full name), body (for a named person) or wrong."""
    truth, given = gold.get("speaker"), row.get("speaker") or {}
    name, party = given.get("name"), given.get("party")
    if truth is None:
        return "right" if name is None or names.same(name, gold.get("party")) else "wrong"
    if name is None:
        return "right" if party and names.same(party, truth) else "abstained"
    if names.same(name, truth):
        return "right"
    if is_surname_of(name, truth):
        return "surname" if truth.casefold() in text.casefold() else "right"
    return "body" if names.same(name, gold.get("party")) else "wrong"


def score_source(case: Case, card: Card) -> None:
    """The words that name the source."""
    shared = [source_overlap(gold, row) for gold, row in case.matched]
    for (gold, row), part_of in zip(case.matched, shared, strict=True):
        if part_of < 1:
            card.miss("statements.source", where(gold), gold.get("source"), part(row, "source").get("text"))
    card.rate("statements.source_overlap", (sum(shared, 0.0), len(shared)), SOURCE)


def score_speakers(case: Case, card: Card) -> None:
    """The name of the speaker."""
    verdicts: Counter[str] = Counter()
    for gold, row in case.matched:
        who = speaker_verdict(case.room.names, gold, row, case.room.articles[gold["at"]]["text"])
        verdicts[who] += 1
        if who != "right":
            card.miss("statements.speaker", where(gold), gold.get("speaker"), row.get("speaker") or {})
    of, partly = len(case.matched), verdicts["surname"] + verdicts["body"]
    card.rate("statements.speaker", (verdicts["right"], of), RIGHT)
    abstained = (verdicts["abstained"], of)
    card.rate("statements.speaker_abstained", abstained, "export names nobody where gold does", lower=True)
    card.rate("statements.speaker_partly", (partly, of), PARTLY, lower=True)
    card.rate("statements.speaker_wrong", (verdicts["wrong"], of), WRONG, lower=True)


def score_parties(case: Case, card: Card) -> None:
    """The party the speaker stands for."""
    verdicts = []
    for gold, row in case.matched:
        given = (row.get("speaker") or {}).get("party")
        verdicts.append(verdict(gold.get("party"), given, case.room.names.same))
        if verdicts[-1] != "right":
            card.miss("statements.party", where(gold), gold.get("party"), given)
    card.tally("statements.party", verdicts, "party the speaker stands for is gold's")


def score_relays(case: Case, card: Card) -> None:
    """Those who pass the words on."""
    right, right_where_any, any_at_all = 0, 0, 0
    for gold, row in case.matched:
        same = case.room.names.same_list(gold.get("relay"), row.get("relay"))
        relayed = bool(gold.get("relay") or row.get("relay"))
        right, right_where_any, any_at_all = right + same, right_where_any + (same and relayed), any_at_all + relayed
        if not same:
            card.miss("statements.relay", where(gold), gold.get("relay"), row.get("relay"))
    card.rate("statements.relay", (right, len(case.matched)), "relay list exactly gold's, in order")
    what = "the same, where gold or export has a relay"
    card.rate("statements.relay_where_any", (right_where_any, any_at_all), what)
