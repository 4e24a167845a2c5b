from __future__ import annotations

import pytest

from bench.dumps import SHAPES, made
from bench.places import beside


@pytest.mark.skipif(not beside("data", "reading"), reason="the pages do not lie beside this checkout")
def test_dumps_are_made_and_gone_afterwards() -> None:
    folder = beside("data", "reading")
    assert folder
    with made(folder, "seed") as room:
        assert len(list(room.iterdir())) > 100
    assert not room.exists()
    assert set(SHAPES) == {"full", "seed"}
