"""Makes the shipped files of trained weights: bounds and sureness, int8 graphs, and the card with what was measured."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path

from tokenizers import Tokenizer

from bench.attribution import EVERYTHING, SPEECH, Row, Scope, f1, score_document
from bench.attributions import as_row
from onrecord.statements.tagger import find
from onrecord.statements.tagger_network import CONVENTIONS, Network, open_network
from onrecord.statements.tagger_settings import Settings
from train.card import card
from train.export import export
from train.learn import Reader
from train.sets import newsroom_rows, own_rows, read_rows
from train.torch_network import TorchNetwork
from train.tune import Remembered, error_of, judge, sureness, tuned

TEXTS = Path(__file__).parent / "texts"


def ship(model: Reader, tokenizer: Tokenizer, data: Path, out: Path) -> None:
    """Writes statement_encoder.onnx, statement_links.onnx, statement_tagger.json and .md into a folder."""
    newsrooms = data.parent.parent / "bench"
    export(model, out)
    shipped = open_network(out, "any")
    kept = {
        "PolNeAR dev": read_rows(data / "polnear.dev.jsonl"),
        "our own texts, held out": own_rows(TEXTS, held_out=True),
        "newsrooms C, D and E": [row for letter in "CDE" for row in newsroom_rows(newsrooms / f"newsroom_{letter}")],
    }
    remembered = Remembered(shipped)
    bounds = tuned(list(kept.values()), remembered, tokenizer)
    rows = [row for some in kept.values() for row in some]
    settings = Settings(bounds, sureness(rows, remembered, tokenizer, bounds))
    told = {"bounds": asdict(bounds), "sureness": settings.sureness}
    (out / "statement_tagger.json").write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    kept["newsroom A"] = newsroom_rows(newsrooms / "newsroom_A")
    kept["GUM Wikinews"] = read_rows(data / "gum.wikinews.jsonl")
    lines = list(_measured(kept, model, out, tokenizer, settings))
    judged = list(judge(rows, remembered, tokenizer, bounds))
    text = card(_trained_on(data), lines, settings, error_of(settings.sureness, judged))
    (out / "statement_tagger.md").write_text(text, encoding="utf-8")


def _trained_on(data: Path) -> dict[str, list[Row]]:
    return {
        "PolNeAR 1.0, train": read_rows(data / "polnear.train.jsonl.gz"),
        "GUM, other genres": read_rows(data / "gum.other.jsonl"),
        "our own texts (`train/texts`)": own_rows(TEXTS),
    }


def _measured(
    kept: dict[str, list[Row]], model: Reader, out: Path, tokenizer: Tokenizer, settings: Settings
) -> Iterator[str]:
    """A row for each set: as shipped by each convention, and what full precision gives by the one in use."""
    for name, rows in kept.items():
        for convention in CONVENTIONS:
            shipped = scores(rows, open_network(out, convention), tokenizer, settings)
            yield _told(f"| {name} | int8 | {convention} | {shipped} |")
        full = TorchNetwork(model, CONVENTIONS.index("any"))
        yield _told(f"| {name} | fp32 | any | {scores(rows, full, tokenizer, settings)} |")


def _told(line: str) -> str:
    print(line, flush=True)
    return line


def scores(rows: list[Row], network: Network, tokenizer: Tokenizer, settings: Settings) -> str:
    """Triple F1 of all, and of speech with nested statements left out, in per cent."""
    found = [[as_row(one) for one in find(row["text"], network, tokenizer, settings)] for row in rows]
    return " / ".join(f"{100 * _f1(rows, found, scope):.1f}" for scope in (EVERYTHING, SPEECH))


def _f1(rows: Iterable[Row], found: Iterable[list[Row]], scope: Scope) -> float:
    total: Counter[str] = Counter()
    for row, one in zip(rows, found, strict=True):
        total += score_document(row, one, scope=scope)[0]
    return f1(total, "triple")[2]
