"""Claims by parties."""

from __future__ import annotations

from onrecord.publish.story_matrix import CLAIMS, PARTIES, matrix
from tests.publish.test_story_sides import claim


def test_the_last_word_of_each_party_stands_in_its_column() -> None:
    found = matrix(
        [
            claim("x", "contested", ("A", "asserts"), ("B", "denies"), ("A", "withdraws")),
            claim("y", "single_origin", ("C", "asserts")),
            claim("silent", "reported"),
        ]
    )
    assert found
    assert found.parties == ("A", "B", "C")
    cells = {row.claim.id: [at.stance if at else None for at in row.cells] for row in found.rows}
    assert cells == {"x": ["withdraws", "denies", None], "y": [None, None, "asserts"]}
    assert found.hidden == (0, 0)


def test_what_has_no_room_is_counted() -> None:
    many = [claim(f"c{n}", "contested", ("A", "asserts"), (f"P{n}", "denies")) for n in range(20)]
    found = matrix(many)
    assert found
    assert (len(found.rows), len(found.parties)) == (CLAIMS, PARTIES)
    assert found.hidden == (20 - CLAIMS, 21 - PARTIES)
    assert matrix([claim("x", "single_origin", ("A", "asserts"))]) is None
