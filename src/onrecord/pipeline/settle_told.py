"""Stories told again, with their claims: those that something touched, one after the other."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable
from dataclasses import replace

from onrecord import stories
from onrecord.model import Article, Decided, Reading
from onrecord.parties import voice
from onrecord.pipeline.settle import settled_as
from onrecord.pipeline.settle_story import Told, claims_of
from onrecord.store import articles, claims, copies, parties, settling, sketches, statements, voices
from onrecord.store import stories as held_stories

Group = frozenset[str]


def tell_anew(conn: sqlite3.Connection, groups: Collection[Group], changed: Group, decided: Decided) -> None:
    """Tells these groups of articles again, and every story that holds something ``changed``.

    A story that is there, is one of the groups and holds nothing changed stays as it is.
    """
    covered = frozenset[str]().union(*groups)
    there = held_stories.members(conn, covered | changed)
    stays = {held for held in there.values() if held in groups and held.isdisjoint(changed)}
    for id_ in (id_ for id_, held in there.items() if held not in stays):
        settling.put_by(conn, id_)
        held_stories.drop_story(conn, id_)
    left = [held - covered for held in there.values()]
    anew = [*(group for group in groups if group not in stays), *(_indexed(conn, held) for held in left if held)]
    newest = sketches.newest(conn)
    for group in sorted((one for one in anew if one), key=min):
        _tell(conn, group, newest, decided)


def _indexed(conn: sqlite3.Connection, held: Group) -> Group:
    """Those of the articles that are shown still."""
    return frozenset(sketches.known(conn, held))


def _tell(conn: sqlite3.Connection, group: Group, newest: str | None, decided: Decided) -> None:
    held = articles.by_ids(conn, sorted(group))
    readings = {id_: _reading(conn, one) for id_, one in held.items()}
    said = [one for reading in readings.values() for one in reading.statements]
    edges = [edge for edge in copies.copies_of(conn, group) if edge.of in group]
    repeats = {edge.article for edge in edges if edge.relation in stories.REPEATS}
    days = stories.days_of(held.values(), repeats)
    story = replace(stories.story(list(held.values()), said, repeats), heat=stories.heat(days, newest))
    held_stories.keep_stories(conn, [story])
    held_stories.keep_days(conn, story.id, days)
    made = claims_of(Told(story, readings, edges, copies.versions_of(conn, group), decided))
    claims.keep_claims(conn, made)
    settling.note_made(conn, story.id, (one.id for one in made))


def _reading(conn: sqlite3.Connection, article: Article) -> Reading:
    """An article and what is said in it, by id, under the parties it is settled under."""
    said = sorted(statements.of_article(conn, article.id), key=lambda one: one.id)
    parties = voices.settled_as(conn, {voice(one) for one in said})
    return Reading(article, tuple(settled_as(one, parties.get(voice(one)), article) for one in said))


def name_anew(conn: sqlite3.Connection, named: Iterable[str]) -> None:
    """Keeps the parties of all that is said in these articles."""
    for article in named:
        said = statements.of_article(conn, article)
        found = voices.settled_as(conn, {voice(one) for one in said})
        parties.drop_parties(conn, article)
        parties.keep_parties(conn, ((one.id, found[voice(one)]) for one in said if voice(one) in found))


def warm_anew(conn: sqlite3.Connection, newest: str | None, before: str | None) -> None:
    """Counts heat again where the newest day is another: of what is not cold yet, or of all where time went back."""
    if newest == before:
        return
    forward = bool(before and newest and before < newest)
    found = [(id_, was, stories.heat(days, newest)) for id_, was, days in held_stories.days(conn, warm=forward)]
    held_stories.keep_heat(conn, ((id_, now) for id_, was, now in found if was != now))
