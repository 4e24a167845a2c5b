from __future__ import annotations

from onrecord.articles.dump_furniture import furniture_in
from onrecord.articles.lines import lines_of


def test_tight_blocks_end_at_the_blank_line() -> None:
    lines = lines_of("Topics\nHarbour\nWeather\n\nNewsletter\nThe Morning Tide\n\nVarna Weekly, since 1902")
    topics, letter = furniture_in(lines)
    assert [item.headline for item in topics.items] == ["Harbour", "Weather"]
    assert (letter.kind, [item.headline for item in letter.items]) == ("newsletter", ["The Morning Tide"])


def test_a_heading_without_items_is_no_block() -> None:
    assert furniture_in(lines_of("Some line\n\nRelated Articles")) == ()
