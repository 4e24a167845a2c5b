"""What a judgement touches is all it changes: settling after it comes to the same as settling everything anew."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Sequence
from contextlib import closing, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord import claims as stage
from onrecord.config import Config
from onrecord.errors import UsageError
from onrecord.model import Judgement
from onrecord.pipeline import review, review_claims, settle_batch
from onrecord.pipeline.keep import add, settle_record
from onrecord.pipeline.review import Hand, give, keep
from onrecord.pipeline.settle_names import names_anew
from onrecord.publish import judged
from onrecord.store import articles, claims, names, parties, statements, tallies, touched
from onrecord.store.opening import open_record, transaction
from tests.pipeline.stand_ins import GoldReader, by_letter, gold_inputs

NOW = "2026-03-18T08:00:00Z"
ADA = Hand("Ada", NOW, "she read it")
PAGES = 6
KINDS = (
    "speaker",
    "nobody",
    "stance",
    "day",
    "note",
    "merge",
    "away",
    "confirm",
    "same",
    "other",
    "undo",
    "redo",
    "page",
    "copy",
    "assess",
    "remark",
)


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stage, "group", by_letter)


@pytest.fixture(scope="module")
def settled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("settled") / "record.db"
    with pytest.MonkeyPatch.context() as patched, closing(open_record(path)) as conn:
        patched.setattr(stage, "group", by_letter)
        list(add(conn, gold_inputs()[:PAGES], Config(), now=NOW, reader=GoldReader()))
        settle_record(conn)
    return path


def drafted(conn: sqlite3.Connection, kind: str, at: int) -> Judgement:
    """A judgement of some kind on the record as it is, on one of what there is; UsageError where none can be."""
    said = sorted(id_ for one in claims.claims(conn) for id_ in one.statements)
    one, other = said[at % len(said)], said[(at // 7) % len(said)]
    called = sorted(name for name, _ in parties.parties(conn))
    pair = (called[at % len(called)], called[(at // 5) % len(called)])
    held, where = claims.claim_of(conn, [one, other]), statements.articles_by_id(conn, [one, other])
    drafts = {
        "speaker": lambda: review.speaker(conn, ADA, one, ("Ida Fern", pair[0], None)),
        "nobody": lambda: review.speaker(conn, ADA, one, (review.NOBODY, review.NOBODY, None)),
        "stance": lambda: review.corrected(conn, ADA, one, ("stance", "denies")),
        "day": lambda: review.corrected(conn, ADA, one, ("day", "2026-03-02")),
        "note": lambda: review.note(conn, ADA, "looked at", statement=one),
        "away": lambda: review_claims.move(conn, ADA, one, None),
        "confirm": lambda: review_claims.confirm(conn, ADA, one, held[one]),
        "merge": lambda: review_claims.merge(conn, ADA, held[one], held[other]),
        "same": lambda: review.named(conn, ADA, "same_party", pair),
        "other": lambda: review.named(conn, ADA, "other_party", pair),
        "copy": lambda: review.repeats(conn, ADA, "not_copy", (where[one], where[other], None)),
        "remark": lambda: review.note(conn, ADA, "read it", article=where[one]),
        "assess": lambda: review_claims.assess(conn, ADA, held[one], ("B", "2")),
        "undo": lambda: review.undo(conn, ADA, 1),
        "redo": lambda: review.redo(conn, ADA, None),
    }
    return drafts[kind]()


def judge(conn: sqlite3.Connection, kind: str, at: int) -> None:
    if kind == "page":
        list(add(conn, gold_inputs()[PAGES : PAGES + 1 + at % 2], Config(), now=NOW, reader=GoldReader()))
        settle_record(conn)
        return
    with suppress(UsageError):
        give(conn, drafted(conn, kind, at))


def all_of(conn: sqlite3.Connection) -> tuple[object, ...]:
    tables = ("voices", "names", "party_merges", "article_voices", "parties", "said", "corrections", "claim_outlets")
    rows = [sorted((tuple(row) for row in conn.execute(f"SELECT * FROM {table}")), key=repr) for table in tables]
    return tallies.settled(conn), rows


def shown(conn: sqlite3.Connection) -> tuple[list[object], list[object]]:
    """What people decided as pages show it: looked up for each claim and article, and picked from all there is."""
    given, by_index, of_all = judged.standing(conn), list[object](), list[object]()
    for claim in claims.claims(conn):
        carrying = {one.article for one in statements.by_ids(conn, claim.statements)}
        near = judged.about_claim(conn, claim, carrying)
        for decided, into in ((near, by_index), (given, of_all)):
            into += [judged.on_claim(claim, carrying, decided), judged.assessments([claim], decided)]
    for article in articles.articles(conn):
        ids = [one.id for one in statements.of_article(conn, article.id)]
        near = judged.about_article(conn, article.id, ids)
        for decided, into in ((near, by_index), (given, of_all)):
            held = judged.by_statement(decided)
            into += [judged.on_article(article.id, decided), *(held.get(id_, ()) for id_ in ids)]
    return by_index, of_all


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(asked=st.lists(st.tuples(st.sampled_from(KINDS), st.integers(0, 10_000)), min_size=1, max_size=4))
def test_judgements_in_any_order_settle_as_everything_anew(settled: Path, asked: Sequence[tuple[str, int]]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(shutil.copy(settled, Path(folder) / "record.db"))
        with closing(open_record(path)) as conn:
            for kind, at in asked:
                judge(conn, kind, at)
            found = all_of(conn)
            by_index, of_all = shown(conn)
            assert by_index == of_all
            with transaction(conn):
                touched.touch_all(conn)
            settle_record(conn)
            assert all_of(conn) == found


def test_a_note_settles_nothing_again(settled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    monkeypatch.setattr(settle_batch, "settle_names", lambda *_, **__: done.append("parties"))
    monkeypatch.setattr(settle_batch, "names_anew", lambda conn: done.append("names"))
    with closing(open_record(Path(shutil.copy(settled, tmp_path / "record.db")))) as conn:
        note = drafted(conn, "note", 3)
        keep(conn, note)
        assert tallies.settled_with(conn) is None
        assert settle_record(conn)
        assert not done
        assert not touched.counted(conn)


def test_only_what_is_decided_otherwise_is_touched(
    settled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    several: list[list[str]] = []
    real = settle_batch.settle_batch
    with closing(open_record(Path(shutil.copy(settled, tmp_path / "record.db")))) as conn:
        said = {one.article: one.id for id_ in claims.claims(conn) for one in statements.by_ids(conn, id_.statements)}
        (first, one), (second, other) = sorted(said.items())[:2]
        give(conn, review.corrected(conn, ADA, one, ("day", "2026-03-02")))

        def watched(conn: sqlite3.Connection, articles: list[str], decided: object) -> None:
            several.append(articles)
            real(conn, articles, decided)  # type: ignore[arg-type]

        monkeypatch.setattr("onrecord.pipeline.keep.settle_batch", watched)
        give(conn, review.corrected(conn, ADA, other, ("day", "2026-03-03")))
        assert several == [[second]]
        give(conn, review.undo(conn, ADA, 1))
        assert several == [[second], [first]]


def test_names_are_counted_again_where_a_correction_brings_one(settled: Path, tmp_path: Path) -> None:
    with closing(open_record(Path(shutil.copy(settled, tmp_path / "record.db")))) as conn:
        one = drafted(conn, "speaker", 11)
        assert names.named(conn, "Ida Fern") is None
        give(conn, one)
        assert names.named(conn, "Ida Fern") is not None
        kept = names.every(conn)
        with transaction(conn):
            names_anew(conn)
        assert names.every(conn) == kept
