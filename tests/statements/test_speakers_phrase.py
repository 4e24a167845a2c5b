"""A source's words taken apart, however long the noun phrase is."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.statements.speakers_phrase import MAX_SOURCE, read_phrase


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Spokeswoman Ada Brook", "Ada Brook", "Spokeswoman"),
        ("Ada Brook, director of the Harrow agency,", "Ada Brook", "director of the Harrow agency"),
        ("the company's spokeswoman, Ada Brook", "Ada Brook", "spokeswoman"),
        ("Lola's ex Tore Frey – who left in March –", "Tore Frey", "ex"),
        ("Harrow nominee Ada Brook (D-Harrow)", "Ada Brook", "Harrow nominee"),
        ("retired potter Ada Brook, 71", "Ada Brook", "retired potter"),
        ("Ada Brook, foreman at the dam", "Ada Brook", "foreman at the dam"),
        ("Ada Brook, now a thatcher in Harrow", "Ada Brook", "thatcher in Harrow"),
        ("Ada Brook, who heads the Harrow Board and who came late", "Ada Brook", "head of the Harrow Board"),
        ("Ada Brook, whose boat is the blue one,", "Ada Brook", None),
        ("Ada Brook, asked about the dam,", "Ada Brook", None),
        ("union secretary Ada Brook — herself a former welder —", "Ada Brook", "union secretary, former welder"),
        ("ambassador to Quarnia Ada Brook", "Ada Brook", "ambassador to Quarnia"),
        ("chief executive of the Harrow Board Ada Brook", "Ada Brook", "chief executive of the Harrow Board"),
        ("Ada Brook herself", "Ada Brook", None),
        ("according to Ada Brook", "Ada Brook", None),
        ("Harrow News' Ada Brook", "Ada Brook", None),
        ("Ada Baker, a baker", "Ada Baker", "baker"),
        ("Mr. King, 82,", "King", None),
        ("Speaker Ada D. Brook", "Ada D. Brook", "Speaker"),
    ],
)
def test_people(text: str, name: str, role: str | None) -> None:
    read = read_phrase(text)
    assert (read.name, read.role, read.body) == (name, role, False)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the ministry of works — which owns the dam —", None),
        ("the Harrow Ministry — which owns the dam —", "Harrow Ministry"),
        ("drug firm Corvex", "Corvex"),
        ("Corvex, a drug maker", "Corvex"),
        ("the Commission on Harrow Bridges", "Commission on Harrow Bridges"),
        ("The Harrow Works and Transport Committee", "Harrow Works and Transport Committee"),
        ("The city of Harrow", "Harrow"),
    ],
)
def test_bodies(text: str, name: str | None) -> None:
    read = read_phrase(text)
    assert (read.name, read.role) == (name, None)
    assert read.body or name is None


@pytest.mark.parametrize(
    "text",
    [
        "a spokesman for Mayor Ada Brook",
        "many members of the Harrow Board",
        "mining companies, including Corvex,",
        "a number of members of Congress",
        "all the experts I interviewed",
        "Malaysia's prime minister",
    ],
)
def test_what_names_nobody(text: str) -> None:
    assert read_phrase(text).name is None


def test_whom_somebody_serves_runs_to_the_end_of_the_name() -> None:
    assert read_phrase("Ada Brook, head of the Centre for Harrow Bridges in Quarnia").of == (
        "the Centre for Harrow Bridges"
    )


@settings(deadline=None, max_examples=80)
@given(st.text(alphabet="AaBb .,'’-–()“”\n", max_size=60))
def test_no_source_fails(text: str) -> None:
    assert len(read_phrase(text * 20).text) <= MAX_SOURCE
