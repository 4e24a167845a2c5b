"""A portrait as bytes, for an index to keep."""

from __future__ import annotations

import struct

import numpy as np

from onrecord.stories.portrait import COUNTED, Portrait

HEAD = struct.Struct(f"<{5 + len(COUNTED)}I")  # marks, weights, size, day, told, counts; a day of 0 is unknown


def packed(one: Portrait) -> bytes:
    """About 4 kB, the same on every machine."""
    head = HEAD.pack(len(one.marks), len(one.of), one.size, one.day or 0, one.told or 0, *one.counts)
    columns = (one.marks.astype("<u4"), one.of.astype("<u2"), one.weight.astype("<f2"), one.kind)
    return head + b"".join(column.tobytes() for column in columns)


def unpacked(data: bytes) -> Portrait:
    """The portrait that was packed."""
    marks, weights, size, day, told, *counts = HEAD.unpack_from(data)
    of = HEAD.size + 4 * marks
    weight, kind = of + 2 * weights, of + 4 * weights
    return Portrait(
        np.frombuffer(data, "<u4", marks, HEAD.size),
        np.frombuffer(data, "<u2", weights, of),
        np.frombuffer(data, "u1", weights, kind),
        np.frombuffer(data, "<f2", weights, weight),
        tuple(counts),
        day or None,
        told or None,
        size,
    )
