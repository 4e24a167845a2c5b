"""One person, one name, and nobody who looks like another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import UsageError
from onrecord.text.sign_in_names import compared, looks, scripts, written


@pytest.mark.parametrize(
    "name",
    [
        "Ada Moreau",
        "ada",
        "A. M. O'Neill",
        "Ζωή Παππά",
        "Анна Ковач",
        "山田 タロウ",
        "김 민수",
        "José-María",
        "ada@desk",
    ],
)
def test_names_of_any_one_script_are_names(name: str) -> None:
    assert written(name) == name


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("", "1 to 64"),
        ("   ", "1 to 64"),
        ("a" * 65, "1 to 64"),
        ("Аda", "Cyrillic and Latin"),  # its first letter is Cyrillic
        ("Νina", "Greek and Latin"),  # its first letter is Greek
        ("ada\u202emin", "RIGHT-TO-LEFT OVERRIDE"),
        ("ada\u200bm", "ZERO WIDTH SPACE"),
        ("ada\x00", "U\\+0000"),
        ("<b>", "LESS-THAN SIGN"),
        ("'ada", "a sign at its beginning"),
        ("ada🙂", "SLIGHTLY SMILING FACE"),
        ("\ud800", "U\\+D800"),
    ],
)
def test_what_is_no_name_says_why(name: str, why: str) -> None:
    with pytest.raises(UsageError, match=why):
        written(name)


def test_writings_of_one_name_are_one() -> None:
    assert compared("ＡＤＡ  Moreau ") == compared("ada moreau") == "ada moreau"
    assert compared("Straße") == compared("STRASSE")
    assert compared("O’Neill") == compared("o'neill")
    assert compared("Jose\u0301") == compared("José")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bob", "вов"),
        ("Ada", "A.d.a"),
        ("otto", "οττο"),
        ("b0b", "bob"),
        ("José", "Jose"),
        ("ada moreau", "ada_moreau"),
    ],
)
def test_names_that_look_alike_are_told(one: str, other: str) -> None:
    assert looks(one) == looks(other)


def test_names_that_do_not_look_alike_are_apart() -> None:
    assert len({looks(one) for one in ("Ada", "Ida", "Анна", "Ζωή", "山田", "김")}) == 6


def test_scripts_are_named() -> None:
    assert scripts("Анна 2") == {"CYRILLIC"}
    assert scripts("123") == frozenset()


@given(st.text(max_size=80))
def test_any_string_is_a_name_or_refused(text: str) -> None:
    compared(text)
    looks(text)
    try:
        name = written(text)
    except UsageError:
        return
    assert written(name) == name
    assert compared(name) == compared(text)
