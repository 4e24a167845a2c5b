"""Examples of tables with their parts marked: {cue}, [content] and <source>."""

from onrecord.model import Attribution, Span


def marked(example: str) -> tuple[str, Attribution]:
    """The sentence without its brackets, and the attribution they mark."""
    text = ""
    found: dict[str, list[Span]] = {"{": [], "[": [], "<": []}
    opened: dict[str, int] = {}
    for char in example:
        if char in "{[<":
            opened[char] = len(text)
        elif char in "}]>":
            mark = {"}": "{", "]": "[", ">": "<"}[char]
            found[mark].append(Span(opened[mark], len(text)))
        else:
            text += char
    return text, Attribution(tuple(found["["]), next(iter(found["{"]), None), next(iter(found["<"]), None))
