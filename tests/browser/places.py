"""Where a page of each kind is, found as people find it."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from playwright.sync_api import Page

from onrecord.store import copies
from onrecord.store.opening import open_record

# Each kind with its address, or with the page where one begins and how the links look that are gone by to it.
FIXED = {
    "today": "/",
    "stories": "/stories",
    "claims": "/claims",
    "claims of a status": "/claims?status=contested",
    "speakers": "/speakers",
    "speakers from a to z": "/speakers?order=name",
    "topics": "/topics",
    "outlets": "/outlets",
    "sources": "/sources",
    "adding": "/add",
    "queue": "/review",
    "log": "/log",
    "watching": "/watching",
    "people": "/people",
    "signing in": "/sign-in",
    "nothing": "/claims/none",
    "search, empty": "/search",
    "search": "/search?q=ferry",
    "about": "/about",
}
LINKED = {
    "story": ("/stories", "main a[href^='/stories/']"),
    "claim": ("/claims?status=contested", "main a[href^='/claims/']"),
    "claim, corroborated": ("/claims?status=corroborated", "main a[href^='/claims/']"),
    "article": ("/search?q=ferry", "main a[href^='/articles/']:not([href*='/page'])"),
    "archived page": ("/claims?status=contested", "main a[href^='/claims/']", ".quotation a[href*='/page']"),
    "speaker": ("/speakers", "main a[href^='/speakers/']"),
    "topic": ("/topics", "main a[href^='/topics/']"),
    "outlet": ("/outlets", "main a[href^='/outlets/']"),
    "articles of a story": ("/stories", "main a[href^='/stories/']", "main a[href*='/articles']"),
    "all words on a claim": ("/claims", "main a[href^='/claims/']", "main a[href*='/words']"),
    "review of a claim": ("/claims", "main a[href^='/claims/']", "main a[href^='/review/claims/']"),
    "review of a statement": ("/claims", "main a[href^='/claims/']", "main a[href^='/review/statements/']"),
}
PLACES = (*FIXED, *LINKED, "versions")


def addresses(page: Page, desk: str, record: Path) -> dict[str, str]:
    """{kind of page: the whole address of one}."""
    found = {kind: f"{desk}{path}" for kind, path in FIXED.items()}
    for kind, (path, *links) in LINKED.items():
        for looks in links:
            page.goto(f"{desk}{path}")
            path = str(page.locator(looks).first.get_attribute("href"))  # noqa: PLW2901
        found[kind] = f"{desk}{path.partition('#')[0]}"
    with closing(open_record(record, readonly=True)) as conn:
        later, _ = copies.versions(conn)[0]
    return found | {"versions": f"{desk}/articles/{later}/versions"}
