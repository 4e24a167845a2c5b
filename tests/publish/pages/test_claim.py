"""What the page of a claim chooses to show."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.model import Claim, Position, Reader, Settled
from onrecord.publish.addresses import Addresses
from onrecord.publish.claim_quotes import MOST_PARTIES, MOST_QUOTES
from onrecord.publish.pages.article import article_page
from onrecord.publish.pages.claim import claim_page, gathered, view
from onrecord.store import claims as held_claims
from onrecord.store.opening import open_record
from tests.publish.seen_page import check
from tests.publish.small_record import plain, small_record

TO = Addresses()
LIMIT = 150_000  # bytes of a page


@pytest.fixture
def settled(tmp_path: Path) -> Settled:
    return small_record(tmp_path / "record.db", plain)


@pytest.fixture
def record(settled: Settled, tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(open_record(tmp_path / "record.db")) as conn:
        yield conn


def test_a_party_stands_where_it_stood_last(settled: Settled, record: sqlite3.Connection) -> None:
    claim = settled.claims[0]
    shown = view(claim, gathered(record, claim))
    vessa, tarn = shown.parties
    assert (tarn.stance, tarn.since, [at.stance for at in tarn.before]) == ("denies", "2026-05-06", ["no_comment"])
    assert [one.words for one in vessa.telling] == ["Vessa is moving its bridge", "The bridge is gone"]
    assert [place.outlet for place in vessa.telling[0].also] == ["Outlet two"]
    assert (shown.articles, shown.copies, shown.last) == (2, 1, "2026-05-04")
    assert "At least 40 workers were seen" in [one.words for one in shown.others]


def test_under_an_origin_stands_what_repeats_it_and_why(settled: Settled, record: sqlite3.Connection) -> None:
    claim = settled.claims[0]
    tree = view(claim, gathered(record, claim)).origins
    (root,) = tree.roots
    assert root.first.outlet == "Outlet one"
    (copy,) = root.first.reports
    assert (copy.outlet, copy.relation) == ("Outlet two", "copy")
    assert copy.reasons[0].startswith("is a copy of Outlet one: ")
    page = check(claim_page(record, TO, claim.id) or "")
    assert copy.reasons[0] in page.text
    assert "1 report comes to the same" in page.text


def test_a_page_tells_how_far_figures_reach_whose_they_are_and_what_headlines_say_more(
    settled: Settled, record: sqlite3.Connection
) -> None:
    page = claim_page(record, TO, settled.claims[0].id) or ""
    of_article = article_page(record, TO, settled.claims[0].headlines[0].article) or ""
    assert "Standing: 20 to 30 workers (missing). They contradict each other:" in page
    assert "2 figures at odds with another" in page
    assert "45 workers" in page
    assert "somebody unnamed" in page
    assert "The headline asserts what the article only relays" in page
    assert "The headline asserts what the article only relays:</b>" in of_article


def test_each_change_of_status_stands_with_the_words_of_its_day(settled: Settled, record: sqlite3.Connection) -> None:
    page = check(claim_page(record, TO, settled.claims[0].id) or "")
    told = page.text[page.text.index("How its status came about") :]
    assert told.index("4 May 2026") < told.index("single origin") < told.index("6 May 2026") < told.index("contested")
    assert "any bridge had moved" in told


def test_every_quotation_has_an_address(settled: Settled, record: sqlite3.Connection) -> None:
    page = check(claim_page(record, TO, settled.claims[0].id) or "")
    anchors = {one for one in page.ids if one.startswith("q-")}
    assert len(anchors) >= 3
    assert anchors == {link["href"][1:] for link in page.links if link.get("href", "").startswith("#q-")}


def test_no_such_claim(record: sqlite3.Connection) -> None:
    assert claim_page(record, TO, "none") is None


def test_a_claim_of_very_many_parties_and_words_fits_a_page(settled: Settled, record: sqlite3.Connection) -> None:
    claim = _crowded(settled.claims[0])
    record.execute("DELETE FROM claims")
    held_claims.keep_claims(record, [claim])
    for reader in (Reader(), Reader("Ina", "editor")):
        page = claim_page(record, Addresses(reader=reader), claim.id) or ""
        assert len(page.encode()) < LIMIT
        assert "234 further parties" in check(page).text
    around = gathered(record, claim)
    parties = view(claim, around).parties
    assert len(parties) == MOST_PARTIES
    assert sum(len(one.telling) + len(one.further) for one in parties) <= MOST_QUOTES


def _crowded(claim: Claim) -> Claim:
    """The claim with 250 parties of long names that change their minds a hundred times in all, and long notes."""
    ids = claim.statements
    positions = tuple(
        Position(f"Party {n % 250} of a long and stately name" * 3, "asserts" if n % 2 else "denies", None, ids[:2])
        for n in range(2_000)
    )
    long = tuple(f"{n} " + "missing " * 60 for n in range(300))
    return replace(claim, positions=positions, not_heard=long, missing=long, collapsed=long)
