"""Where to go on to after signing in: a page of this desk and nothing else."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

FRONT = "/"
LONGEST = 2_000
# Going on there would sign out again, or ask again.
_NOT_THERE = ("/sign-in", "/sign-out", "/welcome")


def onward(address: str) -> str:
    """The address, if it is a path of this desk that no browser could take for another place; else the front page."""
    return address if _is_ours(address) else FRONT


def _is_ours(address: str) -> bool:
    if not address.startswith("/") or len(address) > LONGEST or not address.isascii():
        return False
    read = address
    for _ in range(3):  # what is hidden twice is meant to be found by something
        if read.startswith("//") or "\\" in read or any(ord(one) < 0x20 or ord(one) == 0x7F for one in read):
            return False
        read = unquote(read)
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return not parts.scheme and not parts.netloc and " " not in address and parts.path not in _NOT_THERE
