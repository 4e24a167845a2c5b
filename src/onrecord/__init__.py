"""onrecord reads the news and keeps the record: who said what, when, how sure they were, who backs it up."""

__version__ = "0.1.0"
