from __future__ import annotations

from onrecord.knowledge.tables import table
from onrecord.text.sign_in_names import looks


def test_every_letter_looks_like_what_its_row_says() -> None:
    rows = table("lookalikes")
    assert len({row["letter"] for row in rows}) == len(rows)
    for row in rows:
        assert row["letter"] in row["example"], row
        assert looks(row["example"]) == row["reading"], row
