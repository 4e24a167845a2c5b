"""A brief has what an editor pastes, and a stranger's words in it mark nothing up."""

from __future__ import annotations

import re
from contextlib import closing
from pathlib import Path

import pytest

from onrecord.publish.addresses import Addresses
from onrecord.publish.chosen import Chosen
from onrecord.publish.formats import markdown
from onrecord.store.opening import open_record
from tests.publish.assessed_record import ONCE, assessed_record, hostile
from tests.publish.small_record import Dress, plain

SITE = Addresses(root="https://desk.example/", files=True)


def brief(path: Path, dress: Dress, *, story: bool = False) -> str:
    """The brief of the claim, or of the story."""
    settled = assessed_record(path / "r.db", dress)
    claim = settled.claims[0]
    only = Chosen(stories=(claim.story,), at=SITE) if story else Chosen(claims=(claim.id,), at=SITE)
    with closing(open_record(path / "r.db")) as conn:
        markdown.write(conn, path / "out.md", only=only)
    return (path / "out.md").read_text(encoding="utf-8")


def test_all_that_an_editor_needs(tmp_path: Path) -> None:
    text = brief(tmp_path, plain)
    assert text.startswith("# “Vessa is moving its bridge”\n\n**Contested**, since 6 May 2026: somebody asserts it,")
    for words in (
        "- **Vessa** asserts, since 4 May 2026",
        "- **Tarn** denies, since 6 May 2026; before: does not comment (4 May 2026)",
        "> “The bridge is gone” — Ana Kol, Minister, 4 May 2026.",
        "[Outlet one: Bridge moved, Vessa says (one)](<https://one.example/bridge>), 4 May 2026 · [on record]"
        "(<https://desk.example/articles/",
        "- **Vessa**: its own engineers. First in [Outlet one:",
        "- **Tarn** is a possible origin only: no words show it",
        "- Outlet two: copy of Outlet one",
        "| Vessa | at least 40 workers | seen | 4 May 2026 | replaced, day unknown |",
        "| somebody unnamed | 45 workers | seen | 4 May 2026 | stands |",
        "## Not heard\n\n- the builders",
        "## What is missing\n\n- No primary document has been published.",
        "Source B (usually reliable), information 2 (probably true): signed by Ada Reader, 8 May 2026 at 09:30 UTC."
        " two papers",
        "as of 8 May 2026 at 09:30 UTC: [https://desk.example/claims/",
    ):
        assert words.replace("https:", "https\\:") in text or words in text, words


def test_a_story_has_its_claims_and_articles(tmp_path: Path) -> None:
    text = brief(tmp_path, plain, story=True)
    assert text.startswith("# The bridge\n\n2 articles, 2 claims.\n\n")
    assert text.count("\n## “Vessa is moving its bridge”\n") == 2
    assert "## Articles\n\n- [Outlet one: Bridge moved" in text


@pytest.mark.parametrize("story", [False, True], ids=["claim", "story"])
def test_hostile_words_are_words(tmp_path: Path, story: bool) -> None:
    text = brief(tmp_path, hostile, story=story)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
    assert not re.search(r"<(?!https://)", text)
    bare = re.sub(r"\\[!-/:-@\[-`{-~]", "", text)  # escaped signs are text
    assert "`" not in bare
    assert "@all" not in bare
    assert "](javascript" not in bare
    assert "\u202e" not in text
    assert "\x07" not in text
    for address in re.findall(r"\]\(<([^>]*)>\)", bare):
        assert address.startswith(("https://one.example/", "https://two.example/", "https://desk.example/"))
    rows = [line for line in bare.splitlines() if line.startswith("| ")]
    assert {line.count("|") for line in rows} == {6}
    assert ONCE not in text
