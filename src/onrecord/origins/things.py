"""Whether two statements are of two things of one kind: the Hale dam and the Little Hale dam are two dams."""

from __future__ import annotations

import re
from collections import defaultdict

from onrecord.model import Statement
from onrecord.text.likeness import SMALL, stem

_NAMED = re.compile(r"((?:\b[A-Z][\w’'-]* )+)([a-z][a-z-]{2,})\b")


def named_apart(one: Statement, other: Statement) -> bool:
    """True where both name a thing of one kind, and none of the names of one is a name of the other."""
    mine, theirs = _things(one.content.text), _things(other.content.text)
    return any(not mine[kind] & theirs[kind] for kind in mine.keys() & theirs.keys())


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
