"""Who speaks, for whom, and when nobody is named rather than the wrong one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model import Article, Attribution, Span, Speaker, When
from onrecord.statements.speakers import resolve


def article(text: str, headline: str = "A headline", outlet: str | None = None) -> Article:
    return Article("a", "a.html", "0", text, headline, When(None, "unknown", 0.0), outlet=outlet)


def spoken(text: str, *sources: str, outlet: str | None = None) -> list[Speaker]:
    """The speakers of sources, each found behind the one before it."""
    at, made = 0, []
    for source in sources:
        start = text.index(source, at)
        made.append(Attribution((Span(0, 1),), None, Span(start, start + len(source))))
        at = start + len(source)
    return resolve(article(text, outlet=outlet), made)


@pytest.mark.parametrize(
    ("text", "source", "name", "party"),
    [
        (
            "The Norwegian Foreign Ministry said no.",
            "The Norwegian Foreign Ministry",
            "Norwegian Foreign Ministry",
            "Norway",
        ),
        ("French Defence Minister Ada Brook said no.", "French Defence Minister Ada Brook", "Ada Brook", "France"),
        ("Poland's ambassador, Tore Frey, said no.", "Poland's ambassador, Tore Frey", "Tore Frey", "Poland"),
        (
            "Ada Brook, a spokeswoman for Harrow Energy, said no.",
            "Ada Brook, a spokeswoman for Harrow Energy",
            "Ada Brook",
            "Harrow Energy",
        ),
        (
            "Tore Frey of the Harrow Food Board said no.",
            "Tore Frey of the Harrow Food Board",
            "Tore Frey",
            "Harrow Food Board",
        ),
        ("Teacher Ada Brook said no.", "Teacher Ada Brook", "Ada Brook", "Ada Brook"),
        (
            "Colonel Tore Frey, a retired planner, said no.",
            "Colonel Tore Frey, a retired planner",
            "Tore Frey",
            "Tore Frey",
        ),
        ("The Pentagon said no.", "The Pentagon", "United States", "United States"),
        ("Moscow said no.", "Moscow", "Russia", "Russia"),
        ("A senior Swedish official said no.", "A senior Swedish official", None, "Sweden"),
        ("Ada Brook of the weavers' union said no.", "Ada Brook of the weavers' union", "Ada Brook", None),
        (
            "The Harrow Food Board met. Tore Frey, for the board, said no.",
            "Tore Frey, for the board",
            "Tore Frey",
            "Harrow Food Board",
        ),
        (
            "The Harrow Rowing Federation met. Ada Brook, who presides over the federation, said no.",
            "Ada Brook, who presides over the federation",
            "Ada Brook",
            "Harrow Rowing Federation",
        ),
        ("Chief Prosecutor Ada Brook said no.", "Chief Prosecutor Ada Brook", "Ada Brook", "Chief Prosecutor"),
        (
            "A group that calls itself Iron Lantern took it. Iron Lantern said so.",
            "Iron Lantern",
            "Iron Lantern",
            "Iron Lantern",
        ),
        (
            "Colonel Ada Brook of Quarnia's Border Guard said no.",
            "Colonel Ada Brook of Quarnia's Border Guard",
            "Ada Brook",
            "Quarnia",
        ),
        ("The prosecutor in Harrow said no.", "The prosecutor in Harrow", None, "Harrow prosecutor"),
        ("Ada Brook, a teacher from Harrow, said no.", "Ada Brook, a teacher from Harrow", "Ada Brook", "Ada Brook"),
        ("Ada Brook came with Brook Energy papers. Brook said no.", "Ada Brook", "Ada Brook", "Brook Energy"),
        (
            "French minister Ada Brook came. Ada Brook's office said no.",
            "Ada Brook's office",
            None,
            "France",
        ),
        ("The mill's caretaker said no.", "The mill's caretaker", None, None),
        ("Two people close to the talks said no.", "Two people close to the talks", None, None),
        (
            "Pentagon Press Secretary Maj. Gen. Tore Frey said no.",
            "Pentagon Press Secretary Maj. Gen. Tore Frey",
            "Tore Frey",
            "United States",
        ),
    ],
)
def test_sources_that_say_who_they_are(text: str, source: str, name: str | None, party: str | None) -> None:
    (speaker,) = spoken(text, source)
    assert (speaker.name, speaker.party) == (name, party)


def test_an_invented_country_is_learned_from_its_demonym() -> None:
    (speaker,) = spoken(
        "Quarnia is ready, Quarnian Defence Minister Ada Brook said.", "Quarnian Defence Minister Ada Brook"
    )
    assert speaker.party == "Quarnia"


def test_a_surname_is_the_person_named_in_full() -> None:
    first, second = spoken("French minister Ada Brook spoke. Later Brook left.", "French minister Ada Brook", "Brook")
    assert (second.name, second.party, second.role) == (first.name, "France", first.role)


def test_a_title_alone_goes_back_to_its_person() -> None:
    _, second = spoken("General Ada Brook spoke. Then the general left.", "General Ada Brook", "the general")
    assert second.name == "Ada Brook"


def test_a_pronoun_goes_back_to_who_spoke_last() -> None:
    _, second = spoken("Ada Brook spoke to Tore Frey. She was tired.", "Ada Brook", "She")
    assert second.name == "Ada Brook"


def test_a_pronoun_passes_over_the_other_gender() -> None:
    text = "Mayoress Ada Brook spoke. Chairman Tore Frey spoke. She was tired."
    assert spoken(text, "Mayoress Ada Brook", "Chairman Tore Frey", "She")[2].name == "Ada Brook"


def test_two_with_one_surname_leave_it_open() -> None:
    text = "Singer Ada Brook and driver Tore Brook came. “No,” said Brook."
    start = text.rindex("Brook")
    (speaker,) = resolve(article(text), [Attribution((Span(0, 1),), None, Span(start, start + 5))])
    assert speaker.name is None
    assert "could be" in speaker.why


def test_a_minister_without_a_country_has_no_party() -> None:
    (speaker,) = spoken("Defence Minister Ada Brook said no.", "Defence Minister Ada Brook")
    assert (speaker.name, speaker.party) == ("Ada Brook", None)


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Quarnia's Supreme Court met. Defence Minister Ada Brook said no.", "Quarnia"),
        ("Quarnia's Supreme Court met, and France watched. Defence Minister Ada Brook said no.", None),
        ("Quarnia's Supreme Court met over a Norlandian ship. Defence Minister Ada Brook said no.", None),
    ],
)
def test_the_only_country_of_an_article_gives_it(text: str, party: str | None) -> None:
    assert spoken(text, "Defence Minister Ada Brook")[0].party == party


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("The Mill Inspectorate met. The pump was old, chief inspector Ada Brook said.", "Mill Inspectorate"),
        ("The Mill Inspectorate met. The Harrow Food Board met. chief inspector Ada Brook said no.", None),
        ("The Mill Inspectorate met. The pump was old, retired chief inspector Ada Brook said.", "Ada Brook"),
        ("Nobody met. The pump was old, chief inspector Ada Brook said.", None),
    ],
)
def test_a_post_without_a_body_is_of_the_one_that_spoke_before(text: str, party: str | None) -> None:
    source = "retired chief inspector Ada Brook" if "retired" in text else "chief inspector Ada Brook"
    assert spoken(text, source)[0].party == party


def test_its_behind_a_quotation_goes_back_to_the_body_before_it() -> None:
    text = "The Harrow Food Board said no.\n\n“The pump is old,” its director, Ada Brook, said."
    assert spoken(text, "The Harrow Food Board", "its director, Ada Brook,")[1].party == "Harrow Food Board"


@pytest.mark.parametrize(
    ("headline", "party"),
    [("Corvex: we were late", "Corvex"), ("Corvex was late", None), ("Brook: we were late", None)],
)
def test_a_headline_can_say_whose_chief_executive_speaks(headline: str, party: str | None) -> None:
    text = "Corvex owned up. “We were late,” chief executive Ada Brook said."
    source = Span(text.index("chief"), text.index(" said."))
    (speaker,) = resolve(article(text, headline), [Attribution((Span(0, 1),), None, source)])
    assert speaker.party == party


def test_this_newspaper_is_the_outlet_and_the_newspaper_another() -> None:
    text = "The Harrow Courier reported it. This newspaper found more. The newspaper stood by it."
    ours, theirs = spoken(text, "This newspaper", "The newspaper", outlet="The Mill Post")
    assert (ours.name, ours.party) == ("The Mill Post", "The Mill Post")
    assert theirs.name == "Harrow Courier"


def test_a_dateline_gives_the_country() -> None:
    text = "OSLO, March 6 (Eastwire) - Defence Minister Ada Brook said no."
    assert spoken(text, "Defence Minister Ada Brook")[0].party == "Norway"


def test_short_names_of_bodies_become_the_full_ones() -> None:
    text = "Harrow Energy lost money. The Harrow Food Board (HFB) met. The HFB said so; the board agreed."
    names = [one.name for one in spoken(text, "The HFB", "the board")]
    assert names == ["Harrow Food Board", "Harrow Food Board"]


def test_no_source_is_nobody_and_says_so() -> None:
    (speaker,) = resolve(article("It reportedly rained."), [Attribution((Span(0, 2),), Span(3, 13), None)])
    assert (speaker.name, speaker.role, speaker.party) == (None, None, None)
    assert speaker.why


@settings(deadline=None, max_examples=60)
@given(st.text(alphabet="AaBb .,’'()\n-", max_size=60), st.integers(0, 60), st.integers(1, 20))
def test_any_source_gets_a_reason(text: str, start: int, length: int) -> None:
    span = Span(min(start, len(text)), min(start + length, len(text)))
    (speaker,) = resolve(article(text), [Attribution((span,), None, span)])
    assert speaker.why.endswith(".")
