"""Where a page of each kind is, found as people find it."""

from __future__ import annotations

from playwright.sync_api import Page

# Each kind with its address, or with the page where one begins and how the links look that are gone by to it.
FIXED = {
    "today": "/",
    "stories": "/stories",
    "claims": "/claims",
    "claims of a status": "/claims?status=contested",
    "speakers": "/speakers",
    "sources": "/sources",
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
}
PLACES = (*FIXED, *LINKED)


def addresses(page: Page, desk: str) -> dict[str, str]:
    """{kind of page: the whole address of one}."""
    found = {kind: f"{desk}{path}" for kind, path in FIXED.items()}
    for kind, (path, *links) in LINKED.items():
        for looks in links:
            page.goto(f"{desk}{path}")
            path = str(page.locator(looks).first.get_attribute("href"))  # noqa: PLW2901
        found[kind] = f"{desk}{path.partition('#')[0]}"
    return found
