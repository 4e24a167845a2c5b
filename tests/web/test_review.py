"""Judging in the page: each form from end to end, two people at once, who may, and what is sent in bad faith."""

from __future__ import annotations

import re
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from shutil import copyfile
from urllib.parse import urlsplit

import httpx
import pytest

from onrecord import claims as stage
from onrecord.model import Claim, Judgement, Reader
from onrecord.store import claims, copies, judgement_log, judgements, parties, statements
from onrecord.store.opening import open_record
from onrecord.web.review import local, told_at
from tests.pipeline.stand_ins import by_letter
from tests.publish.seen_page import check
from tests.web.judging import Desk, make_record

ADA, BO = Reader("Ada", "editor"), Reader("Bo", "editor")
HOSTILE = "</p><script>alert(1)</script>\"'><img src=x onerror=alert(2)> {{ 7*7 }} \x00\u202e"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made") / "record.db"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stage, "group", by_letter)
        make_record(path)
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


def two_claims(conn: sqlite3.Connection) -> tuple[Claim, Claim]:
    """Two claims of one story."""
    held = claims.claims(conn)
    return next((one, other) for one in held for other in held if one.story == other.story and one.id < other.id)


def last(conn: sqlite3.Connection) -> Judgement:
    return judgements.judgements(conn)[-1]


def went(answer: httpx.Response) -> str:
    """The page that one is led to, without what was just decided."""
    assert answer.status_code == 303, answer.text[-600:]
    return urlsplit(answer.headers["location"]).path


def test_a_merge_leads_to_the_claim_that_holds_both_and_is_undone_there(record: sqlite3.Connection, ada: Desk) -> None:
    one, other = two_claims(record)
    before = {at.id for at in claims.claims(record)}
    page = ada.get(f"/review/claims/{one.id}")
    assert f'value="{other.id} {other.statements[0]}"' in page.text
    check(page.text)
    answer = ada.give("merge", claim=one.id, other=f"{other.id} x", seen=0, back=f"/claims/{one.id}", why="one strike")
    now = went(answer)
    held = claims.claim(record, now.rpartition("/")[2])
    assert held
    assert set(held.statements) >= {*one.statements, *other.statements}
    told = ada.get(answer.headers["location"])
    assert "Kept as judgement 1" in told.text
    assert check(told.text).text.count("Undo") == 1
    assert went(ada.give("undo", of=1, back=now)).startswith("/claims/")
    assert {at.id for at in claims.claims(record)} == before
    ada.give("redo", of=1, back="/log")
    assert {at.id for at in claims.claims(record)} != before
    assert [at.kind for at in judgements.judgements(record)] == ["merge", "undo", "redo"]
    assert (last(record).by, judgements.judgements(record)[0].why) == ("Ada", "one strike")


def test_a_claim_settled_anew_meanwhile_is_known_by_a_statement(record: sqlite3.Connection, ada: Desk) -> None:
    one, other = two_claims(record)
    gone = "0" * 20
    answer = ada.give("note", claim=gone, at=one.statements[0], text="seen", back=f"/claims/{gone}")
    assert went(answer) == f"/claims/{one.id}"
    assert ada.give("merge", claim=gone, other=f"{gone} {other.statements[0]}", at=one.statements[0]).status_code == 303
    assert ada.give("merge", claim=gone, other=gone).status_code == 400


def test_statements_are_split_off_moved_confirmed_and_sent_away(record: sqlite3.Connection, ada: Desk) -> None:
    one, other = two_claims(record)
    taken, rest = one.statements[0], one.statements[-1]
    now = went(ada.give("split", claim=one.id, statement=[taken], back=f"/claims/{one.id}"))
    holding = claims.claim_of(record, [taken, rest])
    assert now == f"/claims/{holding[taken]}"
    assert holding[taken] != holding[rest]
    chosen = ada.get(f"/review/statements/{taken}/claims?back=/claims/{holding[taken]}")
    assert other.statements[0] in check(chosen.text).text + chosen.text
    ada.give("move", statement=taken, claim=f"{other.id} {other.statements[0]}")
    holding = claims.claim_of(record, [taken, other.statements[-1]])
    assert holding[taken] == holding[other.statements[-1]]
    ada.give("confirm", statement=taken, claim=holding[taken])
    assert last(record).kind == "confirm"
    ada.give("away", statement=taken)
    assert taken not in claims.claim_of(record, [taken])


def test_what_is_read_of_a_statement_is_corrected(record: sqlite3.Connection, ada: Desk) -> None:
    id_ = claims.claims(record)[0].statements[0]
    back = f"/articles/{statements.by_ids(record, [id_])[0].article}"
    assert "datalist" in check(ada.get(f"/review/statements/{id_}?back={back}").text).tags
    answer = ada.give(
        "speaker", statement=id_, name="Bo Berg", role="", party="Harbour Board", back=back, place=f"n-{id_}"
    )
    assert answer.headers["location"] == f"{back}?done=1#n-{id_}"
    ada.give("stance", statement=id_, stance="doubts")
    ada.give("day", statement=id_, day="2026-02-01")
    [now] = statements.by_ids(record, [id_])
    assert (now.speaker.name, now.speaker.role, now.speaker.party) == ("Bo Berg", None, "Harbour Board")
    assert (now.stance, now.said_on and now.said_on.day) == ("doubts", "2026-02-01")
    for id_of in (1, 2, 3):
        ada.give("undo", of=id_of)
    [again] = statements.by_ids(record, [id_])
    assert again.speaker.name != "Bo Berg"
    assert again.stance != "doubts"
    ada.give("redo", of=1)
    assert statements.by_ids(record, [id_])[0].speaker.name == "Bo Berg"


def test_an_origin_is_accepted_and_an_assessment_signed(record: sqlite3.Connection, ada: Desk) -> None:
    one = next(one for one in claims.claims(record) if len(one.origins) == 1 and one.possible_origins)
    refused = ada.give("assess", claim=one.id, letter="B", digit="1")
    assert refused.status_code == 400
    assert "two independent origins" in refused.text
    bare = ada.give("origin", claim=one.id, party=one.possible_origins[0].party, word="accept")
    assert bare.status_code == 400
    assert "Say how you know" in bare.text
    ada.give("origin", claim=one.id, party=one.possible_origins[0].party, word="accept", why="I saw the log")
    ada.give("assess", claim=one.id, at=one.statements[0], letter="B", digit="2")
    assert [(at.kind, at.value) for at in judgements.judgements(record)] == [("accept", None), ("assess", "B2")]
    page = ada.get(f"/claims/{claims.claim_of(record, [one.statements[0]])[one.statements[0]]}")
    assert "Ada decided so: I saw the log" in page.text
    assert "2 independent origins, 1 of them on a person’s word" in page.text


def test_names_copies_and_notes(record: sqlite3.Connection, ada: Desk) -> None:
    (first, _), (second, _) = parties.parties(record)[:2]
    ada.give("party", name=first, other=second, word="same", back="/log")
    assert first not in dict(parties.parties(record))
    ada.give("party", name=first, other=second, word="apart")
    assert first in dict(parties.parties(record))
    said = statements.by_ids(record, claims.claims(record)[0].statements)
    held = sorted({one.article for one in said})[:2]
    sent = [
        ada.give("copy", article=one, of=f"/articles/{two}#x", relation="rewrite") for one, two in (held, held[::-1])
    ]
    assert 303 in [one.status_code for one in sent]
    assert any({one.article, one.of} == set(held) for one in copies.copies(record))
    ada.give("copy", article=held[0], of=held[1], relation="none")
    assert all({one.article, one.of} != set(held) for one in copies.copies(record))
    check(ada.get(f"/review/articles/{held[0]}").text)
    ada.give("note", statement=said[0].id, text="they were asked")
    ada.give("note", article=held[0], text="the picture is older")
    noted = [one for one in judgements.judgements(record) if one.kind == "note"]
    assert [one.value for one in noted] == ["they were asked", "the picture is older"]
    log = check(ada.get("/log").text).text
    assert "they were asked" in log
    assert "the picture is older" in log
    assert "they were asked" in ada.get(f"/articles/{said[0].article}").text


def test_nobody_decides_over_anothers_head_unawares(record: sqlite3.Connection, path: Path, ada: Desk) -> None:
    bo, id_ = Desk(path, BO), claims.claims(record)[0].statements[0]
    assert bo.give("stance", statement=id_, stance="doubts", seen=0, why="he hedges").status_code == 303
    answer = ada.give("stance", statement=id_, stance="denies", seen=0, why="plain", back="/claims")
    assert answer.status_code == 409
    found = check(answer.text)
    for words in ("Theirs", "he hedges", "Yours", "denies", "plain", "Keep theirs"):
        assert words in found.text
    assert len(judgements.judgements(record)) == 1
    assert ada.give("speaker", statement=id_, name="Bo Berg", seen=0).status_code == 303
    fields = dict(re.findall(r'name="(\w+)" value="([^"]*)"', answer.text.partition("Yours")[2]))
    assert fields["seen"] == "1"
    assert went(ada.give("stance", **fields)) == "/claims"
    assert [one.by for one in judgements.judgements(record)] == ["Bo", "Ada", "Ada"]
    assert statements.by_ids(record, [id_])[0].stance == "denies"
    assert bo.give("stance", statement=id_, stance="denies", seen=1).status_code == 303


def test_an_undo_meanwhile_is_shown_too(record: sqlite3.Connection, path: Path, ada: Desk) -> None:
    bo, id_ = Desk(path, BO), claims.claims(record)[0].statements[0]
    ada.give("stance", statement=id_, stance="doubts")
    bo.give("undo", of=1, seen=1)
    assert ada.give("stance", statement=id_, stance="denies", seen=1).status_code == 409
    assert ada.give("undo", of=1, seen=1).status_code == 400


def test_of_many_at_once_none_is_lost(record: sqlite3.Connection, path: Path) -> None:
    said = [id_ for one in claims.claims(record) for id_ in one.statements][:8]
    answers: list[int] = []

    def work(reader: Reader) -> None:
        desk = Desk(path, reader)
        for id_ in said:
            answers.append(desk.give("note", statement=id_, text=f"{reader.name} on {id_}").status_code)
            answers.append(desk.give("day", statement=id_, day=f"2026-02-0{len(reader.name)}", seen=0).status_code)

    threads = [threading.Thread(target=work, args=(one,)) for one in (ADA, BO)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    given = judgements.judgements(record)
    notes = {(one.by, one.on("this")[0]) for one in given if one.kind == "note"}
    assert notes == {(by, id_) for by in ("Ada", "Bo") for id_ in said}
    days = [one.on("this")[0] for one in given if one.kind == "day"]
    assert sorted(days) == sorted(said), "of two who say otherwise of one statement the first is kept, the second asked"
    assert sorted(answers) == sorted([303] * 24 + [409] * 8)
    desk = Desk(path, ADA)
    desk.app.state.settler.soon().result(timeout=60)
    page = desk.get("/log").text
    assert all(f'id="j-{one.id}"' in page for one in given)


@pytest.mark.parametrize("reader", [Reader("Rae", "reader"), Reader()])
def test_who_only_reads_judges_nothing(record: sqlite3.Connection, path: Path, reader: Reader) -> None:
    desk, one = Desk(path, reader), claims.claims(record)[0]
    for kind in ("merge", "note", "undo"):
        assert desk.give(kind, claim=one.id, text="x", of=1).status_code in (401, 403)
    assert desk.send("/review/skip", ask="x").status_code in (401, 403)
    for address in ("", f"/claims/{one.id}", f"/statements/{one.statements[0]}", "/given/1"):
        assert desk.get(f"/review{address}").status_code in (401, 403)
    assert judgements.judgements(record) == []
    for address in (f"/claims/{one.id}", "/log"):
        page = desk.get(address).text
        assert "/review" not in page
        assert "htmx" not in page


@pytest.mark.parametrize(
    "field", ["text", "why", "name", "party", "role", "back", "place", "seen", "at", "of", "claim"]
)
def test_what_is_sent_in_bad_faith_is_only_words(record: sqlite3.Connection, ada: Desk, field: str) -> None:
    one = claims.claims(record)[0]
    id_ = one.statements[0]
    for kind, fields in (
        ("note", {"claim": one.id, "at": id_, "text": "a note"}),
        ("speaker", {"statement": id_, "name": "Bo Berg", "party": "Board"}),
        ("undo", {"of": "1"}),
    ):
        for value in (HOSTILE, "\udcff", "9" * 400, "//elsewhere.example/", "a\nb"):
            answer = ada.give(kind, **{**fields, field: value})
            assert answer.status_code in (303, 400, 409), answer.text[-300:]
            if answer.status_code == 303:
                assert re.match(r"/(review|claims|articles|log)?[/?]?", answer.headers["location"])
                assert not answer.headers["location"].startswith("//")
            else:
                check(answer.text)
    for address in ("/log", f"/claims/{one.id}", f"/review/statements/{id_}", "/review"):
        page = ada.get(address)
        if page.status_code == 200:
            found = check(page.text)
            assert "img" not in found.tags


def test_what_is_missing_or_unknown_is_told(record: sqlite3.Connection, ada: Desk) -> None:
    id_ = claims.claims(record)[0].statements[0]
    for kind, fields in (
        ("stance", {"statement": id_, "stance": "lies"}),
        ("stance", {"statement": "nope", "stance": "denies"}),
        ("day", {"statement": id_, "day": "2026-13-01"}),
        ("split", {"claim": claims.claims(record)[0].id}),
        ("copy", {"article": "x", "of": "y"}),
        ("party", {"name": "Nobody at all", "other": "No one", "word": "same"}),
        ("note", {"claim": claims.claims(record)[0].id, "text": "  "}),
        ("redo", {"of": 7}),
        ("move", {"statement": id_}),
        ("origin", {"claim": claims.claims(record)[0].id, "party": "x", "word": "maybe"}),
    ):
        answer = ada.give(kind, **fields)
        assert (kind, answer.status_code) == (kind, 400)
    assert ada.give("verdict", claim="x").status_code == 404
    assert judgement_log.last(record) == 0


def test_what_is_wrong_is_told_where_the_form_stands(record: sqlite3.Connection, ada: Desk) -> None:
    sent = {"claim": claims.claims(record)[0].id, "party": "<b>x</b>", "word": "accept", "back": "/review?page=2"}
    page = ada.give("origin", **sent)
    assert check(page.text).text.count("<b>x</b> does not assert claim") == 1
    assert '<a href="/review?page=2">Back to where you were</a>' in page.text
    assert "Back to where" not in ada.give("origin", **{**sent, "back": "//evil.example"}).text
    ada.beside = {"hx-request": "true"}
    beside = ada.give("origin", **sent)
    assert beside.status_code == 400
    assert beside.text.startswith('<p id="what-to-do">&lt;b&gt;x&lt;/b&gt; does not assert claim')
    assert (beside.headers["hx-retarget"], beside.headers["hx-push-url"]) == ("#wrong", "false")
    assert 'id="wrong" role="alert"' in ada.get(f"/claims/{sent['claim']}").text


def test_what_was_decided_is_told_by_what_the_claims_are_called(record: sqlite3.Connection, ada: Desk) -> None:
    one, other = two_claims(record)
    answer = ada.get(ada.give("merge", claim=one.id, other=other.id, back=f"/claims/{one.id}").headers["location"])
    for claim in (one, other):
        assert f"“{claim.wording[:40]}" in check(answer.text).text


def test_only_pages_of_this_desk_are_gone_back_to() -> None:
    for elsewhere in ("//evil.example", "/\\evil", "https://evil.example", "javascript:alert(1)", "/a b", "", "x"):
        assert local(elsewhere) == ""
    assert local("/claims/1?page=2") == "/claims/1?page=2"
    assert told_at("/search?q=a+b&done=3", 4) == "/search?q=a+b&done=4"
    assert told_at("/a/b%2Fc", 4, place="n-1") == "/a/b%2Fc?done=4#n-1"
    assert told_at("/a", 4, place='"><') == "/a?done=4"
