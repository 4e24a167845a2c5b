from onrecord.asking import answer, read_question, shipped
from onrecord.publish.positions_json import SCHEMA, positions_json
from tests.asking.told import article, claim, material, said

ONE = article("a1", "The minister resigned on Monday, Norland said.", headline="Minister resigned")
FOR = said(ONE, "The minister resigned on Monday", "asserts")
CLAIM = claim(FOR)


def test_the_answer_as_json() -> None:
    found = answer(read_question("the minister resigned"), material([ONE], [FOR], CLAIM), shipped())
    row = positions_json(found, {"a1": ONE}, {"c1": CLAIM})
    assert row["schema"] == SCHEMA
    assert row["found"] is True
    assert row["claims"] == [{"id": "c1", "wording": CLAIM.wording, "status": "contested", "story": "s1"}]
    assert row["parties"] == [
        {
            "party": "Norland",
            "position": "for",
            "stance": "asserts",
            "on": "2026-03-02",
            "words": FOR.content.text,
            "statements": [FOR.id],
            "claim": "c1",
            "why": None,
        }
    ]
    (told,) = row["articles"]
    assert (told["article"], told["outlet"], told["statements"]) == ("a1", "Harrow Post", [FOR.id])
    assert told["words"] == {"text": ONE.text, "spans": [[0, len(ONE.text)]]}


def test_nothing_found_is_an_empty_answer() -> None:
    found = answer(read_question("the pope sang"), material([], []), shipped())
    row = positions_json(found, {}, {})
    assert (row["found"], row["claims"], row["parties"], row["articles"]) == (False, [], [], [])
