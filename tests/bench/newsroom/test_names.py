from __future__ import annotations

import pytest

from bench.newsroom.names import Names, is_surname_of

NAMES = Names({"Kestria": ["Kestrian", "Dolmar"], "Norway": "Oslo"})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the Kestrian Defence Ministry", "Defense Ministry of Kestria"),
        ("Dolmar", "Kestrian government"),
        ("U.S. Navy", "the United States Navy"),
        ("Oslo", "Norwegian government"),
        ("Lt. Gen. José M. Ruiz", "Jose Ruiz"),
        ("Prime Minister Anna Berg", "Anna Berg"),
        ("Ministry of Justice", "the Justice Ministry's"),
        ("Øyvind Ås", "oyvind as"),
        (None, ""),
    ],
)
def test_same(one: str, other: str) -> None:
    assert NAMES.same(one, other)
    assert NAMES.same(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Prime Minister's Office", "President's Office"),
        ("Justice Ministry", "Ministry of Defence"),
        ("Anna Berg", "Bo Berg"),
        ("Berg", "Anna Berg"),
        ("Oslo police", "Norway police"),
        ("Norway", None),
    ],
)
def test_other(one: str, other: str | None) -> None:
    assert not NAMES.same(one, other)
    assert not NAMES.same(other, one)


def test_surnames() -> None:
    assert all(is_surname_of(name, "Anna Berg") for name in ("Berg", "Ms Berg", "President Berg"))
    assert not any(is_surname_of(name, "Anna Berg") for name in ("Anna", "Bo Berg", "Lind"))


def test_lists_keep_their_order() -> None:
    assert NAMES.same_list(["Oslo", "Anna Berg"], ["Norway", "Anna Berg"])
    assert not NAMES.same_list(["Anna Berg", "Oslo"], ["Norway", "Anna Berg"])
    assert NAMES.same_list(None, [])
