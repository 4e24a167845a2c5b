"""Records made to look corroborated. None is: each has one party that knows, and somebody who only seems to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest

from onrecord.model import Article, Kind, Passage, Span, Statement
from onrecord.origins import judge

Say = Callable[..., Statement]
Write = Callable[..., Article]
DAYS = {"a1": "2026-01-02", "a2": "2026-01-05"}
FIRST = "The weir at Osmarck gave way at noon, and our wardens stood beside it."


@dataclass(frozen=True, slots=True)
class Mouth:
    """A second voice: its party, its name, its role; its article with what it says between < and >."""

    party: str | None
    name: str | None
    told: str
    role: str | None = None
    cue: str = "said"
    relay: tuple[str, ...] = ()
    tie: float = 1.0
    sure: float = 1.0


MOUTHS = {
    # One party through many mouths.
    "the party again": Mouth("Weir Board", "Ines Falk", '"<We counted nine holes in the wall ourselves>," Falk said.'),
    "its chairwoman": Mouth("Weir Board", "Pia Lund", '"<I saw it break with my own eyes>," Lund said.'),
    "the same person under another hat": Mouth(
        "Osmarck Anglers", "Ada Brook", '"<Our own boats saw the wall go>," Brook said for the anglers.'
    ),
    "the board with its firm's name": Mouth(
        "Weir Board Ltd", "Tom Rask", '"<Our own divers found the gap>," Rask said.'
    ),
    "a department of it": Mouth(
        "Weir Board Inspectorate", "Jo Hart", '"<Our inspectors measured the gap>," Hart said.'
    ),
    "the group it belongs to": Mouth("Weir Board Group", "Max Oehl", '"<We saw it ourselves>," Oehl said.'),
    "its lawyer": Mouth(
        "Cole and Partners",
        "Rhea Cole",
        'Rhea Cole, lawyer for the Weir Board, said: "<We found the break ourselves>."',
    ),
    "its subsidiary": Mouth(
        "Sluice Services",
        "Kai Berg",
        "Kai Berg of Sluice Services, a subsidiary of the Weir Board, said <we saw it ourselves>.",
    ),
    "its parent": Mouth(
        "Corvane", "Uli Post", "Corvane, the parent of the Weir Board, said <its own crews had recovered the gates>."
    ),
    "its contractor": Mouth(
        "Brandt Dredging",
        "Lea Brandt",
        'Lea Brandt, a contractor of the Weir Board, said: "<Our crews saw the wall go>."',
    ),
    "its spokesman": Mouth(
        "Nils Ode", "Nils Ode", 'Nils Ode, spokesman of the Weir Board, said: "<I was there and saw it>."'
    ),
    "its head in person": Mouth(
        "Sven Tarn", "Sven Tarn", '"<I saw it myself>," Tarn said.', role="director of the weir board"
    ),
    # Second hand.
    "told by it": Mouth("Mill Union", "Eda Roth", '"<We were told by the board that the weir gave way>," Roth said.'),
    "from television": Mouth("Mill Union", "Eda Roth", '"<We saw it on television like everybody>," Roth said.'),
    "its log": Mouth("Mill Union", "Eda Roth", '"<We saw the log they gave us, the weir gave way>," Roth said.'),
    "its records": Mouth("Mill Union", "Eda Roth", '"<The weir gave way, the board\'s records show it>," Roth said.'),
    "a newspaper": Mouth(
        "Mill Union", "Eda Roth", '"<We read in the Dunmore Post that the weir gave way>," Roth said.'
    ),
    "according to it": Mouth("Mill Union", "Eda Roth", "<According to the board the weir gave way>, Roth said."),
    "as it announced": Mouth("Mill Union", "Eda Roth", "<The weir gave way, as the board announced>, Roth said."),
    "as it found": Mouth("Mill Union", "Eda Roth", "<The weir gave way, as the wardens have found>, Roth said."),
    "never saw it": Mouth("Mill Union", "Eda Roth", '"<We have not seen it ourselves, but it gave way>," Roth said.'),
    "word from it": Mouth("Mill Union", "Eda Roth", '"<We had word from the wardens that it gave way>," Roth said.'),
    "counted what it counted": Mouth(
        "Mill Union", "Eda Roth", '"<We counted what the Weir Board had counted>," Roth said.'
    ),
    "its news": Mouth("Mill Union", "Eda Roth", '"<Our people heard from the board that it gave way>," Roth said.'),
    "its video": Mouth("Mill Union", "Eda Roth", '"<We have seen the video of the weir>," Roth said.'),
    # Taking over.
    "accepts": Mouth("Mill Union", "Eda Roth", "Roth accepted <that the weir gave way>.", cue="accepted"),
    "welcomes": Mouth("Mill Union", "Eda Roth", "Roth welcomed <the finding that the weir gave way>.", cue="welcomed"),
    "agrees": Mouth("Mill Union", "Eda Roth", "Roth agreed <that the weir gave way at noon>.", cue="agreed"),
    "concedes": Mouth("Mill Union", "Eda Roth", "Roth conceded <that the weir gave way>.", cue="conceded"),
    "acknowledges": Mouth("Mill Union", "Eda Roth", "Roth acknowledged <the loss>.", cue="acknowledged"),
    "repeats": Mouth("Mill Union", "Eda Roth", "Roth repeated <that the weir gave way>.", cue="repeated"),
    "does not dispute": Mouth("Mill Union", "Eda Roth", "Roth <did not dispute that the weir gave way>."),
    "no quarrel": Mouth("Mill Union", "Eda Roth", "Roth had <no quarrel with the wardens' account>."),
    "citing": Mouth("Mill Union", "Eda Roth", "Citing the board, Roth said <the weir gave way>.", cue="citing"),
    "a bare yes": Mouth("Mill Union", "Eda Roth", "<That is so>, Roth said."),
    "an opinion of it": Mouth("Mill Union", "Eda Roth", "<It was bound to happen>, Roth said."),
    "everybody knows": Mouth("Mill Union", "Eda Roth", "<Everybody knows that it is gone>, Roth said."),
    # Words of nobody, of another, or about something else.
    "nobody": Mouth("Mill Union", None, '"<We saw it with our own eyes>," a worker said.'),
    "no party": Mouth(None, "Eda Roth", '"<We saw it with our own eyes>," Roth said.'),
    "through the first": Mouth(
        "Mill Union",
        "Eda Roth",
        "The union saw <the wall go with its own eyes>, the board said.",
        relay=("Weir Board",),
    ),
    "through another paper": Mouth(
        "Mill Union", "Eda Roth", '"<We saw the wall go ourselves>," Roth told the Post.', relay=("Dunmore Post",)
    ),
    "counted something else": Mouth(
        "Mill Union", "Eda Roth", '"<We counted forty tents by the river ourselves>," Roth said.', tie=0.4
    ),
    "saw something near": Mouth(
        "Mill Union", "Eda Roth", '"<We saw the bridge go with our own eyes>," Roth said.', tie=0.6
    ),
    "perhaps another speaker": Mouth(
        "Mill Union", "Eda Roth", '"<We saw it go with our own eyes>," he said.', sure=0.5
    ),
    "the same words": Mouth(
        "Mill Union",
        "Eda Roth",
        '"<The weir at Osmarck gave way at noon, and our wardens stood beside it>," Roth said.',
    ),
    "nearly the same words": Mouth(
        "Mill Union",
        "Eda Roth",
        '"<The weir at Osmarck gave way around noon and our wardens stood right beside it>," Roth said.',
    ),
}


def second(mouth: Mouth, say: Say, write: Write) -> tuple[Statement, Article]:
    start, end = mouth.told.index("<"), mouth.told.index(">") - 1
    text = mouth.told.replace("<", "").replace(">", "")
    made = say("2", mouth.party, text[start:end], article="a2", name=mouth.name, role=mouth.role, cue=mouth.cue)
    kind: Kind = "direct" if text[start - 1 : start] == '"' else "indirect"
    span = (Span(start, end),)
    speaker = replace(made.speaker, confidence=mouth.sure)
    shaped = replace(made, kind=kind, content=Passage(text[start:end], span), relay=mouth.relay, speaker=speaker)
    return shaped, write("a2", text, day="2026-01-05")


@pytest.mark.parametrize("mouth", MOUTHS.values(), ids=MOUTHS)
def test_nobody_who_only_seems_to_know_is_a_second_origin(mouth: Mouth, say: Say, write: Write) -> None:
    first = say("1", "Weir Board", FIRST, name="Ada Brook")
    other, article = second(mouth, say, write)
    articles = {"a1": write("a1", FIRST, day="2026-01-02"), "a2": article}
    found = judge([first, other], DAYS, lambda one, other: mouth.tie, articles=articles)
    assert [one.party for one in found.origins] == ["Weir Board"]


@pytest.mark.parametrize(
    "told",
    [
        '"<Our own boats recovered two of the gates>," Roth said.',
        '"<We saw the wall go with our own eyes>," Roth said.',
        '"<I was on the footbridge and I saw it myself>," Roth said.',
        'The union\'s inspectors had been there. "<Our inspectors measured the gap>," Roth said.',
    ],
)
def test_one_who_was_there_is(told: str, say: Say, write: Write) -> None:
    first = say("1", "Weir Board", FIRST, name="Ada Brook")
    other, article = second(Mouth("Mill Union", "Eda Roth", told), say, write)
    found = judge([first, other], DAYS, lambda one, other: 1.0, articles={"a2": article})
    assert [one.party for one in found.origins] == ["Weir Board", "Mill Union"]


def test_two_papers_of_one_owner_are_one(say: Say, write: Write) -> None:
    papers = [
        say("1", "Daily Mirror", "This newspaper has seen the contract.", name="Daily Mirror"),
        say("2", "Daily Express", "This newspaper has obtained the papers on the deal.", name="Daily Express"),
    ]
    found = judge(papers, DAYS, lambda one, other: 1.0)
    assert [one.party for one in found.origins] == ["Daily Mirror"]
    assert "one owner" in found.possible[0].why
