from __future__ import annotations

import re

from onrecord.articles.prose import is_aside
from onrecord.knowledge.tables import table


def test_every_pattern_takes_its_example() -> None:
    for row in table("asides"):
        assert re.match(row["pattern"], row["example"], re.I), row
        assert is_aside(row["example"])


def test_paragraphs_are_no_asides() -> None:
    for line in (
        "Read the letter, she told the court, and then read it again before you say that he lied.",
        "Share prices fell by a tenth on Monday.",
        "Photographs of the bridge were taken on Friday, the mayor said.",
        "Published accounts show a loss of two million crowns for the harbour company.",
        "More than forty people were hurt.",
        "Post office workers walked out on Tuesday.",
    ):
        assert not is_aside(line), line
