"""An example of each schema: what the API answered of the sample newsroom, long lists cut short."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any


@cache
def examples() -> Mapping[str, Any]:
    """{name of a schema, or of an operation with " takes" after it: an example}."""
    found: dict[str, Any] = json.loads((resources.files(__package__) / "examples.json").read_text(encoding="utf-8"))
    return found
