"""The status is a rule over positions: every ruling has its case."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.claims.positions import positions
from onrecord.claims.status import status_history, status_of
from onrecord.model import Stance, Statement, StatusChange

Say = Callable[..., Statement]


@pytest.mark.parametrize(
    ("held", "origins", "status"),
    [
        ({}, [], "reported"),
        ({"A": "suggests"}, [], "reported"),
        ({"A": "asserts"}, ["A"], "single_origin"),
        ({"A": "asserts", "B": "asserts"}, ["A"], "single_origin"),
        ({"A": "asserts", "B": "asserts"}, ["A", "B"], "corroborated"),
        ({"A": "asserts", "B": "cannot_confirm"}, ["A", "B"], "single_origin"),
        ({"A": "asserts", "B": "asserts", "C": "doubts"}, ["A", "B"], "contested"),
        ({"A": "asserts", "B": "no_evidence"}, ["A"], "contested"),
        ({"A": "asserts", "B": "withdraws"}, ["A", "B"], "single_origin"),
        ({"A": "withdraws", "B": "denies"}, ["A"], "withdrawn"),
        ({"A": "cannot_confirm", "B": "denies"}, [], "denied"),
        ({"A": "doubts"}, [], "reported"),
    ],
)
def test_the_rulings(held: dict[str, Stance], origins: list[str], status: str) -> None:
    assert status_of(held, origins) == status


def test_every_change_has_its_day(say: Say) -> None:
    said = [
        say("1", "A", "asserts", on="2026-01-02"),
        say("2", "B", "denies", on="2026-01-03"),
        say("3", "A", "withdraws", on="2026-01-05"),
    ]
    assert status_history(said, positions(said, {}), ["A"], {}) == (
        StatusChange("2026-01-02", "single_origin"),
        StatusChange("2026-01-03", "contested"),
        StatusChange("2026-01-05", "withdrawn"),
    )


def test_an_unnamed_word_opens_a_claim_as_reported(say: Say) -> None:
    said = [say("1", "A", "asserts", name=None, on="2026-01-01"), say("2", "A", "asserts", on="2026-01-02")]
    history = status_history(said, positions(said, {}), ["A"], {})
    assert [(one.on, one.value) for one in history] == [("2026-01-01", "reported"), ("2026-01-02", "single_origin")]


def test_a_look_into_it_opens_nothing(say: Say) -> None:
    said = [say("1", "A", "investigating", on="2026-01-01")]
    assert status_history(said, positions(said, {}), [], {}) == ()
