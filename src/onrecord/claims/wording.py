"""The words a claim goes by: somebody's own, never ours."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from onrecord.claims.positions import day_of, parties_of
from onrecord.model import Statement
from onrecord.text.likeness import cosine, rarity, terms, weighed

ORDER = {"asserts": 0, "suggests": 1, "relays": 2, "denies": 3}
SHORT, LONG = 5, 30  # words


def wording(statements: Sequence[Statement], published: Mapping[str, str], *, holding: Collection[str] = ()) -> str:
    """The content of the statement that says most of what the others say: an assertion on record if there is one.

    Parties in ``holding`` stand by the claim today: their words come before those of others.
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
        -round(central, 6),
        day,
        one.id,
    )


def _clean(text: str) -> str:
    return " ".join(text.split()).strip(" ,;")
