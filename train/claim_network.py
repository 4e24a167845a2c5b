"""The network behind the sense of a statement: MiniLM-L6 over a window of the article, pooled over the content."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from train.network import Dropout, Layer, Shape

SIZE = 128


class ClaimEncoder(nn.Module):
    """Word pieces and their roles to rows that are near for statements of one claim."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.words = nn.Embedding(shape.vocabulary, shape.width)
        self.places = nn.Embedding(shape.positions, shape.width)
        self.conventions = nn.Embedding(shape.conventions, shape.width)  # of roles, of which there are fewer
        self.norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(shape.width, shape.heads, shape.inner, shape.dropout) for _ in shape.layers)
        self.dropout = Dropout(shape.dropout)
        self.gate = nn.Linear(shape.width, 1)
        self.project = nn.Linear(shape.width, SIZE)

    def begin(self) -> None:
        """An even pooling and a projection that keeps lengths, before any training."""
        nn.init.zeros_(self.gate.weight)
        nn.init.zeros_(self.gate.bias)
        nn.init.orthogonal_(self.project.weight)

    def encode(self, ids: Tensor, mask: Tensor, roles: Tensor) -> Tensor:
        """``ids``, ``mask``, ``roles`` [B, T]: [B, T, width]."""
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.dropout(self.norm(self.words(ids) + self.places(places) + self.conventions(roles)))
        bias = (1.0 - mask[:, None, None].to(x.dtype)) * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return x

    def pool(self, x: Tensor, rows: Tensor, places: Tensor, held: Tensor) -> Tensor:
        """Rows of length one [N, SIZE]: of token ``places`` [N, L] in batch ``rows`` [N], where ``held`` [N, L]."""
        tokens = x[rows[:, None], places]
        weight = self.gate(tokens)[..., 0].float().masked_fill(~held, -1e4).softmax(-1)
        mean = (tokens.float() * weight[..., None]).sum(1)
        return functional.normalize(self.project(mean), dim=-1)


class ClaimGraph(nn.Module):
    """What is exported: for one window the projected tokens [1, T, SIZE] and their gates [1, T]."""

    def __init__(self, encoder: ClaimEncoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, ids: Tensor, roles: Tensor) -> tuple[Tensor, Tensor]:
        x = self.encoder.encode(ids, torch.ones_like(ids), roles)
        return self.encoder.project(x), self.encoder.gate(x)[..., 0]
