"""The API described to machines: OpenAPI 3.1, made from the operations themselves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from onrecord import __version__
from onrecord.web.api.operations import Operation, Parameter
from onrecord.web.api.schema import Schema, maybe, named, rows, text, thing
from onrecord.web.api.shapes import components

PROBLEMS = {
    "400": "The question cannot be answered as it was put.",
    "401": "A token is needed, or this one is not good any more.",
    "403": "The token has not the scope for it.",
    "404": "There is no such thing.",
    "429": "Too many attempts; Retry-After says when to come again.",
}
OF_SENDING = {
    "409": "It cannot be kept as things stand; the detail says why.",
    "413": "Too much was sent.",
    "415": "It was not sent as application/json.",
    "422": "What was sent is not as its schema says.",
}


def description(operations: Sequence[Operation], prefix: str) -> dict[str, Any]:
    """The OpenAPI document. ``prefix``: where all paths begin."""
    paths: dict[str, dict[str, Any]] = {}
    for one in operations:
        paths.setdefault(f"{prefix}{one.path}", {})[one.method.lower()] = _operation(one)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "onrecord",
            "version": __version__,
            "summary": "Who said what, when, how sure they were, and who independently backs it up.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "paths": paths,
        "components": {
            "schemas": components(),
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer", "description": "onrecord user token"}},
        },
        # Without people in the record nobody needs a token.
        "security": [{"token": []}, {}],
    }


def _operation(one: Operation) -> dict[str, Any]:
    shape: dict[str, Any] = {
        "operationId": one.name,
        "summary": one.tells,
        "tags": [one.path.split("/")[1]],
        "parameters": [_parameter(each, one.path) for each in one.every_parameter],
        "responses": _responses(one),
    }
    if one.takes:
        shape["requestBody"] = {"required": True, "content": {"application/json": {"schema": one.takes}}}
    return shape


def _parameter(one: Parameter, path: str) -> dict[str, Any]:
    inside = f"{{{one.name}}}" in path
    tells = one.schema.get("description", "")
    schema = {key: value for key, value in one.schema.items() if key != "description"}
    shape = {"name": one.name, "in": "path" if inside else "query", "required": inside or one.needed, "schema": schema}
    return shape | ({"description": tells} if tells else {})


def _responses(one: Operation) -> dict[str, Any]:
    schema: Schema = named(one.gives)
    if one.paged:
        schema = thing(items=rows(named(one.gives)), next=maybe(text("The address of the next page.")))
    good = {"description": "As asked.", "content": {"application/json": {"schema": schema}}}
    found = {"201" if one.takes else "200": good}
    if one.method == "GET":
        found["304"] = {"description": "What the asker has is still so (If-None-Match)."}
    told = PROBLEMS | (OF_SENDING if one.takes else {})
    return found | {code: _problem(words) for code, words in told.items()} | {"default": _problem("Anything else.")}


def _problem(words: str) -> dict[str, Any]:
    return {"description": words, "content": {"application/problem+json": {"schema": named("Problem")}}}
