"""onrecord from Python: read pages, open a record, ask it. What it gives are the frozen dataclasses of ``model``."""

from onrecord.python.reading import claims_of, read_pages
from onrecord.python.records import Record, open_record

__all__ = ["Record", "claims_of", "open_record", "read_pages"]
