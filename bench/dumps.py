"""Text dumps of the gold pages: the story found in naive whole-page text, and in dumps of the shape of the seed page.

The dumps are made anew each time by the script that lies beside the gold; it needs selectolax.
"""

from __future__ import annotations

import importlib.util
import shutil
import sys
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter
from unittest.mock import patch

from bench.pages import answer, known, lost, one_of, told_apart
from bench.reading import score
from bench.result import Number, Result, digest_of

SCRIPT = "make_textdump.py"
SHAPES = {"full": ("dumps", 0.92), "seed": ("seed-shaped dumps", 0.975)}
TOLD = {
    "f1": "runs of four tokens of the article text, as of HTML pages",
    "precision": "of the text given",
    "recall": "of the text there is",
    "exact": "dumps whose text is right to the token",
    "head_exact": "headlines that are right but for case, quotes and spaces",
}


@contextmanager
def made(folder: Path, shape: str) -> Iterator[Path]:
    """A folder with the dumps of that shape, gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="onrecord-dumps-") as name:
        room = Path(name)
        shutil.copy(folder / "gold.jsonl", room)
        (room / "pages").symlink_to((folder / "pages").resolve())
        spec = importlib.util.spec_from_file_location("make_textdump", folder / SCRIPT)
        assert spec
        assert spec.loader
        script = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(script)
        with (
            patch.object(sys, "argv", [SCRIPT, name, "--mode", shape]),
            patch("builtins.print"),
            warnings.catch_warnings(action="ignore", category=ResourceWarning),  # it leaves files open
        ):
            script.main()
        yield room / "textdump" / shape


def measure(folder: Path, shape: str) -> Result:
    """Reads the dumps of one shape ("full" or "seed") whose page has gold text."""
    start = perf_counter()
    suite, asked = SHAPES[shape]
    with made(folder, shape) as room:
        files = {path.stem: path for path in room.iterdir()}
        gold = [row for row in known(folder) if row["id"] in files]
        got = {row["id"]: one_of(f"{row['id']}.txt", files[row["id"]].read_bytes()) for row in gold}
    given = {name: answer(one) for name, one in got.items()}
    numbers = {name: Number(value, TOLD[name]) for name, value in score(gold, given).items() if name in TOLD}
    numbers["f1"] = Number(numbers["f1"].value, TOLD["f1"], asked=asked)
    numbers["lost"] = Number(lost(gold, given), "bodies with a text F1 below .8", lower=True)
    sources = [folder / "gold.jsonl", folder / SCRIPT]
    outcomes, misses = told_apart(gold, given)
    digest = digest_of(folder, sources)
    return Result(suite, digest, numbers, perf_counter() - start, outcomes, {"text": misses["text"]})
