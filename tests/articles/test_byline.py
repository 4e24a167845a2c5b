from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.articles.byline import byline_of

CASES = [
    (["By Mira Hollis"], None, ("Mira Hollis",), ()),
    (["By Mira Hollis and Jon Pell | Saltwire"], "Saltwire", ("Mira Hollis", "Jon Pell"), ("Saltwire",)),
    (["Text: Mira Hollis, Jon Pell"], None, ("Mira Hollis", "Jon Pell"), ()),
    (["Mira Hollis, Jon Pell", "Share  Post  Email"], None, ("Mira Hollis", "Jon Pell"), ()),
    (["Mira Hollis / Saltwire"], None, ("Mira Hollis",), ("Saltwire",)),
    (["Agencies (Saltwire)"], None, (), ("Saltwire",)),
    (["Harbour Weekly with Saltwire"], "Harbour Weekly", (), ("Harbour Weekly", "Saltwire")),
    (["By Mira Hollis (Saltwire)"], None, ("Mira Hollis",), ("Saltwire",)),
    (["Salt Press"], None, (), ("Salt Press",)),
    (["By Ana de la Cruz"], None, ("Ana de la Cruz",), ()),
    (["VH"], None, (), ()),
    (["Tuesday, March 3, 2026", "Politics", "3 min read"], None, (), ()),
    (["The mayor rejects every word of it"], None, (), ()),
]


@pytest.mark.parametrize(("top", "outlet", "persons", "credited"), CASES)
def test_lines_at_the_headline(
    top: list[str], outlet: str | None, persons: tuple[str, ...], credited: tuple[str, ...]
) -> None:
    found = byline_of(top, (), outlet)
    assert (found.persons, found.credits) == (persons, credited)


def test_metadata_win_for_persons_and_lose_their_outlets() -> None:
    found = byline_of(
        ["By Somebody Else"], ["Mira Hollis and Jon Pell", "Harbour Weekly", "a@h.example"], "Harbour Weekly"
    )
    assert found.persons == ("Mira Hollis", "Jon Pell")


@given(st.lists(st.text(max_size=80), max_size=5))
def test_any_lines(top: list[str]) -> None:
    assert all(byline_of(top, top, None).persons)


def test_a_name_alone_counts_near_the_headline_of_a_page_a_by_line_anywhere_above_the_story() -> None:
    menu = ("Share", "Save", "Sport", "Weather", "Travel")
    assert byline_of(("Anna Holt", *menu), (), None, told=()).persons == ("Anna Holt",)
    assert byline_of((*menu, "Anna Holt"), (), None, told=()).persons == ()
    assert byline_of(("By Md Zubin Quorl",), (), None, told=()).persons == ("Md Zubin Quorl",)


def test_who_signs_below_counts_where_nobody_signs_above() -> None:
    assert byline_of((), (), None, told=(), foot=("Jon Pell",)).persons == ("Jon Pell",)
    assert byline_of((), ("Mira Hollis",), None, told=(), foot=("Jon Pell",)).persons == ("Mira Hollis",)
