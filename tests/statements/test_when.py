"""The day of speaking: from the words beside the cue, never from what is quoted or from another event."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.gold import gold_labelled
from onrecord.model import Article, Attribution, Span, Speaker, When
from onrecord.statements.when import days_said
from onrecord.statements.when_page import anchor_of
from tests.knowledge.marked import marked

THURSDAY = When("2026-03-12", "day", 0.9, ("metadata",))
UNKNOWN = When(None, "unknown", 0.0, ("no date",))
NOBODY = Speaker(None, None, None, "The source is not named.")
HOLM = Speaker("Ana Holm", "mayor", "Ostermo", "named")
VALE = Speaker("Jo Vale", None, "Vale Mills", "named")


def article(text: str, published: When = THURSDAY) -> Article:
    return Article("a", "a.html", "0", text, "A headline", published)


def said_on(example: str, published: When = THURSDAY) -> When | None:
    text, attribution = marked(example)
    return days_said(article(text, published), [attribution], [HOLM], [()])[0]


def day(example: str) -> str | None:
    when = said_on(example)
    assert when is None or all(when.reasons)
    return when.value if when else None


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        ("<The mayor> {said} on Tuesday [the well was dry].", "2026-03-10"),
        ("<The mayor> {told reporters on Tuesday} [that the well was dry].", "2026-03-10"),
        ("On Tuesday, <the mayor> {said} [the well was dry].", "2026-03-10"),
        ("[The well was dry], <the mayor> {said} late on Tuesday.", "2026-03-10"),
        ("<The mayor> {said} [the well had been dry since Tuesday].", None),
        ("<The mayor>, who was elected on Sunday, {said} [the well was dry].", None),
        ("Before Tuesday's vote <the mayor> {said} [the well was dry].", None),
        ("At Tuesday's hearing <the mayor> {said} [the well was dry].", "2026-03-10"),
        ("<The mayor> {said} in a Sunday interview [the well was dry].", "2026-03-08"),
        ("<The mayor> {said} at yesterday's hearing [the well was dry].", "2026-03-11"),
        ("In a letter dated 3 March <the mayor> {said} [the well was dry].", "2026-03-03"),
        ("<The mayor> {wrote} in a 2019 memoir [that the well was dry].", "2019"),
        ("<The mayor> {said} last week [the well was dry].", "2026-03"),
        ("<The mayor> {said} a week ago [that the well was dry].", "2026-03-05"),
        ("<The mayor> {said} three weeks ago [that the well was dry].", "2026-02"),
        ("<The mayor> {told} [her on Tuesday that the well was dry].", "2026-03-10"),
        ("<The mayor> {said} [the vote on Tuesday that ousted her was void].", None),
        ("<One of those who met last week> {said} on Monday [the well was dry].", "2026-03-09"),
        ("OSTERMO, March 11 (Wirehouse) - <The mayor>, who had flatly {denied} [it], left.", None),
        ("<The mayor> {said} on Thursday [the well was dry]; samples went out on Monday.", "2026-03-12"),
        ("<The mayor> {said} [the well was dry]; samples went out on Monday.", None),
        ("[Two wells ran dry] after the pump broke early on Monday, <the mayor> {said}.", None),
        ("Three days after {saying} [the well was full], <the mayor> left on Wednesday.", "2026-03-08"),
        ("<The mayor> left on Wednesday, two days after <she> {denied} [the well was dry].", "2026-03-09"),
        ("A week after winning the vote <the mayor> {said} [the well was dry].", None),
        ("<The mayor> {said} [the well was dry].", None),
        ("[The well] was {reportedly} [seen dry] on Tuesday.", None),
        ("An earlier version of this article quoted <the mayor> {as saying} [the well was dry].", "2026-03-12"),
        ("He resigned on 9 March. [The well was dry], <he> {said} the same day.", "2026-03-09"),
        ("Vale spoke on Monday. [It was dry], <the mayor> {answered} within hours.", "2026-03-09"),
        ("The council sat on Monday. At the hearing <the mayor> {said} [it was dry].", None),
        ("Vale met the council on Monday. [It was dry], <the mayor> {told} the same council.", "2026-03-09"),
        ("On Monday the band played on. “[It is dry],” <Holm> {said}.", None),
        ("OSTERMO, March 11 (Wirehouse) - [The well is dry], <the mayor> {said}.", "2026-03-11"),
        ("OSTERMO, March 11 (Wirehouse) - [The well was dry], <the mayor> {had said}.", None),
        ("OSTERMO, March 11 (Wirehouse) - [The well was dry], <the mayor> {said} on Monday.", "2026-03-09"),
        ("OSTERMO, March 11 (Wirehouse) - [The well] has {reportedly} [run dry].", None),
        ("Ostermo, 11 March. [The well is dry], <the mayor> {said}.", "2026-03-11"),
        ("Ostermo, 11 March. [The well is dry], <the Harrow Post> {reported}.", None),
        ("Ostermo, 11 March. [The well is dry], <the Harrow Post> {reported} on Monday.", "2026-03-09"),
        ("11 March. [The well is dry], <the mayor> {said}.", None),
        ("<The mayor> {will say} on Friday [that the well is dry].", "2026-03-13"),
        ("The council sat for an hour on Tuesday.\n\n[The well is dry], <the mayor> {said}.", "2026-03-10"),
        ("The pump broke on Tuesday.\n\n[The well is dry], <the mayor> {said}.", None),
        ("Retraction, 15 March 2026. We were wrong.\n\n<The mayor> {said} on Friday [it was dry].", "2026-03-13"),
        ("Retraction, 15 March 2026. We were wrong.\n\n“[We are sorry],” <the editor> {said}.", "2026-03-15"),
        ("The well is full.\n\nCorrection, 17 March: <the mayor> {said} on Monday [it was dry].", "2026-03-16"),
    ],
)
def test_day(example: str, expected: str | None) -> None:
    assert day(example) == expected


def test_a_weekday_with_nothing_to_count_from_is_unknown_with_a_reason() -> None:
    when = said_on("<The mayor> {said} on Tuesday [the well was dry].", UNKNOWN)
    assert when is not None
    assert when.value is None
    assert "Tuesday" in when.reasons[0]


def test_the_reason_names_the_words_and_the_day_counted_from() -> None:
    when = said_on("<The mayor> {said} on Tuesday [the well was dry].")
    assert when == When("2026-03-10", "day", 0.9, ("'Tuesday', counted from 2026-03-12 (the article's day)",))


def two(text: str, *parts: tuple[str, str, str]) -> list[Attribution]:
    def at(words: str) -> Span:
        start = text.index(words)
        return Span(start, start + len(words))

    return [Attribution((at(content),), at(cue), at(source)) for content, cue, source in parts]


def days(text: str, speakers: list[Speaker], *parts: tuple[str, str, str]) -> list[str | None]:
    found = days_said(article(text), two(text, *parts), speakers, [()] * len(parts))
    return [when.day if when else None for when in found]


def test_the_same_speaker_goes_on_to_the_next_paragraph() -> None:
    text = "Ana Holm spoke on Tuesday of a dry well. It was old, she added.\n\nIt is deep, Holm warned.\n\nSo, he said."
    old, deep = ("It was old", "added", "she"), ("It is deep", "warned", "Holm")
    parts = [("a dry well", "spoke", "Ana Holm"), old, deep]
    assert days(text, [HOLM] * 3, *parts) == ["2026-03-10"] * 3
    assert days(text, [HOLM, VALE, NOBODY], *parts) == ["2026-03-10", None, None]
    assert days(text, [HOLM, HOLM], parts[0], ("So", "he said", "he said")) == ["2026-03-10", None]


def test_another_day_told_between_ends_it() -> None:
    text = "Ana Holm spoke on Tuesday of a dry well. On Wednesday it rained. It is full, she said."
    parts = [("a dry well", "spoke", "Ana Holm"), ("It is full", "said", "she")]
    assert days(text, [HOLM] * 2, *parts) == ["2026-03-10", None]


def test_what_is_recalled_does_not_go_on() -> None:
    text = "A month after taking office, on 2 March, Ana Holm spoke of a dry well. It is full, she said."
    parts = [("a dry well", "spoke", "Ana Holm"), ("It is full", "said", "she")]
    assert days(text, [HOLM] * 2, *parts) == ["2026-03-02", None]


def test_a_time_belongs_to_the_nearer_cue() -> None:
    text = "Ana Holm said on Monday the well was dry, and Jo Vale denied the tale."
    parts = [("the well was dry", "said", "Ana Holm"), ("the tale", "denied", "Jo Vale")]
    assert days(text, [HOLM, VALE], *parts) == ["2026-03-09", None]


def test_a_time_in_what_another_says_is_closed() -> None:
    text = "Ana Holm confirmed that the well was sold on Monday. Holm said it was dry."
    parts = [("that the well was sold on Monday", "confirmed", "Ana Holm"), ("it was dry", "said", "Holm")]
    assert days(text, [HOLM, HOLM], *parts) == [None, None]


def test_a_time_beside_a_nested_cue_is_its_own() -> None:
    text = "Jo Vale said that Ana Holm had told him on Monday that the well was dry."
    outer = ("that Ana Holm had told him on Monday that the well was dry", "said", "Jo Vale")
    assert days(text, [VALE, HOLM], outer, ("that the well was dry", "had told", "Ana Holm")) == [None, "2026-03-09"]


def test_what_others_reported_is_not_of_the_day_of_the_dispatch() -> None:
    text, said = marked("OSTERMO, March 11 (Wirehouse) - [The well is dry], <the mayor> {told} the Harrow Post.")
    assert days_said(article(text), [said], [HOLM], [("Harrow Post",)]) == [None]
    assert days_said(article(text), [said], [HOLM], [()]) != [None]


def test_an_unsure_day_of_publication_gives_way_to_the_text() -> None:
    text = "OSTERMO, March 3 (Wirehouse) - The mayor said on Tuesday the well was dry."
    anchor = anchor_of(article(text, When("2026-03-14", "day", 0.2, ("the day of the visit",))))
    assert anchor.day == date(2026, 3, 3)
    assert anchor.sure == 0.9


SEED = Path("../shared/examples/seed_expected.json")


@pytest.mark.skipif(not SEED.exists(), reason="the seed page is not here")
def test_seed_page_thursday_though_only_the_view_date_is_known() -> None:
    ((reading, rows),) = gold_labelled(SEED)
    seen = replace(reading.article, published=When("2024-11-22", "day", 0.2, ("the day of the visit",)))
    parts = [(one.content.spans, one.cue, one.source) for one in reading.statements]
    found = [
        Attribution(said, cue.spans[0] if cue else None, source.spans[0] if source else None)
        for said, cue, source in parts
    ]
    whens = days_said(seen, found, [one.speaker for one in reading.statements], [()] * len(found))
    told = [(when.day, row["said_on"]) for when, row in zip(whens, rows, strict=True) if when and when.day]
    assert sum(got == expected for got, expected in told) >= 11
    assert all(got == expected for got, expected in told if expected)
    assert all(when is None or when.confidence < 0.5 for when in whens)


WORDS = st.sampled_from(["Monday", "on", "the same", "council", "3 March", "two days after", '"', ".", "\n\n", ","])


@given(st.lists(WORDS | st.text(max_size=4), max_size=40), st.integers(0, 100), st.integers(0, 100))
def test_any_text_and_span(words: list[str], start: int, length: int) -> None:
    text = " ".join(words)
    begin = min(start, len(text))
    span = Span(begin, min(begin + length, len(text)))
    rest = Attribution((Span(span.end, len(text)),), Span(0, 0), None)
    said = [Attribution((span,), span, span), rest, Attribution(())]
    found = days_said(article(text), said, [HOLM, VALE, NOBODY], [(), ("QTV",), ()])
    assert len(found) == 3
    assert all(when is None or when.reasons for when in found)
