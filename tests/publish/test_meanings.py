"""The page about the marks leaves none of them out."""

from __future__ import annotations

from onrecord.origins.collapsed import VERBS
from onrecord.publish.addresses import Addresses
from onrecord.publish.meanings import COUNTS, HELD, NO_ORIGIN, SAID
from onrecord.publish.pages.plain import about_page
from onrecord.publish.words import STANCES, STATUSES
from tests.publish.seen_page import check


def test_every_stance_and_status_has_an_example() -> None:
    assert set(SAID) == {term.key for term in STANCES}
    assert set(HELD) == {term.key for term in STATUSES}


def test_every_tie_between_reports_is_explained() -> None:
    assert {term.key for term in NO_ORIGIN} == {*VERBS, "version", "relays", "occasion", "again"}


def test_all_of_it_is_on_the_page() -> None:
    page = check(about_page(Addresses()))
    for words in (*SAID.values(), *HELD.values(), *COUNTS, *(term.meaning for term in NO_ORIGIN)):
        assert words in page.text
    assert {"marks", "statuses", "origins", "lines", "numbers", "unknown"} <= set(page.ids)
