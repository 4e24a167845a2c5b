"""What settling changed is told net, once, with its cause, whatever the order and however often it was cut short."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord import claims as grouping
from onrecord.config import Config
from onrecord.model import Change, Judgement
from onrecord.pipeline.keep import add, settle_record
from onrecord.pipeline.review import keep, subjects
from onrecord.pipeline.settle_changes import tell_changes
from onrecord.store import changes, claims, settling, statements, stories, tallies, touched, watches
from onrecord.store.opening import open_record, transaction
from tests.pipeline.stand_ins import GoldReader, gold_inputs

NOW = "2026-03-18T08:00:00Z"
MOST = 12


@pytest.fixture(autouse=True)
def quick_claims(monkeypatch: pytest.MonkeyPatch) -> None:
    """Claims by party: grouping takes its time, and what is tested is what becomes of them."""

    def grouped(_: object, said: Sequence[object], *__: object, **___: object) -> tuple[grouping.Group, ...]:
        held: dict[str, list[str]] = {}
        for one in said:
            held.setdefault(one.speaker.party or "", []).append(one.id)  # type: ignore[attr-defined]
        return tuple(grouping.Group(tuple(sorted(several)), {}) for _, several in sorted(held.items()))

    monkeypatch.setattr("onrecord.claims.group", grouped)


@pytest.fixture
def conn(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(open_record(tmp_path / "record.db")) as opened:
        yield opened


def take(conn: sqlite3.Connection, which: Sequence[int]) -> None:
    held = gold_inputs()
    list(add(conn, [held[at] for at in which], Config(), now=NOW, reader=GoldReader()))


def told(conn: sqlite3.Connection) -> list[Change]:
    return changes.since(conn, "", rules=True)


def statuses_told(conn: sqlite3.Connection) -> dict[str, str]:
    """{claim: the status that all that was told nets to}."""
    held: dict[str, str] = {}
    for one in told(conn):
        for other in one.others if one.kind == "merged" and one.claim else ():
            held.pop(other, None)
        if one.kind in ("appeared", "status") and one.after:
            held[one.claim] = one.after
        elif one.kind == "gone":
            held.pop(one.claim, None)
    return held


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(range(MOST)), cuts=st.sets(st.integers(1, MOST - 1), max_size=3))
def test_in_any_order_what_is_told_nets_to_what_is(order: Sequence[int], cuts: set[int]) -> None:
    edges = [0, *sorted(cuts), MOST]
    with TemporaryDirectory() as folder, closing(open_record(Path(folder) / "r.db")) as conn:
        for start, end in pairwise(edges):
            take(conn, order[start:end])
            settle_record(conn)
        held = statuses_told(conn)
        for one in claims.claims(conn):
            known = [held[id_] for id_ in settling.formers(conn, "claim", one.id) if id_ in held]
            split = [at for at in told(conn) if at.kind == "split" and at.claim == one.id]
            assert one.status in known or split, (one.id, one.status, known)
        ids = [one.id for one in told(conn)]
        assert len(ids) == len(set(ids))
        articles = [one.article for one in told(conn) if one.kind in ("article", "edited")]
        assert sorted(articles) == sorted({article for one in stories.stories(conn) for article in one.articles})
        assert not settling.is_pending(conn)


def test_settling_the_same_again_tells_nothing(conn: sqlite3.Connection) -> None:
    take(conn, range(MOST))
    settle_record(conn)
    before = told(conn)
    assert before
    assert tell_changes(conn) == 0
    with transaction(conn):
        touched.touch_all(conn)
    settle_record(conn)
    assert told(conn) == before


def test_what_an_interruption_left_untold_is_told_the_next_time(
    conn: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    take(conn, range(4))
    with monkeypatch.context() as cut:
        cut.setattr("onrecord.pipeline.keep.tell_changes", lambda _: 0)
        settle_record(conn)
    assert not told(conn)
    assert not settle_record(conn)
    assert told(conn)


def test_what_other_rules_change_is_kept_and_not_delivered(
    conn: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    take(conn, range(4))
    settle_record(conn)
    [story, *_] = stories.stories(conn)
    watch = watches.watch(conn, "ines", ("story", story.id, ""), now=NOW)
    last = changes.newest(conn)
    monkeypatch.setattr("onrecord.pipeline.keep.settling_edition", lambda: "other rules")
    monkeypatch.setattr("onrecord.pipeline.settle_told.claims_of", lambda _: [])
    settle_record(conn)
    later = [one for one in told(conn) if one.seq > last]
    assert {(one.kind, one.cause) for one in later} == {("gone", "rules")}
    assert watches.to_tell(conn, watch.id) == []
    assert settling.note(conn, "rules") is None


def test_a_judgement_is_told_as_one(conn: sqlite3.Connection) -> None:
    take(conn, range(4))
    settle_record(conn)
    last = changes.newest(conn)
    claim = next(one for one in claims.claims(conn) if one.positions and len(one.statements) == 1)
    said = statements.by_ids(conn, claim.statements)
    given = Judgement(0, "stance", "Ines", NOW, "misread", value="withdraws", subjects=subjects(said))
    keep(conn, given)
    settle_record(conn)
    later = [one for one in told(conn) if one.seq > last]
    assert {(one.cause, one.by, one.why) for one in later} == {("judgement", "Ines", "misread")}
    assert {one.kind for one in later} >= {"position", "status"}


def test_a_watch_tells_what_came_after_it_began_and_goes_with_its_claim(conn: sqlite3.Connection) -> None:
    take(conn, range(6))
    settle_record(conn)
    claim = max(claims.claims(conn), key=lambda one: len(one.statements))
    of_claim = watches.watch(conn, "ines", ("claim", claim.id, claim.wording), now=NOW)
    assert watches.to_tell(conn, of_claim.id) == []
    words = watches.watch(conn, "ines", ("search", "the", ""), now=NOW)
    take(conn, range(30))
    settle_record(conn)
    assert watches.to_tell(conn, words.id, limit=1000)
    current = settling.successors(conn, "claim", claim.id)
    about = {claim.id, *current}
    for one in watches.to_tell(conn, of_claim.id):
        assert about & {one.claim, *one.others}
    assert tallies.settled_with(conn)
