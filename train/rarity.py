"""Makes knowledge/weights/word_rarity.json: in how many texts each stem stands. Counts only, no text.

python -m train.rarity DATA [-o FILE]
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from onrecord.text.likeness import terms

FEWEST = 2  # texts: a stem of one text is as good as unknown
LONGEST = 20  # characters of a stem: longer ones are run together by some reader


def main() -> None:
    """Counts stems over texts of many events and outlets, one text an event where a set gives several."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("-o", type=Path, default=None)
    given = parser.parse_args()
    counts: Counter[str] = Counter()
    documents = 0
    for text in texts(given.data):
        documents += 1
        counts.update({one for one in terms(text) if len(one) <= LONGEST and not one[0].isdigit()})
    held = by_count(counts)
    print(f"{documents} texts, {len(counts)} stems, {sum(len(one) for one in held.values())} kept")
    if given.o:
        made = {"documents": documents, "held": {str(count): " ".join(stems) for count, stems in held.items()}}
        given.o.write_text(json.dumps(made, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


def by_count(counts: Counter[str]) -> dict[int, list[str]]:
    """{texts: the stems that stand in so many}, the commonest first."""
    held: defaultdict[int, list[str]] = defaultdict(list)
    for stem, count in sorted(counts.items()):
        if count >= FEWEST:
            held[count].append(stem)
    return dict(sorted(held.items(), reverse=True))


def texts(data: Path) -> Iterator[str]:
    """Article texts of the sets of stories, of pages and of attributions."""
    for name in ("fnc_claim_clusters", "gva", "ecbplus_docs"):
        yield from one_each(data / "stories" / f"{name}.jsonl.gz")
    for row in rows(data / "stories" / "semeval22_en_pairs.jsonl.gz"):
        yield from (row["text1"], row["text2"])
    for name in ("polnear.train.jsonl.gz", "polnear.dev.jsonl", "gum.wikinews.jsonl"):
        yield from (row["text"] for row in rows(data / "attribution" / name))
    yield from (row["text"] for row in rows(data / "reading" / "gold.jsonl") if row["text"])


def one_each(path: Path) -> Iterator[str]:
    """The first text of every event: a much told one must not look common."""
    seen: set[str] = set()
    for row in rows(path):
        if row["cluster"] not in seen:
            seen.add(row["cluster"])
            yield row["text"]


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of a file of JSON Lines, packed or not."""
    packed = path.read_bytes()
    text = (gzip.decompress(packed) if path.suffix == ".gz" else packed).decode("utf-8")
    yield from map(json.loads, text.split("\n")[: text.count("\n")])


if __name__ == "__main__":
    main()
