"""The words a claim goes by: somebody's own, never ours."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from onrecord.claims.positions import day_of, parties_of
from onrecord.model import Statement
from onrecord.text.likeness import cosine, rarity, terms, weighed

ORDER = {"asserts": 0, "suggests": 1, "relays": 2, "denies": 3}
SHORT, LONG = 5, 30  # words
LEANING = 0.6  # what words that lean on a sentence before are worth beside words that stand alone
# Words that make a reader ask "who?" or "what?" when a sentence begins with them, or show a part of one.
_LEANS = re.compile(
    r"(?:it|he|she|they|we|i|you|this|that|those|these|such|there|his|her|their|its|our|my|your|from|of|to|for|in|on|with"
    r"|by|at|as|about|whether|how|why|when|if|but|and|so|then|not)\b",
    re.I,
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|does|did|do|can|could|may|might|must|should|[a-z]{2,}ed|said|sent|made"
    r"|took|gave|went|came|began|knew|found|held|lost|saw|sold|bought|paid|met|ran|shot|led|hit|put|rose|fell|sank|left"
    r"|kept|broke|struck|won|cut|told|wrote|read|stood|fled|grew|built|spent)\b"
)


def wording(statements: Sequence[Statement], published: Mapping[str, str], *, holding: Collection[str] = ()) -> str:
    """The content of the statement that says most of what the others say: an assertion on record if there is one.

    Words that lean on the sentence before them count for less. Parties in ``holding`` stand by the claim today: their
    words come before those of others.
    """
    found = [terms(one.content.text) for one in statements]
    rare = rarity(found)
    vectors = [weighed(one, rare) for one in found]
    central = [sum(cosine(one, other) for other in vectors) for one in vectors]
    ranked = sorted(zip(statements, central, strict=True), key=lambda pair: _rank(pair[0], pair[1], published, holding))
    return _clean(ranked[0][0].content.text)


def _rank(
    one: Statement, central: float, published: Mapping[str, str], holding: Collection[str]
) -> tuple[int, bool, bool, float, str, str]:
    length = len(one.content.text.split())
    day = day_of(one, published) or "9999"
    return (
        ORDER.get(one.stance, 4),
        not set(parties_of(one)) & set(holding) if holding else not parties_of(one),
        not SHORT <= length <= LONG,
        -round(central * (1 if _stands_alone(one.content.text) else LEANING), 6),
        day,
        one.id,
    )


def says_something(text: str) -> bool:
    """True where the words could be true or false: "the finding" and "to be" could not."""
    return len(text.split()) >= SHORT or (_FINITE.search(text) is not None and len(text.split()) > 1)


def _stands_alone(text: str) -> bool:
    """True where the words can be understood without the sentence before them."""
    told = re.sub(r"^\W*(?:that\b\W*)?", "", text, flags=re.I)
    return not _LEANS.match(told) and _FINITE.search(told) is not None


def _clean(text: str) -> str:
    return " ".join(text.split()).strip(" ,;")
