"""The word pieces that all shipped networks read."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from tokenizers import Tokenizer


@cache
def tokenizer() -> Tokenizer:
    """BERT's uncased vocabulary, as MiniLM has it; offsets are characters of the text."""
    path = files("onrecord.knowledge").joinpath("weights", "statement_tokenizer.json")
    return Tokenizer.from_str(path.read_text(encoding="utf-8"))
