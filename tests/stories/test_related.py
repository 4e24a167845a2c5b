"""How related two articles are, and whether one adds to the other."""

from __future__ import annotations

from collections.abc import Callable

from onrecord.model import Article
from onrecord.stories.profile import profile
from onrecord.stories.related import adds, relatedness, worth_reading

Write = Callable[..., Article]
FERRY = "The ferry Marla capsized off Lund island with ninety aboard. The coast guard of Lund sent boats to the Marla. "
MORE = "Divers from Lund found the wreck of the ferry Marla on Friday, and the coast guard raised its lifeboats. "
BANK = "The bank of Corvex lost the savings of customers to thieves. Corvex customers queued at its counters for cash. "


def test_the_same_event_is_more_related_than_another_and_both_ways_alike(write: Write) -> None:
    ferry, more, bank = (profile(write("a", text, None, "")) for text in (FERRY, MORE, BANK))
    assert relatedness(ferry, ferry) > relatedness(ferry, more) > relatedness(ferry, bank)
    assert relatedness(ferry, more) == relatedness(more, ferry)
    assert 0 <= relatedness(ferry, bank) < 0.2
    assert relatedness(ferry, ferry) > 0.9


def test_a_copy_adds_nothing(write: Write) -> None:
    ferry, copy = (profile(write("a", text, None, "")) for text in (FERRY, f"By Ada Brook. {FERRY}"))
    assert not adds(ferry, copy)
    assert adds(ferry, profile(write("b", MORE, None, "")))


def test_worth_reading_are_the_related_that_repeat_nothing(write: Write) -> None:
    own, copy, more, again, bank = (
        profile(write(name, text, None, ""))
        for name, text in (
            ("own", FERRY),
            ("copy", f"By Ada Brook. {FERRY}"),
            ("more", MORE),
            ("again", f"By Bo Lind. {MORE}"),
            ("bank", BANK),
        )
    )
    found = worth_reading(own, [bank, again, more, copy], 0.2, 5)
    assert len(found) == 1
    assert found[0][0] in {"more", "again"}
    assert found[0][1] == relatedness(own, more if found[0][0] == "more" else again)
    assert worth_reading(own, [bank, more], 0.0, 1)[0][0] == "more"
    assert worth_reading(own, [more], 0.99, 5) == []
