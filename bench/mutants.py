"""Ways of breaking an input, and the broken inputs themselves: the same ones for the same seed."""

from __future__ import annotations

import gzip
import random
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from bench.mutant_seeds import Seed, wrapped

MEGABYTE = 1_000_000
ENCODINGS = ("utf-16", "utf-16-le", "utf-32", "cp1251", "shift_jis", "latin-1", "cp037", "utf-7", "koi8-r", "big5")
TAGS = ("div", "span", "b", "ul", "table", "blockquote", "section", "font", "a", "article", "em", "li")

# What the readers look for: where a part, a record, a chunk or an archive begins or ends.
MARKS = (
    *(b"WARC/1.0\r\n", b"\r\n\r\n", b"Content-Length: 99999999\r\n", b"0\r\n\r\n", b"PK\x03\x04", b"PK\x05\x06"),
    *(b"\x1f\x8b\x08\x00", b"\n--b\n", b"\n--b--\n", b"\nFrom a 2026\n", b"%PDF-1.7", b"endstream", b"endobj", b"xref"),
    *(
        b"]]>",
        b"<!--",
        b"<![CDATA[",
        b"<!ENTITY a 'b'>",
        b"&#x0;",
        b"\xef\xbb\xbf",
        b"\xff\xfe",
        b"\x00",
        b"=\n",
        b'{"text": "',
    ),
)

Mutation = Callable[[bytes, random.Random], bytes]


class Mutant(NamedTuple):
    """A broken input: its format, a name that tells how it was made, its bytes."""

    kind: str
    name: str
    data: bytes


def cut(page: bytes, chance: random.Random) -> bytes:
    """A page that stops anywhere, or misses a piece of its middle."""
    start, end = sorted(chance.randrange(len(page) + 1) for _ in range(2))
    return page[:end] if chance.random() < 0.5 else page[:start] + page[end:]


def flip(page: bytes, chance: random.Random) -> bytes:
    """A page with some of its bits turned over."""
    damaged = bytearray(page)
    for _ in range(chance.choice((1, 10, 100, len(page) // 5))):
        damaged[chance.randrange(len(page))] ^= 1 << chance.randrange(8)
    return bytes(damaged)


def misencode(page: bytes, chance: random.Random) -> bytes:
    """A page in an encoding that it does not declare, or in two at once."""
    encoded = page.decode("utf-8", "replace").encode(chance.choice(ENCODINGS), "replace")
    return encoded if chance.random() < 0.7 else encoded[: len(encoded) // 2] + page[len(page) // 2 :]


def nest(page: bytes, chance: random.Random) -> bytes:
    """A page with ten thousand elements inside one another, closed or left open."""
    tag = chance.choice(TAGS).encode()
    deep = b"<%s>" % tag * 10_000
    at = page.find(b"<p>", chance.randrange(len(page))) if chance.random() < 0.8 else 0
    closing = b"</%s>" % tag * 10_000 if chance.random() < 0.5 else b""
    return page[: max(0, at)] + deep + page[max(0, at) :] + closing


def splice(page: bytes, chance: random.Random) -> bytes:
    """A page whose pieces are in another order, some of them several times."""
    mark = chance.choice((b"<", b">", b"\n", b'"', b" "))
    pieces = page.split(mark)
    return chance.choice((mark, b"<")).join(chance.choices(pieces, k=len(pieces) * 2))


def number(page: bytes, chance: random.Random) -> bytes:
    """A page some of whose figures are others: lengths, counts, days, places in a file."""
    pieces = list(page)
    figures = [at for at, byte in enumerate(pieces) if 48 <= byte <= 57]
    for at in chance.sample(figures, min(len(figures), chance.choice((1, 5, 50)))):
        pieces[at] = 48 + chance.randrange(10)
    return bytes(pieces)


def swell(page: bytes, chance: random.Random) -> bytes:
    """A page of 3 to 50 megabytes: of itself, of one letter, of open elements, of links, of JSON brackets."""
    filler = chance.choice(
        (
            page,
            b"a",
            b"<p>",
            b"<div><a href=x>",
            b"word ",
            b"[",
            b'"',
            b"&amp;",
            b"<",
            b"On 3 March 2026, ",
            b"<a/>",
            b"\n",
        )
    )
    size = chance.choice((3, 19, 50)) * MEGABYTE
    at = chance.randrange(len(page))
    return page[:at] + filler * (size // len(filler)) + page[at:]


def pack(page: bytes, chance: random.Random) -> bytes:
    """A page in gzip, whole or damaged, or a small file that unpacks to fifty megabytes."""
    packed = gzip.compress(page if chance.random() < 0.8 else page + b"\n" * 50 * MEGABYTE, 1)
    return packed if chance.random() < 0.4 else flip(packed, chance)


def crumble(page: bytes, chance: random.Random) -> bytes:
    """A page with up to thirty small pieces lost, blanked, doubled, made up, or a mark of some format put there."""
    damaged = bytearray(page)
    for _ in range(chance.choice((1, 1, 2, 5, 30))):
        at, length = chance.randrange(len(damaged) + 1), chance.choice((1, 2, 8, 100, 2000))
        other = chance.randrange(len(damaged) + 1)
        to = chance.choice((at, at, at + length))
        random_bytes, blank = chance.randbytes(length), bytes(min(length, len(damaged) - at))
        damaged[at:to] = chance.choice(
            (b"", random_bytes, damaged[other : other + length], blank, chance.choice(MARKS))
        )
    return bytes(damaged)


COMMON: tuple[Mutation, ...] = (cut, flip, misencode, splice, number, crumble, crumble)
RARE: tuple[tuple[int, Mutation], ...] = ((199, swell), (61, pack), (29, nest))  # one mutant in so many
WRAPPED = 0.5


def mutants(seeds: Sequence[Seed], count: int, *, run: int = 1, start: int = 0) -> Iterator[Mutant]:
    """``count`` broken inputs, format after format in turn: damage to all of an input, or to a page well wrapped.

    ``start``: how many to leave out before.
    """
    page = next((seed.data for seed in seeds if seed.kind == "html"), b"")
    for at in range(start, start + count):
        chance = random.Random(f"{run}-{at}")  # noqa: S311 - damage, not secrets
        seed = seeds[at % len(seeds)]
        mutation = next((rare for every, rare in RARE if at % every == every - 1), chance.choice(COMMON))
        inner = wrapped(seed.kind, mutation(page, chance)) if page and chance.random() < WRAPPED else None
        name = f"{at:05}-{mutation.__name__}{'' if inner is None else '-inside'}-{seed.name}"
        yield Mutant(seed.kind, name, mutation(seed.data, chance) if inner is None else inner)
