"""Who speaks: the name, role and party behind each attribution's source, and how that was found."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.model import Article, Attribution, Speaker
from onrecord.statements.speakers_cast import cast_of
from onrecord.statements.speakers_home import country_of_dateline, dateline_of, home_of
from onrecord.statements.speakers_party import Scene
from onrecord.statements.speakers_places import learn
from onrecord.statements.speakers_resolve import read_source
from onrecord.statements.speakers_stage import Stage

NO_SOURCE = Speaker(None, None, None, "The text names no source.")


def resolve(article: Article, attributions: Sequence[Attribution]) -> list[Speaker]:
    """The speaker of each attribution, in the order given; where two could be meant, none, and ``why`` says so."""
    text = article.text
    places = learn(f"{article.headline}\n{text}", country_of_dateline(article))
    sources = [one.source for one in attributions if one.source is not None]
    own = tuple(re.sub("^The ", "", name) for name in (article.outlet, article.agency) if name)
    cast = replace(cast_of(text, sources, places), own=own)
    scene = Scene(text, cast, places, home_of(article, places), dateline_of(article), article.outlet, article.headline)
    stage = Stage(scene)
    found: dict[int, Speaker] = {}
    for at in sorted(range(len(attributions)), key=lambda at: _place(attributions[at])):
        source = attributions[at].source
        if source is not None:
            said = read_source(stage, source)
            stage.history.append(said)
            found[at] = said.speaker
    return [found.get(at, NO_SOURCE) for at in range(len(attributions))]


def _place(one: Attribution) -> tuple[int, int]:
    source = one.source or one.content[0]
    return source.start, one.content[0].start
