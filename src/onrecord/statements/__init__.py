"""Article -> statements: who said what, in whose words, how sure, when, through whom."""

from onrecord.statements.reading import read_statements
from onrecord.statements.tagger import MAX_TEXT

__all__ = ["MAX_TEXT", "read_statements"]
