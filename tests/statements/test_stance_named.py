"""Names given to another's word, and newspapers that pass on what others know."""

import pytest

from onrecord.model import Attribution, Span, Stance
from onrecord.statements.stance import stance_of

CASES: list[tuple[str, str, str, str, Stance]] = [
    ("The bank called the report a comic strip.", "the report a comic strip", "called", "The bank", "denies"),
    ("The bank called the report accurate.", "the report accurate", "called", "The bank", "asserts"),
    ("The bank called the guard its best man.", "the guard its best man", "called", "The bank", "other"),
    ("The vault is open, according to the newspaper.", "The vault is open", "according to", "the newspaper", "relays"),
    ("The vault is open, according to the guard.", "The vault is open", "according to", "the guard", "asserts"),
]


OFFERS: list[tuple[str, str, str, str, Stance]] = [
    ("The bank rejected the offer.", "the offer", "rejected", "The bank", "other"),
    ("The bank rejected the report of an offer.", "the report of an offer", "rejected", "The bank", "denies"),
    ("The bank denied any plan to close.", "any plan to close", "denied", "The bank", "denies"),
]
SOURCES: list[tuple[str, str, str, str, Stance]] = [
    ("Local media said it was open.", "it was open", "said", "Local media", "relays"),
    ("Bo Ek, a passenger, said there was no light.", "there was no light", "said", "Bo Ek, a passenger", "asserts"),
    ("Bo Ek, a guard, said there was no light.", "there was no light", "said", "Bo Ek, a guard", "denies"),
]


@pytest.mark.parametrize(("text", "content", "cue", "source", "stance"), [*CASES, *OFFERS, *SOURCES])
def test_stance(text: str, content: str, cue: str, source: str, stance: Stance) -> None:
    content_at, cue_at, source_at = (
        Span(text.index(words), text.index(words) + len(words)) for words in (content, cue, source)
    )
    assert stance_of(text, Attribution((content_at,), cue_at, source_at)) == stance
