from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.places import SHARED, beside, rows
from bench.reading import Row, Shares, headline_right, names, near, prf, score, text_shares, tokens

SCRIPT = beside("data", "reading", "score.py")
GOLD: list[Row] = [
    {
        "id": "a",
        "text": "one two three four five six",
        "headline": "Big “News”",
        "date": "2024-01-02",
        "authors": ["Ann Lee", "Bo Ek"],
    },
    {"id": "b", "text": "alpha beta gamma delta", "optional": "lede words go here now"},
]
GOT: dict[str, Row] = {
    "a": {
        "text": "one two three four five seven",
        "headline": 'big "news"',
        "date": "2024-01-02T10:00:00Z",
        "authors": "Ann Lee and Cy Dow",
    },
    "b": {"text": "lede words go here now\nalpha beta gamma delta"},
}


def test_text() -> None:
    assert text_shares(GOLD[0]["text"], GOT["a"]["text"], None) == (0.5, 0.25, 0.25)
    assert text_shares("a b c d", "a b c d", None) == (1, 0, 0)
    assert text_shares("a b c d", "", None) == (0, 0, 1)
    assert text_shares("", "", None) == (0, 0, 0)
    assert text_shares(GOLD[1]["text"], GOT["b"]["text"], GOLD[1]["optional"]) == (1, 0, 0)


@given(st.text("ab c", max_size=40), st.text("ab c", max_size=40))
def test_shares_add_up(gold: str, got: str) -> None:
    shares = text_shares(gold, got, None)
    assert sum(shares) in (0, pytest.approx(1))
    assert text_shares(got, gold, None) == Shares(shares.tp, shares.fn, shares.fp)


def test_parts() -> None:
    assert headline_right("A B C D E", "A B C D E | Site") == (False, True)
    assert headline_right("A B", None) == (False, False)
    assert names("By Ann Lee; Bo Ek") == {"ann lee", "bo ek"}
    assert tokens("東京 a") == ["東", "京", "a"]
    assert near("2024-01-03T01:00", "2024-01-02")
    assert not near("2024-01-04", "2024-01-02")
    assert prf(Shares(0, 0, 0)) == (1, 1, 1)


def test_pages_together() -> None:
    found = score(GOLD, GOT)
    assert (found["head_exact"], found["date"], found["auth_f1"], found["exact"]) == (1, 1, 0.5, 0)
    assert 0.6 < found["f1"] < 0.9
    assert score(GOLD, {})["f1"] == 0


@pytest.mark.skipif(not SCRIPT, reason="the script that defines these numbers does not lie beside this checkout")
def test_same_numbers_as_the_script(tmp_path: Path) -> None:
    gold = rows(SHARED / "data" / "reading" / "gold.jsonl")
    scored = [row for row in gold if not row["weak_gold"]][:150]
    answers = [damaged(at, row) for at, row in enumerate(scored) if at % 11]
    for name, told in (("gold", scored), ("got", answers)):
        (tmp_path / name).write_text("".join(json.dumps(row) + "\n" for row in told), encoding="utf-8")
    command = [sys.executable, "-B", str(SCRIPT), str(tmp_path / "gold"), str(tmp_path / "got"), "--json-only"]
    theirs = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)["ALL"]
    ours = score(scored, {row["id"]: row for row in answers})
    assert {name: round(value, 4) for name, value in ours.items()} == {name: theirs[name] for name in ours}


def damaged(at: int, row: Row) -> Row:
    """A gold row as an answer that is wrong in one way or another."""
    text, headline, authors = row["text"] or "", row["headline"] or "", row["authors"] or []
    more = "\n\nRead more of this here and now" if at % 4 == 0 else ""
    return {
        "id": row["id"],
        "text": text[at % 5 * 40 : len(text) - at % 3 * 90] + more,
        "headline": headline + " | Site" if at % 3 == 0 else headline.upper() if at % 3 == 1 else headline[:20],
        "date": row["date"] if at % 3 else "2020-01-02T00:00:00",
        "authors": " and ".join(authors) if at % 2 else [*authors[1:], "By Bo Ek"],
    }
