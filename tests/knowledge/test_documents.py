from __future__ import annotations

from onrecord.knowledge.tables import table
from onrecord.statements.speakers_documents import read_document
from onrecord.statements.speakers_phrase import read_phrase


def test_every_document_of_its_example_speaks_for_who_made_it() -> None:
    for row in table("documents"):
        document = read_document(row["example"].removesuffix(" said so."))
        assert document is not None, row
        assert document.noun == row["noun"], row
        assert read_phrase(document.author or "").name == row["expected"], row
