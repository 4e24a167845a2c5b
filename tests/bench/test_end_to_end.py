from __future__ import annotations

from bench.end_to_end import exported
from bench.newsroom.export import load_export
from bench.places import sample_newsroom


def test_a_page_becomes_an_export_and_leaves_nothing_behind() -> None:
    newsroom = sample_newsroom()
    assert newsroom
    page = sorted((newsroom / "pages").glob("*.html"))[0]
    with exported(page) as folder:
        export = load_export(folder)
        assert (folder / "claims.jsonl").exists()
    assert not folder.exists()
    (article,) = export.articles
    assert article["file"] == page.name
    assert export.statements
    assert {row["article"] for row in export.statements} == {article["id"]}
