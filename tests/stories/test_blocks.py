"""Blocks: found alike from any member, never too large, and by links that are strict enough."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from hypothesis import given
from hypothesis import strategies as st

from onrecord.stories.blocks import LEVELS, LIMIT, blocks_of

NAMES = [f"a{n:02}" for n in range(12)]
LINKS = st.dictionaries(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)), st.sampled_from(LEVELS), max_size=30)


def near(links: Mapping[tuple[str, str], float]) -> Callable[[str, float], list[str]]:
    return lambda at, least: [b if a == at else a for (a, b), by in links.items() if at in (a, b) and by >= least]


@given(links=LINKS)
def test_a_block_is_found_from_any_of_its_members(links: dict[tuple[str, str], float]) -> None:
    blocks = {one: blocks_of([one], near(links))[one].articles for one in NAMES}
    assert {one: found.articles for one, found in blocks_of(NAMES, near(links)).items()} == blocks
    for one, block in blocks.items():
        assert one in block
        assert {blocks[other] for other in block} == {block}


def test_links_grow_stricter_where_too_many_hang_together() -> None:
    chain = {(f"c{n:03}", f"c{n + 1:03}"): LEVELS[0] for n in range(LIMIT + 5)}
    close = chain | {("c000", "c001"): LEVELS[2]}
    assert blocks_of(["c000"], near(chain))["c000"] == (("c000",), 1)
    assert blocks_of(["c000"], near(close))["c000"] == (("c000", "c001"), 1)
    assert len(blocks_of(["c000"], near(dict(list(chain.items())[: LIMIT - 1])))["c000"].articles) == LIMIT


def test_what_is_known_to_be_too_much_is_found_again_from_anywhere() -> None:
    chain = {(f"c{n:03}", f"c{n + 1:03}"): LEVELS[n % 3] for n in range(3 * LIMIT)}
    starts = sorted({one for pair in chain for one in pair})
    together = blocks_of(starts, near(chain))
    assert together == {one: blocks_of([one], near(chain))[one] for one in starts[::40]} | together
    assert all(len(one.articles) <= LIMIT for one in together.values())
