"""Pages described as data: short, with what is known and nothing else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from onrecord.publish.addresses import Addresses
from onrecord.publish.described import MOST, article_data, claim_data, name_data, page_data, story_data
from onrecord.publish.permission import Licence, Permission
from tests.publish.small_record import TEXT, article, plain, small_record

AT = Addresses(root="../", files=True, origin="https://news.example/", here="about.html", title="Observer")
NOWHERE = Addresses(root="../", files=True)
ONE = article("one", plain)


def test_a_page_says_its_name_as_it_is_read() -> None:
    assert page_data(AT, "Dogs &amp; cats") == {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "name": "Dogs & cats",
        "url": "https://news.example/about.html",
    }
    front = page_data(replace(AT, root="", here="index.html"), "x")
    assert (front["@type"], front["name"], front["url"]) == ("WebSite", "Observer", "https://news.example/")


def test_an_article_has_no_text_and_its_licence() -> None:
    allowed = Permission(
        "text", "", Licence("CC0", "yes", address="https://creativecommons.org/publicdomain/zero/1.0/")
    )
    data = article_data(replace(ONE, headline="x" * 9_000), allowed, AT)
    assert data["license"] == "https://creativecommons.org/publicdomain/zero/1.0/"
    assert data["mainEntityOfPage"] == f"https://news.example/articles/{ONE.id}.html"
    assert TEXT[:30] not in str(data)
    assert len(str(data)) < 4_000
    sly = replace(allowed, licence=Licence("x", "yes", address="javascript:alert(1)"))
    assert "license" not in article_data(ONE, sly, AT)


def test_without_an_address_nothing_leads_to_the_site() -> None:
    assert "mainEntityOfPage" not in article_data(ONE, None, NOWHERE)
    assert "url" not in name_data("Vessa", "party", NOWHERE)


def test_claims_and_stories_of_any_size_are_short(tmp_path: Path) -> None:
    settled = small_record(tmp_path / "r.db", plain)
    claim = replace(settled.claims[0], statements=tuple(str(n) for n in range(5_000)))
    assert len(claim_data(claim, None, AT)["appearance"]) == MOST
    story = replace(settled.stories[0], articles=tuple(str(n) for n in range(5_000)))
    assert len(story_data(story, AT)["hasPart"]) == MOST


def test_somebody_is_a_person_or_an_organization() -> None:
    assert name_data("Ana Kol", "person", AT)["mainEntity"]["@type"] == "Person"
    assert name_data("Outlet one", "outlet", AT)["mainEntity"]["@type"] == "Organization"
