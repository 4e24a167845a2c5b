"""Blocks: found alike from any member, never too large, and by links that are strict enough."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from hypothesis import given
from hypothesis import strategies as st

from onrecord.stories.blocks import LEVELS, LIMIT, block_of

NAMES = [f"a{n:02}" for n in range(12)]
LINKS = st.dictionaries(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)), st.sampled_from(LEVELS), max_size=30)


def near(links: Mapping[tuple[str, str], float]) -> Callable[[str, float], list[str]]:
    return lambda at, least: [b if a == at else a for (a, b), by in links.items() if at in (a, b) and by >= least]


@given(links=LINKS)
def test_a_block_is_found_from_any_of_its_members(links: dict[tuple[str, str], float]) -> None:
    blocks = {one: block_of(one, near(links)) for one in NAMES}
    for one, block in blocks.items():
        assert one in block
        assert {blocks[other] for other in block} == {block}


def test_links_grow_stricter_where_too_many_hang_together() -> None:
    chain = {(f"c{n:03}", f"c{n + 1:03}"): LEVELS[0] for n in range(LIMIT + 5)}
    close = chain | {("c000", "c001"): LEVELS[2]}
    assert block_of("c000", near(chain)) == ("c000",)
    assert block_of("c000", near(close)) == ("c000", "c001")
    assert len(block_of("c000", near(dict(list(chain.items())[: LIMIT - 1])))) == LIMIT
