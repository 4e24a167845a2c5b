from __future__ import annotations

from onrecord.articles.byline import byline_of, is_organisation
from onrecord.knowledge.tables import table


def test_organisations_are_no_persons() -> None:
    for row in table("credit_words"):
        if row["kind"] == "organisation":
            assert is_organisation(row["example"], None), row
            assert byline_of([f"By {row['example']}"], (), None).persons == (), row


def test_words_for_nobody_name_nobody() -> None:
    for row in table("credit_words"):
        if row["kind"] == "nobody":
            assert byline_of([row["example"]], (), None) == byline_of([], (), None), row
