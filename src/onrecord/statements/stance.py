"""The source's stance toward what is claimed."""

from __future__ import annotations

from onrecord.model import Attribution, Stance


def stance_of(text: str, attribution: Attribution) -> Stance:
    """First version: whoever is quoted asserts."""
    return "asserts"
