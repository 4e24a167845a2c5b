from __future__ import annotations

from datetime import date

from onrecord.articles.dateline import dateline_of
from onrecord.articles.draft import Place, Sighting
from onrecord.articles.published import is_default, published_of, swapped
from onrecord.model import When

PLAIN = "The harbour was closed, the mayor said."


def when(*paragraphs: str, as_of: date | None = None, **seen: str) -> When:
    places: dict[str, Place] = {
        "ld": "metadata",
        "shown": "shown",
        "top": "header",
        "changed": "modified",
        "feed": "feed",
    }
    sightings = [Sighting(date.fromisoformat(day), places[name], name) for name, day in seen.items()]
    return published_of(sightings, dateline_of(paragraphs[0]), paragraphs, as_of)


def test_metadata_are_believed() -> None:
    found = when(PLAIN, ld="2026-03-02")
    assert found.day == "2026-03-02"
    assert found.confidence >= 0.8
    assert found.reasons


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
