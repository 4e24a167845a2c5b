"""Shapes of text dumps: each puts one story on a page of another make. The body stays that of the story."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Mapping

from tests.articles.dump_stories import Story

MENU = ("Home", "News", "Sport", "Culture", "Weather", "Log in", "Search")
FOOT = ("About", "Contact", "Jobs", "Terms", "© 2026 Bay Media")
COOKIES = (
    "We value your privacy",
    "We and our 214 partners use cookies to store information on your device and to show you personal content.",
    "Accept all",
    "Settings",
)
SAID = (
    (
        "seagull_44",
        "2 hours ago",
        "I saw that coming for years and nobody did a thing, typical of this town.",
    ),
    (
        "Bert K.",
        "1 hour ago",
        "You always say that. Have you ever been down there, or do you only read?",
    ),
    (
        "NoraM",
        "35 minutes ago",
        "Glad nobody was hurt! My uncle worked there, he told us it was not safe.",
    ),
)


def bare(story: Story) -> str:
    return "\n\n".join((story.headline, *story.paragraphs))


def signed(story: Story) -> str:
    return "\n\n".join((story.headline, story.byline, *story.paragraphs))


def one_column(story: Story) -> str:
    blocks = ("Fresh from the bay", *story.others, "Our readers like", *story.others[::-1])
    return "\n\n".join(("Friday, March 20, 2026", story.headline, story.byline, *story.paragraphs, *blocks))


def whole_page(story: Story) -> str:
    return "\n\n".join(
        (*MENU, story.headline, story.byline, "Share", "Print", *story.paragraphs, "Read now", *story.others, *FOOT)
    )


def behind_cookies(story: Story) -> str:
    return "\n\n".join((*COOKIES, *MENU, story.headline, story.byline, *story.paragraphs, *story.others, *FOOT))


def cookies_below(story: Story) -> str:
    return "\n\n".join((*MENU, story.headline, story.byline, *story.paragraphs, *story.others, *FOOT, *COOKIES))


def with_comments(story: Story) -> str:
    said = [part for one in SAID for part in (*one, "Reply", "Report")]
    return "\n\n".join((*MENU, story.headline, story.byline, *story.paragraphs, "3 comments", *said, *FOOT))


def tight(story: Story) -> str:
    return "\n".join((*MENU, story.headline, story.byline, *story.paragraphs, "Read now", *story.others, *FOOT))


def wrapped(story: Story) -> str:
    paragraphs = [textwrap.fill(paragraph, 72) for paragraph in story.paragraphs]
    return "\n\n".join((story.headline, story.byline, *paragraphs, *story.others))


def windows_lines(story: Story) -> str:
    return whole_page(story).replace("\n", "\r\n")


def interrupted(story: Story) -> str:
    middle = ("Read also", story.others[0], story.others[1])
    return "\n\n".join((*MENU, story.headline, *story.paragraphs[:3], *middle, *story.paragraphs[3:], *FOOT))


def beside_live_lines(story: Story) -> str:
    live = [part for hour, one in enumerate(story.others, start=8) for part in (f"{hour}:30", one)]
    return "\n\n".join(("Live", *live, story.headline, story.byline, *story.paragraphs, *FOOT))


def teased(story: Story) -> str:
    under = [part for one in story.others for part in (one, f"12:05 | {one} | 3 min")]
    return "\n\n".join(
        (*MENU, story.headline, story.byline, *story.paragraphs, "Today", *under, "Today", *under, *FOOT)
    )


def menu_in_a_line(story: Story) -> str:
    return "\n\n".join((" | ".join(MENU), story.headline, story.byline, *story.paragraphs, " | ".join(FOOT)))


SHAPES: Mapping[str, Callable[[Story], str]] = {
    make.__name__: make
    for make in (
        bare, signed, one_column, whole_page, behind_cookies, cookies_below, with_comments, tight, wrapped,
        windows_lines, interrupted, beside_live_lines, teased, menu_in_a_line,
    )
}  # fmt: skip
