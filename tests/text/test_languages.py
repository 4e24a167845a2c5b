from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.languages import is_in, language_of


@pytest.mark.parametrize("text", ["", "Xq zzt brr 123", "!!! 77", "Oslo Oslo Oslo"])
def test_unsure_is_none(text: str) -> None:
    assert language_of(text) is None


def test_names_in_another_script_change_nothing() -> None:
    assert language_of("The mayor, known at home as 市长, said that the harbour was closed for the day.") == "en"


def test_of_a_few_words_nothing_is_told() -> None:
    assert is_in("Der Hafen ist zu.", "en", least_words=40)
    assert not is_in("Der Hafen ist zu und die Stadt ist leer. " * 8, "en", least_words=40)
    assert not is_in("항구가 월요일에 닫혔다고 시장이 말했다.", "en", least_words=40)


def test_a_long_text_costs_no_more_than_its_beginning() -> None:
    text = "The harbour was closed and the ferries of the island were held in port. " * 500_000
    start = time.process_time()
    assert language_of(text) == "en"
    assert time.process_time() - start < 2


@given(st.text(max_size=300))
def test_any_text(text: str) -> None:
    found = language_of(text)
    assert found is None or len(found) == 2
