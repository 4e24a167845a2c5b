from __future__ import annotations

import pytest

from bench.newsroom.faults import Change, Perfect, Tables, put, worsened

FIVE = {"id": "id:005-gull-library.txt"}
ONE = {"id": "id:001-gull-ferry.html"}
GUESS = {"value": "2026-03-07", "precision": "day", "confidence": 0.9}
PUBLISHED = "reading.published_day reading.published_day_wrong"
NO_DAY = "reading.published_day reading.published_day_abstained"
NO_AGENCY = "reading.agency reading.agency_abstained reading.agency_where_credited"


def take_front(tables: Tables) -> None:
    tables["articles"].append({"id": "x", "file": "/any/where/006-front.html", "text": "", "headline": ""})
    tables["rejected"].clear()


@pytest.mark.parametrize(
    ("change", "measures"),
    [
        pytest.param(put("articles", FIVE, headline="Another"), "reading.headline", id="other headline"),
        pytest.param(put("articles", FIVE, byline=[]), "reading.byline_r reading.byline_f1", id="no byline"),
        pytest.param(put("articles", ONE, agency=None), NO_AGENCY, id="no agency"),
        pytest.param(put("articles", FIVE, agency="A B"), "reading.agency reading.agency_wrong", id="invented agency"),
        pytest.param(
            put("articles", FIVE, published=GUESS), PUBLISHED + " reading.published_confidently_wrong", id="sure guess"
        ),
        pytest.param(put("articles", FIVE, published=GUESS | {"confidence": 0.3}), PUBLISHED, id="unsure guess"),
        pytest.param(put("articles", ONE, published=GUESS | {"precision": "month"}), NO_DAY, id="no day"),
        pytest.param(take_front, "reading.refused_right", id="front page taken"),
        pytest.param(lambda tables: tables["rejected"].clear(), "reading.refusals_on_record", id="silent refusal"),
        pytest.param(put("articles", FIVE, file="/srv/news/pages/005-gull-library.txt"), "", id="absolute path"),
    ],
)
def test_a_fault_worsens_its_measures(tiny: Perfect, change: Change, measures: str) -> None:
    assert worsened(tiny, change) == set(measures.split())
