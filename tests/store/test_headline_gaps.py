"""Headlines that say more than their articles."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from onrecord.store import headline_gaps
from onrecord.store.opening import open_record
from tests.publish.small_record import plain, small_record


def test_gaps_are_those_of_the_article_in_its_claims(tmp_path: Path) -> None:
    settled = small_record(tmp_path / "r.db", plain)
    (gap,) = settled.claims[0].headlines
    with closing(open_record(tmp_path / "r.db", readonly=True)) as conn:
        claims = [one.id for one in settled.claims]
        assert headline_gaps.of_article(conn, gap.article, claims) == [gap]
        assert headline_gaps.of_article(conn, gap.article, claims[2:]) == []
        assert headline_gaps.of_article(conn, "other", claims) == []
