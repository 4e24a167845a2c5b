"""JSON Schema (draft 2020-12, as OpenAPI 3.1 has it) in short: what a value may be, built of a few words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from onrecord.model import JudgementKind, Stance, Status

Schema = dict[str, Any]
MAX_TEXT = 2_000  # characters of a name, a reason, a query


def text(tells: str = "", **more: Any) -> Schema:
    """A string."""
    return _told({"type": "string", **more}, tells)


def maybe(schema: Schema) -> Schema:
    """The value, or null where it is not known."""
    if "$ref" in schema:
        return {"anyOf": [schema, {"type": "null"}]}
    return {**schema, "type": [schema["type"], "null"]} | (
        {"enum": [*schema["enum"], None]} if "enum" in schema else {}
    )


def integer(tells: str = "", **more: Any) -> Schema:
    """A whole number."""
    return _told({"type": "integer", **more}, tells)


def number(tells: str = "", **more: Any) -> Schema:
    """Any number."""
    return _told({"type": "number", **more}, tells)


def truth(tells: str = "") -> Schema:
    """True or false."""
    return _told({"type": "boolean"}, tells)


def one_of(kind: Any) -> Schema:
    """One of the words of a Literal."""
    return {"type": "string", "enum": list(get_args(kind) or kind)}


def rows(schema: Schema) -> Schema:
    """A list of such values."""
    return {"type": "array", "items": schema}


def named(name: str) -> Schema:
    """A schema of the components."""
    return {"$ref": f"#/components/schemas/{name}"}


def thing(tells: str = "", /, **fields: Schema) -> Schema:
    """An object with just these fields, all of them always there."""
    shape = {"type": "object", "properties": fields, "required": list(fields), "additionalProperties": False}
    return _told(shape, tells)


def sent(tells: str, needs: tuple[str, ...], fields: Mapping[str, Schema]) -> Schema:
    """An object that is sent: of these fields, some of which it needs."""
    return {**thing(tells, **fields), "required": list(needs)}


def _told(schema: Schema, tells: str) -> Schema:
    return {**schema, "description": tells} if tells else schema


def refusal_of(value: Any, schema: Mapping[str, Any], name: str) -> str:
    """What is wrong with a value that was sent, in a line; empty where it is as its schema says.

    Knows the words that the schemas of what is sent use: flat objects of strings, numbers, truths and lists of strings.
    """
    kinds: dict[str, type] = {"string": str, "integer": int, "boolean": bool, "array": list}
    kind = schema["type"]
    if kind == "object":
        return _refusal_of_object(value, schema, name)
    if not isinstance(value, kinds[kind]) or (kind == "integer" and isinstance(value, bool)):
        return f"{name} is to be {'an' if kind[0] in 'aeio' else 'a'} {kind}"
    if isinstance(value, list):
        if len(value) > schema.get("maxItems", len(value)):
            return f"{name} is to have at most {schema['maxItems']} items"
        return next(filter(None, (refusal_of(one, schema["items"], name) for one in value)), "")
    return _refusal_of_scalar(value, schema, name)


def _refusal_of_object(value: Any, schema: Mapping[str, Any], name: str) -> str:
    if not isinstance(value, dict):
        return f"{name} is to be an object"
    fields = schema["properties"]
    for key in value:
        if key not in fields:
            return f"{name} knows no {key!r}"[:200]
    for key in schema.get("required", ()):
        if key not in value:
            return f"{name} needs {key!r}"
    return next(filter(None, (refusal_of(value[key], fields[key], key) for key in value)), "")


def _refusal_of_scalar(value: Any, schema: Mapping[str, Any], name: str) -> str:
    if "enum" in schema and value not in schema["enum"]:
        return f"{name} is to be one of: {', '.join(schema['enum'])}"
    if isinstance(value, str):
        if len(value) > schema.get("maxLength", MAX_TEXT):
            return f"{name} is longer than {schema.get('maxLength', MAX_TEXT)} characters"
        if len(value) < schema.get("minLength", 0):
            return f"{name} is empty"
        if not _is_writable(value):
            return f"{name} has half a character in it"
    elif not schema.get("minimum", value) <= value <= schema.get("maximum", value):
        return f"{name} is to be from {schema.get('minimum', 'any')} to {schema.get('maximum', 'any')}"
    return ""


def _is_writable(value: str) -> bool:
    """Whether it is whole characters. Of a page of 20 MB this takes milliseconds, going through it took seconds."""
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


STANCE = one_of(Stance)
STATUS = one_of(Status)
JUDGEMENT_KIND = one_of(JudgementKind)
ID = text("An id, as other answers give it.", maxLength=64)
DAY = text("A day, YYYY-MM-DD.", maxLength=10, pattern=r"^\d{4}-\d{2}-\d{2}$")
NAME = text("A name, to the letter as other answers give it.", minLength=1, maxLength=300)
NUMBER = integer("A number, as other answers give it.", minimum=1, maximum=2**53)
