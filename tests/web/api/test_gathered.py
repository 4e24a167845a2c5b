"""Stories, topics, and the record as a whole."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from starlette.types import ASGIApp

from onrecord.store.opening import open_record, transaction
from onrecord.store.settling import keep_former
from onrecord.web.api.routes import PREFIX
from onrecord.web.app import desk
from tests.web.asking import HOST, ask
from tests.web.judging import make_record


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("gathered") / "a.db"
    make_record(path)
    return path


@pytest.fixture(scope="module")
def app(record: Path) -> ASGIApp:
    return desk(record, HOST)


def get(app: ASGIApp, path: str) -> Any:
    answer = ask(app, f"{PREFIX}{path}")
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_numbers_agree_with_lists(app: ASGIApp) -> None:
    counts = get(app, "/counts")
    assert len(get(app, "/claims?limit=200")["items"]) == counts["claims"] == sum(counts["statuses"].values())
    assert len(get(app, "/articles")["items"]) == counts["articles"]
    for status, times in counts["statuses"].items():
        assert len(get(app, f"/claims?status={status}&limit=200")["items"]) == times


def test_a_story_has_its_articles_and_claims(app: ASGIApp) -> None:
    for story in get(app, "/stories")["items"]:
        assert [one["id"] for one in get(app, f"/stories/{story['id']}/articles")["items"]] == story["articles"]
        claims = get(app, f"/stories/{story['id']}/claims?limit=200")["items"]
        assert {one["story"] for one in claims} <= {story["id"]}
        assert claims == get(app, f"/claims?story={story['id']}&limit=200")["items"]
        for status in {one["status"] for one in claims}:
            some = get(app, f"/stories/{story['id']}/claims?status={status}&limit=200")["items"]
            assert some == [one for one in claims if one["status"] == status]


def test_topics_lead_to_their_stories(app: ASGIApp) -> None:
    topics = get(app, "/topics")["items"]
    assert topics
    for topic in topics[:5]:
        assert get(app, f"/topics/{topic['name']}") == topic
        assert len(get(app, f"/stories?topic={topic['name']}")["items"]) == topic["stories"]
    assert ask(app, f"{PREFIX}/topics/none").status_code == 404


def test_what_went_elsewhere_is_told(app: ASGIApp, record: Path) -> None:
    claim = get(app, "/claims")["items"][0]["id"]
    with open_record(record) as conn, transaction(conn):
        keep_former(conn, "claim", {"gone": {claim: 1}})
    answer = ask(app, f"{PREFIX}/claims/gone")
    assert (answer.status_code, claim in answer.json()["detail"]) == (404, True)
    assert ask(app, f"{PREFIX}/stories/gone").json()["detail"] == "there is no story gone"


def test_it_is_told_when_a_judgement_is_worked_in(tmp_path: Path) -> None:
    make_record(tmp_path / "a.db")
    app = desk(tmp_path / "a.db", HOST)
    assert not get(app, "/state")["pending"]
    article = get(app, "/articles")["items"][0]["id"]
    body = json.dumps({"kind": "note", "article": article, "text": "seen"}).encode()
    sent = ask(
        app, f"{PREFIX}/judgements", method="POST", headers={"content-type": "application/json"}, content=body
    ).json()
    for _ in range(2_000):
        state = get(app, "/state")
        if not state["pending"]:
            break
    assert (state["pending"], state["last_judgement"]) == (False, sent["id"])
