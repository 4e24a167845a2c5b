"""Makes docs/notebook.ipynb, with what its cells print of the sample newsroom: python -m tests.python.make_notebook

Source of the format: Jupyter notebook format 4.5.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
from pathlib import Path
from typing import Any

DOCS = Path(__file__).parents[2] / "docs"
OUT = DOCS / "notebook.ipynb"
CELLS = (
    """# Who changed position?

A record of the sample newsroom, in five lines: read the pages, keep them, settle who stands where on what. Then one
question to it. [python.md](python.md) tells all the names; nothing here uses a network.""",
    """import tempfile
import onrecord
record = onrecord.open_record(tempfile.mkdtemp() + "/newsroom.db", make=True)
added = list(record.add("../samples/newsroom/pages"))
claims = record.claims()
print(len(record.articles()), "articles,", len(claims), "claims,", len(record.stories()), "stories")""",
    """A claim holds the positions of its parties in order of time. Whoever has two in a row that differ changed
position: each is shown with the day and the exact words, a span of an article's text. A status is a rule over
positions, never a verdict of truth; and the record was read by a program that errs, so look at the words before you
print it.""",
    """said = {one.id: one for claim in claims for one in record.statements(claim)}
for claim in claims:
    for party in sorted({at.party for at in claim.positions}):
        held = [at for at in claim.positions if at.party == party]
        for before, after in zip(held, held[1:]):
            if before.stance != after.stance:
                print(f"{party}: {before.stance} ({before.on}) -> {after.stance} ({after.on})  [{claim.status}]")
                for at in (before, after):
                    print("   ", said[at.statements[0]].content.text[:100] if at.statements else "(no statement)")""",
    "Which outlets had claims first, and which repeat others:",
    """for outlet in record.outlets()[:8]:
    print(f"{outlet.name:<22} {outlet.articles:>3} articles, first with {outlet.places.first}, copies {outlet.copies}")
record.close()""",
)


def is_code(cell: str) -> bool:
    """Whether a cell is run: the others are words."""
    return cell.startswith(("import ", "said ", "for "))


def run(cells: list[str]) -> list[str]:
    """What each of these prints, run one after another."""
    known: dict[str, Any] = {}
    printed = []
    for cell in cells:
        with contextlib.redirect_stdout(io.StringIO()) as out:
            exec(compile(cell, "cell", "exec"), known)
        printed.append(out.getvalue())
    return printed


def notebook() -> dict[str, Any]:
    """The notebook with its outputs."""
    printed = iter(run([cell for cell in CELLS if is_code(cell)]))
    count = 0
    cells: list[dict[str, Any]] = []
    for number, cell in enumerate(CELLS, 1):
        shape: dict[str, Any] = {"id": f"cell-{number}", "metadata": {}, "source": cell.splitlines(keepends=True)}
        if is_code(cell):
            count += 1
            text = next(printed).splitlines(keepends=True)
            outputs = [{"output_type": "stream", "name": "stdout", "text": text}]
            shape |= {"cell_type": "code", "execution_count": count, "outputs": outputs}
        else:
            shape |= {"cell_type": "markdown"}
        cells.append(shape)
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    metadata = {"kernelspec": kernel, "language_info": {"name": "python"}}
    return {"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}


def main() -> None:
    """Writes the notebook."""
    os.chdir(DOCS)
    OUT.write_text(json.dumps(notebook(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
