"""What changed between two versions of one article: its words, its headline, and what became of its statements."""

from onrecord.edits.comparing import compare
from onrecord.edits.edit import Change, ChangeKind, Edit, Line, Run, RunKind

__all__ = ["Change", "ChangeKind", "Edit", "Line", "Run", "RunKind", "compare"]
