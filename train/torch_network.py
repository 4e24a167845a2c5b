"""The network as torch runs it, behind the same seam as the shipped one: for measuring before the export."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch

from onrecord.statements.tagger_links import Question
from train.learn import Reader
from train.network import Shape


class TorchNetwork:
    """Trained weights, reading by one convention."""

    def __init__(self, model: Reader, convention: int) -> None:
        self.model, self.convention = model.eval(), convention

    @torch.no_grad()
    def encode(self, ids: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        batch = torch.from_numpy(ids)[None]
        tags, tokens, _ = self.model.encoder(batch, torch.ones_like(batch), torch.tensor([self.convention]))
        return torch.softmax(tags, -1)[0].numpy(), tokens[0].numpy()

    @torch.no_grad()
    def link(self, tokens: np.ndarray, asked: Question) -> tuple[np.ndarray, np.ndarray]:
        picked = torch.from_numpy(tokens[asked.places])
        inputs = [torch.from_numpy(part) for part in (asked.on_cue, asked.distance, asked.mask)]
        parts, valid = self.model.links(picked, *inputs)
        return torch.softmax(parts, -1).numpy(), torch.sigmoid(valid).numpy()


def load(path: Path) -> Reader:
    """A trained model from its file."""
    saved = torch.load(path, weights_only=False)
    model = Reader(Shape(**saved["shape"]) if "shape" in saved else Shape())
    model.load_state_dict(saved["average"])
    return model.eval()
