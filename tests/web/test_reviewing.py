"""The queue, the choosers and the log."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from shutil import copyfile
from urllib.parse import urlencode

import pytest

from onrecord import claims as stage
from onrecord.model import Reader
from onrecord.pipeline.review import Hand
from onrecord.pipeline.review_claims import note_on_claim
from onrecord.store import asks, claims, judgements
from onrecord.store.opening import open_record, transaction
from tests.pipeline.stand_ins import by_letter
from tests.publish.seen_page import check
from tests.web.judging import Desk, make_record

ADA, BO = Reader("Ada", "editor"), Reader("Bo", "editor")
UNSURE = """
UPDATE stories SET heat = 2.0;
UPDATE statements SET confidence = 0.3 WHERE seq IN (SELECT seq FROM statements ORDER BY id LIMIT 6);
UPDATE statements SET speaker_confidence = 0.4 WHERE speaker IS NOT NULL AND seq % 7 = 0;
UPDATE statements SET said_on = '2026-12-01', said_on_confidence = 0.9 WHERE seq % 11 = 0;
UPDATE articles SET published_confidence = 0.95;
INSERT OR REPLACE INTO party_merges
SELECT DISTINCT party || ' Office', party, 0.78, 'its last words' FROM parties LIMIT 3;
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made") / "record.db"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stage, "group", by_letter)
        make_record(path)
    with closing(open_record(path)) as conn:
        conn.executescript(UNSURE)
    return path


@pytest.fixture
def path(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(stage, "group", by_letter)
    return Path(copyfile(made, tmp_path / "record.db"))


@pytest.fixture
def record(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(open_record(path)) as conn:
        yield conn


@pytest.fixture
def ada(path: Path) -> Desk:
    return Desk(path, ADA)


def waiting(desk: Desk) -> int:
    """How many questions the queue says it has."""
    found = re.search(r"([\d,]+) questions? on", desk.get("/review").text)
    assert found
    return int(found.group(1).replace(",", ""))


def answers(page: str) -> list[tuple[str, dict[str, str]]]:
    """(kind, fields) of every button that answers, in order."""
    forms = re.findall(r'action="/review/give/(\w+)" hx-boost="true">(.*?)</form>', page, re.DOTALL)
    return [(kind, dict(re.findall(r'name="(\w+)" value="([^"]*)"', inside))) for kind, inside in forms]


def asked_of(desk: Desk) -> set[tuple[str, str]]:
    """(kind, statement) of every answer that the queue offers."""
    pages = [desk.get(f"/review?page={n}").text for n in range(1, 9)]
    return {(kind, fields.get("statement", "")) for page in pages for kind, fields in answers(page)}


def test_every_kind_of_question_is_asked_with_its_reason(record: sqlite3.Connection, ada: Desk) -> None:
    kinds = {one.kind for one in asks.asks(record)}
    assert kinds >= {"link", "speaker", "day", "party"}
    pages = [ada.get(f"/review?page={n}") for n in range(1, 9)]
    text = "".join(check(one.text).text for one in pages)
    for words in (
        "Does this speak to the claim?",
        "Did ",
        "Was this said on",
        "one party?",
        "Why here:",
        "0.30",
        "0.78",
    ):
        assert words in text, words


def test_what_is_answered_leaves_and_comes_back_when_it_is_undone(record: sqlite3.Connection, ada: Desk) -> None:
    kind, fields = next(one for one in answers(ada.get("/review").text) if "statement" in one[1])
    answer = ada.give(kind, **fields)
    assert answer.headers["location"] == "/review?done=1"
    now = ada.get("/review?done=1")
    assert "Kept as judgement 1" in now.text
    assert (kind, fields["statement"]) not in asked_of(ada)
    ada.give("undo", of=1)
    assert (kind, fields["statement"]) in asked_of(ada)
    assert [one.kind for one in judgements.judgements(record)] == [kind, "undo"]


def test_what_is_skipped_is_still_asked_of_others(record: sqlite3.Connection, path: Path, ada: Desk) -> None:
    before = waiting(ada)
    key = re.search(r'name="ask" value="([^"]+)"', ada.get("/review").text)
    assert key
    assert ada.send("/review/skip", ask=key.group(1), back="/review").headers["location"] == "/review"
    assert (waiting(ada), waiting(Desk(path, BO))) == (before - 1, before)
    assert judgements.judgements(record) == []


def test_every_answer_of_the_queue_can_be_kept(ada: Desk) -> None:
    held = [one for n in range(1, 9) for one in answers(ada.get(f"/review?page={n}").text)]
    tried = {kind: fields for kind, fields in held if fields}
    assert set(tried) >= {"confirm", "away", "speaker", "day", "party"}
    for kind, fields in tried.items():
        if kind != "away" and "Office" not in fields.get("name", ""):
            assert ada.give(kind, **fields).status_code == 303, kind


def test_the_log_is_looked_through(record: sqlite3.Connection, path: Path, ada: Desk) -> None:
    one, other = claims.claims(record)[:2]
    ada.give("note", claim=one.id, text="first of Ada")
    Desk(path, BO).give("stance", statement=other.statements[0], stance="doubts", why="of Bo")
    ada.give("undo", of=2)
    day = judgements.judgements(record)[0].at[:10]
    for asked, shown in (
        ("", [3, 2, 1]),
        ("?by=Bo", [2]),
        ("?kind=note", [1]),
        ("?standing=undone", [2]),
        (f"?claim={one.id}", [1]),
        (f"?statement={other.statements[0]}", [2]),
        (f"?day={day}", [3, 2, 1]),
        ("?day=2001-01-01", []),
        ("?before=3", [2, 1]),
        ("?kind=nonsense&day=never&standing=%3Cb%3E", [3, 2, 1]),
        ("?by=%3Cscript%3E", []),
        ("?claim=nope", []),
    ):
        page = ada.get(f"/log{asked}")
        check(page.text)
        assert [int(n) for n in re.findall(r'id="j-(\d+)"', page.text)] == shown, asked
    whole = ada.get("/log").text
    assert [kind for kind, _ in answers(whole)] == ["redo", "undo"]
    assert "of Bo" in whole


def test_a_long_log_goes_on(record: sqlite3.Connection, ada: Desk) -> None:
    one = claims.claims(record)[0]
    with transaction(record):
        for n in range(51):
            hand = Hand("Ada", "2026-03-18T08:00:00Z")
            judgements.add(record, note_on_claim(record, hand, one.id, f"note {n}"))
    page = ada.get("/log").text
    assert page.count('id="j-') == 50
    assert ada.get("/log?before=2").text.count('id="j-') == 1
    assert 'href="/log?before=2"' in page


def test_where_a_judgement_stands_now(record: sqlite3.Connection, ada: Desk) -> None:
    one = claims.claims(record)[0]
    ada.give("note", claim=one.id, text="here")
    assert ada.get("/review/given/1").headers["location"] == f"/claims/{one.id}?done=1"
    assert ada.get("/review/given/99").headers["location"] == "/log?done=99"


@pytest.mark.parametrize("address", ["claims/nope", "statements/nope", "statements/nope/claims", "articles/nope"])
def test_what_is_not_there_is_told(ada: Desk, address: str) -> None:
    assert ada.get(f"/review/{address}").status_code == 404


@pytest.mark.parametrize("words", ["", "the", '"', "a* OR b", "\u202e<script>", "x" * 500])
def test_looking_for_another_claim_takes_any_words(record: sqlite3.Connection, ada: Desk, words: str) -> None:
    one = claims.claims(record)[0]
    article = record.execute("SELECT article FROM statements WHERE id = ?", (one.statements[0],)).fetchone()[0]
    for address in (f"claims/{one.id}", f"statements/{one.statements[0]}/claims", f"articles/{article}"):
        page = ada.get(f"/review/{address}?{urlencode({'q': words, 'page': words})}")
        assert page.status_code == 200
        assert len(page.content) < 150_000
        check(page.text)
