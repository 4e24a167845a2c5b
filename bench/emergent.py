"""Rumours of Emergent: where articles and headlines stand, and which outlet had it first. Whole topics are left out.

What is trained is trained anew for every fold (``train.positions``): the shipped weights have seen these pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from time import perf_counter

from sklearn.metrics import accuracy_score, f1_score

from bench.places import rows
from bench.result import Number, Result, digest_of
from onrecord.asking import FirstReport, article_stand, first_reports, read_question, shipped
from onrecord.asking.first import key_of
from onrecord.asking.sentence_features import features
from onrecord.model import Reading
from train.positions import AGREED, Articles, Heads, Row, article_guesses, folds, read_texts

FILES = ("emergent_clean.jsonl", "emergent_fulltext.jsonl", "emergent_origin.jsonl")
TEXTS = "fnc_claim_clusters.jsonl.gz"
STRIDE = 37  # an article is held against the claim so many rows further on
SECOND_LEVELS = frozenset(("co", "com", "org", "ac", "gov"))


def measure(data: Path, *, cache: Path | None = None) -> Result:
    """The numbers of the three sets, in minutes."""
    began = perf_counter()
    claims = data / "claims"
    titles = [row for row in rows(claims / FILES[0]) if row["article_headline"]]
    texts = [row for row in rows(claims / FILES[1]) if row["stance_agreement"] >= AGREED]
    readings = read_texts(data, cache)
    found = [features(read_question(row["claim"]), row["article_headline"]) for row in titles]
    heads = Heads(titles, found, folds(titles + texts))
    articles = Articles(texts, readings)
    guessed = heads.guesses(), article_guesses(articles, heads)
    origins = list(judged_origins(rows(claims / FILES[2]), readings))
    numbers = {
        **_stances("article", articles.rows, guessed[1], asked=0.5),
        **_stances("headline", titles, guessed[0], asked=None),
        **_related(texts, readings),
        "first outlet": Number(sum(right for _, _, right in origins) / len(origins), "of rumours", asked=0.35),
    }
    missed = {
        "article": list(_missed(articles.rows, guessed[1])),
        "headline": list(_missed(titles, guessed[0])),
        "first outlet": [
            f"{row['claim']} | {row['origin_outlet']}, told {told}" for row, told, ok in origins if not ok
        ],
    }
    paths = [*(claims / name for name in FILES), data / "stories" / TEXTS]
    return Result("emergent", digest_of(data, paths), numbers, perf_counter() - began, misses=missed)


def _missed(gold: Sequence[Row], guessed: Sequence[str]) -> Iterator[str]:
    for row, one in zip(gold, guessed, strict=True):
        if one != row["stance"]:
            yield f"{row['claim']} | {row['article_headline'] or row['article_id']}: {row['stance']}, told {one}"


def _stances(name: str, gold: Sequence[Row], guessed: Sequence[str], *, asked: float | None) -> dict[str, Number]:
    wanted = [row["stance"] for row in gold]
    macro = float(f1_score(wanted, guessed, average="macro"))
    return {
        f"{name} macro_f1": Number(macro, "for, against, observing; whole topics left out", asked=asked),
        f"{name} accuracy": Number(float(accuracy_score(wanted, guessed)), "the same"),
    }


def _related(texts: Sequence[Row], readings: Mapping[str, Reading]) -> dict[str, Number]:
    """Whether an article speaks to a claim at all: its own, and another row's."""
    held = [row for row in texts if row["article_text_id"] in readings]
    others = [(held[at], held[(at + STRIDE) % len(held)]) for at in range(len(held))]
    strangers = [(row, other) for row, other in others if row["claim_id"] != other["claim_id"]]
    own = sum(_speaks(readings[row["article_text_id"]], row["claim"]) for row in held)
    stray = sum(_speaks(readings[row["article_text_id"]], other["claim"]) for row, other in strangers)
    return {
        "related": Number(own / len(held), "articles that are seen to speak to their claim"),
        "unrelated": Number(1 - stray / len(strangers), "articles that are seen not to speak to another claim"),
    }


def _speaks(one: Reading, claim: str) -> bool:
    return article_stand(read_question(claim), one.article, one.statements, shipped()).position != "unrelated"


def judged_origins(gold: Sequence[Row], readings: Mapping[str, Reading]) -> Iterator[tuple[Row, str | None, bool]]:
    """Each rumour with the domain told and whether it is the right one."""
    for row in gold:
        if not row["origin_outlet"]:
            continue
        held = [readings[one] for one in dict.fromkeys(row["fnc_bodies"]) if one in readings]
        said = [statement for one in held for statement in one.statements]
        hosts = list(dict.fromkeys(one["outlet"] for one in row["articles"] if one["outlet"]))
        names = [domain(host).partition(".")[0] for host in hosts]  # the record knows the outlets of its articles
        found = first_reports(read_question(row["claim"]), [one.article for one in held], said, outlets=names)
        told = told_domain(found, hosts)
        yield row, told, told is not None and domain(told) == domain(row["origin_outlet"])


def told_domain(found: Sequence[FirstReport], outlets: Sequence[str]) -> str | None:
    """The first outlet told that is one of the rumour's, as its domain; where none is, the first told as NAME.com."""
    known = (host for one in found for host in outlets if named_by(one.outlet, host))
    return next(known, None) or (f"{key_of(found[0].outlet)}.com" if found else None)


def named_by(name: str, host: str) -> bool:
    """Whether a name is that of a host: every word of it whole or by its first letter, "The" or the last word left out.

    "The New York Herald" is nyherald.com, newyorkherald.com, nyh.com and thenewyorkherald.com.
    """
    words = re.findall(r"[^\W_]+", name.casefold())
    parts = [one.replace("-", "") for one in host.casefold().split(".")]
    bare = words[1:] if words[:1] == ["the"] else words
    ways = [bare, ["the", *bare], *([bare[:-1]] if len(bare) > 1 else [])]
    return any(_spells(way, part) for way in ways if way for part in parts if len(part) > 2)


def _spells(words: Sequence[str], label: str) -> bool:
    """Whether a label is made of the words in order, each whole or by its first letter."""
    if not words:
        return not label
    heads = (head for head in (words[0], words[0][0]) if label.startswith(head))
    return any(_spells(words[1:], label[len(head) :]) for head in heads)


def domain(address: str) -> str:
    """The domain somebody registered: "www.harrow.co.uk/a" is harrow.co.uk."""
    host = re.sub(r"^(https?://)?(www\.)?", "", address.casefold()).partition("/")[0]
    parts = host.split(".")
    national = len(parts) > 2 and parts[-2] in SECOND_LEVELS and len(parts[-1]) == 2
    return ".".join(parts[-3 if national else -2 :])
