"""Where claims are, and all that is said on one."""

from __future__ import annotations

from onrecord.publish.claim_addresses import ClaimAddresses

DESK = ClaimAddresses(root="/")
FILES = ClaimAddresses(root="", files=True)


def test_a_claim_at_one_of_its_quotations() -> None:
    assert DESK.claim("c1") == "/claims/c1"
    assert DESK.claim("c1", statement="s/1") == "/claims/c1#q-s%2F1"
    assert FILES.claim("c1", statement="s1") == "claims/c1.html#q-s1"


def test_lists_are_paged_and_the_first_page_has_no_number() -> None:
    assert DESK.claims(status="contested", order="change", page=2) == "/claims?status=contested&order=change&page=2"
    assert DESK.claims(page=1) == "/claims"
    assert FILES.claims(status="contested", page=3) == "claims-contested-3.html"


def test_all_the_words_or_those_of_a_party() -> None:
    assert DESK.claim_words("c1", party="R&D") == "/claims/c1/words?party=R%26D"
    assert FILES.claim_words("c1", party="R&D", page=2) == "claims/c1-words-2.html"
