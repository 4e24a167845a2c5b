from __future__ import annotations

from onrecord.articles.credit import agency_of


def test_the_dateline_credits_agencies_we_never_heard_of() -> None:
    assert agency_of("Saltwire", (), "Harbour Weekly") == "Saltwire"


def test_the_fullest_form_on_the_page() -> None:
    assert agency_of("Salt", ("Salt Press",), "Harbour Weekly") == "Salt Press"
    assert agency_of("Salt", (), "Salt Press") == "Salt Press"


def test_an_agencys_own_page() -> None:
    assert agency_of("Saltwire", ("Saltwire",), "Saltwire") == "Saltwire"


def test_the_outlets_name_beside_a_byline_is_no_agency() -> None:
    assert agency_of(None, ("Harbour Weekly",), "The Harbour Weekly") is None


def test_known_agencies_before_unknown_credits() -> None:
    assert agency_of(None, ("Saltwire", "Associated Press"), None) == "AP"
    assert agency_of(None, (), None) is None
