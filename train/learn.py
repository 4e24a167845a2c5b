"""Trains the statement tagger: batches of like length, its own false cues as negatives, averaged weights."""

from __future__ import annotations

import math
import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from onrecord.statements.tagger_links import BEGINS, GOES_ON, OUTSIDE, Cue, buckets, candidates
from train.network import Encoder, Links, Shape
from train.sets import IGNORED, Example


@dataclass(frozen=True, slots=True)
class Plan:
    """How to train."""

    steps: int
    tokens: int = 3072  # of a batch
    rate: float = 3e-4
    head_rate: float = 1e-3
    warm_up: float = 0.08
    negatives_from: float = 0.2  # share of the steps after which false cues are shown
    cue_dropout: float = 0.06
    token_dropout: float = 0.02
    any_share: float = 0.15  # of windows whose convention is not told
    decay: float = 0.995  # of the averaged weights
    log_every: int = 10
    save_every: int = 200


class Reader(nn.Module):
    """Encoder and links as one thing to train."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.encoder = Encoder(shape)
        self.links = Links(shape)


class Average:
    """An exponential mean of the weights."""

    def __init__(self, model: nn.Module, decay: float) -> None:
        self.model, self.decay = model, decay
        self.held: dict[str, Tensor] = {}
        self.seen = 0

    def update(self) -> None:
        self.seen += 1
        decay = min(self.decay, self.seen / (self.seen + 9))
        for name, value in self.model.state_dict().items():
            if name in self.held:
                self.held[name].lerp_(value, 1 - decay)
            else:
                self.held[name] = value.detach().clone()


def learn(
    model: Reader, epoch: Callable[[int], list[Example]], plan: Plan, folder: Path, *, seed: int
) -> dict[str, Tensor]:
    """Trains for ``plan.steps`` and returns the averaged weights; ``epoch(n)`` gives the examples of the n-th pass."""
    optimizer = torch.optim.AdamW(_groups(model, plan), weight_decay=0.01, betas=(0.9, 0.98))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _rate(step, plan))
    average = Average(model, plan.decay)
    rng = random.Random(seed)
    model.train()
    begun, tokens, held = time.time(), 0, []
    for step, batch in enumerate(_batches(epoch, plan, rng)):
        if step >= plan.steps:
            break
        with torch.autocast("cpu", dtype=torch.bfloat16):
            losses = loss_of(model, batch, plan, rng, negatives=step > plan.negatives_from * plan.steps)
        sum(losses.values()).backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        optimizer.zero_grad(set_to_none=True)
        average.update()
        tokens += sum(len(one.window.ids) for one in batch)
        held.append({name: float(value.detach()) for name, value in losses.items()})
        if step % plan.log_every == 0:
            mean = {name: round(float(np.mean([one[name] for one in held])), 4) for name in held[0]}
            print(f"step {step}/{plan.steps} {mean} {tokens / (time.time() - begun):.0f} tokens/s", flush=True)
            held = []
        if step % plan.save_every == plan.save_every - 1:
            torch.save({"step": step, "average": average.held}, folder / "checkpoint.pt")
    return average.held


def _groups(model: Reader, plan: Plan) -> list[dict[str, object]]:
    new = ("encoder.tags", "encoder.inside", "encoder.project", "links.")
    fresh = [value for name, value in model.named_parameters() if name.startswith(new)]
    known = [value for name, value in model.named_parameters() if not name.startswith(new)]
    return [{"params": known, "lr": plan.rate}, {"params": fresh, "lr": plan.head_rate}]


def _rate(step: int, plan: Plan) -> float:
    warm = max(1, int(plan.warm_up * plan.steps))
    if step < warm:
        return (step + 1) / warm
    return 0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * min(1.0, (step - warm) / max(1, plan.steps - warm))))


def _batches(epoch: Callable[[int], list[Example]], plan: Plan, rng: random.Random) -> Iterator[list[Example]]:
    number = 0
    while True:
        rows = epoch(number)
        rng.shuffle(rows)
        rows.sort(key=lambda one: len(one.window.ids) // 32)  # stable: shuffled among those of like length
        groups = list(_grouped(rows, plan.tokens))
        rng.shuffle(groups)
        yield from groups
        number += 1


def _grouped(rows: Sequence[Example], tokens: int) -> Iterator[list[Example]]:
    held: list[Example] = []
    for one in rows:
        longest = max([len(one.window.ids), *(len(other.window.ids) for other in held)])
        if held and longest * (len(held) + 1) > tokens:
            yield held
            held = []
        held.append(one)
    if held:
        yield held


def loss_of(
    model: Reader, batch: Sequence[Example], plan: Plan, rng: random.Random, *, negatives: bool
) -> dict[str, Tensor]:
    """The losses of a batch: of the tags, of what is inside any statement, of the links, and of their being ones."""
    ids, mask, tags, inside = _stacked(batch, plan, rng)
    convention = torch.tensor([3 if rng.random() < plan.any_share else one.convention for one in batch])
    tag_logits, tokens, inside_logits = model.encoder(ids, mask, convention)
    tag_logits, inside_logits = tag_logits.float(), inside_logits.float()
    losses = {
        "tags": functional.cross_entropy(tag_logits.flatten(0, 1), tags.flatten(), ignore_index=IGNORED) * 4,
        "inside": (
            functional.binary_cross_entropy_with_logits(inside_logits, inside, reduction="none") * mask[..., None]
        ).sum()
        / mask.sum()
        * 0.5,
    }
    asked = _asked(batch, tag_logits, negatives=negatives)
    if asked:
        losses |= _link_losses(model.links, tokens, asked)
    return losses


@dataclass(frozen=True, slots=True)
class Asked:
    """A cue of the batch: its window, where it stands, its parts; ``valid`` is false where it attributes nothing."""

    row: int
    cue: Cue
    size: int
    parts: np.ndarray | None

    @property
    def valid(self) -> bool:
        return self.parts is not None


def _asked(batch: Sequence[Example], tags: Tensor, *, negatives: bool) -> list[Asked]:
    gold = [
        Asked(row, Cue(link.start, link.end, 1.0), len(one.window.ids), link.parts)
        for row, one in enumerate(batch)
        for link in one.links
    ]
    return gold + (_false_cues(batch, tags) if negatives else [])


def _false_cues(batch: Sequence[Example], tags: Tensor) -> list[Asked]:
    likely = torch.softmax(tags.detach(), dim=-1).numpy()
    return [
        Asked(row, cue, len(one.window.ids), None)
        for row, one in enumerate(batch)
        for cue in candidates(likely[row, : len(one.window.ids)], least=0.2, least_anchor=0.2)
        if (one.tags[cue.start : cue.end] == OUTSIDE).all()
    ]


def _link_losses(links: Links, tokens: Tensor, asked: Sequence[Asked]) -> dict[str, Tensor]:
    near = [one.cue.near(one.size) for one in asked]
    longest = max(end - start for start, end in near)
    shape = (len(asked), longest)
    places, distance = np.zeros(shape, dtype=np.int64), np.zeros(shape, dtype=np.int64)
    on_cue, mask = np.zeros(shape, dtype=np.float32), np.zeros(shape, dtype=np.float32)
    gold = np.full(shape, IGNORED, dtype=np.int64)
    for row, (one, (start, end)) in enumerate(zip(asked, near, strict=True)):
        size = end - start
        places[row, :size] = np.arange(start, end)
        distance[row, :size] = buckets(one.cue, start, end)
        on_cue[row, one.cue.start - start : one.cue.end - start] = 1.0
        mask[row, :size] = 1.0
        if one.parts is not None:
            gold[row, :size] = one.parts[start:end]
    rows = torch.tensor([one.row for one in asked])
    picked = tokens[rows[:, None], torch.from_numpy(places)]
    parts, valid = links(picked, torch.from_numpy(on_cue), torch.from_numpy(distance), torch.from_numpy(mask))
    truly = torch.tensor([float(one.valid) for one in asked])
    flat = functional.cross_entropy(
        parts.float().flatten(0, 1), torch.from_numpy(gold).flatten(), ignore_index=IGNORED, reduction="sum"
    )
    return {
        "links": flat / truly.sum().clamp(min=1.0) / 24,
        "valid": functional.binary_cross_entropy_with_logits(valid.float(), truly) * 0.5,
    }


def _stacked(batch: Sequence[Example], plan: Plan, rng: random.Random) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    longest = max(len(one.window.ids) for one in batch)
    ids = np.zeros((len(batch), longest), dtype=np.int64)
    mask = np.zeros((len(batch), longest), dtype=np.float32)
    tags = np.full((len(batch), longest), IGNORED, dtype=np.int64)
    inside = np.zeros((len(batch), longest, 2), dtype=np.float32)
    for row, one in enumerate(batch):
        size = len(one.window.ids)
        ids[row, :size] = _dropped(one, plan, rng)
        mask[row, :size] = 1.0
        tags[row, :size] = one.tags
        inside[row, :size] = one.inside
    return tuple(torch.from_numpy(part) for part in (ids, mask, tags, inside))  # type: ignore[return-value]


MASK = 103  # [MASK] of the vocabulary


def _dropped(one: Example, plan: Plan, rng: random.Random) -> np.ndarray:
    ids = one.window.ids.copy()
    chance = np.random.default_rng(rng.getrandbits(32)).random(len(ids))
    words = one.window.ends > one.window.starts
    ids[words & (chance < plan.token_dropout)] = MASK
    for link in one.links:
        if rng.random() < plan.cue_dropout and one.tags[link.start] in (BEGINS, GOES_ON):
            ids[link.start : link.end] = MASK
    return ids
