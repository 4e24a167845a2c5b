"""The API described to machines: OpenAPI 3.1, made from the operations themselves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from onrecord import __version__
from onrecord.web.api.examples import examples
from onrecord.web.api.operations import Operation, Parameter
from onrecord.web.api.schema import Schema, maybe, named, rows, text, thing
from onrecord.web.api.shapes import components

PROBLEMS = {
    "400": "The question cannot be answered as it was put.",
    "401": "A token is needed, or this one is not good any more.",
    "403": "Who asks may not do that, or the token has not the scope for it.",
    "404": "There is no such thing.",
    "503": "The record cannot be used now; Retry-After says when to come again.",
}
OF_SENDING = {
    "409": "It cannot be kept as things stand; the detail says why.",
    "413": "Too much was sent: 1 MB at most.",
    "415": "It was not sent as application/json.",
    "422": "What was sent is not as its schema says.",
}
TAGS = {
    "counts": "The record in numbers.",
    "state": "How far the record is, and whether something is still being worked in.",
    "stories": "Events, each with its articles and claims.",
    "topics": "What stories are about.",
    "articles": "What was read, with everything said in it.",
    "statements": "Something somebody is said to have said, and where it stands.",
    "claims": "Statements that speak to one proposition, and who stands where on it.",
    "speakers": "People, bodies and parties.",
    "outlets": "Who carries it, who was first, who repeats whom.",
    "search": "Finding words.",
    "positions": "Asking about a claim in words of one's own.",
    "changes": "What is otherwise than it was, and why.",
    "watches": "Your own: what you want to be told of.",
    "judgements": "What people decided.",
    "pages": "Handing in what is to be read.",
    "following": "Feeds, sitemaps and pages that are watched for new articles.",
    "refusals": "What could not be used, and why.",
    "review": "What people should look at next.",
    "formats": "The formats of others.",
    "sources": "What is followed, and what was refused.",
}


def description(operations: Sequence[Operation], prefix: str) -> dict[str, Any]:
    """The OpenAPI document. ``prefix``: where all paths begin."""
    paths: dict[str, dict[str, Any]] = {}
    for one in operations:
        paths.setdefault(f"{prefix}{one.path}", {})[one.method.lower()] = _operation(one)
    rooms = dict.fromkeys(_room(one) for one in operations)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "onrecord",
            "version": __version__,
            "summary": "Who said what, when, how sure they were, and who independently backs it up.",
            "license": {"name": "Apache License 2.0", "identifier": "Apache-2.0"},
        },
        "tags": [{"name": room, "description": TAGS[room]} for room in rooms],
        "paths": paths,
        "components": {
            "schemas": _with_examples(components()),
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer", "description": "onrecord user token"}},
        },
        # Without people in the record nobody needs a token.
        "security": [{"token": []}, {}],
    }


def _room(one: Operation) -> str:
    return one.path.split("/")[1]


def _with_examples(schemas: dict[str, Schema]) -> dict[str, Schema]:
    held = examples()
    return {name: {**one, "examples": [held[name]]} if name in held else one for name, one in schemas.items()}


def _operation(one: Operation) -> dict[str, Any]:
    shape: dict[str, Any] = {
        "operationId": one.name,
        "summary": one.tells,
        "description": _told(one),
        "tags": [_room(one)],
        "parameters": [_parameter(each, one.path) for each in one.every_parameter],
        "responses": _responses(one),
    }
    if one.takes:
        shape["requestBody"] = {"required": True, "content": {"application/json": {"schema": one.takes}}}
        held = examples().get(f"{one.name} takes")
        if held:
            shape["requestBody"]["content"]["application/json"]["examples"] = {"one": {"value": held}}
    return shape


def _told(one: Operation) -> str:
    said = one.more or f"{one.tells}."
    scope = "your own; a token needs the scope write" if one.own and one.scope == "write" else one.scope
    return f"{said} Scope: {scope}."


def _parameter(one: Parameter, path: str) -> dict[str, Any]:
    inside = f"{{{one.name}}}" in path
    tells = one.schema.get("description", "")
    schema = {key: value for key, value in one.schema.items() if key != "description"}
    shape = {"name": one.name, "in": "path" if inside else "query", "required": inside or one.needed, "schema": schema}
    return shape | ({"description": tells} if tells else {})


def _responses(one: Operation) -> dict[str, Any]:
    found: dict[str, Any] = {str(one.status): _good(one)}
    if one.method == "GET":
        found["304"] = {"description": "What the asker has is still so (If-None-Match)."}
    told = PROBLEMS | (OF_SENDING if one.takes else {})
    return found | {code: _problem(words) for code, words in told.items()} | {"default": _problem("Anything else.")}


def _good(one: Operation) -> dict[str, Any]:
    """The answer as asked, with what can be asked next."""
    if one.status == 204:
        return {"description": "It is so."}
    good: dict[str, Any] = {"description": "As asked.", "content": _content(one)}
    if one.method == "GET":
        good["headers"] = {"ETag": {"description": "What it is known by.", "schema": text()}}
    if one.links:
        good["links"] = {name: _link(name, at) for name, at in one.links.items()}
    return good


def _content(one: Operation) -> dict[str, Any]:
    if one.files:
        return {type_.partition(";")[0]: {} for type_ in one.files}
    schema: Schema = named(one.gives)
    if one.paged:
        schema = thing(items=rows(named(one.gives)), next=maybe(text("The address of the next page.")))
    return {"application/json": {"schema": schema}}


def _link(name: str, at: str) -> dict[str, Any]:
    of = "name" if at.endswith("/name") else "id"
    return {"operationId": name, "parameters": {of: f"$response.body#{at}"}}


def _problem(words: str) -> dict[str, Any]:
    return {"description": words, "content": {"application/problem+json": {"schema": named("Problem")}}}
