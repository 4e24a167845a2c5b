from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from train import days
from train.days import Row, confidence, counts, fold_of, judged, lower_end, read_table, recounted, report, write_table
from train.days_pages import Seen, of_newsroom, of_pages

PROSE = "".join(
    f"<p>The harbour of Lower Varna stays closed, the port office said in note {at}.</p>" for at in range(9)
)
LINKED = '<script type="application/ld+json">{{"@type":"NewsArticle","datePublished":"{day}"}}</script>'
PAGE = "<html><head><title>Crane falls</title>{meta}</head><body><h1>Crane falls</h1>{shown}{prose}</body></html>"
HEAD = "# a note\nbasis\tright\tseen\tset\tconfidence\tjudged\tsure\texample\treading\n"
TABLE = HEAD + "two agree\t0\t0\tjudged\t0.70\t0.70\tyes\ta\tb\nmetadata\t0\t0\tjudged\t0.60\t0.60\tno\ta\tb\n"


def page(day: str, *, shown: str = "") -> str:
    words = f'<time datetime="{shown}">{shown}</time>' if shown else ""
    return PAGE.format(meta=LINKED.format(day=day), shown=words, prose=PROSE)


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """Twelve pages of six outlets: two witnesses are always right, metadata alone every other time."""
    rows: list[dict[str, object]] = []
    (tmp_path / "pages").mkdir()
    for at in range(12):
        agreed = at % 2 == 0
        markup = page("2026-03-02", shown="2026-03-02" if agreed else "")
        (tmp_path / "pages" / f"p{at}.html.gz").write_bytes(gzip.compress(markup.encode(), mtime=0))
        gold = "2026-03-02" if agreed or at % 4 == 1 else "2026-03-09"
        rows.append({"id": f"p{at}", "url": f"https://www.bay{at // 2}.example/{at}", "date": gold})
    rows.append(rows[0] | {"weak_gold": True})
    rows.append({"id": "gone", "url": None, "date": "2026-03-02"})
    (tmp_path / "gold.jsonl").write_text("\n".join(json.dumps(row) for row in rows))
    (tmp_path / "table.tsv").write_text(TABLE)
    return tmp_path


def test_what_the_days_of_pages_rest_on(pages: Path) -> None:
    seen = list(of_pages(pages))
    assert counts(seen) == {"two agree": (6, 6), "metadata": (3, 6)}
    assert seen[0] == Seen("p0", "www.bay0.example", "two agree", right=True)


def test_of_a_newsroom_only_days_told_in_words_count(tmp_path: Path) -> None:
    told = "VARNA, March 4 (Salt) - Rain fell on Wednesday, the port office said in a note to all the crews. "
    (tmp_path / "a.html").write_text(page("2026-03-04").replace("<p>", f"<p>{told}", 1))
    (tmp_path / "b.html").write_text(page("2026-03-04"))
    articles = [{"file": name, "published": "2026-03-04"} for name in ("a.html", "b.html", "gone.html")]
    (tmp_path / "gold.json").write_text(json.dumps({"articles": articles}))
    assert [(one.basis, one.right) for one in of_newsroom(tmp_path)] == [("dateline and claim", True)]


def test_the_table_is_counted_anew_and_again_the_same(
    pages: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    out = pages / "out.tsv"
    for table in (pages / "table.tsv", out):
        monkeypatch.setattr(sys, "argv", ["days", str(pages), "--table", str(table), "-o", str(out)])
        days.main()
        comments, rows = read_table(out)
        assert comments == ["# a note"]
        assert [list(row.values())[:5] for row in rows] == [
            ["two agree", "6", "6", "counted", "0.69"],
            ["metadata", "3", "6", "counted", "0.22"],
        ]
    assert "12 days, right 0.750" in capsys.readouterr().out


def test_nothing_is_written_unless_asked(pages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = sorted(pages.rglob("*"))
    monkeypatch.setattr(sys, "argv", ["days", str(pages), "--table", str(pages / "table.tsv")])
    days.main()
    assert sorted(pages.rglob("*")) == before
    assert (pages / "table.tsv").read_text() == TABLE


def test_nobody_is_judged_by_the_own_outlet(pages: Path) -> None:
    _, rows = read_table(pages / "table.tsv")
    one = Seen("a", "www.bay.example", "two agree", right=False)
    many = [Seen(f"b{at}", "news.bay.example", "two agree", right=True) for at in range(40)]
    assert {found.confidence for found in judged([one, *many], (), rows)} == {0.7}
    assert report(judged([one], many, rows))[-1] == "sure: 1 days, wrong 1: a"
    assert fold_of("www.bay.example") == fold_of("news.bay.example")


def test_a_kind_without_a_row_is_an_error(pages: Path) -> None:
    _, rows = read_table(pages / "table.tsv")
    with pytest.raises(SystemExit, match="no row for tea leaves"):
        recounted(rows, [Seen("a", "b", "tea leaves", right=True)])


def test_the_table_is_read_as_it_was_written(tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text(TABLE)
    write_table(tmp_path / "b.tsv", *read_table(tmp_path / "a.tsv"))
    assert (tmp_path / "b.tsv").read_text() == TABLE


@example(0, 87, "yes")
@given(st.integers(0, 300), st.integers(0, 300), st.sampled_from(["yes", "no"]))
def test_confidence_is_never_more_than_the_share(right: int, wrong: int, sure: str) -> None:
    row: Row = {"judged": "0.50", "sure": sure}
    value, how = confidence(row, right, right + wrong)
    assert 0 <= value <= 1
    assert (value, how) == (0.5, "judged") if right + wrong < 5 else value <= right / (right + wrong) + 1e-9
    assert sure == "yes" or value < 0.8
    assert lower_end(right, right + wrong) <= lower_end(right + 1, right + wrong + 1) + 1e-9
