"""Sources of every shape: who they are, or nobody, never the nearest name."""

from __future__ import annotations

import pytest

from onrecord.model import Article, Attribution, Span, Speaker, When
from onrecord.statements.speakers import resolve


def speaker(text: str, source: str) -> Speaker:
    start = text.index(source)
    made = [Attribution((Span(0, 0),), None, Span(start, start + len(source)))]
    return resolve(Article("a", "a", "d", text, "A headline", When(None, "unknown")), made)[0]


@pytest.mark.parametrize(
    ("text", "source", "name", "party"),
    [
        ("MR DOLAN: No. Inspector Ken Dolan left.", "MR DOLAN", "Ken Dolan", None),
        ("Mayor Ada Brook and Ken Dolan of the Harrow Board met. Ada said no.", "Ada", "Ada Brook", None),
        ("Insiders claim it is so.", "Insiders", None, None),
        ("Voters who came late said no.", "Voters who came late", None, None),
        ("Northwire says no.", "Northwire", "Northwire", None),
        ("Northwire says no. It is shut.", "Northwire", "Northwire", "Northwire"),
        ("Peter Reel said the quay was open. The minister said no.", "The minister", None, None),
        ("Peter Reel came. The minister, quoted by QTV, said no.", "The minister, quoted by QTV,", None, None),
        ("Mayor William Brook came. Bill Brook said no.", "Bill Brook", "William Brook", None),
        ("Mayor Ada Brook said no.", "Mayor Ada", "Ada Brook", None),
        ("Tore Frey of the Harrow Board said no.", "of the Harrow Board", "Tore Frey", "Harrow Board"),
        ("The Mill Post quoted Mayor Ada Brook as saying no.", "The Mill Post", "Ada Brook", None),
        ("Ada Brook of the Harrow Board met Tore Frey of the Harrow Board. Neither Brook nor Frey said no.",
         "Neither Brook nor Frey", "Harrow Board", "Harrow Board"),
        ("Ada Brook and Tore Frey said no.", "Ada Brook and Tore Frey", None, None),
        ("Norway and Denmark said no.", "Norway and Denmark", "Norway and Denmark", "Norway; Denmark"),
        ("The Harrow Works and Transport Committee said no.", "The Harrow Works and Transport Committee",
         "Harrow Works and Transport Committee", "Harrow Works and Transport Committee"),
        ("A letter from the Harrow Food Board said no.", "A letter from the Harrow Food Board",
         "Harrow Food Board", "Harrow Food Board"),
        ("The report said no. The Harrow Food Board came.", "The report", None, None),
        ("A spokesman for Mayor Ada Brook said no.", "A spokesman for Mayor Ada Brook", None, "Ada Brook"),
        ("Ada Brook's wife said no. Mayor Ada Brook came.", "Ada Brook's wife", None, None),
        ("His wife Ada, 68, said no.", "His wife Ada, 68,", "Ada", "Ada"),
        ("Captain Ada Brook, 58, came. “No,” the 58-year-old said.", "the 58-year-old", "Ada Brook", None),
        ("The crew wore blue. Ada Brook, a deputy of the Harrow Forum, said no.", "a deputy of the Harrow Forum",
         "Ada Brook", "Harrow Forum"),
        ("Corvex, the drug maker, lost money. The drug maker said no.", "The drug maker", "Corvex", "Corvex"),
        ("The coast guard of Quarnia said no.", "The coast guard of Quarnia", None, None),
        ("Ms Astaire's deputy, Col Branthwaite, said no. Council leader Wyn Astaire came.",
         "Ms Astaire's deputy, Col Branthwaite,", "Branthwaite", None),
        ("Ruth Dale, of BBC Harrow, said no.", "Ruth Dale, of BBC Harrow,", "Ruth Dale", "BBC Harrow"),
        ("The Harrow District Court met. Court papers were read. The court said no.", "The court",
         "Harrow District Court", "Harrow District Court"),
        ("“It is a matter for the operator”, Ada Brook of the Harrow Board said.", "Ada Brook of the Harrow Board",
         "Ada Brook", "Harrow Board"),
        ("Ada Brook, chairwoman of the league, said no. Corvex Energy came.", "Ada Brook, chairwoman of the league,",
         "Ada Brook", None),
        ("Quarnia is ready, Tore Frey told us. Defence Minister Ada Brook said no.", "Defence Minister Ada Brook",
         "Ada Brook", None),
        ("DOLAN: No. Ken Dolan left.", "DOLAN", "Ken Dolan", None),
        ("A: No. Q: Why?", "A", None, None),
        ("**Ada Brook** No. Ada Brook, curator, left.", "**Ada Brook**", "Ada Brook", None),
        ("The Duke of Harrow said no.", "The Duke of Harrow", None, None),
        ("The German said no.", "The German", None, None),
        ("Quarnian troops left Quarnia. The Quarnian said no.", "The Quarnian", None, None),
        ("The board's chief, Per Aalto, said no.", "The board's chief, Per Aalto,", "Per Aalto", None),
        ("Ada Brook of the Harrow Board and Tore Frey came. Brook and Frey left.", "Brook and Frey", None, None),
        ("Major Tore Frey came. An aide to Frey said no.", "An aide to Frey", None, "Tore Frey"),
        ("The Harrow Post wrote it. The paper stood by it.", "The paper", "Harrow Post", "Harrow Post"),
        ("Rival Ada Brook came. Ada Brook met Tore Frey. Brook said no.", "Brook said", "Ada Brook", None),
    ],
)  # fmt: skip
def test_sources(text: str, source: str, name: str | None, party: str | None) -> None:
    found = speaker(text, source.removesuffix(" said"))
    assert (found.name, found.party) == (name, party), found.why


def test_capitals_that_are_no_person_are_no_he() -> None:
    text = "The Pacific Northwest is wet. “It rains,” he said."
    assert speaker(text, "he").name is None


def test_a_clause_before_a_name_says_nothing_of_its_bearer() -> None:
    text = "He was seized while helping a wounded friend, Major Tore Frey said."
    assert speaker(text, "Major Tore Frey").role == "Major"


@pytest.mark.parametrize("after", ["spoke", "met reporters at the quay", "opened the gate"])
def test_a_role_is_what_stands_before_the_name(after: str) -> None:
    text = f"The harbour master, Nora Dale, {after}. Dale said no."
    assert speaker(text, "Dale").role == "harbour master"


@pytest.mark.parametrize("source", ["a", "the"])
def test_a_broken_source_is_nobody_and_has_no_role(source: str) -> None:
    found = speaker(f"{source} said no. Mayor Ada Brook came.", source)
    assert (found.name, found.role) == (None, None)
