"""Names and outlets: what lists say of them, and what is said of each."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import pytest
from starlette.types import ASGIApp

from onrecord.web.api.routes import PREFIX
from onrecord.web.app import desk
from tests.web.asking import HOST, ask
from tests.web.judging import make_record


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> ASGIApp:
    record = tmp_path_factory.mktemp("names") / "a.db"
    make_record(record)
    return desk(record, HOST)


def get(app: ASGIApp, path: str) -> Any:
    answer = ask(app, f"{PREFIX}{path}")
    assert answer.status_code == 200, answer.text
    return answer.json()


@pytest.mark.parametrize("kind", ["person", "body", "party"])
def test_everybody_has_what_the_list_says(app: ASGIApp, kind: str) -> None:
    for one in get(app, f"/speakers?kind={kind}")["items"]:
        name = quote(one["name"], safe="")
        whole = get(app, f"/speakers/{name}")
        assert {key: whole[key] for key in one} == one
        said = get(app, f"/speakers/{name}/statements?limit=200")["items"]
        assert said
        assert all(one["name"].casefold() in _named(each) for each in said)
        for stand in get(app, f"/speakers/{name}/positions?changed=true")["items"]:
            assert stand["before"][-1]["stance"] != stand["now"]["stance"]


def _named(statement: Any) -> set[str]:
    speaker = statement["speaker"]
    return {str(speaker["name"]).casefold(), str(speaker["party"]).casefold()}


def test_names_by_their_words(app: ASGIApp) -> None:
    [first, *_] = get(app, "/speakers?kind=party")["items"]
    word = first["name"].split()[-1]
    found = get(app, f"/speakers?kind=party&words={quote(word.upper())}")["items"]
    assert first in found
    assert get(app, "/speakers?kind=party&words=zzzz")["items"] == []
    by_name = get(app, "/speakers?kind=party&order=name")["items"]
    assert sorted(one["name"] for one in by_name) == sorted(
        one["name"] for one in get(app, "/speakers?kind=party")["items"]
    )


def test_a_name_is_not_there(app: ASGIApp) -> None:
    for path in ("/speakers/no/body", "/speakers/x/statements", "/outlets/none", "/outlets/none/firsts"):
        answer = ask(app, f"{PREFIX}{path}")
        assert answer.status_code == 404
        assert "see /" in answer.json()["detail"]


def test_outlets_have_what_the_list_says(app: ASGIApp) -> None:
    every = get(app, "/outlets")["items"]
    assert sum(one["articles"] for one in every) == get(app, "/counts")["articles"]
    for one in every:
        name = quote(one["name"], safe="")
        whole = get(app, f"/outlets/{name}")
        assert {key: whole[key] for key in one} == one
        assert len(get(app, f"/outlets/{name}/articles")["items"]) == one["articles"]
        assert len(get(app, f"/outlets/{name}/firsts")["items"]) == one["first"]
        assert sum(tie["times"] for tie in whole["copies_of"]) == one["copies"]
