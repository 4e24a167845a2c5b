"""Stance: the scope of negation and hedge, and that nothing breaks it."""

from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Attribution, Span, Stance
from onrecord.statements.stance import stance_of
from onrecord.statements.stance_negation import flatly_negated
from tests.knowledge.marked import marked

PROSE = Path(__file__).parent / "cases"


def said(content: str) -> Stance:
    text = f"“{content}” the guard said."
    start = text.index(content)
    cue = text.rindex("said")
    return stance_of(text, Attribution((Span(start, start + len(content)),), Span(cue, cue + 4)))


CASES: list[tuple[str, Stance]] = [
    ("The vault is open.", "asserts"),
    ("There is no vault.", "denies"),
    ("Nobody has opened the vault.", "denies"),
    ("The vault that nobody wanted is open.", "asserts"),
    ("No fewer than nine crowns were in the vault.", "asserts"),
    ("There is no doubt that the vault is open.", "asserts"),
    ("The vault may have been open.", "suggests"),
    ("The man who might have had the key opened the vault.", "asserts"),
    ("The suspect fled on foot in May.", "asserts"),
    ("He appeared in court on Monday.", "asserts"),
    ("The lock may be old, but it works.", "asserts"),
    ("No train will run before Friday.", "other"),
    ("Please do not open the vault.", "other"),
    ("We have seen no sign of a theft.", "no_evidence"),
    ("We can neither confirm nor deny a theft.", "cannot_confirm"),
    ("We are looking into the theft.", "investigating"),
    ("We do not know yet.", "cannot_confirm"),
    ("He does not know the man.", "denies"),
    ("From what I hear, the vault was open.", "relays"),
    ("I was told that the vault was open.", "relays"),
    ("I was told to leave.", "asserts"),
    ("The town deserved better.", "other"),
    ("If that is true, the guard must go.", "conditional"),
    ("Let the bank open its books.", "other"),
    ("We were wrong and we take it back.", "withdraws"),
]


@pytest.mark.parametrize(("content", "stance"), CASES)
def test_content(content: str, stance: Stance) -> None:
    assert said(content) == stance


NEGATED = [
    ("that the bank had not sold it", True),
    ("In May no key was missing", True),
    ("The guard cannot have known", True),
    ("The cat cannot be what opened it", True),
    ("We cannot guard every vault", False),
    ("I did not support the plan", False),
    ("We have not only a key but a map", False),
    ("It fell because nobody held it", False),
    ("", False),
]


@pytest.mark.parametrize(("sentence", "negated"), NEGATED)
def test_negation_bears_on_the_main_clause(sentence: str, negated: bool) -> None:
    assert flatly_negated(sentence) is negated


@given(st.text(), st.integers(0, 60), st.integers(0, 60), st.integers(0, 60))
def test_any_text_has_a_stance(text: str, start: int, length: int, cue: int) -> None:
    attribution = Attribution((Span(start, start + length),), Span(cue, cue + 3))
    assert stance_of(text, attribution) in get_args(Stance)
    assert stance_of(text, Attribution(())) == "asserts"


def prose(name: str) -> list[tuple[str, str]]:
    """Sentences of ours in newsroom prose with their stances."""
    lines = (PROSE / name).read_text(encoding="utf-8").splitlines()
    kept = [line.split("\t") for line in lines if not line.startswith("#")]
    return [(stance, sentence) for stance, sentence in kept[1:]]


@pytest.mark.parametrize(("name", "floor"), [("stance_seen.tsv", 0.94), ("stance_unseen.tsv", 0.93)])
def test_the_share_of_our_prose_read_rightly_never_falls(name: str, floor: float) -> None:
    read = [(stance, stance_of(*marked(sentence)), sentence) for stance, sentence in prose(name)]
    wrong = [f"{stance} read as {got}: {sentence}" for stance, got, sentence in read if got != stance]
    assert {stance for stance, _, _ in read} == set(get_args(Stance))
    assert 1 - len(wrong) / len(read) >= floor, "\n".join(wrong)


CUES: list[tuple[str, Stance]] = [
    ("The bank {told reporters on Thursday} [the vault was open].", "asserts"),
    ("The bank {said in a statement on its plans} [the vault was open].", "asserts"),
    ("The bank {has repeatedly denied} [that the vault was open].", "denies"),
    ("The bank has repeatedly {denied} [that the vault was open].", "denies"),
    ("The bank would neither {confirm} nor deny [that the vault was open].", "cannot_confirm"),
    ("The bank {has} not been able to check [the lock].", "cannot_confirm"),
    ("The bank refused to {say} [whether the vault was open].", "no_comment"),
    ("The bank {believes} [that the guard should go].", "other"),
    ("The bank {believes} [that the guard went].", "suggests"),
    ("The bank {said} [nothing was missing].", "denies"),
    ("The mayor {said} [the town deserved better].", "other"),
    ("The guard {said} [she had been told that the vault was old].", "relays"),
    ("The bank {mooted} [to move the vault].", "other"),
    ("The bank {admitted} [its count had been wrong].", "withdraws"),
    ("The bank {admitted} [the letter was a forgery].", "asserts"),
    ("The bank {said} [the letter was a forgery].", "denies"),
    ("The bank {maintained} [the vault was opened at noon, not before].", "denies"),
    ("The bank {said} [the vault was opened at noon, not before].", "asserts"),
    ("The inquest {found} [that nobody had shut the vault].", "asserts"),
    ("The bank {told} [its guards to leave the vault].", "other"),
    ("The bank {told} [reporters the vault was open].", "asserts"),
    ("The bank {did not rule out} [a theft].", "suggests"),
    ("The bank {could not rule out} [a theft].", "cannot_confirm"),
    ("The bank {had no reason to doubt} [the count].", "asserts"),
    ("The bank {denied that it had said} [the vault was open].", "denies"),
    ("The bank {stopped short of saying} [the vault was open].", "cannot_confirm"),
    ("The bank {said} [it was not true that the vault was open].", "denies"),
    ("“[We have not seen it ourselves, but the vault is open],” the guard {said}.", "asserts"),
    ("“[Our count was wrong],” the guard {said}.", "withdraws"),
    ("The {denial} by the bank [that the vault was open] came late.", "denies"),
    ("The {warning} by the bank [that the vault was open] came late.", "asserts"),
    ("The {admission} by the bank [that nobody shut the vault] came late.", "asserts"),
    ("The bank {claims} [to hold nine crowns].", "asserts"),
    ("The bank{: }[Vault was open]", "asserts"),
    ("[The vault has reportedly been open.]", "relays"),
]


@pytest.mark.parametrize(("sentence", "stance"), CUES)
def test_cues_longer_and_shorter(sentence: str, stance: Stance) -> None:
    assert stance_of(*marked(sentence)) == stance
