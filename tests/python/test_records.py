"""The record from Python, as docs/python.md tells it."""

from __future__ import annotations

import json
import re
import shutil
import sqlite3
from pathlib import Path

import pytest

import onrecord
from onrecord.errors import RecordError, UsageError
from onrecord.model import Reading, Rejected
from tests.python.make_notebook import CELLS, DOCS, OUT, run

SAMPLE = Path(__file__).parents[2] / "samples" / "newsroom" / "pages"
PAGES = [
    SAMPLE / "003-courier-berecz-they-are-coming-by-rail.txt",
    SAMPLE / "004-herald-veligrad-rejects-dolmar-fantasy.html",
]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("python") / "a.db"
    with onrecord.open_record(made, make=True) as record:
        assert [one.articles for one in record.add(*PAGES)] == [1, 1]
    return made


def test_what_was_added_is_there(path: Path) -> None:
    with onrecord.open_record(path) as record:
        [first, second] = record.articles()
        assert record.article(first.id[:8]) == first
        assert record.statements(second)
        claims = record.claims()
        assert record.claim(claims[0].id) == claims[0]
        assert {one.id for one in record.statements(claims[0])} == set(claims[0].statements)
        assert {one.status for one in record.claims(status="contested")} <= {"contested"}
        assert record.stories()[0].articles
        [name, *_] = [one.speaker.name for one in record.statements(first) if one.speaker.name]
        assert name in {one.speaker.name for one in record.said_by(name)}
        assert record.search("rail").articles
        assert record.positions("troops are coming by rail").question


def test_whoever_only_reads_changes_nothing(path: Path) -> None:
    with onrecord.open_record(path) as record, pytest.raises(sqlite3.OperationalError, match="readonly"):
        list(record.add(b"<p>Ada Moreau said the harbour was shut on Monday.</p>"))


def test_what_is_not_there_is_said(path: Path, tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="there is none"):
        onrecord.open_record(tmp_path / "no.db")
    with onrecord.open_record(path) as record:
        with pytest.raises(UsageError, match="no ids begin with 'zz': give another"):
            record.claim("zz")
        with pytest.raises(UsageError, match="2 ids begin with '': give more of it"):
            record.article("")


def test_who_speaks_who_carries_it_and_what_changed(path: Path) -> None:
    with onrecord.open_record(path) as record:
        everybody = [*record.speakers(), *record.speakers(kind="body"), *record.speakers(kind="party")]
        assert {one.speaker.name for one in record.statements(record.articles()[0])} & {one.name for one in everybody}
        assert len(record.speakers(limit=1)) == 1
        assert sum(one.articles for one in record.outlets()) == 2
        several = record.changes()
        assert several
        assert record.changes(after=several[0].seq) == several[1:]
        assert record.changes(after=several[-1].seq) == []


@pytest.fixture
def beside_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder docs/ to be in, with some pages where the docs have them."""
    (tmp_path / "docs").mkdir()
    for folder in (tmp_path / "docs" / "pages", tmp_path / "samples" / "newsroom" / "pages"):
        folder.mkdir(parents=True)
        for page in PAGES:
            shutil.copy(page, folder)
    monkeypatch.chdir(tmp_path / "docs")


def test_the_code_of_the_docs_runs(beside_pages: None) -> None:
    blocks = re.findall(r"```python\n(.*?)```", (DOCS / "python.md").read_text(encoding="utf-8"), re.DOTALL)
    first, second = run(blocks)
    assert "Article(" in first
    assert len(second.splitlines()) > 3, "who said it, how, and the words"


def test_the_docs_tell_every_name() -> None:
    text = (DOCS / "python.md").read_text(encoding="utf-8")
    told = {name for name in dir(onrecord.Record) if not name.startswith("_")} - {"close"}
    assert {name for name in told if f"{name}(" in text} == told


def test_the_notebook_is_one_and_runs(beside_pages: None) -> None:
    notebook = json.loads(OUT.read_text(encoding="utf-8"))
    assert (notebook["nbformat"], notebook["nbformat_minor"]) == (4, 5)
    assert set(notebook) == {"cells", "metadata", "nbformat", "nbformat_minor"}
    assert len({cell["id"] for cell in notebook["cells"]}) == len(notebook["cells"])
    assert ["".join(cell["source"]) for cell in notebook["cells"]] == list(CELLS)
    code = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    assert any("->" in "".join(cell["outputs"][0]["text"]) for cell in code), "it was made of the whole sample"
    counted, _, outlets = run(["".join(cell["source"]) for cell in code])
    assert counted.startswith("2 articles,")
    assert "first with" in outlets


def test_pages_are_read_without_a_record() -> None:
    [found, refused] = onrecord.read_pages(PAGES[1], SAMPLE / "no such page")
    assert isinstance(found, Reading)
    assert isinstance(refused, Rejected)
    assert refused.reason == "no such file or folder"
    [same] = onrecord.read_pages(PAGES[1].read_bytes())
    assert isinstance(same, Reading)
    assert same.article.text == found.article.text
    assert {one.story for one in onrecord.claims_of(found)}
    assert onrecord.claims_of() == ()


def test_names_that_are_not_there() -> None:
    with pytest.raises(AttributeError, match="nothing"):
        _ = onrecord.nothing  # type: ignore[attr-defined]
