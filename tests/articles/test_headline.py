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


OG = '<meta property="og:title" content="Crane falls into the basin">'
KICKERS = [
    '<h1><span class="kicker">Varna</span><span class="title">Crane falls into the basin</span></h1>',
    '<h1><span class="a__topline">Port</span> <span class="a__headline">Crane falls into the basin</span></h1>',
    '<h1><span class="overline">Port</span><span class="h-hidden"> - </span>Crane falls into the basin</h1>',
    '<h1><span class="x">Port</span><i aria-hidden="true">: </i><b>Crane falls into the basin</b></h1>',
    '<h1><div class="entry-section"><a href="/p">Port | </a></div><span>Crane falls into the basin</span></h1>',
    '<h1><span class="dachzeile">Port</span><br>Crane falls into the basin</h1>',
    "<h1><span><span>Crane falls into the basin</span></span></h1>",
    "<h1>Crane falls<br>into the basin</h1>",
    "<h1>Crane falls into the ba\u00adsin</h1>",
]


@pytest.mark.parametrize("markup", KICKERS)
def test_a_kicker_is_no_part_of_the_headline(markup: str) -> None:
    assert headline(markup, OG) == "Crane falls into the basin"
    assert headline(markup) == "Crane falls into the basin"


def test_the_first_heading_is_made_for_search_engines() -> None:
    shown = '<h1 class="crumb">Varna crane accident: all you need to know</h1><h2>Crane falls into the basin</h2>'
    assert headline(shown, OG) == "Crane falls into the basin"
    teaser = "<h1>Crane drops in the basin</h1><ul><li><h2>Crane falls into the basin</h2></li></ul>"
    assert headline(teaser, OG) == "Crane drops in the basin"


def test_a_lone_heading_that_the_metadata_word_quite_differently() -> None:
    head = "<title>Varna news, harbour, accidents</title>"
    assert headline("<h1>Crane falls into the basin</h1>", head) == "Crane falls into the basin"
    assert headline("<h1>Sections</h1>", OG) == "Crane falls into the basin"


@pytest.mark.parametrize(
    ("title", "outlet", "left"),
    [
        ("Crane falls | Varna Weekly - News, Views", "Varna Weekly - News, Views", "Crane falls"),
        ("How cranes fall in Varna | Port | Forum | Weekly.example", None, "How cranes fall in Varna"),
        ("Crane falls - Varna Weekly", "Varna Weekly", "Crane falls"),
        ("Crane falls on Varna Weekly", "Varna Weekly", "Crane falls on Varna Weekly"),
    ],
)
def test_long_names_and_sections_go_too(title: str, outlet: str | None, left: str) -> None:
    assert without_site(title, outlet) == left


def test_a_tail_that_another_claim_lacks() -> None:
    head = '<meta property="og:title" content="Crane falls into basin-Port"><title>Crane falls into basin</title>'
    assert headline("<p>x</p>", head) == "Crane falls into basin"
