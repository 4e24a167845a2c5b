from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.articles.byline_foot import signed_below

LAST = "The harbour opens again on Tuesday, the port office said."


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Mira Hollis", ("Mira Hollis",)),
        ("Von Mira Hollis und Jon Pell", ("Mira Hollis", "Jon Pell")),
        ("Text: Mira Hollis", ("Mira Hollis",)),
        ("Autorin/Autor Mira Hollis", ("Mira Hollis",)),
        ("Reporting by Mira Hollis; editing by Jon Pell", ("Mira Hollis",)),
        ("(Reporting by Mira Hollis and Ida Brandt in Varna; Editing by Jon Pell)", ("Mira Hollis", "Ida Brandt")),
        ("Mira Hollis is a senior reporter in Varna.", ("Mira Hollis",)),
        ("Mira Hollis is our harbour correspondent.", ("Mira Hollis",)),
    ],
)
@pytest.mark.parametrize("between", [(), ("Share",)])
def test_the_reporter_signs(line: str, names: tuple[str, ...], between: tuple[str, ...]) -> None:
    assert signed_below(["First.", LAST], ["Menu", "First.", LAST, *between, line, "More news"]) == names


@pytest.mark.parametrize(
    "line",
    [
        "Editing by Jon Pell",
        "Additional reporting by Jon Pell",
        "Jon Pell is a minister in the new cabinet.",
        "Jon Pell",
        "By the time the crane fell",
        "By continuing you accept",
        "Photo: Jon Pell",
        "Reporting by our staff",
        "",
    ],
)
def test_nobody_else_does(line: str) -> None:
    assert signed_below([LAST], [LAST, line]) == ()


def test_the_last_paragraph_may_be_the_signature() -> None:
    assert signed_below([LAST, "By Mira Hollis"], []) == ("Mira Hollis",)


def test_other_stories_further_down_sign_nothing() -> None:
    assert signed_below([LAST], [LAST, "a", "b", "c", "d", "By Mira Hollis"]) == ()
    assert signed_below([LAST], ["By Mira Hollis", LAST]) == ()
    assert signed_below([], ["By Mira Hollis"]) == ()


@given(st.lists(st.text(max_size=80), max_size=6), st.text(alphabet="By Reporting,;is a and Éé.", max_size=240))
def test_any_lines_are_read(lines: list[str], line: str) -> None:
    assert len(signed_below([LAST], [LAST, line, *lines])) <= 4
