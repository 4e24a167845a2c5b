"""Judgements in a record: what they do, what is refused, and that undoing them leaves nothing behind."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord import claims as stage
from onrecord.config import Config
from onrecord.errors import UsageError
from onrecord.model import Claim, Judgement, Reading, Span, passage, statement_id
from onrecord.pipeline import review, review_claims
from onrecord.pipeline.keep import add, settle_record
from onrecord.pipeline.review import Hand, give
from onrecord.pipeline.verify import verify
from onrecord.store import claims, copies, judgements, parties, statements, tallies
from onrecord.store.opening import open_record
from tests.pipeline.stand_ins import GoldReader, by_letter, gold_inputs

NOW = "2026-03-18T08:00:00Z"
ADA = Hand("Ada", NOW, "she read it")
PAGES = 5


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stage, "group", by_letter)


@pytest.fixture
def record(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(open_record(tmp_path / "record.db")) as conn:
        list(add(conn, gold_inputs()[:PAGES], Config(), now=NOW, reader=GoldReader()))
        settle_record(conn)
        yield conn


def two_claims(conn: sqlite3.Connection) -> tuple[Claim, Claim]:
    """Two claims of one story."""
    held = claims.claims(conn)
    return next((one, other) for one in held for other in held if one.story == other.story and one.id < other.id)


def paired(conn: sqlite3.Connection) -> bool:
    """True where two claims of one story are left."""
    held = claims.claims(conn)
    return len({one.story for one in held}) < len(held)


def claim_with(conn: sqlite3.Connection, id_: str) -> Claim:
    return claims.by_ids(conn, claims.claim_of(conn, [id_]).values())[0]


def test_a_merge_and_its_undoing(record: sqlite3.Connection) -> None:
    before = tallies.settled(record)
    one, other = two_claims(record)
    made = give(record, review_claims.merge(record, ADA, one.id, other.id))
    assert set(claim_with(record, one.statements[0]).statements) >= {*one.statements, *other.statements}
    assert verify(record) == []
    give(record, review.undo(record, ADA, made.id))
    assert tallies.settled(record) == before
    assert judgements.outcomes(record)[made.id].standing == "undone"
    give(record, review.redo(record, ADA, None))
    assert tallies.settled(record) != before
    assert [one.kind for one in judgements.judgements(record)] == ["merge", "undo", "redo"]


def test_a_statement_moves_out_and_away(record: sqlite3.Connection) -> None:
    one, other = two_claims(record)
    moved = other.statements[0]
    give(record, review_claims.move(record, ADA, moved, one.id))
    assert claim_with(record, moved) == claim_with(record, one.statements[-1])
    give(record, review_claims.move(record, ADA, moved, None))
    assert moved not in claims.claim_of(record, [moved])
    assert judgements.outcomes(record)[1].standing == "overruled"
    assert verify(record) == []


def test_a_split_and_a_confirmation(record: sqlite3.Connection) -> None:
    one, _ = two_claims(record)
    taken, rest = one.statements[0], one.statements[-1]
    give(record, review_claims.split(record, ADA, one.id, [taken]))
    assert claim_with(record, taken) != claim_with(record, rest)
    give(record, review_claims.confirm(record, ADA, taken, claim_with(record, rest).id))
    assert claim_with(record, taken) == claim_with(record, rest)


def test_corrections_show_wherever_the_statement_is_loaded(record: sqlite3.Connection) -> None:
    id_ = claims.claims(record)[0].statements[0]
    give(record, review.speaker(record, ADA, id_, ("Bo Berg", "Harbour Board", None)))
    give(record, review.corrected(record, ADA, id_, ("stance", "doubts")))
    give(record, review.corrected(record, ADA, id_, ("day", "2026-02-01")))
    [now] = statements.by_ids(record, [id_])
    assert (now.speaker.name, now.speaker.party, now.stance) == ("Bo Berg", "Harbour Board", "doubts")
    assert now.said_on
    assert now.said_on.day == "2026-02-01"
    assert "Ada" in now.speaker.why
    assert [one.id for one in statements.of_speaker(record, "bo berg")] == [id_]
    assert ("Bo Berg", "Harbour Board", 1) in statements.speakers(record)
    assert parties.party_of(record, [id_]) == {id_: "Harbour Board"}
    assert verify(record) == []
    give(record, review.speaker(record, ADA, id_, ("none", "none", None)))
    assert statements.by_ids(record, [id_])[0].speaker.name is None


def test_names_are_merged_and_kept_apart(record: sqlite3.Connection) -> None:
    (first, _), (second, _) = parties.parties(record)[:2]
    made = give(record, review.named(record, ADA, "same_party", (first.lower(), second)))
    assert first not in dict(parties.parties(record))
    assert verify(record) == []
    give(record, review.named(record, ADA, "other_party", (first, second)))
    assert first in dict(parties.parties(record))
    assert judgements.outcomes(record)[made.id].standing == "overruled"


def test_copies_are_drawn_and_taken_away(record: sqlite3.Connection) -> None:
    held = sorted({one.article for one in statements.by_ids(record, claims.claims(record)[0].statements)})[:2]
    newer, older = sorted(held, key=lambda id_: -held.index(id_))
    give(record, ADA.gives("copy", value="rewrite", articles=(newer, older)))
    assert any((one.article, one.of, one.relation) == (newer, older, "rewrite") for one in copies.copies(record))
    assert verify(record) == []
    give(record, review.repeats(record, ADA, "not_copy", (newer, older, None)))
    assert all({one.article, one.of} != {newer, older} for one in copies.copies(record))


def test_an_accepted_party_is_an_origin_and_opens_digit_one(record: sqlite3.Connection) -> None:
    one = next(one for one in claims.claims(record) if len(one.origins) == 1 and one.possible_origins)
    with pytest.raises(UsageError, match="needs two independent origins"):
        review_claims.assess(record, ADA, one.id, ("B", "1"))
    party = one.possible_origins[0].party
    with pytest.raises(UsageError, match="say how you know"):
        review_claims.origin(record, Hand("Ada", NOW), (one.id, party), accepted=True)
    give(record, review_claims.origin(record, ADA, (one.id, party.upper()), accepted=True))
    now = claim_with(record, one.statements[0])
    assert party in {at.party for at in now.origins}
    signed = give(record, review_claims.assess(record, ADA, now.id, ("B", "1")))
    assert signed.signed
    assert party in signed.signed.origins
    give(record, review_claims.origin(record, ADA, (now.id, party), accepted=False))
    assert party not in {at.party for at in claim_with(record, one.statements[0]).origins}


def test_what_cannot_be_is_refused_in_a_line(record: sqlite3.Connection) -> None:
    one, other = two_claims(record)
    refused: list[Callable[[], Judgement]] = [
        lambda: review_claims.merge(record, ADA, one.id, one.id),
        lambda: review_claims.split(record, ADA, one.id, one.statements),
        lambda: review_claims.split(record, ADA, one.id, other.statements),
        lambda: review_claims.move(record, ADA, one.statements[0], one.id),
        lambda: review_claims.origin(record, ADA, (one.id, "Nobody of that name"), accepted=True),
        lambda: review.named(record, ADA, "same_party", ("Nobody of that name", "Neither")),
        lambda: review.repeats(record, ADA, "copy", ("a", "a", "copy")),
        lambda: review.undo(record, ADA, 1),
        lambda: review.redo(record, ADA, None),
    ]
    for one_of_them in refused:
        with pytest.raises(UsageError):
            one_of_them()
    assert judgements.judgements(record) == []


def test_claims_of_two_stories_are_not_merged(record: sqlite3.Connection) -> None:
    held = claims.claims(record)
    first, second = next((a, b) for a in held for b in held if a.story != b.story)
    with pytest.raises(UsageError, match="of one story"):
        review_claims.merge(record, ADA, first.id, second.id)


def moved(reading: Reading, id_: str) -> Reading:
    """The reading with one statement's span a little shorter."""
    made = []
    for one in reading.statements:
        if one.id == id_:
            *head, (start, end) = one.content.spans
            spans = (*head, Span(start, end - 1))
            content = passage(reading.article.text, spans)
            made.append(replace(one, id=statement_id(one.article, spans), content=content))
        else:
            made.append(one)
    return Reading(reading.article, tuple(made))


def test_a_judgement_survives_a_reading_made_anew(record: sqlite3.Connection) -> None:
    id_ = claims.claims(record)[0].statements[0]
    give(record, review.corrected(record, ADA, id_, ("stance", "no_comment")))
    reader = GoldReader()
    reader.known = {digest: moved(reading, id_) for digest, reading in reader.known.items()}
    list(add(record, gold_inputs()[:PAGES], Config(as_of="2026-03-20"), now=NOW, reader=reader))
    settle_record(record)
    [now] = judgements.carried(record)[0].on("this")
    assert now != id_
    assert statements.by_ids(record, [now])[0].stance == "no_comment"
    assert verify(record) == []
    reader.known = {digest: replace(one, statements=()) for digest, one in reader.known.items()}
    list(add(record, gold_inputs()[:PAGES], Config(as_of="2026-03-21"), now=NOW, reader=reader))
    settle_record(record)
    assert judgements.outcomes(record)[1].standing == "no_subject"
    assert verify(record) == []
    list(add(record, gold_inputs()[:PAGES], Config(), now=NOW, reader=GoldReader()))
    settle_record(record)
    assert judgements.outcomes(record)[1].standing == "stands"
    assert statements.by_ids(record, [id_])[0].stance == "no_comment"


def test_judgements_before_or_after_the_last_page_come_to_the_same(tmp_path: Path) -> None:
    found: list[Any] = []
    for early in (PAGES - 1, PAGES):
        with closing(open_record(tmp_path / f"{early}.db")) as conn:
            list(add(conn, gold_inputs()[:early], Config(), now=NOW, reader=GoldReader()))
            settle_record(conn)
            ids = [one.id for one in statements.readings(conn)[0].statements][:2]
            said = statements.by_ids(conn, ids)
            both = (*review.subjects(said[:1]), *review.subjects(said[1:], side="with"))
            give(conn, ADA.gives("confirm", subjects=both))
            give(conn, review.corrected(conn, ADA, ids[0], ("stance", "denies")))
            list(add(conn, gold_inputs()[:PAGES], Config(), now=NOW, reader=GoldReader()))
            settle_record(conn)
            found.append(tallies.settled(conn))
    assert found[0] == found[1]


def judged(conn: sqlite3.Connection, draw: Callable[[st.SearchStrategy[Any]], Any]) -> Judgement:
    """Any judgement that can be given on the record as it is."""
    one, other = two_claims(conn)
    id_ = draw(st.sampled_from(other.statements))
    kind = draw(st.sampled_from(("merge", "move", "none", "confirm", "stance", "speaker", "assess")))
    if kind == "merge":
        return review_claims.merge(conn, ADA, one.id, other.id)
    if kind in ("move", "none"):
        return review_claims.move(conn, ADA, id_, one.id if kind == "move" else None)
    if kind == "confirm":
        return review_claims.confirm(conn, ADA, id_, draw(st.sampled_from((one.id, other.id))))
    if kind == "assess":
        return review_claims.assess(conn, ADA, one.id, ("C", "3"))
    if kind == "speaker":
        return review.speaker(conn, ADA, id_, ("Bo Berg", "Harbour Board", None))
    return review.corrected(conn, ADA, id_, ("stance", draw(st.sampled_from(("denies", "asserts", "other")))))


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_is_judged_and_undone_leaves_the_record_as_it_was(
    record: sqlite3.Connection, data: st.DataObject
) -> None:
    before, read = tallies.settled(record), statements.readings(record)
    ids = [give(record, judged(record, data.draw)).id for _ in range(data.draw(st.integers(1, 4))) if paired(record)]
    for id_ in data.draw(st.permutations(ids)):
        give(record, review.undo(record, ADA, id_))
    assert tallies.settled(record) == before
    assert statements.readings(record) == read
