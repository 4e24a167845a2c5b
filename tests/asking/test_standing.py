from onrecord.asking.question import read_question
from onrecord.asking.standing import near_claims, nearnesses, party_stands
from tests.asking.told import article, claim, material, said

TEXT = (
    "The minister resigned on Monday, Norland said. The minister has not resigned, Sudland said. The goats were sold."
)
ONE = article("a1", TEXT, headline="Minister out?")
FOR = said(ONE, "The minister resigned on Monday", "asserts")
AGAINST = said(ONE, "The minister has not resigned", "denies", party="Sudland")
OTHER = said(ONE, "The goats were sold", "asserts", party="Eastland")


def stands(question: str) -> dict[str, tuple[str, str | None]]:
    asked = read_question(question)
    held = material([ONE], [FOR, AGAINST, OTHER], claim(FOR, AGAINST, OTHER))
    near = nearnesses(asked, held)
    found = party_stands(asked, held, near_claims(asked, held, near), near)
    return {one.party: (one.position, one.claim) for one in found}


def test_parties_stand_toward_the_question() -> None:
    assert stands("the minister resigned") == {"Norland": ("for", "c1"), "Sudland": ("against", "c1")}
    assert stands("the minister did not resign") == {"Norland": ("against", "c1"), "Sudland": ("for", "c1")}


def test_who_speaks_of_something_else_in_the_claim_has_no_position() -> None:
    assert "Eastland" not in stands("the minister resigned")


def test_a_statement_of_no_claim_is_heard() -> None:
    asked = read_question("the minister resigned")
    held = material([ONE], [FOR, OTHER])
    found = party_stands(asked, held, [], nearnesses(asked, held))
    assert [(one.party, one.position, one.claim) for one in found] == [("Norland", "for", None)]


def test_unnamed_speakers_have_no_position() -> None:
    asked = read_question("the minister resigned")
    unnamed = said(ONE, "The minister resigned on Monday", "asserts", party=None)
    held = material([ONE], [unnamed])
    assert party_stands(asked, held, [], nearnesses(asked, held)) == ()


def test_nothing_near_is_no_claim() -> None:
    assert stands("the pope opened a bakery") == {}
