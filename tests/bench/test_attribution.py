from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from bench.attribution import EVERYTHING, SPEECH, Row, Scope, cover, f1, is_speech, places, score_document
from bench.places import SHARED, beside, rows

SCRIPT = beside("data", "attribution", "score.py")
TEXT = (
    "“We will go,” Ann Lee said. “Soon.” Police denied that 10,000 troops left. Bob wants peace. "
    "Advert: buy now he said."
)


def span(words: str, nth: int = 0) -> list[int]:
    start = [found.start() for found in re.finditer(re.escape(words), TEXT)][nth]
    return [start, start + len(words)]


GOLD: Row = {
    "id": "x",
    "text": TEXT,
    "ignore": [span("Advert: buy now he said")],
    "attributions": [
        {"source": [span("Ann Lee")], "cue": [span("said")], "content": [span("“We will go,”"), span("“Soon.”")]},
        {"source": [span("Police")], "cue": [span("denied")], "content": [span("that 10,000 troops left")]},
        {"source": [span("Bob")], "cue": [span("wants")], "content": [span("peace")]},
    ],
}
FOUND: list[Row] = [
    {"source": [span("Lee")], "cue": [span("said")], "content": [span("We will go"), span("Soon")]},
    {"source": [span("Bob")], "cue": [span("denied")], "content": [span("10,000 troops left")]},
    {"source": [span("he")], "cue": [span("said", 1)], "content": [span("buy now")]},
]


def test_words() -> None:
    words = places("It's 10,000 U.S. men.")
    assert ["It's 10,000 U.S. men."[start:end] for start, end in words] == ["It's", "10,000", "U.S", "men"]
    assert cover(words, [(0, 2), (16, 19)]) == {0, 3}
    assert cover(words, [(4, 5)]) == frozenset()


def test_a_document() -> None:
    counts, triples = score_document(GOLD, FOUND)
    assert counts == Counter(gold=3, found=2, content=2, triple=1, triple_cue=1, exact=1)
    assert triples == {0}
    assert f1(counts, "triple") == pytest.approx((1 / 2, 1 / 3, 0.4))


def test_the_gold_itself_is_right_and_nothing_is_nothing() -> None:
    assert f1(score_document(GOLD, GOLD["attributions"])[0], "triple_cue") == (1, 1, 1)
    assert f1(score_document(GOLD, [])[0], "triple") == (0, 0, 0)


def damaged(at: int, row: Row) -> Row:
    """A gold attribution that is cut, moved, or without one of its parts."""
    content = [[start, max(start + 1, end - at % 4 * 12)] for start, end in row["content"]]
    return {
        "source": row["source"] if at % 3 else [],
        "cue": row["cue"] if at % 5 else [],
        "content": content[: 1 + at % 2],
    }


@pytest.mark.skipif(not SCRIPT, reason="the script that defines these numbers does not lie beside this checkout")
@pytest.mark.parametrize("name", ["polnear.dev", "gum.wikinews"])
@pytest.mark.parametrize(("scope", "asked"), [(EVERYTHING, []), (SPEECH, ["--speech", "--nested"])])
def test_same_numbers_as_the_script(name: str, scope: Scope, asked: list[str], tmp_path: Path) -> None:
    path = SHARED / "data" / "attribution" / f"{name}.jsonl"
    gold = rows(path)
    found = [
        {"id": row["id"], "attributions": [damaged(at, one) for at, one in enumerate(row["attributions"]) if at % 7]}
        for row in gold
    ]
    (tmp_path / "found.jsonl").write_text("".join(json.dumps(row) + "\n" for row in found), encoding="utf-8")
    command = [sys.executable, "-B", str(SCRIPT), str(path), str(tmp_path / "found.jsonl"), "--json", *asked]
    told = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    theirs = json.loads(told.splitlines()[-1])
    counts: Counter[str] = Counter()
    for row, one in zip(gold, found, strict=True):
        counts += score_document(row, one["attributions"], scope=scope)[0]
    ours = {"content exact": "exact", "content IoU": "content", "triple": "triple", "triple+cue": "triple_cue"}
    assert {key: [round(value, 4) for value in f1(counts, part)] for key, part in ours.items()} == {
        key: theirs[key] for key in ours
    }


def test_words_of_reporting_in_all_their_forms() -> None:
    assert all(map(is_speech, ("said", "tells", "arguing", "denied", "cited", "according", "reportedly")))
    assert not any(map(is_speech, ("wants", "feared", "plan", "is")))


def test_in_the_scope_of_speech_attitudes_neither_help_nor_harm() -> None:
    attitude = GOLD["attributions"][2]
    counts, _ = score_document(GOLD, GOLD["attributions"][:2], scope=SPEECH)
    assert f1(counts, "triple") == (1, 1, 1)
    counts, _ = score_document(GOLD, [*GOLD["attributions"][:2], attitude], scope=SPEECH)
    assert (counts["gold"], counts["found"]) == (2, 2)


def test_a_statement_inside_a_statement_is_left_out_where_asked() -> None:
    inside = {"source": [span("10,000 troops")], "cue": [span("left")], "content": [span("that")]}
    counts, _ = score_document(GOLD, [*GOLD["attributions"], inside], scope=SPEECH)
    assert counts["found"] == 2
    assert score_document(GOLD, [*GOLD["attributions"], inside])[0]["found"] == 4
