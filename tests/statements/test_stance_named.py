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


@pytest.mark.parametrize(("text", "content", "cue", "source", "stance"), CASES)
def test_stance(text: str, content: str, cue: str, source: str, stance: Stance) -> None:
    content_at, cue_at, source_at = (
        Span(text.index(words), text.index(words) + len(words)) for words in (content, cue, source)
    )
    assert stance_of(text, Attribution((content_at,), cue_at, source_at)) == stance
