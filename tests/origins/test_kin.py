"""Who is the same house."""

from __future__ import annotations

import pytest

from onrecord.origins.kin import house, one_house


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Norway", "Norwegian Navy", True),
        ("Corvane Group", "Corvane Ltd", True),
        ("Transport Ministry", "minister of transport", True),
        ("Osmarck Police", "Osmarck Hospital", False),
        ("Mill Union", "Weir Board", False),
        ("", "Weir Board", False),
    ],
)
def test_a_name_that_holds_the_other_is_its_house(one: str, other: str, same: bool) -> None:
    assert one_house(house(one), house(other)) is same
    assert one_house(house(other), house(one)) is same
