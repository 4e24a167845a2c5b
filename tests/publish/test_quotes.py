"""The same words in several articles are one quotation with several places."""

from __future__ import annotations

from dataclasses import replace

from onrecord.model import Reading, Span, Speaker, passage
from onrecord.publish.evidence import Evidence
from onrecord.publish.quotes import in_plain, quotes
from onrecord.publish.runs import Run
from tests.publish.small_record import article, plain, statement

KOL = Speaker("Ana Kol", "Minister", "Vessa", "test")


def evidence(*readings: Reading) -> Evidence:
    said = {one.id: one for reading in readings for one in reading.statements}
    return Evidence(said, {reading.article.id: reading.article for reading in readings}, {}, {})


def reading(name: str) -> Reading:
    of = article(name, plain)
    return Reading(of, (statement(of, "The bridge is gone", "asserts", kind="direct", speaker=KOL),))


def test_repeated_words_are_places_of_the_first() -> None:
    around = evidence(reading("one"), reading("two"))
    (only,) = quotes(around.statements.values(), around)
    assert (only.words, only.direct, only.runs) == ("The bridge is gone", True, ())
    assert only.place.outlet == "Outlet one"
    assert [place.outlet for place in only.also] == ["Outlet two"]


def test_the_articles_words_are_shown_in_their_context() -> None:
    of = article("one", plain)
    said = statement(of, "Vessa is moving its bridge", "asserts", kind="indirect", speaker=KOL)
    at = of.text.index("said")
    cued = replace(said, cue=passage(of.text, (Span(at, at + 4),)))
    (only,) = quotes([cued], evidence(Reading(of, (cued,))))
    assert [(run.text, run.hit) for run in only.runs] == [
        ("Vessa is moving its bridge", True),
        (", Minister Ana Kol said", False),
    ]


def test_in_plain_text_the_content_is_marked_and_direct_words_are_quoted_once() -> None:
    runs = (Run("Tarn spoke of "), Run("the swimmer", hit=True))
    assert in_plain("the swimmer", runs, direct=False) == "Tarn spoke of *the swimmer*"
    assert in_plain("the swimmer", (), direct=False) == "the swimmer"
    assert [in_plain(at, (), direct=True) for at in ("it sank", "“it sank”")] == ["“it sank”"] * 2


def test_parts_of_two_paragraphs_give_no_context() -> None:
    of = article("one", plain)
    said = statement(of, "Vessa is moving its bridge", "asserts", kind="indirect", speaker=KOL)
    at = of.text.index("denied")
    (only,) = quotes([replace(said, cue=passage(of.text, (Span(at, at + 6),)))], evidence(Reading(of, (said,))))
    assert only.runs == ()


def test_a_party_as_settled_outranks_the_one_of_the_article() -> None:
    one = reading("one")
    said = one.statements[0]
    around = replace(evidence(one), parties={said.id: "Republic of Vessa"}, claims={said.id: "c1"})
    (only,) = quotes([said], around)
    assert (only.party, only.claim, only.day) == ("Republic of Vessa", "c1", "2026-05-04")
