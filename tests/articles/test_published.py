from __future__ import annotations

from datetime import date, timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from onrecord.articles.dateline import dateline_of
from onrecord.articles.draft import Place, Sighting
from onrecord.articles.published import published_of
from onrecord.articles.published_evidence import is_default, swapped
from onrecord.model import When

PLAIN = "The harbour was closed, the mayor said."


def when(*paragraphs: str, as_of: date | None = None, **seen: str) -> When:
    places: dict[str, Place] = {
        "ld": "metadata",
        "shown": "shown",
        "top": "header",
        "changed": "modified",
        "feed": "feed",
        "url": "address",
        "script": "script",
    }
    sightings = [Sighting(date.fromisoformat(day), places[name], name) for name, day in seen.items()]
    return published_of(sightings, dateline_of(paragraphs[0]), paragraphs, as_of)


def test_metadata_are_believed() -> None:
    found = when(PLAIN, ld="2026-03-02", shown="2026-03-02")
    assert found.day == "2026-03-02"
    assert found.confidence >= 0.8
    assert found.reasons == ("ld and shown agree",)


def test_one_weak_place_alone_is_no_certainty() -> None:
    assert 0.5 <= when(PLAIN, ld="2026-03-02").confidence < 0.8
    assert 0.5 <= when(PLAIN, shown="2026-03-02").confidence < 0.8


def test_the_day_on_top_alone_is_no_day_of_publication() -> None:
    found = when(PLAIN, top="2026-03-20")
    assert (found.value, found.precision, found.confidence) == (None, "unknown", 0.0)
    assert "2026-03-20" in found.reasons[0]


def test_a_change_after_weeks_is_told() -> None:
    found = when(PLAIN, ld="2026-03-02", shown="2026-03-02", changed="2026-04-20")
    assert found.day == "2026-03-02"
    assert found.confidence < 0.8
    assert "changed on 2026-04-20" in found.reasons


def test_a_story_put_up_before_its_day_is_no_contradiction() -> None:
    assert when(PLAIN, ld="2026-03-02", shown="2026-03-02", changed="2026-02-27").confidence >= 0.8


def test_two_that_agree_are_surer() -> None:
    assert when(PLAIN, ld="2026-03-02", shown="2026-03-02").confidence > when(PLAIN, ld="2026-03-02").confidence


def test_the_dateline_beats_metadata_of_another_day() -> None:
    found = when("VARNA, March 4 (Salt) - Rain fell on Wednesday.", ld="2026-03-06")
    assert found.day == "2026-03-04"
    assert any("2026-03-06" in reason for reason in found.reasons)


def test_a_day_after_the_dateline_is_the_day_of_publication() -> None:
    assert when("VARNA, May 5 (Salt) - Rain fell on Tuesday.", ld="2026-05-06").day == "2026-05-06"


def test_day_and_month_swapped() -> None:
    found = when("VARNA, 12 March. Rain fell.", ld="2026-12-03")
    assert found.day == "2026-03-12"
    assert "swapped" in " ".join(found.reasons)
    assert when(PLAIN, ld="2026-12-03", top="2026-03-14").day == "2026-03-12"


def test_a_default_of_the_system() -> None:
    found = when("VARNA, Friday 13 March. Rain fell.", ld="2019-01-01", top="2026-03-14")
    assert found.day == "2026-03-13"
    assert is_default(date(2019, 1, 1))


def test_the_day_of_an_edit_is_no_day_of_publication() -> None:
    assert when("Friday, 13 March. Rain fell.", changed="2026-03-18").day == "2026-03-13"
    assert when(PLAIN, changed="2026-03-18").confidence < 0.5


def test_the_day_of_a_visit_alone_is_a_guess() -> None:
    found = when(PLAIN, top="2026-03-18")
    assert found.confidence < 0.5
    assert "looked at" in found.reasons[0]


def test_a_range_and_a_weekday_give_the_day() -> None:
    first = "The mayor said between October 13 and 16 that the harbour was closed."
    found = when(first, "On Thursday she said it again.", top="2024-11-22")
    assert (found.day, found.precision) == ("2024-10-17", "day")
    assert (
        when("The session runs between 3 and 6 March.", "Envoys met on Thursday.", top="2026-03-14").day == "2026-03-05"
    )


def test_the_text_is_counted_back_from_the_visit() -> None:
    assert when("By Tuesday, 3 March, nothing was known.", top="2026-03-04").day == "2026-03-03"
    found = when("The owner changed its story on Thursday.", "It meets again on Monday.", top="2026-05-09")
    assert found.day == "2026-05-07"
    assert found.confidence < 0.5


def test_what_lies_ahead_does_not_count() -> None:
    assert when("The bridge will open on Friday, she said on Monday.", top="2026-03-18").day == "2026-03-16"


def test_notes_at_the_foot_do_not_count() -> None:
    found = when(PLAIN, "Correction, 7 March 2026: a name was wrong.", ld="2026-03-01")
    assert found.day == "2026-03-01"


def test_the_address_may_give_the_month() -> None:
    found = published_of(
        [Sighting(date(2026, 3, 1), "address", "the address", precise=False)], dateline_of(""), [PLAIN], None
    )
    assert (found.value, found.precision) == ("2026-03", "month")


def test_nothing_known_is_said_so() -> None:
    found = when(PLAIN)
    assert (found.value, found.precision, found.confidence) == (None, "unknown", 0.0)
    assert found.reasons


def test_swapping() -> None:
    assert swapped(date(2026, 12, 3)) == date(2026, 3, 12)
    assert swapped(date(2026, 3, 13)) is None
    assert swapped(date(2026, 3, 3)) is None


def test_universal_time_gives_way_to_the_day_readers_saw() -> None:
    late = Sighting(date(2026, 3, 3), "metadata", "ld", others=(date(2026, 3, 2),), open=True)
    shown = Sighting(date(2026, 3, 2), "shown", "the day shown")
    found = published_of([late, shown], dateline_of(PLAIN), [PLAIN], None)
    assert (found.day, found.reasons) == ("2026-03-02", ("ld and the day shown agree",))
    alone = published_of([late], dateline_of(PLAIN), [PLAIN], None)
    assert alone.day == "2026-03-03"
    assert alone.confidence < 0.8


def test_figures_that_can_be_two_days_are_settled_by_others() -> None:
    figures = Sighting(date(2026, 4, 3), "shown", "the day shown", others=(date(2026, 3, 4),), open=True)
    assert published_of([figures], dateline_of(PLAIN), [PLAIN], None).confidence < 0.8
    address = Sighting(date(2026, 3, 4), "address", "the address")
    assert published_of([figures, address], dateline_of(PLAIN), [PLAIN], None).day == "2026-03-04"


def test_the_day_shown_after_an_edit_gives_way_to_the_first() -> None:
    found = when(PLAIN, ld="2026-03-02", shown="2026-05-09", changed="2026-05-09")
    assert found.day == "2026-03-02"
    assert found.confidence < 0.8


def test_nothing_was_published_after_it_was_fetched() -> None:
    sightings = [Sighting(date(2027, 3, 2), "metadata", "ld")]
    found = published_of(sightings, dateline_of(PLAIN), [PLAIN], None, fetched=date(2026, 3, 4))
    assert found.day is None


def test_a_claim_after_the_day_on_top_is_not_believed() -> None:
    assert when(PLAIN, ld="2027-03-20", url="2026-03-02", top="2026-03-04").day == "2026-03-02"


def test_the_words_are_counted_back_from_the_fetch() -> None:
    text = "The owner changed its story on Thursday."
    found = published_of([], dateline_of(text), [text], None, fetched=date(2026, 5, 9))
    assert found.day == "2026-05-07"
    assert found.confidence < 0.5


DAYS = st.dates(date(2015, 1, 1), date(2030, 12, 31))
PLACES: tuple[Place, ...] = (
    "given", "metadata", "feed", "shown", "address", "script", "title", "header", "modified", "picture",
)  # fmt: skip
SEEN = st.builds(Sighting, DAYS, st.sampled_from(PLACES), st.sampled_from(["one", "two"]), st.booleans())
WORDS = st.sampled_from(
    [PLAIN, "On Friday it rained.", "Between 3 and 6 March they met.", "VARNA, March 4 (Salt) - Rain fell.", "\x00 31"]
)


@given(st.lists(SEEN, max_size=6), st.lists(WORDS, max_size=3), DAYS, st.booleans())
def test_what_always_holds(seen: list[Sighting], words: list[str], fetched: date, known: bool) -> None:
    dateline = dateline_of(words[0] if words else "")
    found = published_of(seen, dateline, words, None, fetched=fetched if known else None)
    assert found.reasons
    assert 0.0 <= found.confidence <= 1.0
    assert (found.value is None) == (found.precision == "unknown")
    if known and found.day:
        assert date.fromisoformat(found.day) <= fetched + timedelta(days=1)


@given(st.lists(SEEN, max_size=6, unique_by=lambda one: (one.place, one.day)), st.randoms(use_true_random=False))
def test_the_order_of_places_does_not_matter(seen: list[Sighting], chance: Random) -> None:
    shuffled = list(seen)
    chance.shuffle(shuffled)
    first, second = (published_of(one, dateline_of(PLAIN), [PLAIN], None) for one in (seen, shuffled))
    assert (first.value, first.confidence) == (second.value, second.confidence)


@given(st.text(max_size=300))
def test_any_text(text: str) -> None:
    assert published_of([], dateline_of(text), [text], date(2026, 3, 4)).reasons


def test_a_dateline_without_a_year_follows_the_claims_and_not_an_old_change() -> None:
    text = "VARNA, March 4 (Salt) - Rain fell."
    found = when(text, ld="2026-03-05", shown="2026-03-05", changed="2025-03-04")
    assert found.day == "2026-03-05"
