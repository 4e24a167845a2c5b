"""A record is made larger in all that settling looks at, and what comes late to it is settled as if it were alone."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from bench.settle_clones import grow
from bench.settle_record import retold, templates
from bench.settle_speed import keep
from onrecord.model import id_number
from onrecord.pipeline.keep import settle_record
from onrecord.store import articles, claims, sketches, voices
from onrecord.store.opening import open_record

SAMPLE = Path(__file__).parents[2] / "samples" / "newsroom"


def test_late_articles_are_told_the_same_in_a_larger_record(tmp_path: Path) -> None:
    first, second = retold(templates([SAMPLE]), 2)
    told = []
    for times in (0, 3):
        with closing(open_record(tmp_path / f"{times}.db")) as conn:
            keep(conn, first)
            settle_record(conn)
            names = len(list(voices.voices(conn)))
            grow(conn, times)
            assert len(articles.articles(conn)) == len(first) * (1 + times)
            assert len(list(voices.voices(conn))) > names * times
            assert not conn.execute("PRAGMA foreign_key_check").fetchall()
            held = conn.execute("SELECT article, number FROM sketches").fetchall()
            assert all(id_number(row["article"]) == row["number"] for row in held)
            keep(conn, second)
            settle_record(conn)
            new = {one.article.id for one in second}
            assert new <= sketches.known(conn, new)
            said = {one.id for reading in second for one in reading.statements}
            told.append([one for one in claims.claims(conn) if said.intersection(one.statements)])
    assert told[0] == told[1]
    assert told[0]
