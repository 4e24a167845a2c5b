"""claims, claim, stories, story, who, search: the record in the terminal."""

from __future__ import annotations

import argparse
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace

from onrecord.cli.ids import claim_id, story_id
from onrecord.cli.screen import blank, show_json
from onrecord.cli.shown import (
    liveliest_first,
    show_articles,
    show_claim,
    show_claims,
    show_judged,
    show_names,
    show_statements,
    show_stories,
    show_story,
)
from onrecord.errors import UsageError
from onrecord.model import Copy, PartyMerge, Statement
from onrecord.publish.judged import assessments, on_claim, standing
from onrecord.publish.record_json import claim_json, merge_json, statement_row, story_json
from onrecord.store import articles as held_articles
from onrecord.store import claims as held_claims
from onrecord.store import copies as held_copies
from onrecord.store import parties as held_parties
from onrecord.store import party_merges as held_merges
from onrecord.store import statements as held_statements
from onrecord.store import stories as held_stories
from onrecord.store.opening import open_record


def claims(arguments: argparse.Namespace) -> int:
    """Every claim."""
    with closing(open_record(arguments.record, readonly=True)) as conn:
        found = liveliest_first(held_claims.claims(conn, status=arguments.status))
        assessed = assessments(found, standing(conn))
    if arguments.json:
        for one in found:
            show_json(claim_json(one, assessed=assessed.get(one.id)))
    else:
        show_claims(found)
    return 0


def claim(arguments: argparse.Namespace) -> int:
    """One claim."""
    with closing(open_record(arguments.record, readonly=True)) as conn:
        found = held_claims.claim(conn, claim_id(conn, arguments.id))
        assert found is not None, "an id of the record"
        said = _settled(conn, held_statements.by_ids(conn, found.statements))
        reported = held_articles.by_ids(
            conn, [*(one.article for one in said), *(one.first_article for one in found.origins)]
        )
        given = standing(conn)
    assessed = assessments([found], given).get(found.id)
    if arguments.json:
        show_json(claim_json(found, assessed=assessed))
    else:
        show_claim(found, {one.id: one for one in said}, reported)
        show_judged(assessed, on_claim(found, reported, given))
    return 0


def stories(arguments: argparse.Namespace) -> int:
    """Every story."""
    with closing(open_record(arguments.record, readonly=True)) as conn:
        found = held_stories.stories(conn)
    if arguments.json:
        for one in found:
            show_json(story_json(one))
    else:
        show_stories(found)
    return 0


def story(arguments: argparse.Namespace) -> int:
    """One story."""
    with closing(open_record(arguments.record, readonly=True)) as conn:
        found = held_stories.story(conn, story_id(conn, arguments.id))
        assert found is not None, "an id of the record"
        if arguments.json:
            show_json(story_json(found))
            return 0
        show_story(found)
        blank()
        show_articles(list(held_articles.by_ids(conn, found.articles).values()), _copies(conn))
        blank()
        show_claims(liveliest_first(held_claims.of_story(conn, found.id)))
    return 0


def who(arguments: argparse.Namespace) -> int:
    """What a speaker or a party is on record with."""
    name = " ".join(arguments.name)
    with closing(open_record(arguments.record, readonly=True)) as conn:
        found = _settled(conn, _said_by(conn, name))
        names = _names(conn, name, found)
        if arguments.json:
            of_claim = held_claims.claim_of(conn, (one.id for one in found))
            for one in found:
                row = statement_row(one, party=None, claim=of_claim.get(one.id))
                held = [merge_json(each) for each in names if each.party in one.speaker.parties]
                show_json(row | {"party_names": held})
        else:
            show_statements(found, held_articles.by_ids(conn, (one.article for one in found)))
            show_names(names)
    return 0


def _names(conn: sqlite3.Connection, name: str, found: Sequence[Statement]) -> list[PartyMerge]:
    """Other names of who was asked for, and of the parties spoken for: those settled so, and those that may be so."""
    asked = dict.fromkeys([name, *(party for one in found for party in one.speaker.parties)])
    return list(dict.fromkeys(one for each in asked for one in held_merges.merges_of(conn, each)))


def _settled(conn: sqlite3.Connection, said: Sequence[Statement]) -> list[Statement]:
    """The statements with the party settled across articles in the place of what their article alone shows."""
    party = held_parties.party_of(conn, (one.id for one in said))
    return [replace(one, speaker=replace(one.speaker, party=party.get(one.id, one.speaker.party))) for one in said]


def _said_by(conn: sqlite3.Connection, name: str) -> list[Statement]:
    """Everything said by, or for, who bears the name; where nobody does, by the only one with those words in theirs."""
    if found := [*_of_other_name(conn, name), *_of(conn, name)]:
        return list({one.id: one for one in found}.values())
    known = [*(one for one, *_ in held_statements.speakers(conn)), *(one for one, _ in held_parties.parties(conn))]
    alike = [one for one in dict.fromkeys(known) if all(word in one.casefold() for word in name.casefold().split())]
    if len(alike) == 1:
        return _of(conn, alike[0])
    if alike:
        raise UsageError(
            f"{name} may be {', '.join(alike[:5])}{' and others' if len(alike) > 5 else ''}; give the full name"
        )
    raise UsageError(f"nobody called {name} is on record; look for the words instead: onrecord search {name}")


def _of(conn: sqlite3.Connection, name: str) -> list[Statement]:
    said = [*held_statements.of_speaker(conn, name), *held_statements.of_party(conn, name)]
    return list({one.id: one for one in said}.values())


def _of_other_name(conn: sqlite3.Connection, name: str) -> list[Statement]:
    """What is said for the party that goes by this name too."""
    made = [one for one in held_merges.merges_of(conn, name) if one.made and one.name.casefold() == name.casefold()]
    return _of(conn, made[0].party) if made else []


def _copies(conn: sqlite3.Connection) -> dict[str, Copy]:
    return {one.article: one for one in reversed(held_copies.copies(conn))}
