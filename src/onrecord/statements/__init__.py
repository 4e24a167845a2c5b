"""Article -> statements: who said what, in whose words, how sure, when, through whom."""

from onrecord.statements.reading import read_statements

__all__ = ["read_statements"]
