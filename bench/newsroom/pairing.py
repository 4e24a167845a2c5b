"""Which exported article and statement stands for which gold one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bench.newsroom.export import Export
from bench.newsroom.gold import Newsroom, basename, is_feed
from bench.newsroom.spans import align, gold_spans, locate, overlap, within
from bench.newsroom.values import Row
from bench.newsroom.words import iou, squeeze, words, words_at

MATCH_AT = 0.5  # least overlap of words for two statements to be the same one
UNSCORED = "statements of feed entries that repeat a page or that gold lacks: not scored"

Rule = Callable[[Row, Row], bool]


@dataclass(frozen=True, slots=True)
class Case:
    """Gold and export side by side."""

    room: Newsroom
    export: Export
    page: dict[str, Row]  # gold key -> exported article
    key: dict[str, str]  # exported article id -> gold key (repeats of a page in a feed too)
    matched: list[tuple[Row, Row]]  # (gold statement, exported statement)
    missed: list[Row]  # gold statements
    spurious: list[Row]  # exported statements
    notes: list[str]


def make_case(room: Newsroom, export: Export) -> Case:
    """Pairs articles, then their statements."""
    page, key = pair_articles(room, export)
    case = Case(room, export, page, key, [], [], [], [])
    match_statements(case)
    return case


def plain_url(url: str | None) -> str:
    """A url without scheme, www, query, fragment and closing slash."""
    return re.sub(r"^https?://(www\.)?|/+$", "", re.sub(r"[?#].*$", "", url or "").casefold())


def same_file(gold: Row, row: Row) -> bool:
    return basename(gold["file"]) == str(row["file"])


def same_url(gold: Row, row: Row) -> bool:
    return bool(gold.get("url")) and plain_url(gold["url"]) == plain_url(row.get("url"))


RULES: tuple[Rule, ...] = (
    lambda gold, row: same_file(gold, row) and same_url(gold, row),
    lambda gold, row: same_file(gold, row) and squeeze(gold["headline"]) == squeeze(row.get("headline")),
    lambda gold, row: same_file(gold, row) and not is_feed(row["file"]),
    same_url,
)


def pair_articles(room: Newsroom, export: Export) -> tuple[dict[str, Row], dict[str, str]]:
    """By file name (in feeds by file and url), what is left by url; feed repeats of a paired page get its key."""
    page: dict[str, Row] = {}
    free = list(export.articles)
    for rule in RULES:
        for key in [key for key in room.articles if key not in page]:
            found = next((row for row in free if rule(room.articles[key], row)), None)
            if found is not None:
                page[key] = found
                free = [row for row in free if row is not found]
    keys = {row["id"]: key for key, row in page.items()}
    for row in (row for row in free if is_feed(row["file"])):
        repeat = next((key for key, gold in room.articles.items() if same_url(gold, row)), None)
        if repeat:
            keys[row["id"]] = repeat
    return page, keys


def part(row: Row, name: str) -> Row:
    """An exported statement's content, cue or source as a dict, empty where null."""
    return row.get(name) or {}


def source_overlap(gold: Row, row: Row) -> float:
    """IoU of the words of the two sources."""
    return iou(words(gold.get("source")), words(part(row, "source").get("text")))


def cue_overlap(gold: Row, row: Row) -> float:
    """IoU of the words of the two cues."""
    return iou(words(gold.get("cue")), words(part(row, "cue").get("text")))


def match_in_article(gold_text: str, golds: Sequence[Row], text: str, rows: Sequence[Row]) -> dict[int, int]:
    """Greedy best-first, one-to-one pairs of indexes of gold and exported statements of one article."""
    gold_placed, placed = words_at(gold_text), words_at(text)
    to = align([word for word, *_ in gold_placed], [word for word, *_ in placed])
    left = [within(gold_spans(gold_text, row)["content"], gold_placed) for row in golds]
    right = [within(exported_spans(text, row), placed) for row in rows]
    candidates = []
    for g, gold in enumerate(golds):
        for e, row in enumerate(rows):
            ours = (left[g], [gold_placed[at].word for at in left[g]])
            shared = overlap(ours, ({to[at] for at in right[e]}, [placed[at].word for at in right[e]]))
            if shared >= MATCH_AT:
                candidates.append((-shared, -source_overlap(gold, row), -cue_overlap(gold, row), abs(g - e), g, e))
    pairs: dict[int, int] = {}
    for *_, g, e in sorted(candidates):
        if g not in pairs and e not in pairs.values():
            pairs[g] = e
    return pairs


def exported_spans(text: str, row: Row) -> Sequence[Sequence[int]]:
    """The spans of an exported content; where it has none, the first place of its words."""
    content = part(row, "content")
    return content.get("spans") or locate(text, [content.get("text") or ""], ())


def by_key(rows: Sequence[Row], name: str) -> defaultdict[str, list[Row]]:
    """Rows in lists by one of their fields."""
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row[name]].append(row)
    return found


def match_statements(case: Case) -> None:
    """Fills in matched, missed and spurious; a feed's repeat of a page and an unknown feed entry are left out."""
    by_gold, by_article = by_key(case.room.statements, "at"), by_key(case.export.statements, "article")
    for key, gold in case.room.articles.items():
        article = case.page.get(key, {})
        golds, rows = by_gold.pop(key, []), by_article.pop(article.get("id", ""), [])
        pairs = match_in_article(gold["text"], golds, article.get("text") or "", rows)
        case.matched.extend((golds[g], rows[e]) for g, e in sorted(pairs.items()))
        case.missed.extend(row for g, row in enumerate(golds) if g not in pairs)
        case.spurious.extend(row for e, row in enumerate(rows) if e not in pairs.values())
    feeds = {row["id"] for row in case.export.articles if is_feed(row["file"])}
    left = [row for rows in by_article.values() for row in rows]
    case.spurious.extend(row for row in left if row["article"] not in feeds)
    unscored = sum(row["article"] in feeds for row in left)
    if unscored:
        case.notes.append(f"export: {unscored} {UNSCORED}")


def article_key(case: Case, reference: str | None) -> str | None:
    """The gold key of an exported reference to an article: its id, file or url."""
    if reference in case.key:
        return case.key[str(reference)]
    rows = case.export.articles
    ids = [row["id"] for row in rows if reference and reference in (row["file"], row.get("url"))]
    return case.key.get(ids[0]) if ids else None
