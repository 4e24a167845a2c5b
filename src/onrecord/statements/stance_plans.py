"""What is still to come: a plan, a promise or a forecast settles nothing today, and neither does its negation."""

from __future__ import annotations

import re

from onrecord.statements.stance_negation import main_clause

TO_COME = re.compile(
    r"\b(?:will|would|shall|won['’]t|wouldn['’]t)\b(?!\s+(?:(?:not|also|only|still|never|surely)\s+)?(?:have\b(?! to)"
    r"|be\s+\w+ing\b))"
    r"|['’]ll\b|\b(?:is|are|was|were|am|['’]re|['’]s|['’]m)\s+(?:not\s+)?"
    r"(?:(?:due|set|about|going|bound|scheduled|expected)\s+)?to\s+(?!blame\b|the\b|an?\b|its\b|his\b|her\b|their\b|\w+ing\b)[a-z]{2,}",
    re.I,
)
BEFORE = re.compile(
    r"\b(?:is|are|was|were|am|has|have|had|do|does|did|can|could|may|might|must|should|told|said|knew|thought|made|gave"
    r"|went|came|took|saw|got|found|left|lost|\w{2,}ed)\b",
    re.I,
)
UNREAL = re.compile(r"\b(?:if|unless|had)\b", re.I)


def is_to_come(sentence: str) -> bool:
    """True for "The town will rebuild", "No train would run"; not for "would have run", "would stand ... if"."""
    main = main_clause(sentence)
    found = TO_COME.search(main)
    return bool(found and not BEFORE.search(main, 0, found.start()) and not UNREAL.search(sentence, found.start()))
