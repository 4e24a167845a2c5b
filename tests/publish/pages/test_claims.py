"""Claims as lists show them."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path

from onrecord.model import Claim, Origin, Position, StatusChange
from onrecord.publish.addresses import Addresses
from onrecord.publish.pages.claims import SHOWN, claims_page, entry, stands
from onrecord.store import claims as held_claims
from onrecord.store.opening import open_record
from tests.publish.seen_page import check
from tests.publish.small_record import plain, small_record

TO = Addresses()
CLAIM = Claim(
    "c",
    "s",
    "The bridge moved.",
    "contested",
    (StatusChange("2026-05-01", "single_origin"), StatusChange("2026-05-03", "contested")),
    ("s1", "s2"),
    (
        Position("Tarn", "no_comment", "2026-05-01", ()),
        Position("Vessa", "asserts", "2026-05-01", ()),
        Position("Tarn", "denies", "2026-05-03", ()),
        Position("Lund", "denies", "2026-05-04", ()),
    ),
    (Origin("Vessa", "a1", "why"), Origin("Vessa", "a2", "why")),
)


def test_who_says_so_comes_before_who_says_not() -> None:
    assert [(stand.stance, stand.parties) for stand in stands(CLAIM)] == [
        ("asserts", ("Vessa",)),
        ("denies", ("Tarn", "Lund")),
    ]


def test_an_entry_counts_parties_and_origins_once() -> None:
    shown = entry(CLAIM, {"s": "The bridge"})
    assert (shown.parties, shown.origins, shown.statements) == (3, 1, 2)
    assert (shown.since, shown.story_title) == ("2026-05-03", "The bridge")
    assert entry(replace(CLAIM, status_history=()), {}).since is None


def test_an_entry_tells_origins_that_a_person_accepted() -> None:
    ada, lund = Origin("Tarn", "a3", "Ada decided so: I saw the log"), Origin("Lund", "a4", "undecided so")
    shown = entry(replace(CLAIM, origins=(*CLAIM.origins, ada, lund)), {})
    assert (shown.origins, shown.by_word, entry(CLAIM, {}).by_word) == (3, 1, 0)


def test_a_list_a_page_at_a_time_by_status_and_order(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    first = small_record(path, plain).claims[0]
    with closing(open_record(path)) as conn:
        made = [replace(first, id=f"c{n:03}", wording=f"Wording {n:03}") for n in range(SHOWN + 5)]
        latest = replace(made[-1], status_history=(StatusChange("2027-01-01", "contested"),))
        held_claims.keep_claims(conn, [*made[:-1], latest])
        every = check(claims_page(conn, TO))
        second = check(claims_page(conn, TO, status="contested", page="2"))
        changed = check(claims_page(conn, TO, order="change"))
        none = check(claims_page(conn, TO, status="withdrawn"))
    assert [word in every.text for word in ("Wording 000", "Wording 034")] == [True, False]
    assert [word in second.text for word in ("Wording 000", "Wording 033")] == [False, True]
    assert changed.text.index("Wording 034") < changed.text.index("Wording 000")
    assert "Wording" not in none.text
    links = {one.get("href") for one in every.links}
    assert {"/claims?status=contested", "/claims?order=change", "/claims?page=2"} <= links
