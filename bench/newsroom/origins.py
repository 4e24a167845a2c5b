"""Independent origins, and corroboration that is not there."""

from __future__ import annotations

from collections.abc import Sequence

from bench.newsroom.card import Card, clip
from bench.newsroom.claims import ClaimMap
from bench.newsroom.pairing import Case
from bench.newsroom.positions import history
from bench.newsroom.values import Row, pair, total

COUNT = "number of independent origins exactly gold's (a claim nothing stands for is wrong)"
FALSE = "gold claims never corroborated that the export at some time shows as corroborated"
MISSED = "gold claims at some time corroborated that the export never shows so"
UNSCORED = "corroborated claims of the export that hold no statement of a gold claim"


def score_origins(case: Case, mapped: ClaimMap, card: Card) -> None:
    """How many independent origins, and which."""
    names, right, counts = case.room.names, 0, []
    for claim in case.room.claims:
        got, truth = mapped.best[claim["id"]].get("origins") or [], claim.get("origins") or []
        same_number = bool(mapped.best[claim["id"]]) and len(got) == len(truth)
        right += same_number
        if not same_number:
            card.miss("claims.origin_count", claim["id"], parties(truth), parties(got))
        paired = pair(truth, got, lambda gold, row: names.same(gold["party"], row.get("party")))
        counts.append(card.paired("claims.origin_parties", claim["id"], paired))
    card.rate("claims.origin_count", (right, len(case.room.claims)), COUNT)
    card.prf("claims.origin_parties", total(counts), "parties of independent origins")


def parties(rows: Sequence[Row]) -> list[str | None]:
    return [row.get("party") for row in rows]


def ever_corroborated(row: Row) -> bool:
    """True if a claim, gold (status is its history) or exported, is or was at some time corroborated."""
    status = row.get("status")
    past = status if isinstance(status, list) else [{"value": status}, *(row.get("status_history") or [])]
    return "corroborated" in [value for _, value in history(past)]


def score_corroboration(case: Case, mapped: ClaimMap, card: Card) -> None:
    """False and missed corroboration, over gold claims; an exported piece of a claim counts as the claim."""
    never, ever, false, missed = 0, 0, 0, 0
    for claim in case.room.claims:
        shown = [mapped.best[claim["id"]], *mapped.pieces.get(claim["id"], [])]
        corroborated = [row for row in shown if ever_corroborated(row)]
        named = claim["id"] + " " + clip(claim["wording"], width=60)
        if ever_corroborated(claim):
            ever, missed = ever + 1, missed + (not corroborated)
            if not corroborated:
                card.miss("claims.missed_corroboration", named, claim["origins"], shown[0].get("origins"))
        else:
            never, false = never + 1, false + bool(corroborated)
            if corroborated:
                card.miss("claims.false_corroboration", named, claim["origins"], corroborated[0].get("origins"))
    card.rate("claims.false_corroboration", (false, never), FALSE, lower=True)
    card.rate("claims.missed_corroboration", (missed, ever), MISSED, lower=True)


def score_unknown_corroboration(case: Case, card: Card) -> None:
    """Corroborated claims that the gold knows nothing of."""
    shown = [row for row in case.export.claims.values() if ever_corroborated(row)]
    scored = {row.get("claim") for gold, row in case.matched if gold.get("claim")}
    unknown = [row for row in shown if row["id"] not in scored]
    named = [row.get("wording") or row["id"] for row in unknown]
    card.misses("claims.corroborated_unscored", "no statement of a gold claim", [], named)
    card.rate("claims.corroborated_unscored", (len(unknown), len(shown)), UNSCORED, lower=True)
