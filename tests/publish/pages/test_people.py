"""Words of people's pages."""

from __future__ import annotations

from typing import get_args

import pytest

from onrecord.model import ROLES, SCOPES, PeopleWord
from onrecord.publish.pages.people import ROLE_WORDS, SCOPE_WORDS, WORDS, browser_words


def test_everything_that_can_happen_has_words() -> None:
    assert set(WORDS) == set(get_args(PeopleWord))
    assert set(ROLE_WORDS) == set(ROLES)
    assert set(SCOPE_WORDS) == set(SCOPES)


@pytest.mark.parametrize(
    ("says", "words"),
    [
        ("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/130.0 Safari/537.36", "Chrome on Linux"),
        ("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:130.0) Gecko/20100101 Firefox/130.0", "Firefox on Windows"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Mobile Safari/604.1", "Safari on iPhone"),
        ("curl/8.1", "curl/8.1"),
        ("", ""),
    ],
)
def test_common_browsers_are_told_in_two_words(says: str, words: str) -> None:
    assert browser_words(says) == words
