"""``python -m onrecord``."""

from __future__ import annotations

import sys

from onrecord.cli import run

if __name__ == "__main__":
    sys.exit(run())
