"""The API asked everything that its description allows, and much that it does not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
import schemathesis
from hypothesis import HealthCheck, assume, given, settings
from jsonschema import Draft202012Validator
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_schema_conformance,
    status_code_conformance,
)
from starlette.types import ASGIApp

from onrecord.store import claims
from onrecord.store.opening import open_record
from onrecord.web.api.routes import OPERATIONS, PREFIX
from onrecord.web.app import desk
from tests.publish.small_record import plain, small_record
from tests.web.asking import HOST, ask

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
    negative_data_rejection,
]
HERE = {"host": "127.0.0.1", "sec-fetch-site": "same-origin"}


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> ASGIApp:
    record = tmp_path_factory.mktemp("api") / "a.db"
    small_record(record, plain)
    return desk(record, HOST)


@pytest.fixture(scope="module")
def described(app: ASGIApp) -> Any:
    return schemathesis.openapi.from_asgi(f"{PREFIX}/openapi.json", app, headers=HERE)


@pytest.mark.parametrize("mode", GenerationMode)
@pytest.mark.parametrize("name", [one.name for one in OPERATIONS])
def test_every_operation(described: Any, name: str, mode: GenerationMode) -> None:
    [operation] = [one.ok() for one in described.get_all_operations() if one.ok().definition.raw["operationId"] == name]
    if mode is GenerationMode.NEGATIVE and not (operation.query or operation.body):
        pytest.skip("nothing can be asked wrongly")

    @settings(max_examples=15, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(case=operation.as_strategy(generation_mode=mode))
    def asked(case: schemathesis.Case[Any]) -> None:
        assume(len(quote(str(case.query))) < 1_500)  # a longer address is refused before anybody looks what it asks
        case.call_and_validate(checks=CHECKS, headers=HERE)

    asked()


def get(app: ASGIApp, path: str, **headers: str) -> Any:
    answer = ask(app, f"{PREFIX}{path}", headers=headers)
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_the_description_is_one_of_openapi(app: ASGIApp) -> None:
    found = get(app, "/openapi.json")
    assert found["openapi"].startswith("3.1")
    for one in found["components"]["schemas"].values():
        Draft202012Validator.check_schema(one)
    assert {each["operationId"] for path in found["paths"].values() for each in path.values()} == {
        one.name for one in OPERATIONS
    }


def test_pages_follow_one_another(app: ASGIApp) -> None:
    every = get(app, "/claims")["items"]
    assert every
    found, address = [], f"{PREFIX}/claims?limit=1"
    while address:
        answer = ask(app, address)
        found += answer.json()["items"]
        address = answer.json()["next"]
        assert (f'<{address}>; rel="next"' == answer.headers.get("link")) == bool(address)
    assert found == every


def test_what_the_asker_has_is_not_sent_again(app: ASGIApp) -> None:
    first = ask(app, f"{PREFIX}/claims")
    again = ask(app, f"{PREFIX}/claims", headers={"if-none-match": f'"other", W/{first.headers["etag"]}'})
    assert (again.status_code, again.content) == (304, b"")
    assert ask(app, f"{PREFIX}/claims", headers={"if-none-match": '"other"'}).status_code == 200


def test_what_is_given_is_in_the_log_and_can_be_undone(tmp_path: Path) -> None:
    record = tmp_path / "a.db"
    small_record(record, plain)
    own = desk(record, HOST)
    with open_record(record, readonly=True) as conn:
        [claim, *_] = claims.claims(conn)
    given = send(own, {"kind": "note", "claim": claim.id, "text": "seen by two of us", "why": "check"})
    assert given["kind"] == "note"
    undone = send(own, {"kind": "undo", "of": str(given["id"])})
    assert [one["id"] for one in get(own, "/judgements")["items"]] == [undone["id"], given["id"]]
    assert get(own, f"/judgements/{given['id']}")["standing"] == "undone"


def send(app: ASGIApp, body: dict[str, Any], *, expected: int = 201) -> Any:
    headers = {"content-type": "application/json", "sec-fetch-site": "same-origin"}
    answer = ask(app, f"{PREFIX}/judgements", method="POST", headers=headers, content=json.dumps(body).encode())
    assert answer.status_code == expected, answer.text
    return answer.json()


@pytest.mark.parametrize(("address", "status", "told"), [
    ("/claims?limit=0", 400, "limit is to be from 1 to 200"),
    ("/claims?limit=1e3", 400, "limit is to be an integer"),
    ("/claims?status=true", 400, "status is to be one of: reported"),
    ("/claims?colour=red", 400, "no parameter is called 'colour'"),
    ("/claims?limit=1&limit=2", 400, "limit was given twice"),
    ("/search", 400, "q is missing"),
    ("/claims/none", 404, "there is no claim none"),
    ("/nothing", 404, "there is no such address"),
])  # fmt: skip
def test_problems_say_what_to_do(app: ASGIApp, address: str, status: int, told: str) -> None:
    answer = ask(app, PREFIX + address)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert told in answer.json()["detail"]
    assert answer.json()["status"] == status
