"""Trains what tells an article's position on a claim: ``python -m train.positions DATA [--cache FILE]``.

Two multinomial logistic regressions: headlines against rumours (Emergent) and whole articles against rumours (Emergent
and FNC-1). Claims that share a name are one topic; five folds with whole topics left out give the numbers of the card.
An article's features hold leanings of the first model: for every fold these come from a model that saw neither the
fold nor the article's own topics.
"""

from __future__ import annotations

import argparse
import gzip
import json
import pickle
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, f1_score
from sklearn.preprocessing import StandardScaler

from onrecord.asking.article_features import Held, article_features, held, near_sentences
from onrecord.asking.question import Question, read_question
from onrecord.asking.sentence_features import features
from onrecord.asking.softmax import Softmax
from onrecord.config import Config
from onrecord.model import Page, Reading
from onrecord.pipeline.take_in import take_in

Row = dict[str, Any]
Found = Mapping[str, float]
WEIGHTS = Path(__file__).parents[1] / "src" / "onrecord" / "knowledge" / "weights" / "claim_positions.json"
FOLDS = 5
LABELS = ("against", "for", "observing")
AGREED = 0.8


@dataclass(frozen=True, slots=True)
class Kind:
    """How one of the two models is made. ``claims``: a word counts where it stands with so many claims."""

    claims: int
    strength: float
    words: float  # the weight of a word beside that of a feature
    scaled: bool  # every feature to a deviation of one


HEADLINE = Kind(claims=15, strength=0.05, words=1.0, scaled=False)
ARTICLE = Kind(claims=20, strength=0.05, words=0.3, scaled=True)


def topics(claims: Mapping[str, str]) -> dict[str, str]:
    """{claim id: topic}: claims that share a capitalised word behind their first are one."""
    names: defaultdict[str, list[str]] = defaultdict(list)
    for id_, text in sorted(claims.items()):
        for word in re.findall(r"[A-Za-z]+", text)[1:]:
            if word[0].isupper() and len(word) > 2:
                names[word].append(id_)
    head = {one: one for one in claims}
    for several in names.values():
        tops = [_top(head, one) for one in several]
        for one in tops:
            head[_top(head, one)] = _top(head, min(tops))
    return {one: _top(head, one) for one in claims}


def _top(head: Mapping[str, str], one: str) -> str:
    while head[one] != one:
        one = head[one]
    return one


def folds(rows: Sequence[Row]) -> dict[str, int]:
    """{claim id: fold}, whole topics together, the folds of about one size."""
    topic = topics({row["claim_id"]: row["claim"] for row in rows})
    load, chosen = [0] * FOLDS, {}
    for name, times in Counter(topic[row["claim_id"]] for row in rows).most_common():
        chosen[name] = min(range(FOLDS), key=lambda at: (load[at], at))
        load[chosen[name]] += times
    return {claim: chosen[name] for claim, name in topic.items()}


def fit(found: Sequence[Found], labels: Sequence[str], claims: Sequence[str], kind: Kind) -> Softmax:
    """The regression, its scales folded into plain weights."""
    kept = _kept(found, claims, kind.claims)
    rows = [{name: value for name, value in one.items() if name in kept} for one in found]
    vectors = DictVectorizer(sparse=False)
    scale = StandardScaler(with_mean=kind.scaled, with_std=kind.scaled)
    grid = scale.fit_transform(vectors.fit_transform(rows))
    words = np.array([kind.words if _is_word(name) else 1.0 for name in vectors.feature_names_])
    made = LogisticRegression(C=kind.strength, class_weight="balanced", max_iter=3000).fit(grid * words, labels)
    plain = made.coef_ * words / (scale.scale_ if kind.scaled else 1.0)
    bias = made.intercept_ - (plain @ scale.mean_ if kind.scaled else 0.0)
    weights = {name: tuple(plain[:, at].tolist()) for at, name in enumerate(vectors.feature_names_)}
    return Softmax(tuple(str(one) for one in made.classes_), tuple(bias.tolist()), weights)


def _is_word(name: str) -> bool:
    return name[:2] in ("w ", "b ", "l ")


def _kept(found: Sequence[Found], claims: Sequence[str], least: int) -> set[str]:
    holding: defaultdict[str, set[str]] = defaultdict(set)
    for one, claim in zip(found, claims, strict=True):
        for name in one:
            holding[name].add(claim)
    return {name for name, some in holding.items() if not _is_word(name) or len(some) >= least}


def best(shares: Mapping[str, float]) -> str:
    """The likeliest label."""
    return max(sorted(shares), key=lambda one: shares[one])


class Articles:
    """The texts read once, the features of their sentences kept: only the leanings change from model to model."""

    def __init__(self, rows: Sequence[Row], readings: Mapping[str, Reading]) -> None:
        self.rows = [row for row in rows if row["article_text_id"] in readings]
        self.kept = [list(self._sentences(row, readings[row["article_text_id"]])) for row in self.rows]

    @staticmethod
    def _sentences(row: Row, reading: Reading) -> Iterator[tuple[Held, Found]]:
        asked = read_question(row["claim"])
        for one in held(asked, near_sentences(asked, reading.article), reading.statements, lambda _: {}):
            yield one, features(asked, one.text)

    def features(self, at: int, model: Softmax) -> Found:
        """An article's features, its sentences leaning as the model has them."""
        found = [replace(one, leaning=model.shares(named)) for one, named in self.kept[at]]
        return article_features(self.asked(at), found)

    def asked(self, at: int) -> Question:
        return read_question(self.rows[at]["claim"])


@dataclass(frozen=True, slots=True)
class Heads:
    """Headlines with their features, labels and folds."""

    rows: Sequence[Row]
    found: Sequence[Found]
    fold: Mapping[str, int]

    def model(self, without: set[int]) -> Softmax:
        """Fitted on the headlines of all other folds."""
        kept = [at for at, row in enumerate(self.rows) if self.fold[row["claim_id"]] not in without]
        return fit(
            [self.found[at] for at in kept],
            [self.rows[at]["stance"] for at in kept],
            [self.rows[at]["claim_id"] for at in kept],
            HEADLINE,
        )

    def guesses(self) -> list[str]:
        """What each headline comes to where its topic was left out."""
        models = {at: self.model({at}) for at in range(FOLDS)}
        return [
            best(models[self.fold[row["claim_id"]]].shares(one)) for row, one in zip(self.rows, self.found, strict=True)
        ]


def article_guesses(articles: Articles, heads: Heads) -> list[str]:
    """What each article comes to where its topic was left out of both models."""
    fold = [heads.fold[row["claim_id"]] for row in articles.rows]
    guessed = [""] * len(fold)
    for out in range(FOLDS):
        models = {at: heads.model({out, at}) for at in range(FOLDS)}
        found = [articles.features(at, models[fold[at]]) for at in range(len(fold))]
        made = fit_articles(articles, found, [at for at in range(len(fold)) if fold[at] != out])
        for at in range(len(fold)):
            if fold[at] == out:
                guessed[at] = best(made.shares(found[at]))
    return guessed


def fit_articles(articles: Articles, found: Sequence[Found], kept: Sequence[int]) -> Softmax:
    """The second model, of the articles at these places."""
    labels = [articles.rows[at]["stance"] for at in kept]
    return fit([found[at] for at in kept], labels, [articles.rows[at]["claim_id"] for at in kept], ARTICLE)


def told(name: str, rows: Sequence[Row], guessed: Sequence[str]) -> str:
    """A line of numbers."""
    gold = [row["stance"] for row in rows]
    each = f1_score(gold, guessed, average=None, labels=LABELS)
    parts = ", ".join(f"{label} {value:.3f}" for label, value in zip(LABELS, each, strict=True))
    macro, right = f1_score(gold, guessed, average="macro"), accuracy_score(gold, guessed)
    return f"{name}: {len(rows)} pairs, macro-F1 {macro:.3f}, accuracy {right:.3f} ({parts})"


def read_rows(path: Path) -> list[Row]:
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def read_texts(data: Path, cache: Path | None) -> dict[str, Reading]:
    """{id: reading} of the articles; kept in ``cache``, a file of this script's own making."""
    if cache and cache.exists():
        return dict(pickle.loads(cache.read_bytes()))  # noqa: S301
    rows = read_rows(data / "stories" / "fnc_claim_clusters.jsonl.gz")
    config = Config(body=True)
    taken = {row["id"]: take_in(Page(row["id"], "body", row["text"], row["id"]), config) for row in rows}
    found = {id_: one for id_, one in taken.items() if isinstance(one, Reading)}
    if cache:
        cache.write_bytes(pickle.dumps(found))
    return found


def row_of(model: Softmax) -> dict[str, Any]:
    """A model as JSON."""
    weights = {name: [round(one, 4) for one in some] for name, some in sorted(model.weights.items())}
    return {"labels": model.labels, "bias": [round(one, 4) for one in model.bias], "weights": weights}


def main() -> None:
    """Cross-validates, prints the lines of the card, fits on everything and writes the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--cache", type=Path)
    given = parser.parse_args()
    claims = given.data / "claims"
    titles = [row for row in read_rows(claims / "emergent_clean.jsonl") if row["article_headline"]]
    texts = [row for row in read_rows(claims / "emergent_fulltext.jsonl") if row["stance_agreement"] >= AGREED]
    heads = Heads(
        titles,
        [features(read_question(row["claim"]), row["article_headline"]) for row in titles],
        folds(titles + texts),
    )
    articles = Articles(texts, read_texts(given.data, given.cache))
    print(told("headlines", titles, heads.guesses()))
    print(told("articles", articles.rows, article_guesses(articles, heads)))
    inner = {at: heads.model({at}) for at in range(FOLDS)}
    places = range(len(articles.rows))
    found = [articles.features(at, inner[heads.fold[articles.rows[at]["claim_id"]]]) for at in places]
    made = {"sentence": row_of(heads.model(set())), "article": row_of(fit_articles(articles, found, places))}
    WEIGHTS.write_text(json.dumps(made, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
