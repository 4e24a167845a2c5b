"""What is still to come, and what only might have been."""

import pytest

from onrecord.statements.stance_plans import is_to_come

CASES = [
    ("The town will rebuild the vault.", True),
    ("that no train would run before Friday", True),
    ("The guard is due to leave in May.", True),
    ("They'll open it.", True),
    ("The vault would have held.", False),
    ("I would not stand here if we had lost it.", False),
    ("It had asked for nine crowns and would not be beaten down.", False),
    ("The guard said he would leave.", False),
    ("The vault is open.", False),
    ("", False),
]


@pytest.mark.parametrize(("sentence", "to_come"), CASES)
def test_is_to_come(sentence: str, to_come: bool) -> None:
    assert is_to_come(sentence) is to_come
