from __future__ import annotations

from bench.newsroom.faults import Perfect, Tables, put, worsened


def test_stories_merged(tiny: Perfect) -> None:
    def merge(tables: Tables) -> None:
        tables["stories"] = [{"id": "s", "articles": [row["id"] for row in tables["articles"]]}]

    assert worsened(tiny, merge) == {"stories.articles_p", "stories.articles_f1", "record"}


def test_stories_by_file_name(tiny: Perfect) -> None:
    assert worsened(tiny, put("stories", {"id": "s2"}, articles=["005-gull-library.txt"])) == set()
