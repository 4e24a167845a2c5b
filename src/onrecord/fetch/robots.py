"""robots.txt (RFC 9309): what a site asks of us. The rules are matched by Protego, without regular expressions."""

from __future__ import annotations

import re
from functools import lru_cache

from protego import Protego

TOKEN = "onrecord"  # noqa: S105  (the name that a robots.txt knows us by)
_AGENT = re.compile(r"\s*user[ -]?agent\s*[:\s]\s*([^#]*)", re.IGNORECASE)


def allows(text: str, url: str) -> bool:
    """True where a robots.txt lets us fetch the address: of the rules for us (else for all) the longest wins."""
    return _parsed(text).can_fetch(url, TOKEN)


def delay(text: str) -> float | None:
    """Seconds between two requests that a robots.txt asks for; None where it asks for none."""
    return _parsed(text).crawl_delay(TOKEN)


@lru_cache(maxsize=8)
def _parsed(text: str) -> Protego:
    return Protego.parse("\n".join(map(_for_us, text.removeprefix("\ufeff").splitlines())))


def _for_us(line: str) -> str:
    """The line, with every other robot under one name: a group of ten thousand names would multiply its rules."""
    found = _AGENT.match(line)
    if not found:
        return "" if line.strip().lower().startswith("user") else line
    name = found[1].strip().lower()
    token = re.match(r"[a-z_-]*", name)
    ours = token is not None and token[0] == TOKEN
    return f"User-agent: {TOKEN if ours else '*' if name == '*' else 'other'}"
