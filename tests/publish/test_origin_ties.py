"""What ties a report to another: copies, versions, relays, one making, a party that speaks again."""

from __future__ import annotations

from dataclasses import replace

from onrecord.model import Copy, Origin, Span, passage
from onrecord.origins import collapsed
from onrecord.publish.origin_ties import AGAIN, EDITED, first_read, ties
from tests.publish.claim_around import around, claim_of, report, said

FIRST, POST = (
    report("first", "Northline", "2026-05-01"),
    report("post", "Aarsund Post", "2026-05-01", agency="Northline"),
)
LATER = report("later", "Kestria Today", "2026-05-03")
SAID = [
    said("s1", "first", "Vessa"),
    said("s2", "post", "Vessa"),
    said("s3", "later", "Vessa", "relays", relay=("Northline",)),
]
COPY = Copy("post", "first", "copy", "100 % in both")


def test_each_kind_of_tie_says_why_and_copies_come_first() -> None:
    claim = claim_of(SAID, (Origin("Vessa", "first", "on the record"),))
    held = ties(claim, around([FIRST, POST, LATER], SAID), [COPY], [("later", "first")])
    assert [(one.of, one.relation) for one in held["post"]] == [("first", "copy"), ("first", "again")]
    assert held["post"][0].why == "is a copy of Northline: 100 % in both"
    assert held["post"][1].why == f"Vessa {AGAIN}"
    assert [(one.of, one.relation, one.why) for one in held["later"]] == [
        ("first", "version", EDITED),
        ("first", "relays", "passes on what Northline reported"),
    ]
    assert "first" not in held


def test_an_origin_read_in_a_copy_was_first_read_in_what_it_copies() -> None:
    claim = claim_of(SAID, (Origin("Vessa", "post", ""),))
    assert first_read(claim, {"first", "post"}, [COPY]) == {"post": "first"}
    assert first_read(claim, {"post"}, [COPY]) == {"post": "post"}, "what it copies does not carry the claim"
    ring = [COPY, Copy("first", "post", "copy", "")]
    assert first_read(claim, {"first", "post"}, ring)["post"] in ("first", "post")


def test_nobody_passes_on_what_was_told_later() -> None:
    late = report("late", "Northline", "2026-05-09")
    told = [said("s1", "late", "Vessa"), said("s2", "later", "Vessa", "relays", relay=("Northline",))]
    held = ties(claim_of(told), around([late, LATER], told), [], [])
    assert [(one.of, one.relation) for one in held["later"]] == [("", "relays")]


def test_the_outlet_itself_before_those_that_carry_its_words() -> None:
    early = report("early", "Aarsund Post", "2026-04-30", agency="Northline")
    told = [said("s1", "first", "V"), said("s2", "early", "V"), said("s3", "later", None, relay=("northline",))]
    held = ties(claim_of(told), around([early, FIRST, LATER], told), [], [])
    assert [one.of for one in held["later"]] == ["first"]


def test_reports_of_one_making_where_the_record_tells_of_them() -> None:
    source = passage("two people familiar with the matter", (Span(0, 35),))
    told = [replace(said(f"s{of}", of, None), source=source) for of in ("first", "later")]
    claim = claim_of(told)
    assert ties(claim, around([FIRST, LATER], told), [], []) == {}
    sentence = collapsed(told, {"first": FIRST, "later": LATER}, [])
    held = ties(replace(claim, collapsed=sentence), around([FIRST, LATER], told), [], [])
    (tie,) = held["later"]
    assert (tie.of, tie.relation) == ("first", "occasion")
    assert tie.why.startswith("and Northline go back to unnamed sources called alike")
    assert "first" not in held
