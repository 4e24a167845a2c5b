"""Was the page read right: text, headline, byline, agency, day of publication, and pages that are no article."""

from __future__ import annotations

from collections import Counter

from bench.newsroom.card import Card
from bench.newsroom.pairing import Case
from bench.newsroom.values import Counts, Row, day, pair, total, verdict
from bench.newsroom.words import f1, paragraphs, squeeze, words

CONFIDENT = 0.8  # a wrong day given with this confidence or more is 'confidently wrong'


def score_text(case: Case, card: Card) -> None:
    """Article text and its paragraphs."""
    scores, counts = [], []
    for key, row in case.room.articles.items():
        got = case.page.get(key, {}).get("text") or ""
        a, b = Counter(words(row["text"])), Counter(words(got))
        scores.append(f1((a & b).total(), b.total(), a.total()) or 0.0)
        ours, theirs = Counter(paragraphs(row["text"])), Counter(paragraphs(got))
        counts.append(Counts((ours & theirs).total(), theirs.total(), ours.total()))
        card.misses("reading.paragraphs", key, ours - theirs, theirs - ours)
    what = "mean word F1 of article text over gold articles (none exported: 0)"
    card.rate("reading.text_f1", (sum(scores), len(scores)), what)
    card.prf("reading.paragraphs", total(counts), "paragraphs of the text that are exactly a gold paragraph")


def score_headline(case: Case, card: Card) -> None:
    """Headlines, to the letter but for quote marks and spaces."""
    right = 0
    for key, row in case.room.articles.items():
        got = case.page.get(key, {}).get("headline")
        if squeeze(row["headline"]) == squeeze(got):
            right += 1
        else:
            card.miss("reading.headline", key, row["headline"], got)
    what = "headline exactly gold's (quote marks and spaces made plain)"
    card.rate("reading.headline", (right, len(case.room.articles)), what)


def score_byline(case: Case, card: Card) -> None:
    """Names in bylines."""
    pairs = {
        key: pair(row.get("byline"), case.page.get(key, {}).get("byline"), case.room.names.same)
        for key, row in case.room.articles.items()
    }
    card.prf("reading.byline", total(card.paired("reading.byline", *one) for one in pairs.items()), "names in bylines")


def score_agency(case: Case, card: Card) -> None:
    """The agency credited."""
    verdicts, credited = [], []
    for key, row in case.room.articles.items():
        got = case.page.get(key, {})
        verdicts.append(verdict(row.get("agency"), got.get("agency"), case.room.names.same) if got else "abstained")
        credited += verdicts[-1:] if row.get("agency") else []
        if verdicts[-1] != "right":
            card.miss("reading.agency", key, row.get("agency"), got.get("agency"))
    card.tally("reading.agency", verdicts, "agency credited is gold's")
    what = "the same, over articles whose gold has an agency"
    card.rate("reading.agency_where_credited", (credited.count("right"), len(credited)), what)


def exported_day(article: Row | None) -> Row:
    """The day of publication with its confidence, however the export writes it."""
    when = (article or {}).get("published") or {}
    return when if isinstance(when, dict) else {"value": when}


def score_published(case: Case, card: Card) -> None:
    """The day of publication, and how sure the program was of its wrong ones."""
    verdicts, sure = [], 0
    for key, row in case.room.articles.items():
        when = exported_day(case.page.get(key))
        known = day(row.get("published"))
        verdicts.append(verdict(known, day(when), str.__eq__) if case.page.get(key) else "abstained")
        sure += verdicts[-1] == "wrong" and (when.get("confidence") or 0) >= CONFIDENT
        if verdicts[-1] != "right":
            card.miss("reading.published", key, row.get("published"), when)
    card.tally("reading.published_day", verdicts, "day of publication is gold's")
    what = f"wrong days given with confidence >= {CONFIDENT}"
    card.rate("reading.published_confidently_wrong", (sure, len(verdicts)), what, lower=True)


def score_refusals(case: Case, card: Card) -> None:
    """Pages that are no article should be refused, and only those."""
    exported = {row["file"] for row in case.export.articles}
    pages = case.room.not_articles
    taken = [page for page in pages if page in exported]
    silent = [page for page in pages if page not in exported]
    lost = [key for key in case.room.articles if key not in case.page]
    recorded = sum(page in case.export.refused for page in silent)
    card.misses("reading.refused", "page", lost, taken)
    what = "pages that are no article (in pages/, not in gold) of which no article was made"
    card.rate("reading.refused_right", (len(silent), len(pages)), what)
    lost_of = (len(lost), len(case.room.articles))
    card.rate("reading.refused_wrong", lost_of, "gold articles that the export lacks", lower=True)
    what = "rightly refused pages whose refusal is exported"
    card.rate("reading.refusals_on_record", (recorded, len(silent)), what)
