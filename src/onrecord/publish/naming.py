"""Names of the things of a record in other formats: the same thing has the same name in each, wherever it is made."""

from __future__ import annotations

import uuid
from urllib.parse import quote

_OURS = uuid.uuid5(uuid.NAMESPACE_URL, "urn:onrecord")


def urn(kind: str, id_: str) -> str:
    """The name of a "claim", an "article", a "party" or another kind of thing: ``urn:onrecord:KIND:ID``."""
    return f"urn:onrecord:{kind}:{quote(id_.encode('utf-8', 'replace'), safe='')}"


def named(kind: str, *parts: str) -> str:
    """A version 5 UUID (RFC 9562) of a thing: the same parts give the same, and those of no other maker."""
    return str(uuid.uuid5(_OURS, "\x1f".join((kind, *(part.encode("utf-8", "replace").decode() for part in parts)))))
