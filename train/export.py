"""Writes the trained network as two ONNX files, their weights as int8 (dynamic quantisation)."""

from __future__ import annotations

import copy
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

from train.learn import Reader

PRECISE = ("/tags/", "/project/", "/parts/", "/valid/", "/gate/")
"""Parts of the graphs left in full precision: small, and the last before an answer."""


class RowWise(nn.Module):
    """Vectors of words as int8 with a scale for each word: one scale for all of them costs accuracy."""

    def __init__(self, vectors: Tensor) -> None:
        super().__init__()
        scale = vectors.abs().amax(dim=1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("steps", torch.round(vectors / scale).to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor) -> Tensor:
        return self.steps[ids].to(torch.float32) * self.scale[ids]


class EncoderGraph(nn.Module):
    """The encoder for one window."""

    def __init__(self, model: Reader, *, quantised: bool) -> None:
        super().__init__()
        self.encoder = copy.deepcopy(model.encoder)
        if quantised:
            self.encoder.words = RowWise(self.encoder.words.weight.detach())

    def forward(self, ids: Tensor, convention: Tensor) -> tuple[Tensor, Tensor]:
        tags, tokens, _ = self.encoder(ids, torch.ones_like(ids), convention)
        return torch.softmax(tags, -1), tokens


class LinksGraph(nn.Module):
    """The head, its answers as probabilities."""

    def __init__(self, model: Reader) -> None:
        super().__init__()
        self.links = model.links

    def forward(self, tokens: Tensor, on_cue: Tensor, distance: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        parts, valid = self.links(tokens, on_cue, distance, mask)
        return torch.softmax(parts, -1), torch.sigmoid(valid)


def export(model: Reader, folder: Path, *, quantised: bool = True) -> None:
    """Writes statement_encoder.onnx and statement_links.onnx into a folder."""
    model.eval()
    width = model.shape.link_width
    ids = (torch.randint(1000, 2000, (1, 40)), torch.tensor([0]))
    head = (torch.randn(2, 30, width), torch.rand(2, 30), torch.randint(0, 60, (2, 30)), torch.ones(2, 30))
    rows = {0: "cues", 1: "near"}
    write(
        EncoderGraph(model, quantised=quantised),
        ids,
        folder / "statement_encoder.onnx",
        quantised,
        {
            "inputs": {"ids": {1: "length"}, "convention": {}},
            "outputs": {"tags": {1: "length"}, "tokens": {1: "length"}},
        },
    )
    write(
        LinksGraph(model),
        head,
        folder / "statement_links.onnx",
        quantised,
        {
            "inputs": {"tokens": {0: "cues", 1: "near"}, "on_cue": rows, "distance": rows, "mask": rows},
            "outputs": {"parts": {0: "cues", 1: "near"}, "valid": {0: "cues"}},
        },
    )


def write(graph: nn.Module, example: tuple[Tensor, ...], path: Path, quantised: bool, names: dict) -> None:
    """Writes one graph as ONNX; ``names``: its inputs and outputs and which of their axes vary."""
    graph.eval()
    torch.onnx.export(
        graph,
        example,
        str(path),
        dynamo=False,
        opset_version=17,
        do_constant_folding=True,
        input_names=list(names["inputs"]),
        output_names=list(names["outputs"]),
        dynamic_axes=names["inputs"] | names["outputs"],
    )
    if not quantised:
        return
    precise = [node.name for node in onnx.load(path).graph.node if any(part in node.name for part in PRECISE)]
    prepared = path.with_suffix(".prepared.onnx")
    quant_pre_process(str(path), str(prepared), skip_symbolic_shape=True)
    quantize_dynamic(
        prepared,
        path,
        weight_type=QuantType.QInt8,
        per_channel=True,
        reduce_range=False,
        op_types_to_quantize=["MatMul", "Gemm"],
        nodes_to_exclude=precise,
        extra_options={"MatMulConstBOnly": True},
    )
    prepared.unlink()
    onnx.checker.check_model(str(path))
