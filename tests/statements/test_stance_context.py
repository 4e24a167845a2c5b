"""Plain words that answer what the text told before."""

import pytest

from onrecord.model import Stance
from onrecord.statements.stance import stance_of
from tests.knowledge.marked import marked

TOLD = "Nurses say the clinic was shut on Saturday."
CASES: list[tuple[str, Stance]] = [
    (f"{TOLD} The mayor {{said}} [the clinic had been open all day].", "denies"),
    (f"{TOLD} The mayor {{answered}} [that the clinic was open].", "denies"),
    (f"{TOLD} The mayor {{said}} [the clinic was open at noon].", "asserts"),
    (f"{TOLD} The mayor {{said}} [the bridge had been open all day].", "asserts"),
    ("The mayor {said} [the clinic had been open all day]. Nurses say the clinic was shut.", "asserts"),
    ("The bank says otherwise. “[We paid on Monday],” its chief {said}.", "denies"),
    ("The bank says otherwise.\n\n“[We paid on Monday],” its chief {said}.", "asserts"),
    ("The bank {said} [its vaults were sound].", "asserts"),
    ("“[It is safe],” the bank {said}.", "asserts"),
    ("The bank {said} [the lock had passed every test].", "asserts"),
    ("The lord had not been asked. “[I read it in the paper],” he {said}.", "asserts"),
    ("The union alleged that the lock was unsafe. “[It is safe],” the bank {said}.", "denies"),
    ("The weekly accused the bank of neglect. The bank {said} [the lock had passed every test].", "denies"),
    ("Two guards were killed. [All guards were safe], the bank {said}.", "denies"),
    ("Two guards were killed. [The vault was sound], the bank {said}.", "asserts"),
    ("The bank {replied} [that its vaults were sound].", "denies"),
]


@pytest.mark.parametrize(("text", "stance"), CASES)
def test_what_was_told_before(text: str, stance: Stance) -> None:
    assert stance_of(*marked(text)) == stance
