"""Where each party stands on a claim, and the status that follows."""

from __future__ import annotations

from collections.abc import Sequence

from bench.newsroom.card import Card, clip
from bench.newsroom.claims import ClaimMap
from bench.newsroom.names import Names
from bench.newsroom.pairing import Case
from bench.newsroom.values import Row, day, pair, total

HISTORY = "(party, stance, day) rows of gold claims and the claims that stand for them"
STATUS = "final status is gold's (a claim nothing stands for is wrong)"
STATUS_HISTORY = "mean edit similarity of the status histories (right status on a wrong day costs half)"

Stand = tuple[str | None, str | None]
Step = tuple[str | None, str | None]  # a day and the status from it on


def final_positions(rows: Sequence[Row] | None, names: Names) -> list[Stand]:
    """The last stance of each party, as [(party, stance)]."""
    final: list[Stand] = []
    for row in rows or []:
        final = [(party, stance) for party, stance in final if not names.same(party, row.get("party"))]
        final.append((row.get("party"), row.get("stance")))
    return final


def score_positions(case: Case, mapped: ClaimMap, card: Card) -> None:
    """Where each party stands at the end."""
    names, right, of = case.room.names, 0, 0
    for claim in case.room.claims:
        ends = final_positions(mapped.best[claim["id"]].get("positions"), names)
        for party, stance in final_positions(claim.get("positions"), names):
            end = next((given for other, given in ends if names.same(other, party)), None)
            right, of = right + (end == stance), of + 1
            if end != stance:
                card.miss("claims.final_position", f"{claim['id']} {party}", stance, end)
    what = "last stance of each (gold claim, party); a missing one is wrong"
    card.rate("claims.final_position", (right, of), what)


def score_position_history(case: Case, mapped: ClaimMap, card: Card) -> None:
    """How each party came to stand there."""

    def same(gold: Row, row: Row) -> bool:
        stand = (row.get("stance"), day(row.get("on")))
        return case.room.names.same(gold["party"], row.get("party")) and (gold["stance"], day(gold["on"])) == stand

    counts = []
    for claim in case.room.claims:
        rows = [
            {k: row.get(k) for k in ("party", "stance", "on")}
            for row in mapped.best[claim["id"]].get("positions") or []
        ]
        counts.append(card.paired("claims.position_history", claim["id"], pair(claim.get("positions"), rows, same)))
    card.prf("claims.position_history", total(counts), HISTORY)


def edit_similarity(gold: Sequence[Step], exported: Sequence[Step]) -> float:
    """1 - edit distance / longer length; the right status on another day costs half."""
    if not gold and not exported:
        return 1.0
    row: list[float] = list(range(len(exported) + 1))
    for at, one in enumerate(gold, 1):
        last, row = row, [at]
        for to, other in enumerate(exported, 1):
            row.append(min(last[to] + 1, row[to - 1] + 1, last[to - 1] + swap_cost(one, other)))
    return 1 - row[-1] / max(len(gold), len(exported))


def swap_cost(one: Step, other: Step) -> float:
    if one[1] != other[1]:
        return 1.0
    return 0.0 if one[0] == other[0] else 0.5


def history(rows: Sequence[Row] | None) -> list[Step]:
    """A status history as [(day, value)]."""
    return [(day(row.get("on")), row.get("value")) for row in rows or []]


def score_status(case: Case, mapped: ClaimMap, card: Card) -> None:
    """The status of each claim, at the end and on the way."""
    right, likeness = 0, 0.0
    for claim in case.room.claims:
        got, truth = mapped.best[claim["id"]], history(claim.get("status"))
        reached = history(got.get("status_history"))
        end = got.get("status") or (reached[-1][1] if reached else None)
        right += bool(truth) and end == truth[-1][1]
        if truth and end != truth[-1][1]:
            card.miss("claims.status", claim["id"] + " " + clip(claim["wording"], width=60), truth[-1][1], end)
        likeness += edit_similarity(truth, reached)
        if reached != truth:
            card.miss("claims.status_history", claim["id"], truth, reached)
    card.rate("claims.status", (right, len(case.room.claims)), STATUS)
    card.rate("claims.status_history", (likeness, len(case.room.claims)), STATUS_HISTORY)
