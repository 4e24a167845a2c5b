"""Who speaks: the name, role and party behind each attribution's source, and how that was found."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.model import Article, Attribution, Speaker
from onrecord.statements.speakers_carried import carried, enclosing
from onrecord.statements.speakers_cast import cast_of
from onrecord.statements.speakers_certainty import settled
from onrecord.statements.speakers_home import country_of_dateline, dateline_of, home_of
from onrecord.statements.speakers_party import Scene
from onrecord.statements.speakers_places import learn
from onrecord.statements.speakers_pronouns import FIRST_PERSON
from onrecord.statements.speakers_resolve import read_source
from onrecord.statements.speakers_spans import mended
from onrecord.statements.speakers_stage import Said, Stage

NO_SOURCE = Speaker(None, None, None, "The text names no source.")


def resolve(article: Article, attributions: Sequence[Attribution]) -> list[Speaker]:
    """The speaker of each attribution, in the order given; where two could be meant, none, and ``why`` says so."""
    return [settled(said) for said in found_speakers(article, attributions)]


def found_speakers(article: Article, attributions: Sequence[Attribution]) -> list[Said]:
    """Who was found for each attribution, and in which way, before it is judged whether that is sure enough."""
    attributions = mended(article.text, attributions)
    stage = Stage(_scene(article, attributions), tuple(span for one in attributions for span in one.content))
    found: dict[int, Said] = {}
    for at in _in_order(article, attributions):
        source = attributions[at].source
        if source is not None:
            found[at] = read_source(stage, source)
            stage.history.append(found[at])
    for at, one in enumerate(attributions):
        if one.source is None:
            found[at] = carried(article.text, attributions, found, at) or Said(one.content[0].start, "none", NO_SOURCE)
    for at in _first_person(article, attributions):
        found[at] = enclosing(attributions, found, at) or found[at]
    return [found[at] for at in range(len(attributions))]


def _scene(article: Article, attributions: Sequence[Attribution]) -> Scene:
    text = article.text
    places = learn(f"{article.headline}\n{text}", country_of_dateline(article))
    sources = [one.source for one in attributions if one.source is not None]
    own = tuple(re.sub("^The ", "", name) for name in (article.outlet, article.agency) if name)
    cast = replace(cast_of(text, sources, places), own=own)
    return Scene(text, cast, places, home_of(article, places), dateline_of(article), article.outlet, article.headline)


def _in_order(article: Article, attributions: Sequence[Attribution]) -> list[int]:
    """The attributions in the order in which their sources stand in the text."""

    def place(at: int) -> tuple[int, int]:
        one = attributions[at]
        return (one.source or one.content[0]).start, one.content[0].start

    return sorted(range(len(attributions)), key=place)


def _first_person(article: Article, attributions: Sequence[Attribution]) -> Iterator[int]:
    for at, one in enumerate(attributions):
        if one.source is not None and article.text[slice(*one.source)].strip().lower() in FIRST_PERSON:
            yield at
