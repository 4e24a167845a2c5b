"""A progress bar on a terminal; elsewhere nothing."""

from __future__ import annotations

import sys

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.text import Text

from onrecord.cli.screen import complain, safe

_NAME_WIDTH = 40


class Bar:
    """A bar on standard error while it is a terminal, gone at the end. Use ``with``."""

    def __init__(self, total: int | None) -> None:
        columns = (
            BarColumn(24),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            TextColumn("{task.description}", markup=False),
        )
        self.shown = sys.stderr.isatty()
        self.progress = Progress(*columns, console=Console(stderr=True), transient=True, disable=not self.shown)
        self.task = self.progress.add_task("starting", total=total)

    def __enter__(self) -> Bar:
        self.progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.progress.stop()

    def step(self, name: str, *, by: int = 1) -> None:
        """One more done; ``name`` is shown beside the bar."""
        self.progress.update(self.task, advance=by, description=safe(name)[:_NAME_WIDTH])

    def complain(self, line: str) -> None:
        """A line on standard error, above the bar where there is one."""
        if self.shown:
            self.progress.console.print(Text(f"onrecord: {safe(line)}"))
        else:
            complain(line)
