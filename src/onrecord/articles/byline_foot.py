"""Who signs below the story: "By Mira Hollis", "Reporting by Mira Hollis; editing by Jon Pell".

Asked only where nothing above the story and nothing in the metadata names a person; whoever edited wrote nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.articles.byline_names import looks_like_name

NEAR = 4  # lines below the story
LONGEST = 240
KEY = 60  # letters by which the last paragraph is known again
AUTHOR = r"(?:Autor(?:in)?(?:/-?(?:Autor|in))?|Author|Auteur|Autore)"
BY = re.compile(
    rf"\W{{0,3}}(?:(?:By|Von|Par|Por|Door|Av|Af|Di)\s+(?=[A-ZÀ-Þ])|(?:Text|Words|Texte|Tekst)\s?:\s*|{AUTHOR}\s?:?\s+)"
)
REPORTED = re.compile(r"\W{0,3}(?:Reporting|Reported|Written|Story) (?:and writing )?by\s+(?=[A-ZÀ-Þ])")
EDITED = re.compile(r"\s*[;.()]|\s*,?\s(?:and )?(?:additional|editing|edited|writing|photo\w*|graphics?|in)\b", re.I)
IS = re.compile(
    r"(?P<name>[^\s,.:;]{1,30}(?: [^\s,:;]{1,30}){1,3}) (?:is|was) (?:an?|the|our)\s(?:[^\s.,;]{1,30}\s){0,4}?"
    r"(?:reporter|correspondent|journalist|writer|columnist|contributor|editor)\b"
)
AND = re.compile(r"\s*(?:,|&|/|\band\b|\bund\b|\bet\b|\by\b|\bog\b|\boch\b|\be\b)\s*")
MOST = 4


def signed_below(paragraphs: Sequence[str], lines: Sequence[str]) -> tuple[str, ...]:
    """The persons who sign the story in the lines right below it; none where that is not clear.

    ``lines``: those of the page, in their order.
    """
    for line in _below(paragraphs, lines):
        if len(line) <= LONGEST and (names := _names_in(line)):
            return names
    return ()


def _below(paragraphs: Sequence[str], lines: Sequence[str]) -> Iterator[str]:
    """The last paragraph, which may be the signature, and the first lines after the story."""
    if not paragraphs:
        return
    yield paragraphs[-1]
    last = _key(paragraphs[-1])
    end = next((at for at in range(len(lines) - 1, -1, -1) if last and _key(lines[at]) == last), None)
    yield from lines[end + 1 :][:NEAR] if end is not None else ()


def _key(line: str) -> str:
    return re.sub(r"\W+", "", line[-KEY:])


def _names_in(line: str) -> tuple[str, ...]:
    if about := IS.match(line):
        return (about["name"],) if looks_like_name(about["name"]) else ()
    opened = REPORTED.match(line) or BY.match(line)
    if opened is None:
        return ()
    said = EDITED.split(line[opened.end() :])[0] if REPORTED.match(line) else line[opened.end() :]
    names = tuple(one for one in AND.split(said.strip(" .*_")) if one)
    return names if len(names) <= MOST and all(looks_like_name(one) for one in names) else ()
