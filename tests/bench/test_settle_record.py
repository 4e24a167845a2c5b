"""A made record reads like a real one: spans slice out their text, stories share names only within themselves."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from bench.settle_record import retold, templates
from onrecord.model import article_id, statement_id
from onrecord.text.likeness import terms

SAMPLE = Path(__file__).parents[2] / "samples" / "newsroom"


def test_stories_told_again_hold_together() -> None:
    for told in retold(templates([SAMPLE]), 4):
        for one in told:
            assert one.article.id == article_id(one.article.url, one.article.headline, one.article.text)
            for said in one.statements:
                assert said.id == statement_id(one.article.id, said.content.spans)
                assert " … ".join(one.article.text[a:b] for a, b in said.content.spans) == said.content.text


def test_the_same_every_time_and_two_stories_are_two() -> None:
    made = templates([SAMPLE])
    once, again = (list(retold(made, len(made) + 1)) for _ in range(2))
    assert once == again
    first, last = ({term for one in told for term in terms(one.article.text)} for told in (once[0], once[-1]))
    assert len(first & last) / len(first | last) < 0.5, "one template, other names and words"
    days = [told[0].article.published.value or "" for told in once]
    assert all(one <= other for one, other in pairwise(days))
