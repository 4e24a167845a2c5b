"""Strangers' words in Markdown (CommonMark, GFM), where they mark nothing up, link nowhere and name nobody."""

from __future__ import annotations

import re

from onrecord.publish.addresses import outside
from onrecord.publish.rendering import seen

_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_SIGNS = re.compile(r"[\\`*_{}\[\]#|~@$^=]|:(?=/)|(?<=www)\.|(?<=^)[-+](?=\s)|(?<=^\d)[.)]", re.I)


def escaped(text: str | None) -> str:
    """The text on one line, to be read as it is."""
    line = " ".join(str(seen(text or "")).split())
    return "".join(_ENTITIES.get(one, one) for one in _SIGNS.sub(lambda found: "\\" + found.group(), line))


def link(words: str, url: str | None) -> str:
    """A link, or the words alone where the address is none to link to."""
    if outside(url) is None or url is None:
        return escaped(words)
    return f"[{escaped(words)}](<{url.translate({60: '%3C', 62: '%3E', 92: '%5C'})}>)"


def row(*cells: str) -> str:
    """A row of a table."""
    return f"| {' | '.join(cells)} |"
