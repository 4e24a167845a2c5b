"""Who passes a statement on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Article, Attribution, Span, Speaker, When
from onrecord.statements.relays import relays
from tests.knowledge.marked import marked

ADA = Speaker("Ada Brook", "mayor", "Harrow", "named")
JON = Speaker("Jon Pell", None, "Pell Mills", "named")
NOBODY = Speaker(None, None, None, "The source is not named.")


def article(text: str, outlet: str | None = None, agency: str | None = None) -> Article:
    return Article("a", "a.html", "0", text, "A headline", When(None, "unknown", 0.0), outlet=outlet, agency=agency)


def chain(
    example: str, outlet: str | None = None, agency: str | None = None, speaker: Speaker = ADA
) -> tuple[str, ...]:
    text, attribution = marked(example)
    return relays(article(text, outlet, agency), [attribution], [ADA])[0]


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        ("[The mill is shut], <Ada Brook> {told} the council, according to the Harrow Post.", ("Harrow Post",)),
        ("<Ada Brook> {was quoted by the broadcaster QTV as saying} [the mill was shut].", ("QTV",)),
        (
            "The Harrow Post, citing the news agency Eastwire, {quoted} <Ada Brook> {as saying} [it was shut].",
            ("Harrow Post", "Eastwire"),
        ),
        ("QTV on Monday quoted the agency Eastwire as saying <she> {said} [it was shut].", ("QTV", "Eastwire")),
        ("[The mill was shut], <Ada Brook> {told} the Harrow Post.", ("Harrow Post",)),
        ("[The mill was shut], <Ada Brook> {told reporters on Thursday}, according to local media.", ("local media",)),
        (
            "[It was shut], <Ada Brook> {said} in a message carried by Norland state television.",
            ("Norland state television",),
        ),
        ("According to QTV, [the mill was shut], <Ada Brook> {told} the Harrow Post.", ("QTV", "Harrow Post")),
        ("[The mill was shut], <Ada Brook> {told} the Harrow Post, QTV reported.", ("QTV", "Harrow Post")),
        (
            "The Harrow Post called the mill busy. The paper {quoted} <Ada Brook> as saying [it was shut].",
            ("Harrow Post",),
        ),
        ("The Harrow Post called the mill busy. It {quoted} <Ada Brook> as saying [it was shut].", ("Harrow Post",)),
        ("<Ada Brook, quoted by QTV on Monday,> {put} [the mill's age at 90].", ("QTV",)),
        ("[The mill is shut], {according to} <a clerk cited by QTV>, quoting Eastwire.", ("QTV", "Eastwire")),
        ("<Ada Brook> {told QTV on Monday} [that the mill was shut].", ("QTV",)),
        ("<Jon Pell, QTV's head of news>, {said} [the mill was shut].", ()),
        ("<Ada Brook> {told} The Beacon Post [that the mill was shut].", ("The Beacon Post",)),
        ("<Ada Brook> {told} Jon Pell of the Harrow Post [that the mill was shut].", ("Harrow Post",)),
        ("<Ada Brook> {said} to the TV [that the mill was shut].", ()),
        ("<Ada Brook> {told} a weekly circle of friends [that the mill was shut].", ()),
        ("<Ada Brook> {told} the council [that the mill was shut].", ()),
        ("<Ada Brook> {told} state radio [that the mill was shut].", ()),
        ("<Ada Brook> {told} the Food Agency [that the mill was shut].", ()),
        ("<Ada Brook> {said} [the story published by the Harrow Post was true].", ()),
        ("<Ada Brook> {said} [the mill was shut].", ()),
        ("<Ada Brook> {did not tell} the Harrow Post [the mill was shut].", ()),
        ("[The mill is shut], {according to} <the Harrow Post>.", ()),
        ("[The mill is shut], {according to} <Ada Brook>.", ()),
        ("[The mill is shut], <two officials> {said}.", ()),
    ],
)
def test_relays(example: str, expected: tuple[str, ...]) -> None:
    assert chain(example) == expected


@pytest.mark.parametrize("told", ["the Harrow Post", "the Post"])
def test_the_pages_own_outlet_and_agency_are_no_relay(told: str) -> None:
    example = f"[The mill was shut], <Ada Brook> {{told}} {told}."
    assert chain(example, outlet="Harrow Post") == ()
    assert chain(example, agency="The Harrow Post") == ()


def test_an_agency_is_the_same_by_either_name() -> None:
    example = "[The mill was shut], <Ada Brook> {told} Agence France-Presse."
    assert chain(example) == ("AFP",)
    assert chain(example, agency="AFP") == ()


def two(text: str, *parts: tuple[str, str, str]) -> list[Attribution]:
    def at(words: str) -> Span:
        start = text.index(words)
        return Span(start, start + len(words))

    return [Attribution((at(content),), at(cue), at(source)) for content, cue, source in parts]


def test_who_says_that_another_said_it_passes_it_on() -> None:
    text = "Jon Pell said that Ada Brook had told him that the mill was shut."
    outer = ("that Ada Brook had told him that the mill was shut", "said", "Jon Pell")
    inner = ("that the mill was shut", "had told", "Ada Brook")
    found = two(text, outer, inner)
    assert relays(article(text), found, [JON, ADA]) == [(), ("Jon Pell",)]
    assert relays(article(text), found[::-1], [ADA, JON]) == [("Jon Pell",), ()]
    assert relays(article(text), found, [NOBODY, ADA]) == [(), ()]
    assert relays(article(text), found, [ADA, ADA]) == [(), ()]
    assert relays(article(text, outlet="Jon Pell"), found, [JON, ADA]) == [(), ()]


def test_who_denies_that_another_said_it_passes_nothing_on() -> None:
    text = "Jon Pell denied that Ada Brook had told him that the mill was shut."
    outer = ("that Ada Brook had told him that the mill was shut", "denied", "Jon Pell")
    found = two(text, outer, ("that the mill was shut", "had told", "Ada Brook"))
    assert relays(article(text), found, [JON, ADA]) == [(), ()]


def test_a_frame_belongs_to_the_statement_it_touches() -> None:
    text = "Jon Pell told the Harrow Post that the mill was shut; Ada Brook dismissed the tale."
    found = two(text, ("the mill was shut", "told", "Jon Pell"), ("the tale", "dismissed", "Ada Brook"))
    assert relays(article(text), found, [JON, ADA]) == [("Harrow Post",), ()]


def test_a_frame_that_touches_none_goes_to_the_nearest() -> None:
    text = "The mill was shut, Jon Pell said, according to QTV; Ada Brook warned of more."
    found = two(text, ("The mill was shut", "said", "Jon Pell"), ("more", "warned", "Ada Brook"))
    assert relays(article(text), found, [JON, ADA]) == [("QTV",), ()]


def test_a_surname_that_passes_on_is_the_full_name() -> None:
    text = "Jon Pell runs the mill. Ada Brook had called him, according to Pell, and said it was shut."
    found = two(text, ("it was shut", "said", "Ada Brook"))
    assert relays(article(text), found, [ADA]) == [("Jon Pell",)]


WORDS = st.sampled_from(
    ["QTV", "the Harrow Post", "said", "according to", ", citing", "quoted", "by", "Ada", '"', ".", "\n\n"]
)


@given(st.lists(WORDS | st.text(max_size=4), max_size=30), st.integers(0, 60), st.integers(0, 20))
def test_any_text_and_span(words: list[str], start: int, length: int) -> None:
    text = " ".join(words)
    begin = min(start, len(text))
    span = Span(begin, min(begin + length, len(text)))
    found = [Attribution((span,), span, span), Attribution((Span(0, len(text)),), None, None)]
    chains = relays(article(text), found, [NOBODY, JON])
    assert len(chains) == 2
    assert all(len(set(chain)) == len(chain) for chain in chains)


def test_a_page_without_a_full_stop_costs_no_more() -> None:
    text = "Ada Brook told Harrow Post " * 3_000
    found = [Attribution((Span(at, at + 5),), Span(at + 10, at + 14), Span(at, at + 3)) for at in range(0, 27 * 60, 27)]
    assert len(relays(article(text[:80_000]), found, [NOBODY] * len(found))) == len(found)
