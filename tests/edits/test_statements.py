"""What an edit did to statements is told, and nothing that it did not do."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.edits import Edit, compare
from onrecord.model import Reading, Stance
from tests.edits.told import hedged, reading, with_figure

SAID = '"The door was checked," Ada Moreau said.'
KEPT = reading(SAID, ("The door was checked", "Ada Moreau", "asserts"))


def kinds(edit: Edit) -> list[str]:
    return [change.kind for change in edit.changes]


def one(before: Reading, after: Reading) -> tuple[str, str]:
    """The kind and the reason of the only change."""
    (change,) = compare(before, after).changes
    if change.kind not in ("added", "removed"):
        assert change.before == before.statements[0].id
        assert change.after == after.statements[0].id
    return change.kind, change.why


def test_a_statement_in_the_same_words_is_kept_wherever_it_moves() -> None:
    after = reading(f"It was late.\n\n{SAID}", ("The door was checked", "Ada Moreau", "asserts"), headline="Late")
    edit = compare(KEPT, after)
    assert kinds(edit) == ["kept"]
    assert edit.headline == ("Ferry", "Late")
    assert edit.counted == (3, 0)
    assert compare(KEPT, KEPT).headline is None


def test_what_comes_and_goes() -> None:
    other = reading('"Nothing was checked at all," Bo Berg said.', ("Nothing was checked at all", "Bo Berg", "asserts"))
    edit = compare(KEPT, other)
    assert [(at.kind, at.before, at.after) for at in edit.changes] == [
        ("added", None, other.statements[0].id),
        ("removed", KEPT.statements[0].id, None),
    ]


def test_words_that_stand_there_still_were_not_removed() -> None:
    unread = reading(SAID + " It was late.")
    (gone,) = compare(KEPT, unread).changes
    (new,) = compare(unread, KEPT).changes
    assert (gone.kind, gone.after, new.kind, new.before) == ("kept", None, "kept", None)
    assert "still stand there" in gone.why
    assert "stood there before" in new.why


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("asserts", "suggests", "softened"),
        ("asserts", "cannot_confirm", "softened"),
        ("suggests", "doubts", "softened"),
        ("denies", "no_evidence", "softened"),
        ("suggests", "asserts", "hardened"),
        ("doubts", "denies", "hardened"),
        ("cannot_confirm", "asserts", "hardened"),
        ("asserts", "denies", "turned"),
        ("denies", "suggests", "turned"),
        ("asserts", "withdraws", "turned"),
        ("doubts", "no_evidence", "turned"),
    ],
)
def test_a_stance_that_moved(before: Stance, after: Stance, kind: str) -> None:
    words = "The door was checked"
    told = one(reading(SAID, (words, "Ada Moreau", before)), reading(SAID + " ", (words, "Ada Moreau", after)))
    assert told[0] == kind
    assert after.replace("_", " ") in told[1]


def test_a_hedge_that_came_or_went() -> None:
    may = hedged(
        reading('"The door may be worn," Ada Moreau said.', ("The door may be worn", "Ada Moreau", "asserts")), "may"
    )
    sure = reading('"The door is worn," Ada Moreau said.', ("The door is worn", "Ada Moreau", "asserts"))
    assert one(sure, may) == ("softened", "hedged by “may”, which was not there before")
    assert one(may, sure) == ("hardened", "the hedge “may” is gone")
    assert one(may, hedged(may, "might")) == ("reworded", "hedged by “might”, before by “may”")


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        ("Ada Moreau", "Bo Berg", "now said by Bo Berg, before by Ada Moreau"),
        ("Ada Moreau", None, "now said by somebody unnamed, before by Ada Moreau"),
        ("Ada Moreau/Port", "Ada Moreau/Line", "now said for Line, before for Port"),
        ("Port", "Bo Berg/Port", "now said by Bo Berg for Port, before by Port"),
    ],
)
def test_the_same_words_of_another(before: str | None, after: str | None, why: str) -> None:
    words = "The door was checked"
    told = one(reading(SAID, (words, before, "asserts")), reading(SAID + " ", (words, after, "asserts")))
    assert told == ("reattributed", why)


def test_a_longer_name_is_no_other_speaker() -> None:
    after = reading(SAID + " ", ("The door was checked", "Moreau", "asserts"))
    assert one(KEPT, after)[0] == "kept"


def test_a_figure_that_changed() -> None:
    bare = reading("There were 40 aboard, the port said.", ("There were 40 aboard", "Port", "asserts"))
    later = reading("There were 45 aboard, the port said.", ("There were 45 aboard", "Port", "asserts"))
    before, after = with_figure(bare, 40), with_figure(later, 45)
    assert one(before, after) == ("figure", "the figure is now 45 passengers, before 40 passengers")
    assert one(before, with_figure(before, 40, "at_least"))[1].startswith("the figure is now at least 40")
    assert one(before, bare)[1].endswith("is gone")


def test_other_words_of_the_same_speaker_are_reworded() -> None:
    after = reading(
        '"The loading door was checked twice," Ada Moreau said.',
        ("The loading door was checked twice", "Ada Moreau", "asserts"),
    )
    assert one(KEPT, after) == ("reworded", "before: “The door was checked”")


def test_the_same_words_twice_are_paired_one_by_one() -> None:
    text = "Late, Ada Moreau said. Late indeed, Bo Berg said."
    both = reading(text, ("Late", "Ada Moreau", "asserts"), ("Late indeed", "Bo Berg", "asserts"))
    assert kinds(compare(both, both)) == ["kept", "kept"]


WORDS = ["the door was worn", "the port denied it", "nobody was hurt", "forty came", "forty five came"]
NAMES: st.SearchStrategy[str | None] = st.sampled_from(["Ada Moreau", "Port", None])
STANCES: st.SearchStrategy[Stance] = st.sampled_from(["asserts", "denies"])
READINGS: st.SearchStrategy[Reading] = st.lists(
    st.tuples(st.sampled_from(WORDS), NAMES, STANCES), max_size=6, unique_by=lambda said: said[0]
).map(lambda said: reading(". ".join(WORDS[: 2 + len(said) // 2] + [one[0] for one in said]), *said))


@settings(max_examples=100, deadline=None)
@given(READINGS, READINGS)
def test_every_statement_is_accounted_for_once(before: Reading, after: Reading) -> None:
    found = compare(before, after).changes
    pairs = {(change.before, change.after) for change in found}
    assert sorted(old for old, _ in pairs if old) == sorted({one.id for one in before.statements})
    assert sorted(new for _, new in pairs if new) == sorted({one.id for one in after.statements})
    assert all(change.why for change in found)


@settings(max_examples=30, deadline=None)
@given(READINGS)
def test_a_version_and_itself_keep_everything(same: Reading) -> None:
    assert set(kinds(compare(same, same))) <= {"kept"}


def test_thousands_of_statements_are_paired_in_time() -> None:
    before, after = (_crowded(word) for word in ("some", "many"))
    edit = compare(before, after)
    assert len({change.after for change in edit.changes if change.after}) == 1_500


def _crowded(word: str) -> Reading:
    said: list[tuple[str, str | None, Stance]] = [(f"{word} {n} ferries came", "Port", "asserts") for n in range(1_500)]
    return reading(" ".join(f"{one[0]}." for one in said), *said)
