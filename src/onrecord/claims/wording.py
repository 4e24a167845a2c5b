"""The words a claim goes by: somebody's own, never ours."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from onrecord.claims.positions import day_of, parties_of
from onrecord.model import Statement
from onrecord.text.likeness import cosine, rarity, terms, weighed
from onrecord.text.names import is_capital, is_common

SHORT, LONG = 5, 30  # words
# An assertion softened is still one; a denial's words may say the opposite, and a doubt's say little.
FIRST = {"asserts": 0, "suggests": 0, "relays": 0, "denies": 1, "conditional": 2, "doubts": 2}
SOFT = {"suggests": 0.5, "relays": 0.6}
# Words that make a reader ask "who?" or "what?" when a sentence begins with them, or show a part of one.
_LEANS = re.compile(
    r"(?:it|he|she|they|we|i|you|this|that|those|these|such|his|her|their|its|our|my|your|from|of|to|for|in|on|with"
    r"|there(?! (?:is|are|was|were|has|have|had|will)\b)|by|at|as|about|whether|how|why|when|if|but|and|so|then|not)\b",
    re.I,
)
# Words inside that stand for something told before.
_POINTS = re.compile(
    r"\b(?:he|she|they|them|it|him|his|her|hers|their|that|those|this|these|I|we|us|our|my|me)\b", re.I
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|does|did|do|can|could|may|might|must|should|[a-z]{2,}ed|said|sent|made"
    r"|took|gave|went|came|began|knew|found|held|lost|saw|sold|bought|paid|met|ran|shot|led|hit|put|rose|fell|sank|left"
    r"|kept|broke|struck|won|cut|told|wrote|read|stood|fled|grew|built|spent)\b"
)
_THAT = re.compile(r"\Athat\s+(?=\S+\s+\S+)")


def wording(statements: Sequence[Statement], published: Mapping[str, str], *, holding: Collection[str] = ()) -> str:
    """The content that best stands for a claim by itself: asserted, whole, naming its subject, near what all say.

    Words that lean on a sentence before them, point to something told before, or have no verb count for less. Parties
    in ``holding`` stand by the claim today: their words count for more than those of others. A "that" before the words
    is left out.
    """
    found = [terms(one.content.text) for one in statements]
    rare = rarity(found)
    vectors = [weighed(one, rare) for one in found]
    central = [sum(cosine(one, other) for other in vectors) for one in vectors]
    most = max(central, default=0.0) or 1.0
    ranked = sorted(
        zip(statements, central, strict=True),
        key=lambda pair: (
            FIRST.get(pair[0].stance, 3),
            -round(worth(pair[0], pair[1] / most, holding), 6),
            day_of(pair[0], published) or "9999",
            pair[0].id,
        ),
    )
    return _clean(ranked[0][0].content.text)


def worth(one: Statement, central: float, holding: Collection[str]) -> float:
    """How well a statement's words stand for its claim; ``central``: 0.0 to 1.0, how near they are to all of them."""
    text = _clean(one.content.text)
    named = bool(parties_of(one))
    held = bool(set(parties_of(one)) & set(holding))
    length = len(text.split())
    return (
        2.0 * central
        + 0.2 * held
        + 0.2 * named
        + 0.4 * min(2, _names(text))
        - 0.8 * bool(_LEANS.match(text))
        - 0.3 * min(3, len(_POINTS.findall(text)))
        - 0.7 * (_FINITE.search(text) is None)
        - 0.3 * (" … " in text)
        - 0.3 * len(re.findall(r"[.?!]\s+[A-Z]", text))
        - 0.4 * (not SHORT <= length <= LONG)
        - 0.3 * text.endswith("?")
        - SOFT.get(one.stance, 0.0)
    )


def _names(text: str) -> int:
    """Words written as names are; at the beginning of the text only where they begin no sentence otherwise."""
    words = re.findall(r"[^\W\d_][\w’'-]*", text)
    return sum(is_capital(word) and (at > 0 or not is_common(word)) for at, word in enumerate(words))


def says_something(text: str) -> bool:
    """True where the words could be true or false: "the finding" and "to be" could not."""
    return len(text.split()) >= SHORT or (_FINITE.search(text) is not None and len(text.split()) > 1)


def _clean(text: str) -> str:
    return _THAT.sub("", " ".join(text.split()).strip(" ,;"))
