"""What the form of a page shows: one text of each form, and the record expected of it."""

from __future__ import annotations

import pytest

from onrecord.statements.forms import turns

Row = tuple[list[str], str | None, str | None]


def read(text: str) -> list[Row]:
    def shown(span: tuple[int, int] | None) -> str | None:
        return text[slice(*span)] if span else None

    return [([text[slice(*one)] for one in row.content], shown(row.cue), shown(row.source)) for row in turns(text)]


QUESTIONS: list[tuple[str, list[Row]]] = [
    (
        "Ada Kell is the mayor of Torvik. We met her on Monday.\n\nQ: What happened?\n\nA: The wall gave way.\n\n"
        "Q: Who is to blame?\n\nA: The ministry.",
        [(["The wall gave way."], ":", "Ada Kell"), (["The ministry."], ":", "Ada Kell")],
    ),
    (
        "Harbour Weekly spoke to Ada Kell, who runs the mill.\n\nQ. What happened?\nA. The wall gave way.",
        [(["The wall gave way."], ".", "Ada Kell")],
    ),
    (
        "Our reporter Jon Pell spoke with Ada Kell.\n\nQuestion: What happened?\n\nAnswer: The wall gave way.",
        [(["The wall gave way."], ":", "Ada Kell")],
    ),
    (
        "Ada Kell and Tore Frey live by the dam.\n\nQ: What happened?\n\nA: I heard a bell and we ran.",
        [(["I heard a bell and we ran."], ":", None)],
    ),
    ("Here is what to know.\n\nQ: When does the road open?\n\nA: On 3 May.\n\nQ: Who pays?\n\nA: The county.", []),
    (
        "We met Ada Kell, the mayor, at home.\n\nWhat happened to your house?\n\nI lost it.\n\nDid you sleep?\n\n"
        "I did not.\n\nWill you stay?\n\nYes, we will.\n\nKell is up for election in May.",
        [(["I lost it."], None, "Ada Kell"), (["I did not."], None, "Ada Kell"), (["Yes, we will."], None, "Ada Kell")],
    ),
    (
        "Mr Kell should pay. Tore Frey thinks so.\n\nWhat have you to hide?\n\nI pay my taxes.\n\nDid you pay?\n\n"
        "I did.\n\nWill you show us?\n\nWe all would.",
        [],
    ),
    (
        "We met Ada Kell, the mayor, and Tore Frey, an engineer.\n\nDid you sleep?\n\nI did.\n\nDid you run?\n\n"
        "I did.\n\nWill you stay?\n\nI will.",
        [],
    ),
    (
        "We spoke to Ada Kell and Tore Frey.\n\n"
        "Did you sleep?\n\nI did.\n\nDid you run?\n\nI did.\n\nWill you stay?\n\nI will.",
        [],
    ),
    ("Can I swim here?\n\nYou can.\n\nCan I park here?\n\nYou cannot.\n\nCan I camp here?\n\nIt is forbidden.", []),
    (
        "Q: And you, Mr Frey?\n\nFrey: I was asleep.\n\nQ: And then?\n\nFrey: We ran.",
        [(["I was asleep."], ":", "Frey"), (["We ran."], ":", "Frey")],
    ),
    (
        "Ada Kell is the mayor.\n\nQ: What happened?\n\nA: The wall gave way.\n\nI was asleep at the time.\n\n"
        "Q: And now?\n\nA: We build.",
        [(["The wall gave way.", "I was asleep at the time."], ":", "Ada Kell"), (["We build."], ":", "Ada Kell")],
    ),
]

DIALOGUES: list[tuple[str, list[Row]]] = [
    (
        "Harbour Weekly: What happened?\n\nAda Kell: We had no warning.\n\nHarbour Weekly: And now?\n\n"
        "Ada Kell: We build it again.\n\nThis interview was edited for length.",
        [(["We had no warning."], ":", "Ada Kell"), (["We build it again."], ":", "Ada Kell")],
    ),
    (
        "Wikinews: How did you come?\n\nAda Kell: (laughs) By boat.\n\nWikinews: Do you like it?\n\n"
        "Ada Kell: I do. [Pause] Very much. (smiles)",
        [(["By boat."], ":", "Ada Kell"), (["I do. [Pause] Very much."], ":", "Ada Kell")],
    ),
    (
        "MR DOLAN: Did you see the letter?\n\nTHE WITNESS: I did, in May.\n\nMR DOLAN: And you told nobody?\n\n"
        "THE WITNESS: No, I told my brother.",
        [
            (["Did you see the letter?"], ":", "MR DOLAN"),
            (["I did, in May."], ":", "THE WITNESS"),
            (["And you told nobody?"], ":", "MR DOLAN"),
            (["No, I told my brother."], ":", "THE WITNESS"),
        ],
    ),
    (
        "**Jon Pell:** What happened?\n\n**Ada Kell:** I heard a bell.\n\n**Jon Pell:** And you ran?\n\n"
        "**Ada Kell:** We all did.",
        [(["I heard a bell."], ":", "Ada Kell"), (["We all did."], ":", "Ada Kell")],
    ),
    (
        "Ada Kell spoke to Jon Pell of Harbour Weekly.\n\nHW: What happened?\n\nAK: We had no warning.\n\n"
        "HW: Who is to blame?\n\nAK: I blame the ministry.",
        [(["We had no warning."], ":", "Ada Kell"), (["I blame the ministry."], ":", "Ada Kell")],
    ),
    (
        "ADA KELL\n\nWe had no warning.\n\nTORE FREY\n\nYou did. I sent you a letter.\n\nADA KELL\n\nI never had it.",
        [
            (["We had no warning."], None, "ADA KELL"),
            (["You did. I sent you a letter."], None, "TORE FREY"),
            (["I never had it."], None, "ADA KELL"),
        ],
    ),
    (
        "Mrs Kell: You knew of the crack, did you not?\n\nFrey: I did. I wrote to you.\n\nMrs Kell: I never had it.\n\n"
        "(Applause)\n\nFrey: You had it in May.",
        [
            (["You knew of the crack, did you not?"], ":", "Mrs Kell"),
            (["I did. I wrote to you."], ":", "Frey"),
            (["I never had it."], ":", "Mrs Kell"),
            (["You had it in May."], ":", "Frey"),
        ],
    ),
    (
        "Host: Who rang the bell?\n\nAda Kell, mayor of Torvik: I did.\n\nIt took me an hour.\n\nHost: Alone?\n\n"
        "Kell: My sons helped me.",
        [
            (["I did.", "It took me an hour."], ":", "Ada Kell, mayor of Torvik"),
            (["My sons helped me."], ":", "Kell"),
        ],
    ),
]

DIALOGUES += [
    (
        "Ada Kell met Tore Frey.\n\nKELL: You knew of it.\n\nFREY: I did.\n\nKELL: We had no letter.",
        [
            (["You knew of it."], ":", "Ada Kell"),
            (["I did."], ":", "Tore Frey"),
            (["We had no letter."], ":", "Ada Kell"),
        ],
    ),
    (
        "THE PRESIDENT: I signed it.\n\nQ Mr. President, did you read it?\n\nTHE PRESIDENT: We all did.",
        [(["I signed it."], ":", "THE PRESIDENT"), (["We all did."], ":", "THE PRESIDENT")],
    ),
    (
        "Jon Pell: What happened?\n\nAda Kell: I heard a bell.\n\nShe looks at the river.\n\nJon Pell: And you ran?\n\n"
        "Ada Kell: We all did.",
        [(["I heard a bell."], ":", "Ada Kell"), (["We all did."], ":", "Ada Kell")],
    ),
]

LISTS: list[tuple[str, list[Row]]] = [
    (
        "What they said\n\n- Ada Kell, mayor: “We will build it again.”\n- Tore Frey, engineer: “I told them.”",
        [
            (["We will build it again."], ":", "Ada Kell, mayor"),
            (["I told them."], ":", "Tore Frey, engineer"),
        ],
    ),
    (
        "• Ada Kell (mayor): We will build it again.\n• Tore Frey: Possession of a bell.",
        [(["We will build it again."], ":", "Ada Kell (mayor)")],
    ),
    ("Ines Varga: “The school is gone.”", [(["The school is gone."], ":", "Ines Varga")]),
    (
        "Ines Varga: “The school is gone.\n\n“Nobody told us.”\n\nThe county will vote in May.",
        [(["The school is gone.", "Nobody told us."], ":", "Ines Varga")],
    ),
    (
        "The company said in a statement:\n\n“We regret the leak. We have shut the pump.”",
        [(["We regret the leak. We have shut the pump."], "said", "The company")],
    ),
    (
        "On Monday Kell wrote on her page:\n\nWe are thrilled to be back in our own houses.",
        [(["We are thrilled to be back in our own houses."], "wrote", "Kell")],
    ),
    ("Our guide, Ines Varga: “Mind the step.”", [(["Mind the step."], ":", "Our guide, Ines Varga")]),
    (
        "Ada Kell, mayor – “We build it again.”\nTore Frey, engineer – “I told them.”",
        [(["We build it again."], "–", "Ada Kell, mayor"), (["I told them."], "–", "Tore Frey, engineer")],
    ),
    ("Ada Kell Hammers Old Torvik Mayor: “You should go, and go now.”", []),
    ("The rules say:\n\nDogs are kept on a lead.", []),
]

LIVE: list[tuple[str, list[Row]]] = [
    (
        "14:05\n\nMinister: no sign of a leak\n\nThe minister told parliament so.\n\n13:40\n\nThe hall is filling up.",
        [(["no sign of a leak"], ":", "Minister")],
    ),
    (
        "14:05 GMT: Mayor of Torvik: “We were asleep when the water came.”\n\n13:50 GMT: Rain has begun.",
        [(["We were asleep when the water came."], ":", "Mayor of Torvik")],
    ),
    (
        "UPDATE 3 (2.15pm): Police: two men held over fire\n\nUPDATE 2 (1pm): Road shut.",
        [(["two men held over fire"], ":", "Police")],
    ),
    (
        "2.15pm – Kell: no regrets about dam\n\nThe mayor, Ada Kell, said she would do it again.",
        [(["no regrets about dam"], ":", "Kell")],
    ),
    ("14:05 – Jon Pell, in Torvik: The water is rising.\n\n13:50 – Rain has begun.", []),
    ("14:05 Torvik 3, Harrow 1: Frey scores from the spot.", []),
    ("3.15 million people: the count at the end of May.", []),
]

HEADS: list[tuple[str, list[Row]]] = [
    (
        "Frey: no sign of leak at dam\n\nThe engineer Tore Frey said on Monday that the dam was sound.",
        [(["no sign of leak at dam"], ":", "Frey")],
    ),
    (
        "Bridge unfit for lorries: report\n\nThe bridge was last painted in 1990.",
        [(["Bridge unfit for lorries"], ":", "report")],
    ),
    ("‘We were not told’: mayor\n\nThe mayor of Torvik is angry.", [(["We were not told"], ":", "mayor")]),
    (
        "Ministry of Health: no cases found\n\nIt rained on Monday.",
        [(["no cases found"], ":", "Ministry of Health")],
    ),
    ("Torvik mayor: we were not told\n\nIt rained.", [(["we were not told"], ":", "Torvik mayor")]),
    ("Premier League: no games on Sunday\n\nThe Premier League starts in May.", []),
    ("General Election: polls open at seven\n\nThe vote is on Sunday.", []),
    ("Ada Kell Hammers Old Torvik Mill CEO: You Should Go\n\nIt rained.", []),
    ("Ukraine: ten held after fire\n\nTen men were held on Monday.", []),
    ("Flood: what we know so far\n\nThe water came at night.", []),
]

DASHES: list[tuple[str, list[Row]]] = [
    (
        "“The water came at night.” — Ada Kell, mayor of Torvik",
        [(["The water came at night."], "—", "Ada Kell, mayor of Torvik")],
    ),
    (
        "“The water came at night. Nobody rang,” – said Ada Kell, who runs the mill.",
        [(["The water came at night. Nobody rang"], "said", "Ada Kell, who runs the mill")],
    ),
    (
        "“We left at night,” – said Ada Kell. – “Nobody rang.”",
        [(["We left at night", "Nobody rang."], "said", "Ada Kell")],
    ),
    (
        "– We left at night, – said Ada Kell. – Nobody rang the bell.",
        [(["We left at night", "Nobody rang the bell."], "said", "Ada Kell")],
    ),
    (
        "“The water came at night.\n\n“Nobody rang the bell.”\n\n— Ada Kell, mayor of Torvik",
        [(["The water came at night.", "Nobody rang the bell."], "—", "Ada Kell, mayor of Torvik")],
    ),
    ('"It was dark."\n-- Ada Kell', [(["It was dark."], "--", "Ada Kell")]),
    (
        "We are so proud of our crew!\n\n— Torvik Lifeboat (@torvikboat) May 20, 2026",
        [(["We are so proud of our crew!"], "—", "Torvik Lifeboat (@torvikboat)")],
    ),
    ("The road is shut until May.\n\n— Jon Pell", []),
    ("“The road is shut.” — Reuters", []),
    ("“The wall is thin”\n\n— Torvik Star, May 4, 2026", []),
    ("“Long Water” — the film of the year — opens on Friday.", []),
]

NOTHING = [
    "Date: 4 May\nTime: 7pm\nPlace: Torvik\nContact: the mill office",
    "Photo: A. Kell\n\nRead more: We went to the mill",
    "Score: 3-1\n\nScorers: Frey, Kell",
    "Ingredients: flour, milk\n\nMethod: We stir it until our arms ache.\n\nTip: Use your own butter.",
    "Elizabeth A. Brook: Possession of a bell.\n\nTore L. Frey: Two warrants.\n\nIvo Crane: Dealing in bells.",
    "California: Young people can ask you.\n\nOregon: You cannot ask.\n\nCalifornia: Students can use our baths.",
    "Editor’s note: We have shortened the letter.",
    "Dear Abby: We have lost our mill.\n\nDear Reader: You should ask for it back.",
    "Pros: We like the light.\n\nCons: We do not like the weight.\n\nVerdict: You will like it.",
    "Album: “Long Water” is out.",
    "Thankfully, now we know when it opens: “Long Water by Night”",
    "Another caveat: Even so we found the mill in good order.",
    "PORTVALE — The mill shut on Monday.",
    "",
    ":::\n\n:\n\n—\n\n“",
]


@pytest.mark.parametrize(("text", "expected"), [*QUESTIONS, *DIALOGUES, *LISTS, *LIVE, *HEADS, *DASHES])
def test_forms(text: str, expected: list[Row]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize("text", NOTHING)
def test_lines_that_are_no_speech(text: str) -> None:
    assert read(text) == []
