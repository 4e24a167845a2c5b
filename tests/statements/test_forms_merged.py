"""What was found in the sentences and what the form shows, put together."""

from __future__ import annotations

import pytest

from onrecord.model import Attribution, Span
from onrecord.statements.forms import joined, turns

Given = tuple[list[str], str | None, str | None]


def place(text: str, words: str | None, start: int = 0) -> Span | None:
    if words is None:
        return None
    at = text.index(words, start)
    return Span(at, at + len(words))


def attribution(text: str, row: Given) -> Attribution:
    content = tuple(span for span in (place(text, words) for words in row[0]) if span)
    return Attribution(content, place(text, row[1]), place(text, row[2]))


def shown(text: str, found: list[Attribution]) -> list[Given]:
    def words(span: Span | None) -> str | None:
        return text[slice(*span)] if span else None

    return [([text[slice(*one)] for one in row.content], words(row.cue), words(row.source)) for row in found]


CASES: list[tuple[str, list[Given], list[Given]]] = [
    (
        "“It is,” he said, “a lie.”",
        [(["It is"], "said", "he")],
        [(["It is", "a lie."], "said", "he")],
    ),
    (
        "“It is,” he said, “a lie.”",
        [(["It is"], "said", "he"), (["a lie"], "said", "he")],
        [(["It is", "a lie"], "said", "he")],
    ),
    (
        "“It is,” he said, “a lie.”",
        [(["It is"], "said", "he"), (["a lie"], None, None)],
        [(["It is", "a lie"], "said", "he")],
    ),
    (
        "“The pump is old,” Kell said. “It has to go.”",
        [(["The pump is old"], "said", "Kell")],
        [(["The pump is old", "It has to go."], "said", "Kell")],
    ),
    (
        "“The pump is old,” Kell said. Frey denied a leak. “It has to go.”",
        [(["The pump is old"], "said", "Kell"), (["a leak"], "denied", "Frey")],
        [(["The pump is old"], "said", "Kell"), (["a leak"], "denied", "Frey"), (["It has to go."], None, "Frey")],
    ),
    (
        "“The pump is old,” Kell said. “It leaks.\n\n“It has to go.”",
        [(["The pump is old"], "said", "Kell")],
        [(["The pump is old", "It leaks.", "It has to go."], "said", "Kell")],
    ),
    (
        "“The pump is old.\n\n“It has to go,” Kell said.",
        [(["It has to go"], "said", "Kell")],
        [(["The pump is old.", "It has to go"], "said", "Kell")],
    ),
    (
        "“The pump is old,” Kell said. “It leaks.\n\n“It has to go,” Frey said.",
        [(["The pump is old"], "said", "Kell"), (["It has to go"], None, None), (["It leaks"], None, "Frey")],
        [(["The pump is old"], "said", "Kell"), (["It leaks", "It has to go"], None, "Frey")],
    ),
    (
        "Kell said she was tired.\n\n“They never came back.”",
        [(["she was tired"], "said", "Kell")],
        [(["she was tired"], "said", "Kell"), (["They never came back."], None, "Kell")],
    ),
    (
        "Kell said she was tired.\n\n“They never came back.”",
        [(["she was tired"], "said", "Kell"), (["They never came back"], None, None)],
        [(["she was tired"], "said", "Kell"), (["They never came back"], None, "Kell")],
    ),
    (
        "Kell asked Frey where they were.\n\n“They never came back.”",
        [(["where they were"], "asked", "Kell")],
        [(["where they were"], "asked", "Kell")],
    ),
    (
        "Kell told Frey she was tired.\n\n“Then go home to bed.”",
        [(["she was tired"], "told", "Kell")],
        [(["she was tired"], "told", "Kell")],
    ),
    (
        "“We are tired,” Kell said. “All of us.”\n\n“They never came back.”\n\nFrey slept.",
        [(["We are tired", "All of us."], "said", "Kell")],
        [(["We are tired", "All of us."], "said", "Kell")],
    ),
    (
        "Kell said she was tired.\n\n“They never came back.”\n\n“They did come back.”",
        [(["she was tired"], "said", "Kell")],
        [(["she was tired"], "said", "Kell")],
    ),
    (
        "Kell said she was tired, while Frey said he was not.\n\n“They never came back.”",
        [(["she was tired"], "said", "Kell"), (["he was not"], "said", "Frey")],
        [(["she was tired"], "said", "Kell"), (["he was not"], "said", "Frey")],
    ),
    (
        "The mayor said the road was shut, adding that it would open in May.",
        [(["the road was shut"], "said", "The mayor"), (["it would open in May"], "adding", None)],
        [(["the road was shut"], "said", "The mayor"), (["it would open in May"], "adding", "The mayor")],
    ),
    (
        "Stressing that nobody was hurt, Kell said the road would open.",
        [(["nobody was hurt"], "Stressing", None), (["the road would open"], "said", "Kell")],
        [(["nobody was hurt"], "Stressing", "Kell"), (["the road would open"], "said", "Kell")],
    ),
    (
        "The mill was empty, Kell said; the roof would fall.",
        [(["The mill was empty"], "said", "Kell")],
        [(["The mill was empty"], "said", "Kell"), (["the roof would fall"], "said", "Kell")],
    ),
    (
        "The mill was empty, Kell said; the roof fell on Friday.",
        [(["The mill was empty"], "said", "Kell")],
        [(["The mill was empty"], "said", "Kell")],
    ),
    (
        "Ada Kell: “We will build it again.”",
        [(["We will build it again."], None, None)],
        [(["We will build it again."], ":", "Ada Kell")],
    ),
    (
        "Ada Kell: “We will build it again.”",
        [(["We will build it again"], ":", "Ada Kell")],
        [(["We will build it again."], ":", "Ada Kell")],
    ),
    (
        "Mayor Kell: Frey told me that the dam would fall, and we ran.",
        [(["the dam would fall"], "told", "Frey")],
        [
            (["Frey told me that the dam would fall, and we ran."], ":", "Mayor Kell"),
            (["the dam would fall"], "told", "Frey"),
        ],
    ),
    (
        "Mayor Kell: We heard that the dam would fall, and we ran.",
        [(["the dam would fall"], "heard", None)],
        [
            (["We heard that the dam would fall, and we ran."], ":", "Mayor Kell"),
            (["the dam would fall"], "heard", "Mayor Kell"),
        ],
    ),
    (
        "Harbour Weekly: What happened?\n\nAda Kell: I ran.\n\nHarbour Weekly: And then?\n\nAda Kell: I slept.",
        [(["What happened?"], ":", "Harbour Weekly"), (["I ran"], ":", "Ada Kell"), (["And then?"], None, None)],
        [(["I ran."], ":", "Ada Kell"), (["I slept."], ":", "Ada Kell")],
    ),
    (
        "Q: Who said the wall was sound?\n\nMayor Kell: I did.\n\nQ: When?\n\nMayor Kell: In May.",
        [(["the wall was sound"], "said", "Who")],
        [
            (["the wall was sound"], "said", "Who"),
            (["I did."], ":", "Mayor Kell"),
            (["In May."], ":", "Mayor Kell"),
        ],
    ),
    ("He was held on Monday.\n\n“They never came back.”", [], []),
    (
        "Ada Kell, the mayor, was furious. “They never came back.”",
        [],
        [(["They never came back."], None, "Ada Kell")],
    ),
    (
        "The engineer Tore Frey wrote the book. “The wall is thin,” he says in it. The nickname “Kettle” stuck.",
        [(["The wall is thin"], "says", "he")],
        [(["The wall is thin"], "says", "he")],
    ),
]


@pytest.mark.parametrize(("text", "given", "expected"), CASES)
def test_joined(text: str, given: list[Given], expected: list[Given]) -> None:
    found = [attribution(text, row) for row in given]
    assert shown(text, joined(text, found, turns(text))) == sorted(expected, key=lambda row: text.index(row[0][0]))
