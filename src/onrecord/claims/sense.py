"""What a statement claims, as a row of numbers: near for statements of one claim, whatever their words and stance.

A small encoder (MiniLM-L6, Wang et al. 2020) reads the article with the statements marked, so that "that" and "the
report" mean what the sentences before them say; a statement's sense is the weighed mean over its content. It was
trained by contrast within stories (supervised contrastive learning, Khosla et al. 2020), see the card of its weights.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import as_file, files

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from onrecord.model import Article, Statement
from onrecord.text.windows import Window, windows
from onrecord.text.word_pieces import tokenizer

SIZE = 128  # bytes of a sense
MOST_PIECES = 320  # of a window
CONTENT, TYPED = 1, 2  # what a piece of text is part of: a statement's content, a claim as somebody typed it
MAX_TEXT = 80_000  # characters of an article that are read: the statements stage reads no more

Vector = NDArray[np.float32]


def with_senses(article: Article, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements of one article, each with its sense; those that have one keep it."""
    missing = [one for one in statements if not one.sense]
    found = _senses(article.text[:MAX_TEXT], missing) if missing else {}
    return tuple(one if one.sense else replace(one, sense=found.get(one.id, b"")) for one in statements)


def rows(senses: Iterable[bytes]) -> Vector:
    """Senses as rows of length one [n, SIZE]; a row of zeros where there is none."""
    held = [np.frombuffer(one or bytes(SIZE), dtype=np.int8).astype(np.float32) for one in senses]
    table = np.stack(held) if held else np.zeros((0, SIZE), dtype=np.float32)
    length = np.linalg.norm(table, axis=1, keepdims=True)
    found: Vector = np.divide(table, length, out=np.zeros_like(table), where=length > 0)
    return found


def _senses(text: str, statements: Sequence[Statement]) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for window in windows(text, tokenizer(), most=MOST_PIECES):
        inside = {one.id: at for one in statements if one.id not in found and len(at := pieces_of(window, one))}
        if inside:
            roles = np.zeros(len(window.ids), dtype=np.int64)
            roles[np.concatenate(list(inside.values()))] = CONTENT
            tokens, gate = _encoded(window.ids, roles)
            found |= {id_: _sense(tokens, gate, at) for id_, at in inside.items()}
    return found


def pieces_of(window: Window, one: Statement) -> NDArray[np.int64]:
    """Where in the window the content of a statement stands."""
    on = np.zeros(len(window.ids), dtype=bool)
    for span in one.content.spans:
        on |= (window.starts < span.end) & (window.ends > span.start) & (window.ends > window.starts)
    return np.flatnonzero(on)


def _sense(tokens: Vector, gate: Vector, at: NDArray[np.int64]) -> bytes:
    weight = np.exp(gate[at] - gate[at].max())
    mean = (tokens[at] * weight[:, None]).sum(axis=0) / weight.sum()
    top = float(np.abs(mean).max())
    found: bytes = np.round(mean / top * 127 if top else mean).astype(np.int8).tobytes()
    return found


def _encoded(ids: NDArray[np.int64], roles: NDArray[np.int64]) -> tuple[Vector, Vector]:
    tokens, gate = _session().run(None, {"ids": ids[None], "roles": roles[None]})
    return tokens[0], gate[0]


@cache
def _session() -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    with as_file(files("onrecord.knowledge") / "weights" / "claim_encoder.onnx") as path:
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
