"""Two versions of an article, each with its statements, to the edit between them. Pure, and of bounded cost."""

from __future__ import annotations

from onrecord.edits.edit import Edit
from onrecord.edits.paragraphs import lines
from onrecord.edits.statements import changes
from onrecord.model import Reading


def compare(before: Reading, after: Reading) -> Edit:
    """The edit from one version to the later one."""
    old, new = before.article, after.article
    headline = (old.headline, new.headline) if old.headline.split() != new.headline.split() else None
    return Edit(new.id, old.id, headline, lines(old.text, new.text), changes(before, after))
