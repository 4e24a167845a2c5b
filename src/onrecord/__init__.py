"""onrecord reads the news and keeps the record: who said what, when, how sure they were, who backs it up.

From Python: ``onrecord.read_pages``, ``onrecord.claims_of``, ``onrecord.open_record``; see docs/python.md.
"""

from importlib import import_module
from typing import Any

__version__ = "0.1.0"
__all__ = ["Record", "claims_of", "open_record", "read_pages"]


def __getattr__(name: str) -> Any:
    # Only whoever asks for them pays for loading the reader; every module of ours passes through here.
    if name in __all__:
        return getattr(import_module("onrecord.python"), name)
    raise AttributeError(f"module 'onrecord' has no attribute {name!r}")
