from __future__ import annotations

from onrecord.knowledge.tables import table
from onrecord.text.names import is_given, pronoun_of_name


def test_every_given_name_tells_the_pronoun_of_its_example() -> None:
    for row in table("given_names"):
        name = row["example"].split("said ")[1].rstrip(".")
        assert is_given(name.split()[0]), row
        assert (pronoun_of_name(name) or "either") == row["expected"], row


def test_no_given_name_is_listed_twice() -> None:
    names = [row["name"] for row in table("given_names")]
    assert len(names) == len(set(names))


def test_a_name_alone_tells_nothing() -> None:
    assert pronoun_of_name("Ada") is None
