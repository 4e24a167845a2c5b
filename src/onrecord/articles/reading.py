"""Page in, article or refusal out; which way depends on the form of the page."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.articles import dump, entry
from onrecord.articles import page as markup_page
from onrecord.articles.draft import Draft
from onrecord.articles.familiar import without_familiar
from onrecord.articles.finish import finished
from onrecord.articles.markup import TooDeepError, lines_without_markup
from onrecord.articles.outlet import feed_outlet
from onrecord.articles.refusal import reason_against, reason_against_entry, reason_against_page
from onrecord.config import Config
from onrecord.model import Article, Page, Rejected

PARAGRAPH = re.compile(r"\n[^\S\n]*\n")


def read_article(page: Page, config: Config) -> Article | Rejected:
    """The story of one page, or why there is none. Pure; never raises for what stands on a page."""
    if page.form == "body":
        return _body(page, config)
    if page.form == "entry":
        return _entry(page, config)
    return _dump(page, config) if page.form == "dump" else _html(page, config)


def _html(page: Page, config: Config) -> Article | Rejected:
    try:
        sheet = markup_page.sheet_of(page)
    except TooDeepError:
        return _dump(replace(page, content=lines_without_markup(page.content)), config)
    except ValueError:
        return _refused(page, "no readable markup")
    draft = markup_page.draft_of(page, sheet)
    reason = reason_against_page(sheet.tree, sheet.head, draft) or reason_against(draft)
    return _refused(page, reason, url=draft.url) if reason else _article(page, draft, config)


def _dump(page: Page, config: Config) -> Article | Rejected:
    draft = dump.draft_of(page)
    reason = reason_against(draft)
    return _refused(page, reason) if reason else _article(page, draft, config)


def _entry(page: Page, config: Config) -> Article | Rejected:
    try:
        draft = entry.draft_of(page)
    except ValueError:
        return _refused(page, "feed entry beyond reading")
    reason = None if draft.paragraphs and entry.is_whole(page) else reason_against_entry(draft)
    return _refused(page, reason) if reason else _article(page, draft, config)


def _body(page: Page, config: Config) -> Article | Rejected:
    text = page.content
    if not text.strip():
        return _refused(page, "empty text")
    if len(text) > config.max_text_characters:
        return _refused(page, f"text longer than {config.max_text_characters:,} characters")
    lines = tuple(part.strip() for part in PARAGRAPH.split(text) if part.strip())
    draft = Draft(lines, page.given.headline or "", (), page.given.byline, feed_outlet(page.given.outlet), page.url)
    return finished(page, draft, text, config)


def _article(page: Page, draft: Draft, config: Config) -> Article | Rejected:
    draft = without_familiar(draft, config.familiar)
    kept: list[str] = []
    room = config.max_text_characters
    for paragraph in draft.paragraphs:
        room -= len(paragraph) + 2
        if room < 0:
            break
        kept.append(paragraph)
    if not kept:
        return _refused(
            page, f"text longer than {config.max_text_characters:,} characters without a paragraph", url=draft.url
        )
    return finished(page, draft, "\n\n".join(kept), config)


def _refused(page: Page, reason: str, *, url: str | None = None) -> Rejected:
    return Rejected(page.input, "articles", reason, page.url or url, page.given.input_id, page.digest)
