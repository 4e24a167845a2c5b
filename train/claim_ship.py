"""Writes the trained encoder of claims as ONNX, its weights as int8; of several runs their mean (Wortsman et al. 2022).

python -m train.claim_ship WEIGHTS.pt... FOLDER
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import torch

from train.claim_network import ClaimEncoder, ClaimGraph
from train.export import RowWise, write
from train.network import Shape

NAMES = {
    "inputs": {"ids": {1: "length"}, "roles": {1: "length"}},
    "outputs": {"tokens": {1: "length"}, "gate": {1: "length"}},
}


def ship(weights: Sequence[Path], folder: Path) -> None:
    """``claim_encoder.onnx`` in the folder."""
    encoder = ClaimEncoder(Shape())
    runs = [torch.load(path, weights_only=True) for path in weights]
    encoder.load_state_dict({name: sum(run[name] for run in runs) / len(runs) for name in encoder.state_dict()})
    encoder.eval()
    encoder.words = RowWise(encoder.words.weight.detach())
    example = (torch.randint(1000, 2000, (1, 40)), torch.ones((1, 40), dtype=torch.long))
    write(ClaimGraph(encoder), example, folder / "claim_encoder.onnx", True, NAMES)


if __name__ == "__main__":
    *given, out = map(Path, sys.argv[1:])
    ship(given, out)
