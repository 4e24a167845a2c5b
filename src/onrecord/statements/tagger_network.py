"""The trained network, run by onnxruntime on one thread: an encoder of windows, and a head that links cues."""

from __future__ import annotations

from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Protocol

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from onrecord.statements.tagger_links import Question

CONVENTIONS = ("polnear", "gum", "record", "any")
"""By whose notion of a statement the network can be asked to read; "any": without being told one."""

_HOME = files("onrecord.knowledge") / "weights"


class Network(Protocol):
    """What the tagger needs of a network; all answers are probabilities."""

    def encode(self, ids: NDArray[np.int64]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """``ids`` [T]: the tags of each token [T, 4], and what the head needs of it [T, width]."""

    def link(self, tokens: NDArray[np.float32], asked: Question) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """``tokens`` [T, width]: the parts of the tokens near each cue [N, L, 3], and whether it attributes [N]."""


class Onnx:
    """The shipped network."""

    def __init__(
        self, encoder: onnxruntime.InferenceSession, links: onnxruntime.InferenceSession, convention: str
    ) -> None:
        self.encoder, self.links = encoder, links
        self.convention = np.array([CONVENTIONS.index(convention)])

    def encode(self, ids: NDArray[np.int64]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        tags, tokens = self.encoder.run(None, {"ids": ids[None], "convention": self.convention})
        return tags[0], tokens[0]

    def link(self, tokens: NDArray[np.float32], asked: Question) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        parts, valid = self.links.run(
            None,
            {
                "tokens": tokens[asked.places],
                "on_cue": asked.on_cue,
                "distance": asked.distance,
                "mask": asked.mask,
            },
        )
        return parts, valid


def network(convention: str = "any") -> Onnx:
    """The shipped network, reading by one of ``CONVENTIONS``; its files are loaded once a process."""
    with as_file(_HOME) as folder:
        return open_network(folder, convention)


def open_network(folder: Path, convention: str) -> Onnx:
    """The network in a folder."""
    return Onnx(_session(folder / "statement_encoder.onnx"), _session(folder / "statement_links.onnx"), convention)


@cache
def _session(path: Path) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
