"""Makes src/onrecord/web/api/examples.json of the sample newsroom: python -m tests.web.api.make_examples

What the API answers of a record of the sample, long lists cut to one item and long words to a line.
"""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

from starlette.types import ASGIApp

import onrecord
from onrecord.web.api.operations import Operation
from onrecord.web.api.routes import OPERATIONS, PREFIX
from onrecord.web.app import desk
from tests.web.asking import HOST, ask

ROOT = Path(__file__).parents[3]
PAGES = ROOT / "samples" / "newsroom" / "pages"
OUT = ROOT / "src" / "onrecord" / "web" / "api" / "examples.json"
LONG = 240  # characters
FEED = "https://gull.example/feed.xml"
TAKES: dict[str, dict[str, Any]] = {
    "judge takes": {"kind": "note", "claim": "5d0c2b7a41e3f6980001", "text": "Seen by two of us.", "why": "check"},
    "beginWatch takes": {"kind": "search", "key": "harbour strike", "label": "The strike"},
    "directWatch takes": {"hook": "https://desk.example/told", "paused": False},
    "handIn takes": {
        "html": "<article><h1>Harbour shut</h1><p>The harbour was shut, Ada Moreau said.</p></article>",
        "outlet": "The Gull",
        "url": "https://gull.example/harbour",
    },
    "follow takes": {"url": FEED},
}
# What takes a network, and what is handed in: by hand.
FOLLOWED = {
    "url": FEED,
    "watched": FEED,
    "kind": "feed",
    "fetched": "2026-03-14T09:00:00Z",
    "due": "2026-03-14T09:09:00Z",
    "failures": 0,
    "error": None,
}
BY_HAND: dict[str, dict[str, Any]] = {
    "Following": FOLLOWED,
    "Followed": {**FOLLOWED, "new": True, "first": [{"url": f"{FEED}#1", "title": "Harbour shut"}]},
    "HandedIn": {
        "articles": ["5d0c2b7a41e3f6980001"],
        "statements": 1,
        "known": False,
        "reading": False,
        "refused": [],
    },
}
ROOMS = {"claims": "/claims?status=contested", "stories": "/stories", "articles": "/articles"}


def cut(value: Any) -> Any:
    """The value with no list longer than one item and no words longer than a line."""
    if isinstance(value, dict):
        return {name: cut(one) for name, one in value.items()}
    if isinstance(value, list):
        plain = bool(value) and all(isinstance(one, int) for one in value)
        return value if plain else [cut(one) for one in value[:1]]
    return short(value.replace(str(PAGES), "pages")) if isinstance(value, str) else value


def short(text: str) -> str:
    """The words, cut where they are long."""
    return f"{text[:LONG]} …" if len(text) > LONG else text


def answer(app: ASGIApp, path: str, **body: Any) -> Any:
    """What the API answers."""
    headers = {"content-type": "application/json"}
    method = "POST" if body else "GET"
    found = ask(app, f"{PREFIX}{path}", method=method, headers=headers, content=json.dumps(body).encode())
    assert found.status_code in (200, 201), (path, found.text)
    return found.json()


def made(app: ASGIApp) -> dict[str, Any]:
    """{name of a schema: an example}, of what can be read and of a note and a watch."""
    first = {room: answer(app, path)["items"][0]["id"] for room, path in ROOMS.items()}
    claim = answer(app, f"/claims/{first['claims']}")
    found = {
        "Judgement": answer(app, "/judgements", kind="note", claim=claim["id"], text="Seen by two of us.", why="check"),
        "Watch": answer(app, "/watches", kind="claim", key=claim["id"]),
        "Statement": answer(app, f"/statements/{claim['statements'][0]}"),
        "Positions": answer(app, f"/positions?claim={claim['wording'][:200]}"),
    }
    for one in OPERATIONS:
        if one.method == "GET" and one.gives and one.gives not in found:
            shape = answer(app, _address(app, one, first))
            rows = shape["items"] if one.paged else [shape]
            if rows:
                found[one.gives] = rows[0]
    return found


def _address(app: ASGIApp, one: Operation, first: dict[str, str]) -> str:
    """Where an operation is asked for the first thing of its kind."""
    room = one.path.split("/")[1]
    path = one.path.replace("{id}", first.get(room, "1"))
    if "{name}" in path:
        names = answer(app, "/speakers?kind=party" if room == "speakers" else f"/{room}")["items"]
        path = path.replace("{name}", names[0]["name"])
    return path + ("?q=a" if one.name == "search" else "")


def main() -> None:
    """Writes the examples."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.db"
        with onrecord.open_record(path, make=True) as record:
            list(record.add(PAGES))
        found = {**cut(made(desk(path, HOST))), **TAKES, **BY_HAND}
    found["Watch"]["feed"] = "/feeds/watches/aBcD1234.atom"
    found["Judgement"]["by"] = "Ada Moreau"
    OUT.write_text(json.dumps(found, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
