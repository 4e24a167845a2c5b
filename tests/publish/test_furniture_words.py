"""Every kind of furniture has its reason."""

from __future__ import annotations

from typing import get_args

from onrecord.model import FurnitureKind
from onrecord.publish.furniture_words import WHY, furniture_why


def test_every_kind_says_why_it_is_not_the_story() -> None:
    assert set(WHY) == set(get_args(FurnitureKind))
    assert "whole site" in furniture_why("most_read")
