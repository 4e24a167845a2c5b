"""Reads the texts written for training: statements marked in place, as in "[1s She] [1c said] [1t it was so]".

A text begins with a line "=== form | title". A mark is a number that names the attribution, a letter for the part
(s source, c cue, t content), a space, the words and a closing bracket; marks may stand inside one another.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_HEAD = re.compile(r"(?m)^=== ")
_OPEN = re.compile(r"\[(\d{1,2})([sct])(?: |(?=\W))")
_PARTS = {"s": "source", "c": "cue", "t": "content"}

Row = dict[str, Any]


def marked_texts(path: Path) -> Iterator[Row]:
    """The texts of a file as rows with ``id``, ``form``, ``text`` and ``attributions``."""
    for number, block in enumerate(_HEAD.split(path.read_text(encoding="utf-8"))[1:]):
        head, _, body = block.partition("\n")
        text, attributions = unmarked(body.strip("\n"))
        form = head.split("|")[0].strip()
        yield {"id": f"{path.stem}-{number:03}", "form": form, "text": text, "attributions": attributions}


def unmarked(body: str) -> tuple[str, list[Row]]:
    """The text without its marks, and the attributions that they mark; a ValueError where a mark is not closed."""
    text: list[str] = []
    length, place = 0, 0
    open_marks: list[tuple[int, str, int]] = []
    parts: dict[int, Row] = defaultdict(lambda: {"source": [], "cue": [], "content": []})
    while place < len(body):
        mark = _OPEN.match(body, place)
        if mark:
            open_marks.append((int(mark[1]), _PARTS[mark[2]], length))
            place = mark.end()
            continue
        if body[place] == "]":
            if not open_marks:
                raise ValueError(f"a mark is closed that was never opened, before: {body[place : place + 40]!r}")
            number, part, start = open_marks.pop()
            if length > start:
                parts[number][part].append([start, length])
        else:
            text.append(body[place])
            length += 1
        place += 1
    if open_marks:
        raise ValueError(f"a mark is not closed: {open_marks}")
    return "".join(text), [row for row in parts.values() if row["content"]]
