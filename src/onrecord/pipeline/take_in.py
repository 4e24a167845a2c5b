"""One page to its article and statements. Pure: the same page and settings always give the same reading."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from onrecord.articles import read_article
from onrecord.claims import with_senses
from onrecord.config import Config
from onrecord.model import Capture, Page, Reading, Rejected, Stage, Statement
from onrecord.pipeline.keepable import keepable, written
from onrecord.read import read_bytes
from onrecord.statements import MAX_TEXT, read_statements

_LOG = logging.getLogger(__name__)


def read_input(
    name: str, data: bytes, digest: str, config: Config, *, capture: Capture | None = None
) -> Iterator[Reading | Rejected]:
    """What the bytes of one input give, page by page. Never raises: what goes wrong is a refusal in its place.

    ``digest`` names the bytes in what comes out, also where they hold several pages.
    """
    try:
        for page in read_bytes(name, data, config, capture=capture):
            if isinstance(page, Rejected):
                yield written(replace(page, digest=digest))
            else:
                result = take_in(replace(page, digest=digest), config)
                yield result
                yield from left_unread(result)
    except Exception as error:  # noqa: BLE001  (a page must never take the others with it)
        yield _fault(Page(name, "body", "", digest), "read", error)


def take_in(page: Page, config: Config) -> Reading | Rejected:
    """The reading of a page. Any exception on the way is a refusal that names the stage and the exception's class."""
    stage: Stage = "articles"
    try:
        article = read_article(page, config)
        if isinstance(article, Rejected):
            return written(article)
        article = keepable(article)
        if len(article.text) > config.max_text_characters:
            return _refused(page, stage, f"text too long: over {config.max_text_characters:,} characters")
        stage = "statements"
        return Reading(article, with_senses(article, _one_an_id(read_statements(article))))
    except Exception as error:  # noqa: BLE001  (a page must never take the others with it)
        return _fault(page, stage, error)


def left_unread(result: Reading | Rejected) -> Iterator[Rejected]:
    """A refusal of the end of a text that is too long to be read to its end; the article itself is kept."""
    if isinstance(result, Reading) and len(result.article.text) > MAX_TEXT:
        one = result.article
        reason = f"text too long: no statements read beyond its first {MAX_TEXT:,} of {len(one.text):,} characters"
        yield written(Rejected(one.input, "statements", reason, one.url, one.input_id, one.digest))


def _one_an_id(statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """The first of those that are attributed the same words twice."""
    first: dict[str, Statement] = {}
    for one in statements:
        first.setdefault(one.id, one)
    return tuple(first.values())


def _fault(page: Page, stage: Stage, error: Exception) -> Rejected:
    # The place, not the message: a message may hold anything that stands on the page.
    place = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{Path(place.filename).parent.name}/{Path(place.filename).name}:{place.lineno}"
    _LOG.debug("fault stage=%s input=%s", stage, page.input, exc_info=error)
    return _refused(page, stage, f"a fault of onrecord: {type(error).__name__} at {where}")


def _refused(page: Page, stage: Stage, reason: str) -> Rejected:
    return written(Rejected(page.input, stage, reason, page.url, page.given.input_id, page.digest))
