"""Bytes in, pages out: what this is (HTML, a dump, a feed, JSON Lines, gzip), its text and its address."""

from onrecord.read.formats import read_bytes

__all__ = ["read_bytes"]
