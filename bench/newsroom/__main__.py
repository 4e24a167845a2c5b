"""``python -m bench.newsroom NEWSROOM EXPORT``: every number of an export that is there already."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from bench.newsroom.gold import load_newsroom
from bench.newsroom.perfect import perfect_tables, write_tables
from bench.newsroom.report import as_json, miss_lines, table
from bench.newsroom.score import score_folder


def arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.newsroom", description=__doc__)
    parser.add_argument("newsroom", type=Path, help="folder with pages/ and gold.json")
    parser.add_argument("export", type=Path, help="folder written by: onrecord export jsonl -o FOLDER")
    parser.add_argument("--json", action="store_true", help="one JSON object in the place of the table")
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="show N examples of each kind of miss")
    parser.add_argument("--make-perfect", action="store_true", help="write the gold as an export into the folder")
    args = parser.parse_args(argv)
    needed = [args.newsroom / "gold.json", *([] if args.make_perfect else [args.export / "articles.jsonl"])]
    for path in needed:
        if not path.is_file():
            parser.error(f"there is no {path}")
    return args


def main(argv: Sequence[str] | None = None) -> int:
    """Exit code 0; 2 for wrong usage."""
    args = arguments(argv)
    if args.make_perfect:
        write_tables(perfect_tables(load_newsroom(args.newsroom)), args.export)
        return 0
    scored = score_folder(args.newsroom, args.export)
    if args.json:
        print(json.dumps(as_json(scored, args.misses), ensure_ascii=False))
        return 0
    for line in [*table(scored), *(miss_lines(scored.card, args.misses) if args.misses else [])]:
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
