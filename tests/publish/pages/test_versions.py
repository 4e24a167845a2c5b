"""What changed between any two versions of an article."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from onrecord.model import Reading
from onrecord.publish.addresses import Addresses
from onrecord.publish.pages.versions import versions_page
from onrecord.store.opening import open_record
from tests.publish.seen_page import Seen, check
from tests.publish.small_record import article, plain, small_record
from tests.publish.two_versions import keep_versions


def shown(tmp_path: Path, of: int, *between: int) -> tuple[str, Seen, list[Reading]]:
    tmp_path.mkdir(exist_ok=True)
    kept = keep_versions(tmp_path / "r.db")
    pair = tuple(kept[n].article.id for n in between)
    with closing(open_record(tmp_path / "r.db", readonly=True)) as conn:
        asked = (pair[0], pair[1]) if pair else ("", "")
        page = versions_page(conn, Addresses(), kept[of].article.id, between=asked) or ""
    return page, check(page), kept


def test_a_version_is_compared_with_the_one_before_it(tmp_path: Path) -> None:
    page, seen, (_, second, _) = shown(tmp_path, 1)
    assert "<del>340</del><ins>412</ins>" in page
    assert "now said by Bo Berg, before by Ada Moreau" in seen.text
    assert "first seen 5 May 2026 at 08:00 UTC" in seen.text
    assert f"/articles/{second.article.id}#s-{second.statements[1].id}" in {link.get("href") for link in seen.links}
    assert "1 paragraph as before" in seen.text
    assert page.count(" checked") == 2


def test_any_two_can_be_compared_and_the_first_with_the_next(tmp_path: Path) -> None:
    _, seen, _ = shown(tmp_path, 2, 0, 2)
    assert "340" in seen.text
    assert "may have" in seen.text
    page, seen, _ = shown(tmp_path / "b", 0)
    assert "<del>340</del>" in page
    assert "may have" not in seen.text


def test_what_is_no_version_is_not_compared(tmp_path: Path) -> None:
    kept = keep_versions(tmp_path / "r.db")
    small_record(tmp_path / "s.db", plain)
    with closing(open_record(tmp_path / "r.db", readonly=True)) as conn:
        ids = [one.article.id for one in kept]
        usual = versions_page(conn, Addresses(), ids[1])
        for pair in ((ids[0], "other"), (ids[0], ids[0]), ("", ids[2])):
            assert versions_page(conn, Addresses(), ids[1], between=pair) == usual
        assert versions_page(conn, Addresses(), "none") is None


def test_copies_of_hostile_words_stay_words(tmp_path: Path) -> None:
    small_record(tmp_path / "r.db", lambda said: said + "<script>alert(1)</script>\u202e")
    with closing(open_record(tmp_path / "r.db", readonly=True)) as conn:
        of = article("two", lambda said: said)
        page = versions_page(conn, Addresses(), of.id) or ""
    assert "&lt;script&gt;" in page
    assert "2 versions on record" in check(page).text
