"""The API asked everything that its description allows, and much that it does not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest
import schemathesis
from hypothesis import HealthCheck, assume, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_schema_conformance,
    status_code_conformance,
)
from starlette.types import ASGIApp

from onrecord.web.api.routes import OPERATIONS, PREFIX
from onrecord.web.app import desk
from tests.publish.small_record import plain, small_record
from tests.web.asking import HOST
from tests.web.nowhere import Nowhere
from tests.web.test_add import intake_of

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
    negative_data_rejection,
]
HERE = {"host": "127.0.0.1", "sec-fetch-site": "same-origin"}


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ASGIApp]:
    record = tmp_path_factory.mktemp("api") / "a.db"
    small_record(record, plain)
    made = desk(record, HOST, online=lambda conn: Nowhere())
    yield made
    intake_of(made).end()


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


def test_every_answer_leads_on(described: Any) -> None:
    """A few walks along the links of the description: from lists to things and from things to others."""

    class Walk(described.as_state_machine()):  # type: ignore[misc]
        def get_call_kwargs(self, case: Any) -> dict[str, Any]:
            return {"headers": HERE}

        def validate_response(self, response: Any, case: Any, **more: Any) -> None:
            case.validate_response(response, checks=CHECKS, headers=HERE)

    Walk.run(
        settings=settings(
            max_examples=6,
            stateful_step_count=5,
            deadline=None,
            database=None,
            derandomize=True,
            suppress_health_check=list(HealthCheck),
        )
    )
