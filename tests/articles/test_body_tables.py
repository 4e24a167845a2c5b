"""Tables that are the story stay, those that only go with one do not."""

from __future__ import annotations

import pytest
from lxml import html

from onrecord.articles.body_features import Seen, seen
from onrecord.articles.body_lines import lines_of
from onrecord.articles.body_tables import with_tables

STORY = "<p>The boats came home in the order of the table below, and the harbour master wrote it down.</p>"
CELLS = "<td>Boat number {0}</td><td>{0} points</td><td>Mira Hollis, Port Ellen</td>"


def rows(count: int) -> str:
    return "<table>" + "".join(f"<tr>{CELLS.format(at)}</tr>" for at in range(count)) + "</table>"


def kept(body: str) -> tuple[list[Seen], list[Seen]]:
    lines = seen(lines_of(html.document_fromstring(f"<html><body><main><div>{body}</div></main></body></html>")))
    return lines, with_tables(lines, [one for one in lines if one.prose])


def test_results_are_part_of_their_story() -> None:
    lines, found = kept(STORY + rows(8))
    assert found == lines


@pytest.mark.parametrize(
    "body",
    [
        STORY * 12 + rows(4),  # goes with the story
        STORY + rows(2),  # too few rows to tell
        STORY + "<table>" + f"<tr><td>{STORY}</td><td>{STORY}</td></tr>" * 5 + "</table>",  # lays the page out
        STORY + rows(8).replace("<td>", "<td><a href='/'>").replace("</td>", "</a></td>"),  # leads elsewhere
        f"{STORY}</div></main><footer>{rows(8)}</footer><main><div>",  # stands elsewhere
    ],
)
def test_other_tables_are_not(body: str) -> None:
    lines, found = kept(body)
    assert found == [one for one in lines if one.prose]


def test_lines_of_before_stay_in_order() -> None:
    lines, found = kept(rows(5) + STORY + rows(6))
    assert [lines.index(one) for one in found] == sorted(lines.index(one) for one in found)
    assert {id(one) for one in lines if one.prose} <= {id(one) for one in found}
