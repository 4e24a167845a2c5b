from __future__ import annotations

from bench.newsroom.faults import Perfect, Tables, first, worsened

FIVE = {"id": "id:005-gull-library.txt"}


def test_furniture_in_the_text(tiny: Perfect) -> None:
    def leak(tables: Tables) -> None:
        first(tables, "articles", FIVE)["text"] += "\n\nWhales return to the northern bay\n\nFerries"

    measures = "reading.text_f1 reading.paragraphs_p reading.paragraphs_f1 reading.furniture_leak record"
    assert worsened(tiny, leak) == set(measures.split())


def test_furniture_missed_and_invented(tiny: Perfect) -> None:
    def change(tables: Tables) -> None:
        row = first(tables, "articles", FIVE)
        items = [*row["furniture"][0]["items"][:1], {"headline": "Something else"}]
        row["furniture"] = [{"kind": "related", "items": items}]

    assert worsened(tiny, change) == {f"reading.furniture_{name}" for name in ("p", "r", "f1", "kind")}


def test_a_headline_given_as_a_teaser_is_found(tiny: Perfect) -> None:
    def change(tables: Tables) -> None:
        for item in first(tables, "articles", FIVE)["furniture"][0]["items"]:
            item.update(headline="", teaser=item["headline"])

    assert worsened(tiny, change) == set()
