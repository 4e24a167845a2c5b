"""An article's statements: tagger, speakers, relays, kind, stance, day and figures put together."""

from __future__ import annotations

from dataclasses import replace

from onrecord.model import Article, Attribution, Speaker, Statement, When, passage, statement_id
from onrecord.statements.basis import basis_of
from onrecord.statements.english import is_english
from onrecord.statements.figures import figures_in
from onrecord.statements.forms import joined, turns
from onrecord.statements.hedges import hedges_of
from onrecord.statements.kind import kind_of
from onrecord.statements.relays import relays
from onrecord.statements.relays_hands import with_first_hands
from onrecord.statements.speakers import resolve
from onrecord.statements.speakers_spans import mended
from onrecord.statements.stance import stance_of
from onrecord.statements.tagger import MAX_TEXT, tag
from onrecord.statements.when import days_said


def read_statements(article: Article) -> tuple[Statement, ...]:
    """The statements of an article in order of place; every span slices back to the article's text.

    Only the first 80,000 characters are read: more is no article, and a hostile page must not hold up the others.
    A text that is not English has none: the network knows no other language.
    """
    article = replace(article, text=article.text[:MAX_TEXT])
    attributions = attributions_in(article.text) if is_english(article.text) else []
    speakers = resolve(article, attributions)
    chains = relays(article, attributions, speakers)
    days = days_said(article, attributions, speakers, chains)
    made = [_statement(article, *parts) for parts in zip(attributions, speakers, chains, days, strict=True)]
    return tuple({one.id: one for one in made}.values())


def attributions_in(text: str) -> list[Attribution]:
    """What the network finds in the sentences and what the form of the page shows, each with its own source."""
    found = joined(text, tag(text), turns(text))
    return with_first_hands(text, mended(text, found))


def _statement(
    article: Article, found: Attribution, speaker: Speaker, relay: tuple[str, ...], said_on: When | None
) -> Statement:
    text = article.text
    return Statement(
        id=statement_id(article.id, found.content),
        article=article.id,
        kind=kind_of(text, found),
        content=passage(text, found.content),
        cue=passage(text, (found.cue,)) if found.cue else None,
        source=passage(text, (found.source,)) if found.source else None,
        speaker=speaker,
        stance=stance_of(text, found),
        relay=relay,
        hedges=hedges_of(text, found),
        said_on=said_on,
        figures=figures_in(text, found.content),
        basis=basis_of(text, found),
        confidence=found.confidence,
    )
