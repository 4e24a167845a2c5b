"""What the page of a claim chooses to show."""

from __future__ import annotations

from pathlib import Path

from onrecord.publish import evidence
from onrecord.publish.addresses import Addresses
from onrecord.publish.pages.article import article_page
from onrecord.publish.pages.claim import claim_page, party_words, telling, telling_of, view
from onrecord.publish.quotes import Place, Quote
from onrecord.store.opening import open_record
from tests.publish.small_record import plain, small_record

PLACE = Place("a", "s", "Outlet", "Headline")


def quote(words: str, stance: str, *, direct: bool) -> Quote:
    return Quote(words, (), direct, "Kol", None, "Vessa", stance, "2026-05-04", (), None, PLACE)


def test_the_claims_own_words_then_own_speech_then_length() -> None:
    wording = "Vessa is moving its bridge."
    said = (
        quote("It is gone", "asserts", direct=True),
        quote("moving that bridge of Vessa", "asserts", direct=False),
        quote("the bridge is away", "asserts", direct=True),
        quote("Vessa denies moving any bridge", "denies", direct=True),
    )
    assert telling_of(said, "asserts", wording) == (said[1], said[2])
    assert telling_of(said, "denies", wording) == (said[3],)
    assert telling_of(said[:1], "withdraws", wording) == said[:1]
    assert telling(quote(wording, "asserts", direct=True), wording) < telling(said[2], wording)


def test_a_party_stands_where_it_stood_last(tmp_path: Path) -> None:
    settled = small_record(tmp_path / "record.db", plain)
    claim = settled.claims[0]
    conn = open_record(tmp_path / "record.db", readonly=True)
    around = evidence.by_ids(conn, claim.statements)
    conn.close()
    vessa, tarn = party_words(claim, around)
    assert (tarn.stance, tarn.since, [at.stance for at in tarn.before]) == ("denies", "2026-05-06", ["no_comment"])
    assert [one.words for one in vessa.telling] == ["Vessa is moving its bridge", "The bridge is gone"]
    assert [place.outlet for place in vessa.telling[0].also] == ["Outlet two"]
    shown = view(claim, around, settled.copies, {claim.story: "The bridge"}, until="2026-05-09")
    assert (shown.articles, shown.copies, shown.last) == (2, 1, "2026-05-04")
    assert shown.origins[0].outlet == "Outlet one"
    assert "At least 40 workers were seen" in [one.words for one in shown.others]


def test_a_page_tells_how_far_figures_reach_whose_they_are_and_what_headlines_say_more(tmp_path: Path) -> None:
    settled = small_record(tmp_path / "record.db", plain)
    conn = open_record(tmp_path / "record.db", readonly=True)
    to = Addresses()
    page = claim_page(conn, to, settled.claims[0].id) or ""
    of_article = article_page(conn, to, settled.claims[0].headlines[0].article) or ""
    conn.close()
    assert "Standing: 20 to 30 workers. They contradict each other:" in page
    assert "45 workers" in page
    assert "somebody unnamed" in page
    assert "The headline asserts what the article only relays" in page
    assert "The headline asserts what the article only relays:</b> <q><bdi>it is said</bdi></q>" in of_article
