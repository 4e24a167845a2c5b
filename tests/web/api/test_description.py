"""What the API says of itself: OpenAPI 3.1, with examples that are as their schemas say, and all of it in the docs."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from jsonschema import Draft202012Validator

from onrecord.web.api.description import description
from onrecord.web.api.routes import OPERATIONS, PREFIX

DOCS = Path(__file__).parents[3] / "docs" / "api.md"


@pytest.fixture(scope="module")
def found() -> dict[str, Any]:
    return description(OPERATIONS, PREFIX)


def test_it_is_one_of_openapi(found: dict[str, Any]) -> None:
    assert found["openapi"].startswith("3.1")
    schemathesis.openapi.from_dict(found).validate()  # by the schema that OpenAPI publishes
    for one in found["components"]["schemas"].values():
        Draft202012Validator.check_schema(one)


def test_every_operation_has_a_name_and_words(found: dict[str, Any]) -> None:
    every = [one for path in found["paths"].values() for one in path.values()]
    assert len({one["operationId"] for one in every}) == len(every) == len(OPERATIONS)
    tags = {one["name"]: one["description"] for one in found["tags"]}
    assert all(one["summary"] and one["description"] and tags[one["tags"][0]] for one in every)


def test_links_lead_to_operations(found: dict[str, Any]) -> None:
    known = {one.name: {each.name for each in one.every_parameter} for one in OPERATIONS}
    for one in OPERATIONS:
        for name, at in one.links.items():
            assert {"id", "name"} & known[name], (one.name, name)
            assert at.startswith("/")


def test_examples_are_as_their_schemas_say(found: dict[str, Any]) -> None:
    schemas = found["components"]["schemas"]
    given = {one.gives for one in OPERATIONS if one.gives and one.status != 204}
    unexampled = {name for name in given if not schemas[name].get("examples")}
    assert unexampled <= {"Copy", "Version", "Edit"}, unexampled
    for name, schema in schemas.items():
        for example in schema.get("examples", ()):
            whole = {"$ref": f"#/$defs/{name}", "$defs": schemas}
            Draft202012Validator(_local(whole)).validate(example)
    for one in OPERATIONS:
        if one.takes:
            body = found["paths"][f"{PREFIX}{one.path}"]["post"]["requestBody"]["content"]["application/json"]
            Draft202012Validator(one.takes).validate(body["examples"]["one"]["value"])


def _local(shape: Any) -> Any:
    """The schema with its references inside itself."""
    if isinstance(shape, dict):
        return {key: _local(value) for key, value in shape.items()}
    if isinstance(shape, list):
        return [_local(one) for one in shape]
    return shape.replace("#/components/schemas/", "#/$defs/") if isinstance(shape, str) else shape


def documented() -> set[tuple[str, str]]:
    """(method, path) of every operation that docs/api.md lists."""
    return set(re.findall(r"`(GET|POST|DELETE) (/[^`?]*)", DOCS.read_text(encoding="utf-8")))


def test_the_docs_list_every_operation_and_no_other() -> None:
    assert documented() == {(one.method, one.path) for one in OPERATIONS}


def test_the_docs_name_every_parameter() -> None:
    text = DOCS.read_text(encoding="utf-8")
    missing = [
        (one.name, each.name)
        for one in OPERATIONS
        for each in one.parameters
        if f"`{each.name}`" not in text and f"{{{each.name}}}" not in text
    ]
    assert not missing
