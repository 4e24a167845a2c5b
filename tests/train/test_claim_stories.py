"""Stories written for training are read to the letter."""

from __future__ import annotations

from pathlib import Path

import pytest

from train.claim_stories import HOME, Written, read_story, written

STORY = """# A kite in a tree
@claim c1 | The kite was stuck. (a remark)
@claim c2 | The wind took it.
@article Field News | 2026-05-02 | Kite stuck
"[[It is stuck fast|c1|asserts|Kite Club|Ada Finn|own]]," said Ada Finn. Nobody knew [[of 3 kites|-|denies|-|-]].

The club blamed [[the wind|c2|suggests|Kite Club|Kite Club|day=2026-05-01, relay=Hill Radio]].
@article Hill Radio | 2026-05-03 | Kite freed
Finn said [[it was free|c1|withdraws|Kite Club|Ada Finn]].
"""


@pytest.fixture
def story(tmp_path: Path) -> Written:
    path = tmp_path / "kite.txt"
    path.write_text(STORY, encoding="utf-8")
    return read_story(path)


def test_marks_leave_the_text_as_a_reader_sees_it(story: Written) -> None:
    first, second = (one.article for one in story.readings)
    quoted, blamed = first.text.split("\n\n")
    assert quoted == '"It is stuck fast," said Ada Finn. Nobody knew of 3 kites.'
    assert blamed == "The club blamed the wind."
    assert (first.outlet, first.headline, first.published.day) == ("Field News", "Kite stuck", "2026-05-02")
    assert second.text == "Finn said it was free."


def test_statements_slice_to_their_words_and_carry_what_was_marked(story: Written) -> None:
    said = [(one, reading.article.text) for reading in story.readings for one in reading.statements]
    assert all(text[slice(*one.content.spans[0])] == one.content.text for one, text in said)
    stuck, none, wind, free = (one for one, _ in said)
    assert (stuck.kind, stuck.speaker.name, stuck.speaker.party) == ("direct", "Ada Finn", "Kite Club")
    assert (none.speaker.name, none.speaker.party, none.figures[0].value) == (None, None, 3)
    assert wind.said_on is not None
    assert (wind.said_on.day, wind.relay) == ("2026-05-01", ("Hill Radio",))
    assert [story.claims[one.id] for one in (stuck, none, wind, free)] == ["kite c1", None, "kite c2", "kite c1"]
    assert story.flags[stuck.id] == {"own"}
    assert story.wordings == {"kite c1": "The kite was stuck.", "kite c2": "The wind took it."}


def test_every_story_shipped_for_training_can_be_read() -> None:
    stories = written()
    assert len(stories) >= 82
    assert HOME.is_dir()
    for one in stories:
        named = {claim for claim in one.claims.values() if claim}
        assert named <= set(one.wordings), one.name
        assert len(one.claims) == sum(len(reading.statements) for reading in one.readings), one.name
        assert "[[" not in "".join(reading.article.text for reading in one.readings), one.name
