"""Whether a name is a person's, a body's or a party's."""

from __future__ import annotations

from onrecord.parties.kinds import everybody
from onrecord.parties.voice import Voice

VOICES = [
    (Voice("Norland", "Ada Moreau", "minister"), 3, "Norland"),
    (Voice(None, "Ada Moreau", "Minister"), 2, "Norland"),
    (Voice("coast guard", "coast guard", None), 4, "Norland Coast Guard"),
    (Voice(None, "Defence Ministry", None), 1, None),
    (Voice("Tarn", "Tarn", None), 5, "Tarn"),
    (Voice("Liv Aune", "Liv Aune", "teacher"), 2, "Liv Aune"),
    (Voice(None, "Berecz", None), 1, "Norland"),
    (Voice(None, "UNHCR", None), 1, None),
    (Voice(None, None, "officials"), 9, None),
]


def test_people_bodies_and_parties() -> None:
    found = {one.name: one for one in everybody(VOICES)}
    assert {name: one.kind for name, one in found.items()} == {
        "Ada Moreau": "person",
        "Norland": "party",
        "coast guard": "body",
        "Norland Coast Guard": "party",
        "Defence Ministry": "body",
        "Tarn": "party",
        "Liv Aune": "person",
        "Berecz": "person",
        "UNHCR": "body",
    }


def test_statements_are_counted_once() -> None:
    found = {one.name: one for one in everybody(VOICES)}
    assert [found[name].statements for name in ("Ada Moreau", "Norland", "Tarn", "Liv Aune", "coast guard")] == [
        5,
        6,
        5,
        2,
        4,
    ]
    assert found["Ada Moreau"].party == "Norland"
    assert found["Defence Ministry"].party is None
    assert found["Ada Moreau"].key == "ada moreau"
