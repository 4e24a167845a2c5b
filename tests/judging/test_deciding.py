"""Which judgements stand: undone, redone, contradicted, without a subject."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from onrecord.judging import decide, outcomes
from onrecord.judging.deciding import standing
from onrecord.model import Copy, Decided, Judgement, PartyNames
from tests.judging.given import judgement
from tests.judging.test_knots import some


def undo(id_: int, of: int) -> Judgement:
    return judgement(id_, "undo", of=of)


@given(some(), st.randoms(use_true_random=False))
def test_any_sequence_undone_in_any_order_decides_nothing(judgements: list[Judgement], random: object) -> None:
    ids = [one.id for one in judgements]
    random.shuffle(ids)  # type: ignore[attr-defined]
    undone = [*judgements, *(undo(100 + n, of) for n, of in enumerate(ids))]
    assert decide(undone) == Decided()
    assert {one.standing for id_, one in outcomes(undone, undone).items() if id_ < 100} <= {"undone"}


@given(some(), st.integers(0, 7))
def test_what_is_undone_and_redone_is_as_it_was(judgements: list[Judgement], at: int) -> None:
    if at < len(judgements):
        id_ = judgements[at].id
        again = [*judgements, undo(50, id_), judgement(51, "redo", of=id_)]
        assert decide(again) == decide(judgements)
        assert standing(again) == standing(judgements)


@given(some())
def test_a_judgement_is_overruled_where_it_does_not_hold_and_only_there(judgements: list[Judgement]) -> None:
    became = outcomes(judgements, judgements)
    assert became[judgements[-1].id].standing == "stands" if judgements else became == {}
    for one in judgements:
        if became[one.id].standing == "overruled":
            assert became[one.id].later[0] > one.id


def test_the_later_of_two_words_on_a_statement_wins_and_the_log_says_so() -> None:
    first, second = judgement(1, "stance", this="a", value="denies"), judgement(2, "stance", this="a", value="doubts")
    day = judgement(3, "day", this="a", value="2026-05-02")
    [found] = decide([first, second, day]).corrections
    assert (found.statement, found.stance, found.said_on and found.said_on.value) == ("a", "doubts", "2026-05-02")
    became = outcomes([first, second, day], [first, second, day])
    assert became[1].standing == "overruled"
    assert became[1].later == (2,)
    assert became[2].standing == became[3].standing == "stands"


def test_a_later_word_on_two_articles_wins_whichever_way_round() -> None:
    yes = judgement(1, "copy", articles=("p", "q"), value="rewrite")
    no = judgement(2, "not_copy", articles=("q", "p"))
    assert decide([yes]).copies == (Copy("p", "q", "rewrite", "Ada decided so: she read it"),)
    both = decide([yes, no])
    assert (both.copies, both.not_copies) == ((), frozenset([frozenset("pq")]))


def test_without_a_subject_a_judgement_is_kept_and_comes_to_nothing() -> None:
    was = judgement(1, "merge", this="a", with_="b")
    now = replace(was, subjects=was.subjects[:1])
    assert decide([now]) == Decided()
    assert outcomes([now], [was])[1].standing == "no_subject"


def test_a_move_whose_new_claim_is_gone_is_no_move_to_none() -> None:
    was = judgement(1, "move", this="a", with_="b", from_="c")
    now = replace(was, subjects=(was.subjects[0], was.subjects[2]))
    assert decide([now]) == Decided()


def test_words_on_a_party_follow_its_name() -> None:
    word = judgement(1, "accept", this="a", party="Harbour Board")
    named = judgement(2, "same_party", party="Harbour Board", value="Harbour Authority")
    decided = decide([word, named])
    assert decided.names == PartyNames({"Harbour Board": "Harbour Authority"})
    assert decided.words[0].party == "Harbour Authority"


def test_a_later_assessment_of_most_of_the_same_statements_replaces_the_first() -> None:
    first, second = judgement(1, "assess", this="abc", value="C3"), judgement(2, "assess", this="bcd", value="B2")
    other = judgement(3, "assess", this="xyz", value="A2")
    became = outcomes([first, second, other], [first, second, other])
    assert [became[id_].standing for id_ in (1, 2, 3)] == ["overruled", "stands", "stands"]
