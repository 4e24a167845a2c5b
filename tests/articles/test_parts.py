"""Subheads, items, quotes and live entries are marked where they stand."""

from __future__ import annotations

from onrecord.articles.body_lines import lines_of
from onrecord.articles.draft import Mark
from onrecord.articles.markup import parsed
from onrecord.articles.parts import marks_of

STORY = """<article><p>The council met on Monday.</p><h3>What was asked</h3><ul><li>A bridge.</li>
<li>A school.<br>Soon.</li></ul><blockquote><p>We shall see.</p><p>Or not.</p></blockquote>
<p><strong>What comes next</strong></p><p>A vote.</p></article>"""
ENTRY = """<div class="live-blog-entry"><time datetime="2026-05-03T10:1{0}:00Z">10:1{0}</time>
<span class="author-name">Mira Hollis</span><p>Update {0} has come in.</p><p>It goes on.</p></div>"""
TYPED = """<div itemprop="liveBlogUpdate" itemtype="https://schema.org/BlogPosting">
<time datetime="2026-05-03T1{0}:00Z"></time><p>Entry {0}.</p></div>"""


def test_what_stands_in_a_story() -> None:
    lines = lines_of(parsed(STORY))
    assert marks_of(lines) == (
        Mark("subhead", 1, 1),
        Mark("item", 2, 2),
        Mark("item", 3, 4),
        Mark("quote", 5, 6),
        Mark("subhead", 7, 7),
    )


def test_entries_of_a_live_blog_with_time_and_author() -> None:
    lines = [line for line in lines_of(parsed(ENTRY.format(1) + ENTRY.format(2))) if line.holder.tag == "p"]
    assert marks_of(lines) == (
        Mark("entry", 0, 1, "10:11", "Mira Hollis"),
        Mark("entry", 2, 3, "10:12", "Mira Hollis"),
    )
    typed = [line for line in lines_of(parsed(TYPED.format(1) + TYPED.format(2))) if line.holder.tag == "p"]
    assert [mark.time for mark in marks_of(typed)] == ["2026-05-03T11:00Z", "2026-05-03T12:00Z"]


def test_a_single_entry_is_no_live_blog() -> None:
    assert marks_of([line for line in lines_of(parsed(ENTRY.format(1))) if line.holder.tag == "p"]) == ()
