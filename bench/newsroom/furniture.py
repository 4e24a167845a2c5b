"""Were the teasers seen as furniture, and did any stay in the story."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from bench.newsroom.card import Card
from bench.newsroom.pairing import Case
from bench.newsroom.values import Counts, Row, total
from bench.newsroom.words import paragraphs, words

TEASERS = ("hot", "topics", "related", "most_read")  # the kinds whose items are counted; others count as leaks only
LEAK = (
    "words of gold's furniture of every kind standing in the article text more often than in gold's, in runs of 3 "
    "(shorter items: as a paragraph)"
)

Item = tuple[str, ...]
Kinds = dict[Item, str | None]


def gold_items(blocks: Sequence[Row]) -> Kinds:
    """Teaser -> kind, a repeated teaser counted once."""
    items: Kinds = {}
    for block in blocks:
        for item in block.get("items") or []:
            items.setdefault(tuple(words(item)), block.get("kind"))
    items.pop((), None)
    return items


def exported_items(blocks: Sequence[Row]) -> tuple[Kinds, Kinds]:
    """The headlines -> kind, and the teaser texts -> kind (these can be found but never held against the export)."""
    headlines: Kinds = {}
    teasers: Kinds = {}
    for block in blocks:
        for entry in block.get("items") or []:
            item = {"headline": entry} if isinstance(entry, str) else entry
            headlines.setdefault(tuple(words(item.get("headline"))), block.get("kind"))
            teasers.setdefault(tuple(words(item.get("teaser"))), block.get("kind"))
    headlines.pop((), None)
    return headlines, teasers


def score_furniture(case: Case, card: Card) -> None:
    """Teasers found as furniture."""
    counts, kinds = [], 0
    for key in case.room.articles:
        truth = gold_items(case.room.furniture.get(key, []))
        headlines, teasers = exported_items(case.page.get(key, {}).get("furniture") or [])
        found = teasers | headlines
        extra = [item for item, kind in headlines.items() if item not in truth and kind in TEASERS]
        counted = [item for item, kind in truth.items() if kind in TEASERS]
        both = [item for item in counted if item in found]
        counts.append(Counts(len(both), len(both) + len(extra), len(counted)))
        kinds += sum(truth[item] == found[item] for item in both)
        lost = [" ".join(item) for item in counted if item not in found]
        card.misses("reading.furniture", key, lost, [" ".join(item) for item in extra])
    what = "teasers listed as furniture (hot, topics, related, most_read)"
    card.prf("reading.furniture", total(counts), what)
    card.rate("reading.furniture_kind", (kinds, total(counts).hit), "teasers found whose block has gold's kind")


def score_leaks(case: Case, card: Card) -> None:
    """Furniture that stands in the article's text."""
    leaked = teased = 0
    for key, row in case.room.articles.items():
        for item in gold_items(case.room.furniture.get(key, [])) if key in case.page else ():
            count = leaked_words(item, row["text"], case.page[key].get("text") or "")
            leaked, teased = leaked + count, teased + len(item)
            if count:
                card.miss("reading.furniture_leak", key, "(not in the text)", " ".join(item))
    card.rate("reading.furniture_leak", (leaked, teased), LEAK, lower=True)


def leaked_words(item: Item, gold_text: str, text: str) -> int:
    """How many words of a teaser stand in the text beyond what the gold text has."""
    if len(item) < 3:
        ours, theirs = (sum(tuple(words(part)) == item for part in paragraphs(one)) for one in (gold_text, text))
        return len(item) if theirs > ours else 0
    before, after = (runs(one) for one in (gold_text, text))
    more = [at for at in range(len(item) - 2) if after[item[at : at + 3]] > before[item[at : at + 3]]]
    return len({at + step for at in more for step in range(3)})


def runs(text: str) -> Counter[Item]:
    """How often each run of three words occurs."""
    found = words(text)
    return Counter(zip(found, found[1:], found[2:], strict=False))
