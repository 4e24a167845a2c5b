"""The language of an article: what its text shows, before what its page declares."""

from __future__ import annotations

from onrecord.text.languages import WORD, lacks, language_of

LEAST_WORDS = 40
# The commonest words of these are so alike that the page knows better than we do.
NEAR = (
    {"no", "nb", "nn", "da"},
    {"hr", "sr", "bs", "sl"},
    {"id", "ms"},
    {"nl", "af"},
    {"cs", "sk"},
    {"es", "ca", "gl"},
)
ONE_NAME = {"nb": "no", "nn": "no", "iw": "he", "in": "id"}


def spoken_in(text: str, declared: str | None) -> str | None:
    """The two-letter code; templates declare "en" on pages in any language, so words enough of another win.

    None where the text is in no language that we know and surely not in the one declared.
    """
    shown = language_of(text)
    said = ONE_NAME.get(declared, declared) if declared else None
    if shown is None and said is not None and lacks(text, said, least_words=LEAST_WORDS):
        return None
    if shown is None or said is None or any({shown, said} <= pair for pair in NEAR):
        return said or shown
    return shown if len(WORD.findall(text[:2000])) >= LEAST_WORDS or not text.isascii() else said
