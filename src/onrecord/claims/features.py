"""What two statements of a story have in common, as named numbers: the input of the matcher."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onrecord.claims.discourse import discourse
from onrecord.claims.learned import learned
from onrecord.claims.spaces import likeness
from onrecord.claims.units import Unit
from onrecord.claims.voices import figures, voices
from onrecord.model import Article
from onrecord.text.likeness import Grid


def features(units: Sequence[Unit], articles: Sequence[Article]) -> dict[str, Grid]:
    """{feature: a symmetric array (units, units)}; ``articles`` are those of the story, in a fixed order."""
    alike = likeness(units, articles) | learned(units)
    placed = discourse(units)
    spoken = voices(units)
    counted = figures(units)
    plain = alike | placed | spoken | counted
    return plain | _crossed(plain) | _replies(plain)


def _crossed(plain: Mapping[str, Grid]) -> dict[str, Grid]:
    """Likeness by what changes its meaning: place, voice, figures."""
    apart = 1 - plain["same article"]
    pairs = {
        "content, one article": ("content", "same article"),
        "mixed, one article": ("mixed", "same article"),
        "content, one party": ("content", "same party"),
        "sense, one party": ("sense", "same party"),
        "sense, one article": ("sense", "same article"),
        "content, a figure on one side": ("content", "figure on one side"),
        "sense, a figure on one side": ("sense", "figure on one side"),
        "sense twice": ("sense", "sense"),
        "wide sense, near": ("wide sense", "near"),
        "around, one party": ("around", "same party"),
        "content and sense": ("content", "sense"),
        "mixed, vague": ("mixed", "vague"),
        "mixed, in the lead": ("mixed", "both lead"),
        "learned, one article": ("learned", "same article"),
        "learned, one party": ("learned", "same party"),
        "learned, a figure on one side": ("learned", "figure on one side"),
        "learned, vague": ("learned", "vague"),
        "learned and content": ("learned", "content"),
    }
    found = {name: plain[one] * plain[other] for name, (one, other) in pairs.items()}
    return found | {
        "mixed, two articles, one party": apart * plain["same party"] * plain["mixed"],
        "one party, two articles": apart * plain["same party"],
        "mixed, two articles": apart * plain["mixed"],
        "sense, two articles": apart * plain["sense rank"],
    }


def _replies(plain: Mapping[str, Grid]) -> dict[str, Grid]:
    """Neighbours in a text that answer, repeat or go on."""
    other, next_to = 1 - plain["same party"], plain["next"]
    return {
        "next, for and against": next_to * plain["for and against"],
        "next, for and open": next_to * plain["for and open"],
        "next, other party": next_to * other,
        "next, same party": next_to * plain["same party"],
        "next, brief": next_to * plain["brief"],
        "next, brief, other party": next_to * plain["brief"] * other,
        "for and against, other party": plain["for and against"] * other,
        "for and open, other party": plain["for and open"] * other,
        "taken back, same party": plain["taken back"] * plain["same party"],
        "for and against, same party": plain["for and against"] * plain["same party"],
        "paragraph, for and against": plain["same paragraph"] * plain["for and against"],
        "sentence, same party": plain["same sentence"] * plain["same party"],
        "same party further on": plain["same article"] * plain["same party"] * (1 - next_to),
    }
