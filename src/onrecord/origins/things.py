"""Whether two statements are of two things: the Hale dam and the Little Hale dam, the Hale dam and the Hale bridge."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping

from onrecord.model import Statement
from onrecord.text.likeness import SMALL, stem

_NAMED = re.compile(r"((?:\b[A-Z][\w’'-]* )+)([a-z][a-z-]{2,})\b")


def named_apart(one: Statement, other: Statement) -> bool:
    """True where both name a thing of one kind by other names, or give one name to things of other kinds."""
    mine, theirs = _things(one.content.text), _things(other.content.text)
    return _parted(mine, theirs) or _parted(_by_name(mine), _by_name(theirs))


def _parted(mine: Mapping[str, set[str]], theirs: Mapping[str, set[str]]) -> bool:
    return any(not mine[key] & theirs[key] for key in mine.keys() & theirs.keys())


def _by_name(things: Mapping[str, set[str]]) -> dict[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for kind, names in things.items():
        for name in names:
            found[name].add(kind)
    return found


def _things(text: str) -> dict[str, set[str]]:
    """{kind of thing: the names it has}: "the Little Hale dam" is a dam named Little Hale."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for match in _NAMED.finditer(text):
        name = [re.sub(r"[’']s$", "", word) for word in match[1].split()]
        while name and name[0].casefold() in SMALL:
            name.pop(0)
        if name and match[2] not in SMALL:
            found[stem(match[2])].add(" ".join(name))
    return found
