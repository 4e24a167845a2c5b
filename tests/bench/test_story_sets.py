"""Groups, tolls and relatedness are scored on small sets of our own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bench.story_rows import FILES, SETS
from bench.story_sets import RATED, TOLLS, measure_groups, measure_related, measure_tolls, wanted
from tests.bench.test_story_rows import pack

FERRY = "The ferry Marla capsized off Lund island with ninety aboard. The coast guard of Lund sent boats to the Marla. "
BANK = "The bank of Corvex lost the savings of customers to thieves. Corvex customers queued at its counters for cash. "


def told(id_: str, cluster: str, text: str) -> dict[str, Any]:
    held = {"id": id_, "text": text, "title": "", "date": "2026-03-04", "cluster": cluster}
    return held | {"shared_with_other_clusters": False}


def test_groups_are_scored(tmp_path: Path) -> None:
    pack(tmp_path / FILES["incidents"], told("a", "1", FERRY), told("b", "1", FERRY * 2), told("c", "2", BANK))
    assert wanted("incidents", SETS["incidents"](tmp_path)) == {"a": "1", "b": "1"}
    found = measure_groups("incidents", tmp_path)
    assert found.suite == "incidents"
    assert {name: number.value for name, number in found.numbers.items()} == {"pairwise_f1": 1.0, "b_cubed": 1.0}


def test_tolls_are_scored_and_those_shown_apart(tmp_path: Path) -> None:
    deaths = "Two people were killed and three people were injured in Tarn."
    pack(tmp_path / FILES["incidents"], told("a", "1", deaths), told("b", "2", "A man died in Tarn."))
    pack(
        tmp_path / TOLLS,
        {"cluster": "1", "killed": 2, "injured": 4},
        {"cluster": "2", "killed": 1, "injured": 0},
    )
    found = {name: number.value for name, number in measure_tolls(tmp_path).numbers.items()}
    assert found["killed"] == 1.0
    assert found["injured"] == found["killed and injured"] == 0.5
    assert (found["killed, shown"], found["injured, shown"]) == (1.0, 0.0)


def test_relatedness_goes_with_peoples_ratings(tmp_path: Path) -> None:
    pairs = ((FERRY, FERRY, 1.0), (FERRY, BANK, 4.0), (BANK, FERRY + BANK, 2.0))
    pack(tmp_path / RATED, *({"text1": one, "text2": other, "overall": rated} for one, other, rated in pairs))
    value = measure_related(tmp_path).numbers["pearson"].value
    assert value is not None
    assert value == pytest.approx(1.0, abs=0.1)
