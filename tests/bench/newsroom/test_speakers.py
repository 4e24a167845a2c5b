"""st1 is the harbour master's statement, st2 and st6 have a party and a relay, st7 is unnamed."""

from __future__ import annotations

import pytest

from bench.newsroom.faults import Change, Perfect, put, worsened

ONE = {"id": "st1"}
NOBODY = {"name": None, "role": None, "party": "Port of Kestrel"}
LIND = {"name": "Tor Lind", "party": None}
VALL = {"name": "Dr INÉS Vall", "party": "The Port of Kestrel"}
LINE = {"name": "Blue Line", "party": "the ferry's owner"}


def speaker(**new: str) -> Change:
    return put("statements", ONE, speaker=NOBODY | new)


@pytest.mark.parametrize(
    ("change", "measures"),
    [
        pytest.param(speaker(), "speaker speaker_abstained record", id="none"),
        pytest.param(speaker(name="Ms. Vall"), "speaker speaker_partly record", id="surname only"),
        pytest.param(speaker(name="the Port of Kestrel"), "speaker speaker_partly record", id="body for the person"),
        pytest.param(speaker(name="Tor Lind"), "speaker speaker_wrong record", id="another"),
        pytest.param(put("statements", {"id": "st7"}, speaker=LIND), "speaker speaker_wrong record", id="unnamed"),
        pytest.param(put("statements", ONE, speaker=VALL), "", id="title, accent and case"),
        pytest.param(put("statements", {"id": "st2"}, speaker=LINE), "", id="alias of a party"),
        pytest.param(speaker(name="Ines Vall", party="Blue Line"), "party party_wrong", id="other party"),
        pytest.param(put("statements", {"id": "st6"}, relay=[]), "relay relay_where_any", id="relay lost"),
        pytest.param(put("statements", ONE, source={"text": "She"}), "source_overlap", id="other source"),
    ],
)
def test_a_fault_worsens_its_measures(tiny: Perfect, change: Change, measures: str) -> None:
    worse = {name.removeprefix("statements.") for name in worsened(tiny, change)}
    assert worse == set(measures.split())
