from __future__ import annotations

import pytest

from onrecord.errors import UsageError
from onrecord.publish.addresses import Addresses
from onrecord.publish.chosen import WHOLE, Chosen


def test_nothing_named_is_the_whole_record() -> None:
    assert WHOLE.whole
    assert not Chosen(stories=("a",)).whole


def test_what_cannot_be_is_told_with_what_can() -> None:
    Chosen(claims=("a",)).check("stix", ("claim", "story"))
    with pytest.raises(UsageError, match="a single article; it can be of the whole record or single claims or single"):
        Chosen(articles=("a",)).check("stix", ("claim", "story"))


def test_pages_have_an_address_where_it_is_known_where_they_are() -> None:
    assert WHOLE.page("claim", "c") is None
    assert WHOLE.archived("a") is None
    site = Chosen(at=Addresses(root="https://gull.example/r/", files=True))
    assert site.page("claim", "c1") == "https://gull.example/r/claims/c1.html"
    desk = Chosen(at=Addresses(origin="http://127.0.0.1:8000"))
    assert desk.page("article", "a1") == "http://127.0.0.1:8000/articles/a1"
    assert desk.archived("a1", statement="s1") == "http://127.0.0.1:8000/articles/a1/page?statement=s1#here"
