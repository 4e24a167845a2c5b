"""How related two articles are, and whether one adds to the other."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Article, When
from onrecord.stories.profile import Profile, profile
from onrecord.stories.related import adds, relatedness, worth_reading

Write = Callable[..., Article]
FERRY = "The ferry Marla capsized off Lund island with ninety aboard. The coast guard of Lund sent boats to the Marla. "
MORE = "Divers from Lund found the wreck of the ferry Marla on Friday, and the coast guard raised its lifeboats. "
NO_DAY = When(None, "unknown", 0.0)
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


@given(
    st.lists(st.lists(st.sampled_from((FERRY, MORE, BANK, "Boats came. ")), min_size=1, max_size=3), max_size=7),
    st.sampled_from((0.0, 0.2, 0.5)),
    st.integers(1, 6),
)
def test_many_at_once_come_to_the_same_as_each_with_each(told: list[list[str]], least: float, most: int) -> None:
    own, *others = (
        profile(Article(f"{n:02}", "i", "d", "".join(words), "", NO_DAY)) for n, words in enumerate([[FERRY], *told])
    )
    able = [(one, by) for one in others if (by := relatedness(own, one)) >= least and adds(own, one)]
    kept: list[tuple[Profile, float]] = []
    for one, by in sorted(able, key=lambda pair: (-pair[1], pair[0].article)):
        if len(kept) < most and all(adds(one, listed) for listed, _ in kept):
            kept.append((one, by))
    assert worth_reading(own, others, least, most) == [(one.article, by) for one, by in kept]
