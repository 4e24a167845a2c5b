from __future__ import annotations

import re

from onrecord.articles.refusal import is_error_title
from onrecord.knowledge.tables import table


def test_every_pattern_takes_its_example() -> None:
    for row in table("error_pages"):
        assert re.search(row["pattern"], row["example"], re.I), row
        assert is_error_title(row["example"])


def test_headlines_are_no_errors() -> None:
    for line in (
        "Missing page found in the archive",
        "Pilot error killed 404 people, board says",
        "Service at the harbour resumes",
    ):
        assert not is_error_title(line), line
