"""Settling: what must always hold, on the sample newsroom and on any part of it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.gold import gold_readings
from onrecord.model import (
    Article,
    Reading,
    Settled,
    Span,
    Speaker,
    Statement,
    When,
    article_id,
    passage,
    statement_id,
)
from onrecord.pipeline.settle import settle

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "samples" / "newsroom"
SEED = ROOT.parent / "shared" / "examples" / "seed_expected.json"
URL = "https://gull.example/hatch"
DAY = When("2026-05-05", "day", 0.9)


@cache
def readings() -> tuple[Reading, ...]:
    return tuple(gold_readings(SAMPLE))


@cache
def whole() -> Settled:
    return settle(readings())


def test_nothing_read_nothing_settled() -> None:
    assert settle([]) == Settled((), (), (), (), ())


@settings(max_examples=8, deadline=None)
@given(order=st.permutations(range(10, 20)), twice=st.integers(10, 19))
def test_any_order_and_any_repeat_settle_the_same(order: list[int], twice: int) -> None:
    pages = readings()
    assert settle([pages[at] for at in [*order, twice]]) == settle(pages[10:20])


def test_the_whole_newsroom_backwards_settles_the_same() -> None:
    assert settle(readings()[::-1]) == whole()


def test_every_article_has_one_story_and_every_statement_at_most_one_claim() -> None:
    articles = [one for story in whole().stories for one in story.articles]
    assert sorted(articles) == sorted(one.article.id for one in readings())
    held = [one for claim in whole().claims for one in claim.statements]
    assert len(held) == len(set(held))
    assert set(held) <= {one.id for reading in readings() for one in reading.statements}


def test_claims_are_sorted_named_once_and_stand_in_a_story() -> None:
    ids = [claim.id for claim in whole().claims]
    assert ids == sorted(set(ids))
    assert {claim.story for claim in whole().claims} <= {story.id for story in whole().stories}


def test_a_claim_goes_by_words_of_its_own_statements() -> None:
    said = {one.id: " ".join(one.content.text.split()) for reading in readings() for one in reading.statements}
    assert all(any(claim.wording in said[one] for one in claim.statements) for claim in whole().claims)


def test_the_last_status_is_the_status_and_origins_assert() -> None:
    for claim in whole().claims:
        assert not claim.status_history or claim.status_history[-1].value == claim.status
        assert claim.status != "corroborated" or len(claim.origins) >= 2
        assert {one.party for one in claim.origins}.isdisjoint(one.party for one in claim.possible_origins)


def test_copies_point_at_articles_and_never_at_themselves() -> None:
    ids = {one.article.id for one in readings()}
    assert all({edge.article, edge.of} <= ids and edge.article != edge.of and edge.why for edge in whole().copies)


@pytest.mark.skipif(not SEED.exists(), reason="the seed page lies beside the checkout")
def test_the_seed_page() -> None:
    settled = settle(gold_readings(SEED))
    claim = max(settled.claims, key=lambda one: len(one.positions))
    final = {row.party: row.stance for row in claim.positions}
    assert final == {
        "Ukraine": "asserts",
        "United States": "cannot_confirm",
        "NATO": "no_evidence",
        "South Korea": "investigating",
    }
    assert claim.status == "contested"
    assert {"Russia", "North Korea"} <= set(claim.not_heard)


@pytest.mark.parametrize(("address", "outlet", "versions"), [
    (URL, "Daily Gull", 1),
    (URL.replace("//", "//amp."), "Daily Gull", 0),
    (f"{URL}?print=1", "Daily Gull", 0),
    ("https://post.example/hatch", "The Post", 0),
])  # fmt: skip
def test_neither_an_edit_nor_a_copy_makes_a_second_origin(address: str, outlet: str, versions: int) -> None:
    words = "our divers saw with their own eyes that the hatch of the Skerry Maid stood open at midnight"
    text = f'"{words[0].upper()}{words[1:]}," Ada Moreau of the harbour guard said on Tuesday.'
    said: list[Reading] = []
    for who, party, url, paper in (
        ("Ada Moreau", "Harbour guard", URL, "Daily Gull"),
        ("Bo Berg", "Coast Line", address, outlet),
    ):
        version = text.replace("Ada Moreau of the harbour guard", f"{who} of the {party.lower()}")
        article = Article(
            article_id(url, "Hatch stood open", version), who, who, version, "Hatch stood open", DAY, url, paper
        )
        spans = (Span(1, 1 + len(words)),)
        source = passage(version, (Span(version.index(who), version.index(who) + len(who)),))
        speaker = Speaker(who, None, party, "named in full")
        one = Statement(
            statement_id(article.id, spans),
            article.id,
            "direct",
            passage(version, spans),
            None,
            source,
            speaker,
            "asserts",
            basis=("our divers saw",),
        )
        said.append(Reading(article, (one,)))
    settled = settle(said)
    assert (len(settled.versions), len(settled.copies)) == (versions, 1 - versions)
    assert [(claim.status, len(claim.origins)) for claim in settled.claims] == [("single_origin", 1)]
