import pytest

from onrecord.asking.figures import other_number, told_otherwise
from onrecord.asking.question import read_question


@pytest.mark.parametrize(
    ("asked", "told", "why"),
    [
        ("forty people died", "Forty people died in the fire.", None),
        ("40 people died", "At least 12 people died in the fire.", "does not give the number asked for"),
        ("people died", "Twelve people died in the fire.", None),
        (
            "forty people died",
            "Twelve people died in the fire.",
            "gives another number: “Twelve” where the question has “forty”",
        ),
        ("forty people died", "Somebody died in the fire.", "does not give the number asked for"),
        ("at least 10 people died", "Twelve people died in the fire.", None),
    ],
)
def test_another_number_is_pointed_out(asked: str, told: str, why: str | None) -> None:
    assert told_otherwise(read_question(asked), told) == why


def test_a_number_of_something_else_is_no_other_number() -> None:
    assert other_number(read_question("forty people died"), "Twelve goats were sold.") is None
