from __future__ import annotations

import pytest

from onrecord.articles.head import head_of
from onrecord.articles.headline import headline_of, without_site
from onrecord.articles.markup import parsed


def headline(body: str, head: str = "") -> str:
    tree = parsed(f"<html><head>{head}</head><body>{body}</body></html>")
    return headline_of(tree, head_of(tree))


def test_the_heading_the_metadata_agree_with() -> None:
    head = "<title>Crane falls into basin | Varna Weekly</title>"
    assert (
        headline("<h1>Varna Weekly</h1><h1>Crane falls into the basin</h1><p>x</p>", head)
        == "Crane falls into the basin"
    )


def test_metadata_where_no_heading_fits() -> None:
    assert (
        headline("<h1>Varna Weekly</h1>", '<meta property="og:title" content="Crane falls into basin">')
        == "Crane falls into basin"
    )
    assert headline("<p>x</p>") == ""


@pytest.mark.parametrize(
    ("title", "outlet", "left"),
    [
        ("Crane falls into basin - Varna Weekly", "Varna Weekly", "Crane falls into basin"),
        ("Varna Weekly: x | Crane falls", None, "Varna Weekly: x | Crane falls"),
        ("Crane falls into basin | Weekly", None, "Crane falls into basin"),
        ("Crane - a history", None, "Crane - a history"),
        ("Varna Weekly | Crane falls into basin", "Varna Weekly", "Crane falls into basin"),
    ],
)
def test_the_name_of_the_site_goes(title: str, outlet: str | None, left: str) -> None:
    assert without_site(title, outlet) == left or outlet is None
