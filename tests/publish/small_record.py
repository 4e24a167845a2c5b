"""A small record made by hand, whose every word can be dressed up, to see what pages make of it."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from onrecord.model import (
    Article,
    Claim,
    ClaimFigure,
    Copy,
    Figure,
    Furniture,
    HeadlineGap,
    Kind,
    Origin,
    Position,
    Reading,
    Rejected,
    Settled,
    Span,
    Speaker,
    Stance,
    Statement,
    StatusChange,
    Story,
    Teaser,
    When,
    content_id,
    passage,
    statement_id,
)
from onrecord.pipeline.settle_names import names_anew
from onrecord.store import articles, finds, pages, rejected, statements, tallies, voices
from onrecord.store.opening import open_record, transaction
from onrecord.store.pages import Kept

Dress = Callable[[str], str]
TEXT = (
    'Vessa is moving its bridge, Minister Ana Kol said on Monday. "The bridge is gone," she told reporters.\n\n'
    "Tarn denied that any bridge had moved. At least 40 workers were seen, officials said."
)
PAGE = (
    "<!doctype html><html><head><title>t</title><script>alert(1)</script></head><body><h1>Bridge</h1><p>{}</p></body>"
)


def plain(text: str) -> str:
    """The words as they are."""
    return text


def small_record(path: Path, dress: Dress) -> Settled:
    """Keeps the record at ``path``; ``dress`` is applied to every string that a page could have brought."""
    first, second = _reading("one", dress), _reading("two", dress)
    settled = _settled(first, second, dress)
    conn = open_record(path)
    with transaction(conn):
        for one in (first, second):
            _keep(conn, one, dress)
        rejected.keep_rejected(conn, Rejected("pages/3.html", "articles", dress("no article body")), "test")
        tallies.keep_settled(conn, settled, "test")
        names_anew(conn)
    conn.close()
    return settled


def article(name: str, dress: Dress) -> Article:
    """An article of the text above; what is dressed stands at the end of it, so that offsets hold."""
    return Article(
        id=content_id("article", name),
        input=f"pages/{name}.html",
        digest=content_id("digest", name),
        text=dress(TEXT),
        headline=dress(f"Bridge moved, Vessa says ({name})"),
        published=When("2026-05-04", "day", 0.9, (dress("the page data says so"),)),
        url=dress(f"https://{name}.example/bridge"),
        outlet=dress(f"Outlet {name}"),
        byline=(dress("Ina Writer"),),
        agency=dress("Wire"),
        furniture=(Furniture("hot", dress("Hot this week"), (Teaser(dress("Another story"), dress("a teaser")),)),),
    )


def statement(of: Article, words: str, stance: Stance, *, kind: Kind, speaker: Speaker) -> Statement:
    """A statement whose content is these words of the article."""
    start = of.text.index(words)
    spans = (Span(start, start + len(words)),)
    return Statement(
        id=statement_id(of.id, spans),
        article=of.id,
        kind=kind,
        content=passage(of.text, spans),
        cue=None,
        source=None,
        speaker=speaker,
        stance=stance,
        said_on=When("2026-05-04", "day", 1.0, ("'on Monday'",)),
    )


def _reading(name: str, dress: Dress) -> Reading:
    of = article(name, dress)
    kol = Speaker(dress("Ana Kol"), dress("Minister"), dress("Vessa"), dress("named in full"))
    tarn = Speaker(dress("Tarn"), None, dress("Tarn"), dress("a body speaks"))
    nobody = Speaker(None, dress("officials"), None, "unnamed")
    workers = statement(of, "At least 40 workers were seen", "relays", kind="indirect", speaker=nobody)
    figure = Figure(40.0, dress("workers"), dress("seen"), "at_least", workers.content.spans[0])
    return Reading(
        of,
        (
            statement(of, "Vessa is moving its bridge", "asserts", kind="indirect", speaker=kol),
            statement(of, "The bridge is gone", "asserts", kind="direct", speaker=kol),
            statement(of, "any bridge had moved", "denies", kind="indirect", speaker=tarn),
            replace(workers, figures=(figure,), relay=(dress("Wire"),), hedges=(dress("seen"),)),
        ),
    )


def _settled(first: Reading, second: Reading, dress: Dress) -> Settled:
    moving, gone, denied, seen = (one.id for one in first.statements)
    again = tuple(one.id for one in second.statements)
    vessa, tarn = dress("Vessa"), dress("Tarn")
    claim = Claim(
        id=content_id("claim"),
        story=content_id("story"),
        wording=dress("Vessa is moving its bridge"),
        status="contested",
        status_history=(StatusChange("2026-05-04", "single_origin"), StatusChange("2026-05-06", "contested")),
        statements=(moving, gone, denied, seen, *again),
        positions=(
            Position(vessa, "asserts", "2026-05-04", (moving, gone, again[0])),
            Position(tarn, "no_comment", "2026-05-04", ()),
            Position(tarn, "denies", "2026-05-06", (denied,)),
        ),
        origins=(Origin(vessa, first.article.id, dress("its own engineers")),),
        possible_origins=(Origin(tarn, second.article.id, dress("no words show it")),),
        collapsed=(dress("Outlet two: copy of Outlet one"),),
        figures=(
            ClaimFigure(vessa, 40, None, dress("workers"), dress("seen"), "at_least", "2026-05-04", ended="replaced"),
            ClaimFigure(vessa, 60, 70, dress("workers"), dress("seen"), "about", "2026-05-06"),
            ClaimFigure(tarn, 20, None, dress("workers"), dress("seen"), "exact", "2026-05-06", dress("missing")),
            ClaimFigure(vessa, 30, None, dress("workers"), dress("seen"), "exact", "2026-05-06", dress("missing")),
        ),
        unnamed_figures=(ClaimFigure("", 45, None, dress("workers"), dress("seen"), "exact", "2026-05-04"),),
        headlines=(HeadlineGap(first.article.id, "asserts", "relays", dress("Gone"), dress("it is said"), seen),),
        not_heard=(dress("the builders"),),
        missing=(dress("No primary document has been published."),),
    )
    back = replace(claim, id=content_id("claim", "back"), status="withdrawn", statements=(), positions=())
    story = Story(claim.story, dress("The bridge"), (first.article.id, second.article.id), 2.0, (dress("Bridges"),))
    other = Story(content_id("story", "other"), dress("Another"), (), 1.0, (), (story.id,))
    return Settled(
        parties=tuple((one.id, one.speaker.party) for one in first.statements if one.speaker.party),
        copies=(Copy(second.article.id, first.article.id, "copy", dress("the same words")),),
        versions=((second.article.id, first.article.id),),
        claims=(claim, back),
        stories=(story, other),
    )


def _keep(conn: sqlite3.Connection, reading: Reading, dress: Dress) -> None:
    of = reading.article
    data = PAGE.format(dress(TEXT)).encode("utf-8", "replace")
    pages.keep_page(conn, Kept(of.digest, of.input, "2026-05-07T08:00:00Z"), data)
    articles.keep_article(conn, of)
    finds.found(conn, of.digest, of.id, "test")
    statements.keep_statements(conn, of.id, reading.statements)
    heard = Counter((one.speaker.party, one.speaker.name, one.speaker.role) for one in reading.statements)
    voices.keep_voices(conn, of.id, heard)
    voices.keep_parties(conn, {one: one[0] for one in heard})
