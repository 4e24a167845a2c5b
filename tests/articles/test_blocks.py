from __future__ import annotations

from onrecord.articles.blocks import take_furniture
from onrecord.articles.markup import parsed, text_of

LINE = "<p>The harbour was closed on day {} of the strike, and nobody in the town could say why.</p>"
STORY = "".join(LINE.format(day) for day in range(9))
BLOCK = """<section class="x"><h3>Hot this week:</h3><ul>
<li><a href="/b">Bread gets dearer</a><p>Flour costs more.</p></li><li>Goat</li></ul></section>"""
PAGE = f"""<main><h1>Harbour closed</h1>
<figure><img><figcaption>The harbour, seen from the pier on Monday</figcaption></figure>
<div class="story">{STORY}<aside class="pullquote">Nobody could say why</aside></div>{BLOCK}{BLOCK}
<div class="nl newsletter"><h4>The Morning Tide</h4><p>At six.</p></div><h4>Topics</h4><ul><li>Sea</li></ul></main>"""


def test_blocks_by_heading_and_class() -> None:
    tree = parsed(PAGE)
    found = take_furniture(tree)
    assert [(block.kind, block.heading) for block in found] == [
        ("hot", "Hot this week:"),
        ("topics", "Topics"),
        ("newsletter", "The Morning Tide"),
    ]
    first = found[0].items[0]
    assert (first.headline, first.teaser, first.url) == ("Bread gets dearer", "Flour costs more.", "/b")
    left = text_of(tree)
    assert "Bread" not in left
    assert "seen from the pier" not in left
    assert left.count("Nobody could say why") == 0
    assert left.count("the harbour was closed".capitalize()) == 9


def test_the_story_is_never_taken_whatever_it_is_called() -> None:
    tree = parsed(f'<main class="related"><h1>Harbour</h1><div class="comments share related">{STORY}</div></main>')
    assert take_furniture(tree) == ()
    assert "day 8" in text_of(tree)
