"""The rumours' bench: what is a host's name, and how origins are judged."""

from __future__ import annotations

import pytest

from bench.emergent import domain, judged_origins, named_by, told_domain
from onrecord.asking import first_reports, read_question
from tests.asking.told import article, reading


@pytest.mark.parametrize(
    ("name", "host", "same"),
    [
        ("The New York Herald", "nyherald.com", True),
        ("New York Herald", "www.newyorkherald.com", True),
        ("New York Herald", "nyh.com", True),
        ("The Crane", "thecrane.co.uk", True),
        ("QTV News", "qtv.com", True),
        ("Harrow Post", "blogs.harrow-post.com", True),
        ("Harrow Post", "eastwire.com", False),
        ("", "eastwire.com", False),
    ],
)
def test_a_name_is_a_hosts_where_its_words_spell_it(name: str, host: str, same: bool) -> None:
    assert named_by(name, host) is same


def test_domains() -> None:
    assert domain("https://www.harrow.co.uk/a") == "harrow.co.uk"
    assert domain("news.eastwire.com") == "eastwire.com"


def test_the_first_outlet_told_that_the_rumour_has() -> None:
    one = article("a1", "The mill was sold, the Crane Herald first reported.", outlet="Harrow Post")
    found = first_reports(read_question("the mill was sold"), [one], ())
    assert told_domain(found, ["x.com", "craneherald.com"]) == "craneherald.com"
    assert told_domain(found, []) == "craneherald.com"
    assert told_domain([], ["x.com"]) is None


def test_origins_are_judged() -> None:
    one = article("a1", "The mill was sold, the Crane Herald first reported.", outlet="Harrow Post")
    row = {
        "claim": "the mill was sold",
        "origin_outlet": "craneherald.com",
        "fnc_bodies": ["a1", "a1", "gone"],
        "articles": [{"outlet": "craneherald.com"}, {"outlet": ""}],
    }
    unknown = row | {"origin_outlet": None}
    assert [(told, right) for _, told, right in judged_origins([row, unknown], {"a1": reading(one)})] == [
        ("craneherald.com", True)
    ]
