"""Scores an export against a newsroom."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bench.newsroom import claims, copies, furniture, origins, positions, reading, speakers, stance, statements, stories
from bench.newsroom.card import Card
from bench.newsroom.export import Export, load_export
from bench.newsroom.gold import Newsroom, load_newsroom
from bench.newsroom.pairing import Case, make_case

# In the order of the report.
OF_CASES: tuple[Callable[[Case, Card], None], ...] = (
    reading.score_text,
    reading.score_headline,
    reading.score_byline,
    reading.score_agency,
    reading.score_published,
    reading.score_refusals,
    furniture.score_furniture,
    furniture.score_leaks,
    copies.score_versions,
    statements.score_found,
    speakers.score_source,
    speakers.score_speakers,
    speakers.score_parties,
    speakers.score_relays,
    stance.score_stance,
    stance.score_said_on,
    stance.score_figures,
    copies.score_copies,
)
OF_CLAIMS: tuple[Callable[[Case, claims.ClaimMap, Card], None], ...] = (
    claims.score_grouping,
    positions.score_positions,
    positions.score_position_history,
    positions.score_status,
    origins.score_origins,
    origins.score_corroboration,
)


@dataclass(frozen=True, slots=True)
class Score:
    """A newsroom's score: ``record`` is the mean of the parts that are not None."""

    newsroom: str
    card: Card
    record: float | None
    parts: dict[str, float | None]
    notes: list[str]


def score_folder(newsroom: Path, export: Path) -> Score:
    """Scores an export folder against a newsroom folder."""
    return score(load_newsroom(newsroom), load_export(export))


def score(room: Newsroom, export: Export) -> Score:
    """Scores an export against a newsroom."""
    case, card = make_case(room, export), Card()
    for measure in OF_CASES:
        measure(case, card)
    mapped = claims.map_claims(case)
    for measure_claims in OF_CLAIMS:
        measure_claims(case, mapped, card)
    origins.score_unknown_corroboration(case, card)
    claims.score_claim_figures(case, mapped, card)
    stories.score_stories(case, card)
    parts = record_parts(card)
    known = [value for value in parts.values() if value is not None]
    record = sum(known) / len(known) if known else None
    return Score(room.name, card, record, parts, [*room.notes, *export.notes, *case.notes])


def record_parts(card: Card) -> dict[str, float | None]:
    """The parts of the record score; None (and left out of the mean) where the gold has nothing of the kind."""
    recall = card.value("statements.found_r")

    def by_recall(name: str) -> float | None:
        return None if recall is None else recall * (card.value(name) or 0.0)

    return {
        "text F1": card.value("reading.text_f1"),
        "statement F1": card.value("statements.found_f1"),
        "speaker x recall": by_recall("statements.speaker"),
        "stance x recall": by_recall("statements.stance"),
        "claim B-cubed F1": card.value("claims.grouping_f1"),
        "final position": card.value("claims.final_position"),
        "origin count": card.value("claims.origin_count"),
        "story B-cubed F1": card.value("stories.articles_f1"),
    }
