"""The command line: arguments in, exit code out. 0 done, 1 some inputs refused, 2 wrong usage, 70 a fault of ours."""

from __future__ import annotations

import logging
import os
import pkgutil
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

from onrecord.cli.arguments import parser
from onrecord.cli.screen import complain
from onrecord.errors import OnrecordError

INTERRUPTED = 130
WRONG_USAGE = 2
FAULT = 70


def run(argv: Sequence[str] | None = None) -> int:
    """Carries out one command and returns its exit code."""
    arguments = parser().parse_args(argv)
    _prepare()
    try:
        # A command's module is loaded when it is asked for: reading pages needs libraries that take a second to load.
        return int(pkgutil.resolve_name(arguments.command)(arguments))
    except OnrecordError as error:
        complain(str(error))
        return WRONG_USAGE
    except KeyboardInterrupt:
        complain("interrupted; what was kept until now stays kept")
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read us has enough. Python would complain once more when it closes standard output.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        if sys.flags.dev_mode:
            raise
        place = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{Path(place.filename).name}:{place.lineno}"
        complain(
            f"a fault of onrecord: {type(error).__name__} at {where} ({error}); python -X dev -m onrecord shows all"
        )
        return FAULT


def _prepare() -> None:
    # One thread a process: two workers share two cores, and sums come out the same whatever the machine.
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    logging.basicConfig(level=logging.WARNING, format="%(name)s: %(message)s")
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
