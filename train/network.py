"""The network of the statement tagger: a small BERT encoder, tags on its tokens, and a head that links each cue.

The encoder is MiniLM-L6 (Wang et al. 2020), written out here so that only its weights are needed. The head follows the
idea of conditioning on one predicate at a time, as in semantic role labelling (He et al. 2017): for each cue it tells
of every token near by whether it is the cue's source, its content or neither, and whether the cue attributes at all.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

CUE_TAGS = 4  # outside, cue begins, cue goes on, content begins that has no cue
BUCKETS = 64


@dataclass(frozen=True, slots=True)
class Shape:
    """Sizes of the network."""

    layers: tuple[int, ...] = (0, 1, 2, 3, 4, 5)
    width: int = 384
    heads: int = 12
    inner: int = 1536
    vocabulary: int = 30522
    positions: int = 512
    conventions: int = 4
    link_width: int = 192
    link_heads: int = 4
    link_layers: int = 1
    dropout: float = 0.1


class Dropout(nn.Module):
    """Dropout with one mask for all rows of a batch: drawing random numbers is what dropout costs on a CPU."""

    def __init__(self, rate: float) -> None:
        super().__init__()
        self.rate = rate

    def forward(self, x: Tensor) -> Tensor:
        if not self.training:
            return x
        kept = torch.rand(x.shape[1:]) >= self.rate
        return x * (kept / (1.0 - self.rate)).to(x.dtype)


class Layer(nn.Module):
    """One layer of a transformer, its norms after the sums as in BERT."""

    def __init__(self, width: int, heads: int, inner: int, dropout: float) -> None:
        super().__init__()
        self.heads, self.size = heads, width // heads
        self.query, self.key, self.value = (nn.Linear(width, width) for _ in range(3))
        self.out = nn.Linear(width, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.up, self.down = nn.Linear(width, inner), nn.Linear(inner, width)
        self.last_norm = nn.LayerNorm(width, eps=1e-12)
        self.dropout = Dropout(dropout)
        self.rate = dropout

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """``x`` [B, T, width]; ``bias`` [B, 1, 1, T], very small where a token must not be looked at."""
        rows, length, width = x.shape
        query, key, value = (
            part(x).view(rows, length, self.heads, self.size).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        )
        if self.training:  # the same sums, without holding them for the way back
            seen = functional.scaled_dot_product_attention(query, key, value, attn_mask=bias.to(query.dtype))
        else:
            seen = torch.softmax(query @ key.transpose(-1, -2) / self.size**0.5 + bias, dim=-1) @ value
        seen = seen.transpose(1, 2).reshape(rows, length, width)
        x = self.norm(x + self.dropout(self.out(seen)))
        return self.last_norm(x + self.dropout(self.down(functional.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Word pieces to tags and to what the links are made from."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.words = nn.Embedding(shape.vocabulary, shape.width)
        self.places = nn.Embedding(shape.positions, shape.width)
        self.conventions = nn.Embedding(shape.conventions, shape.width)
        self.norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(shape.width, shape.heads, shape.inner, shape.dropout) for _ in shape.layers)
        self.tags = nn.Linear(shape.width, CUE_TAGS)
        self.inside = nn.Linear(shape.width, 2)
        self.project = nn.Linear(shape.width, shape.link_width)
        self.dropout = Dropout(shape.dropout)

    def forward(self, ids: Tensor, mask: Tensor, convention: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """``ids``, ``mask`` [B, T], ``convention`` [B]: tags [B, T, 4], tokens [B, T, link width], inside [B, T, 2]."""
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.words(ids) + self.places(places) + self.conventions(convention)[:, None]
        x = self.dropout(self.norm(x))
        bias = (1.0 - mask[:, None, None].to(x.dtype)) * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        x = self.dropout(x)
        return self.tags(x), self.project(x), self.inside(x)


class Links(nn.Module):
    """For one cue at a time: the part that every token near by plays, and whether the cue attributes at all."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        width = shape.link_width
        self.distance = nn.Embedding(BUCKETS, width)
        self.cue = nn.Linear(width, width)
        self.norm = nn.LayerNorm(width)
        self.layers = nn.ModuleList(
            Layer(width, shape.link_heads, 2 * width, shape.dropout) for _ in range(shape.link_layers)
        )
        self.parts = nn.Linear(width, 3)
        self.valid = nn.Linear(width, 1)

    def forward(self, tokens: Tensor, cue: Tensor, distance: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """``tokens`` [N, L, width], ``cue`` [N, L] (1 on the cue), ``distance`` [N, L] (bucket), ``mask`` [N, L].

        Returns parts [N, L, 3] (neither, source, content) and valid [N], both before the softmax or sigmoid.
        """
        on = cue.to(tokens.dtype)
        mean = (tokens * on[..., None]).sum(1) / on.sum(1, keepdim=True).clamp(min=1.0)
        x = self.norm(tokens + self.cue(mean)[:, None] + self.distance(distance))
        bias = (1.0 - mask[:, None, None].to(x.dtype)) * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        pooled = (x * on[..., None]).sum(1) / on.sum(1, keepdim=True).clamp(min=1.0)
        return self.parts(x), self.valid(pooled)[:, 0]


_NAMES = {
    "attention.self.query": "query",
    "attention.self.key": "key",
    "attention.self.value": "value",
    "attention.output.dense": "out",
    "attention.output.LayerNorm": "norm",
    "intermediate.dense": "up",
    "output.dense": "down",
    "output.LayerNorm": "last_norm",
}


def load_pretrained(encoder: Encoder, weights: dict[str, Tensor], shape: Shape) -> None:
    """Puts the published weights of MiniLM into the encoder; its token type 0 begins every convention."""
    weights = {name.removeprefix("bert."): value for name, value in weights.items()}
    state = encoder.state_dict()
    state["words.weight"] = weights["embeddings.word_embeddings.weight"]
    state["places.weight"] = weights["embeddings.position_embeddings.weight"]
    state["conventions.weight"] = weights["embeddings.token_type_embeddings.weight"][:1].repeat(shape.conventions, 1)
    for part in ("weight", "bias"):
        state[f"norm.{part}"] = weights[f"embeddings.LayerNorm.{part}"]
        for at, layer in enumerate(shape.layers):
            for theirs, ours in _NAMES.items():
                state[f"layers.{at}.{ours}.{part}"] = weights[f"encoder.layer.{layer}.{theirs}.{part}"]
    encoder.load_state_dict(state)
