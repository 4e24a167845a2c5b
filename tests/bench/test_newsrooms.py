from __future__ import annotations

import json

from bench.newsroom.export import make_export
from bench.newsroom.faults import first
from bench.newsroom.gold import load_newsroom
from bench.newsroom.pairing import make_case
from bench.newsroom.perfect import perfect_tables
from bench.newsroom.score import score
from bench.newsrooms import ASKED, SHOWN, misses, numbers, outcomes
from bench.places import sample_newsroom


def test_what_is_shown_and_kept_of_a_newsroom() -> None:
    newsroom = sample_newsroom()
    assert newsroom
    room = load_newsroom(newsroom)
    tables = json.loads(json.dumps(perfect_tables(room)))
    first(tables, "statements", {"id": "st0"}).update(stance="other", content={"text": "nothing"})
    first(tables, "statements", {"id": "st1"})["stance"] = "other"
    export = make_export(tables)
    scored = score(room, export)
    shown = numbers(scored, ASKED)
    assert list(shown) == ["record", *SHOWN]
    assert shown["statements.found_f1"].asked == 0.85
    assert not shown["statements.found_p"].pinned
    assert shown["claims.false_corroboration"].lower
    came = outcomes(make_case(room, export))
    total = len(room.statements)
    assert [len(came[kind]) for kind in ("invented", "found", "stance")] == [1, total - 1, total - 2]
    assert {"statements.missed", "statements.spurious", "statements.stance"} <= misses(scored.card).keys()
