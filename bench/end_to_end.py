"""From pages to an export, the way a user gets one: added to a fresh record, settled, exported."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from onrecord.config import Config
from onrecord.pipeline.keep import add, settle_record
from onrecord.publish.formats import jsonl
from onrecord.read.inputs import walk
from onrecord.store.opening import open_record

ON = "2026-01-01T00:00:00+00:00"  # when the pages were added: nothing may depend on it


@contextmanager
def exported(pages: Path) -> Iterator[Path]:
    """A folder with the JSON Lines export of a page or a folder of pages; gone afterwards."""
    with TemporaryDirectory(prefix="onrecord-bench-") as name:
        folder = Path(name)
        with closing(open_record(folder / "record.db")) as conn:
            for _ in add(conn, walk([str(pages)], io.BytesIO()), Config(), now=ON):
                pass
            settle_record(conn)
            jsonl.write(conn, folder / "export")
        yield folder / "export"
