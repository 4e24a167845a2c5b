"""A claim as a whole."""

from __future__ import annotations

from collections.abc import Callable

from onrecord.claims import Known, tally
from onrecord.model import Origin, Statement, content_id


def test_a_claim_is_named_by_its_earliest_statement(say: Callable[..., Statement]) -> None:
    said = [say("9", "B", "denies", on="2026-01-05"), say("5", "A", on="2026-01-02"), say("4", "A", on="2026-01-03")]
    known = Known("story", (Origin("A", "a1", "on the record"),))
    claim = tally(said, known, {}, {"A": frozenset({"A"})})
    assert claim.id == content_id("claim", "5")
    assert claim.statements == ("5", "4", "9")
    assert (claim.story, claim.status, claim.wording) == ("story", "contested", "It sank.")
    assert claim == tally(list(reversed(said)), known, {}, {"A": frozenset({"A"})})
