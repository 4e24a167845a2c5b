"""All that is said on a claim, a page at a time."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path

from onrecord.publish.addresses import Addresses
from onrecord.publish.pages.claim_words import SIZE, claim_words_page, words_pages
from onrecord.store.opening import open_record
from tests.publish.seen_page import check
from tests.publish.small_record import plain, small_record

TO = Addresses()


def test_everything_in_order_or_what_one_party_says(tmp_path: Path) -> None:
    claim = small_record(tmp_path / "record.db", plain).claims[0]
    with closing(open_record(tmp_path / "record.db", readonly=True)) as conn:
        every = check(claim_words_page(conn, TO, claim.id) or "")
        tarn = check(claim_words_page(conn, TO, claim.id, party="Tarn") or "")
        assert claim_words_page(conn, TO, "none") is None
        assert claim_words_page(conn, TO, claim.id, party="Nobody at all") is None
        beyond = check(claim_words_page(conn, TO, claim.id, page="99") or "")
    assert every.ids.count(f"q-{claim.statements[0]}") == 1
    assert sum(one.startswith("q-") for one in every.ids) == len(claim.statements)
    assert "any bridge had moved" in tarn.text
    assert "The bridge is gone" not in tarn.text
    assert beyond.text == every.text


def test_long_claims_take_several_pages(tmp_path: Path) -> None:
    claim = small_record(tmp_path / "record.db", plain).claims[0]
    assert words_pages(claim).pages == 1
    assert words_pages(replace(claim, statements=("s",) * (SIZE * 2 + 1))).pages == 3
