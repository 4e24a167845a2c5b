from __future__ import annotations

from train.lines_labels import body_lines

GOLD = "The harbour was closed on Monday.\n\nNobody was hurt, they said.\n\nA list:\n\nOne\n\nThe ferries sail on."


def test_lines_of_the_gold() -> None:
    lines = ["Harbour closed", *GOLD.split("\n\n"), "One", "Read the news of the harbour"]
    assert body_lines(lines, GOLD) == {1, 2, 3, 4, 5}


def test_a_line_given_twice_counts_once() -> None:
    assert body_lines(["Nobody was hurt, they said.", *GOLD.split("\n\n")], GOLD) == {1, 2, 3, 4, 5}


def test_a_line_half_of_which_is_gold() -> None:
    assert body_lines(["VARNA (Salt) The harbour was closed on Monday.", "Something else altogether here."], GOLD) == {
        0
    }


def test_nothing_in_common() -> None:
    assert body_lines(["One", "Two"], GOLD) == set()
    assert body_lines([], "") == set()
