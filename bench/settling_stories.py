"""Stories of a newsroom with the claim of every statement known: what a matcher learns from, and is judged on."""

from __future__ import annotations

import dataclasses
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bench.gold import gold_labelled, load_gold
from bench.newsroom.export import make_export
from bench.newsroom.gold import load_newsroom
from bench.newsroom.pairing import make_case
from bench.newsroom.values import Row
from onrecord.claims import with_senses
from onrecord.claims.features import features
from onrecord.claims.units import Unit, units
from onrecord.config import Config
from onrecord.model import Reading, Settled
from onrecord.origins import find_copies
from onrecord.pipeline.settle import settle_statements
from onrecord.pipeline.sources import readings as read_inputs
from onrecord.read.inputs import walk
from onrecord.text.likeness import Grid, groups


@dataclass(frozen=True, slots=True)
class Labelled:
    """A story: its units, the features of their pairs, the claim of each unit or None, and what is left out."""

    name: str
    held: list[Unit]
    found: dict[str, Grid]
    claims: list[str | None]
    outside: list[str]  # claims of the statements that the program leaves out of all claims


def gold_stories(newsroom: Path) -> list[Labelled]:
    """The gold stories of a newsroom with their gold statements, copies folded as the program folds them."""
    labelled = gold_labelled(newsroom)
    claim = {
        one.id: row["claim"] for reading, rows in labelled for one, row in zip(reading.statements, rows, strict=True)
    }
    return _labelled(newsroom, [reading for reading, _ in labelled], claim)


def read_stories(newsroom: Path, readings: Sequence[Reading]) -> list[Labelled]:
    """The same with what was read in the pages: a statement has the claim of the gold one it stands for, if any."""
    case = make_case(load_newsroom(newsroom), make_export(tables(readings, Settled((), (), (), (), ()))))
    return _labelled(newsroom, readings, {row["id"]: gold["claim"] for gold, row in case.matched})


def read_pages(newsroom: Path) -> list[Reading]:
    """Every page of a newsroom through the reading stages."""
    found = read_inputs(walk([str(newsroom / "pages")], io.BytesIO()), Config())
    return [one for _, one in found if isinstance(one, Reading)]


def tables(readings: Sequence[Reading], settled: Settled) -> dict[str, list[Row]]:
    """The export's tables of what was settled, as the scorer takes them."""
    parties = dict(settled.parties)
    claim_of = {one: claim.id for claim in settled.claims for one in claim.statements}
    versions = dict(settled.versions)
    return {
        "articles": [
            dataclasses.asdict(one.article) | {"file": one.article.input, "version_of": versions.get(one.article.id)}
            for one in readings
        ],
        "statements": [
            row | {"claim": claim_of.get(row["id"]), "speaker": row["speaker"] | {"party": parties.get(row["id"])}}
            for one in readings
            for row in map(dataclasses.asdict, one.statements)
        ],
        "claims": [dataclasses.asdict(one) for one in settled.claims],
        "stories": [dataclasses.asdict(one) for one in settled.stories],
        "copies": [dataclasses.asdict(one) for one in settled.copies],
        "rejected": [],
    }


def _labelled(newsroom: Path, readings: Sequence[Reading], claim: Mapping[str, str | None]) -> list[Labelled]:
    story = {Path(row["file"]).name: row["story"] for row in load_gold(newsroom)["articles"]}
    told: dict[str, list[Reading]] = {name: [] for name in sorted(set(story.values()))}
    for one in readings:
        if (file := Path(one.article.input).name) in story:
            told[story[file]].append(_sensed(one))
    return [_story(f"{newsroom.name[-1]} {name}", own, claim) for name, own in told.items() if own]


def _story(name: str, readings: Sequence[Reading], claim: Mapping[str, str | None]) -> Labelled:
    articles = {one.article.id: one.article for one in readings}
    copies, versions = find_copies(list(articles.values()))
    same = groups(articles, [*versions, *((edge.article, edge.of) for edge in copies)])
    every = units(articles, settle_statements(readings), same)
    held = [one for one in every if one.statement.stance != "other"]
    outside = [of for one in every if one.statement.stance == "other" for id_ in one.ids if (of := claim.get(id_))]
    found = features(held, [articles[one] for one in sorted(articles)])
    return Labelled(name, held, found, [claim.get(one.statement.id) for one in held], outside)


def _sensed(reading: Reading) -> Reading:
    return replace(reading, statements=with_senses(reading.article, reading.statements))
