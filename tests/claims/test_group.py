"""Groups of a small story; nothing but real words of somebody makes a claim."""

from __future__ import annotations

from collections.abc import Callable

from onrecord.claims import group, shipped
from onrecord.model import Article, Statement, Ties, When

Say = Callable[..., Statement]
ARTICLE = Article("a1", "a1", "d", "x " * 200, "Headline", When("2026-01-02", "day"))


def found(*said: Statement) -> tuple[tuple[str, ...], ...]:
    return tuple(one.statements for one in group({"a1": ARTICLE}, said, {"a1": "a1"}, shipped()))


def test_an_assertion_and_its_denial_are_one_claim(say: Say) -> None:
    one = say("1", "Corvex", text="The ferry Marla left the harbour with an open bow door", start=0)
    two = say("2", "Union", "denies", text="The ferry Marla did not leave the harbour with an open bow door", start=80)
    assert found(one, two) == (("1", "2"),)


def test_plans_and_opinions_stay_outside(say: Say) -> None:
    assert found(say("1", "Corvex", "other")) == ()


def test_reactions_alone_make_no_claim(say: Say) -> None:
    assert found(say("1", "Corvex", "no_comment"), say("2", "Union", "investigating", start=20)) == ()


def test_a_word_alone_is_a_claim_of_its_own(say: Say) -> None:
    assert found(say("1", "Corvex")) == (("1",),)


def test_no_statements_no_claims() -> None:
    assert found() == ()


def test_ties_are_sureness_between_statements(say: Say) -> None:
    said = [say("1", "Corvex", text="The ferry sank"), say("2", "Union", text="The ferry sank", start=40)]
    (one,) = group({"a1": ARTICLE}, said, {"a1": "a1"}, shipped())
    assert 0.0 <= one.tie("1", "2") == one.tie("2", "1") <= 1.0


def tied(ties: Ties, *said: Statement) -> tuple[tuple[str, ...], ...]:
    groups = group({"a1": ARTICLE}, said, {"a1": "a1"}, shipped(), ties=ties)
    return tuple(one.statements for one in groups)


def test_what_a_person_put_together_or_apart_is_so(say: Say) -> None:
    sank, whale = (
        say("1", "Corvex", text="The ferry Marla sank off Tovik"),
        say("2", "Corvex", text="Three goats ate the hat", start=40),
    )
    denied = say("3", "Union", "denies", text="The ferry Marla did not sink off Tovik", start=80)
    assert set(tied(Ties(together=(("1", "2"),)), sank, whale)) == {("1", "2")}
    assert tied(Ties(apart=(("1", "3"),)), sank, denied) == (("1",), ("3",))
    assert tied(Ties(together=(("1",), ("3",))), sank, denied) == (("1",), ("3",))


def test_what_a_person_took_out_is_of_no_claim(say: Say) -> None:
    sank = say("1", "Corvex", text="The ferry Marla sank off Tovik")
    assert tied(Ties(alone=frozenset({"1"})), sank) == ()


def test_a_plan_that_a_person_put_into_a_claim_is_in_it(say: Say) -> None:
    sank = say("1", "Corvex", text="The ferry Marla sank off Tovik")
    plan = say("2", "Union", "other", text="They should raise the Marla", start=40)
    assert tied(Ties(together=(("1", "2"),)), sank, plan) == (("1", "2"),)


def test_ties_on_statements_that_are_not_here_are_no_matter(say: Say) -> None:
    sank = say("1", "Corvex", text="The ferry Marla sank off Tovik")
    assert tied(Ties((("1", "9"), ("8", "9")), (("1", "7"),), frozenset({"6"})), sank) == (("1",),)


SUBJECTS = (
    "The ferry Marla sank off Tovik with its bow door open",
    "Nine crates of soft cheese were burned at the depot in Lesk",
    "The ministry has sold two rail sheds to a firm from Dolmar",
    "A fourth turbine of the dam at Brae was stopped for repairs",
    "Voters in Sarn were turned away before the polls had closed",
    "The harbour master resigned after the audit of the pilot fund",
    "Eleven goats were found dead beside the well at Old Fold",
)


def test_one_merge_leaves_all_other_claims_as_they_were(say: Say) -> None:
    said = [
        say(f"{at}{party}", name, stance, text=text, start=45 * at + 15 * party)
        for at, text in enumerate(SUBJECTS)
        for party, (name, stance) in enumerate([("Corvex", "asserts"), ("Union", "denies"), ("Tovik", "asserts")])
    ]
    before = tied(Ties(), *said)
    assert len(before) > 2
    first, second, *others = before
    after = tied(Ties(together=((*first, *second),)), *said)
    assert set(after) == {tuple(sorted((*first, *second))), *others}
    parted = tied(Ties(together=(first[:1], first[1:])), *said)
    assert set(parted) == {first[:1], first[1:], second, *others}
