"""The page that onrecord was made for: what issue 2 asks of it, one number a demand."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

from bench.end_to_end import exported
from bench.newsroom.export import load_export
from bench.newsroom.gold import make_newsroom
from bench.newsroom.names import Names
from bench.newsroom.pairing import Case, make_case
from bench.newsroom.positions import Stand, final_positions
from bench.newsroom.score import score
from bench.newsroom.speakers import speaker_verdict
from bench.newsroom.values import Row
from bench.newsrooms import misses, outcomes
from bench.result import Number, Result, digest_of

PAGE, EXPECTED = "seed_page.txt", "seed_expected.json"
VIEW_DAY = "2024-11-22"  # the day the page was looked at
UNSURE = 0.5
MAIN = "c1"  # the claim all the parties speak to


def measure(folder: Path) -> Result:
    """Reads the page into a fresh record and compares its export with the expected file."""
    start = perf_counter()
    with exported(folder / PAGE) as made:
        export = load_export(made)
    seconds = perf_counter() - start
    room = make_newsroom("seed", json.loads((folder / EXPECTED).read_text(encoding="utf-8")), [PAGE])
    case, card = make_case(room, export), score(room, export).card
    leak = card.rows["reading.furniture_leak"]
    found = {
        "furniture leak": Number(leak.value, "share of furniture words in the body", lower=True, asked=0.0),
        **article_numbers(case),
        **statement_numbers(case),
        **claim_numbers(case, room.claims),
    }
    digest = digest_of(folder, [folder / PAGE, folder / EXPECTED])
    return Result("seed", digest, found, seconds, outcomes(case), misses(card))


def article_numbers(case: Case) -> dict[str, Number]:
    """The body to the letter, and a day that is not the day of the look."""
    got = case.page.get(PAGE, {})
    return {
        "body exact": Number(int(got.get("text") == case.room.articles[PAGE]["text"]), "1: to the letter", asked=1),
        "published": Number(int(fair_day(got.get("published"))), "1: not the view date, or unsure of it", asked=1),
    }


def fair_day(when: Row | None) -> bool:
    """True unless the view date is given for the day of publication, surely or without a reason."""
    if not when:
        return False
    return when.get("value") != VIEW_DAY or (when.get("confidence", 1) < UNSURE and bool(when.get("reasons")))


def statement_numbers(case: Case) -> dict[str, Number]:
    """Of the sixteen statements."""
    named = [pair for pair in case.matched if right_source(case, *pair)]
    stances = [gold for gold, row in case.matched if gold["stance"] == row.get("stance")]
    figures = [figure for row in case.export.statements for figure in row.get("figures") or []]
    return {
        "statements found": Number(len(case.matched), "of 16", asked=13),
        "statements invented": Number(len(case.spurious), "of nobody", lower=True),
        "speaker and party": Number(len(named), "found with both right", asked=12),
        "stance": Number(len(stances), "found with it right", asked=11),
        "figures": Number(
            has(figures, 10_000, "exact") + has(figures, 600_000, "at_least"), "10,000; at least 600,000", asked=2
        ),
    }


def right_source(case: Case, gold: Row, row: Row) -> bool:
    given = (row.get("speaker") or {}).get("party")
    text = case.room.articles[gold["at"]]["text"]
    right = speaker_verdict(case.room.names, gold, row, text) == "right"
    return right and case.room.names.same(gold.get("party"), given)


def has(figures: Sequence[Row], value: float, bound: str) -> bool:
    return any(one.get("value") == value and one.get("bound") == bound for one in figures)


def claim_numbers(case: Case, claims: Sequence[Row]) -> dict[str, Number]:
    """The one claim on which all four parties stand."""
    names = case.room.names
    expected = next(claim for claim in claims if claim["id"] == MAIN)
    wanted = final_positions(expected["positions"], names)
    best = max(case.export.claims.values(), key=lambda claim: len(standing(claim, wanted, names)), default={})
    given = standing(best, wanted, names)
    unheard = [
        one for one in expected["not_heard"] if any(names.same(one, other) for other in best.get("not_heard") or [])
    ]
    return {
        "parties on one claim": Number(len(given), "of Ukraine, United States, NATO, South Korea", asked=4),
        "their stances": Number(len(set(given) & set(wanted)), "of these, the last stance as expected"),
        "contested": Number(int(best.get("status") == "contested"), "1: the status of that claim", asked=1),
        "not heard": Number(len(unheard), "of Russia and North Korea, on that claim", asked=2),
    }


def standing(claim: Row, wanted: Sequence[Stand], names: Names) -> list[Stand]:
    """The last stances of a claim's parties that are wanted, under the names they are wanted by."""
    given = final_positions(claim.get("positions"), names)
    return [(party, stance) for party, _ in wanted for other, stance in given if names.same(party, other)]
