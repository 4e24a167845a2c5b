"""Which articles a change of what people decided is about: those that an old or a new part of it names, no others.

What is decided takes effect in the stories of the statements and articles that each part of it names; names of parties
take effect through the voices that bear them, which are settled whenever names change.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from onrecord.model import Decided, content_id
from onrecord.store import statements, tallies

MARK = "decided"
Parts = Mapping[str, list[str]]  # {digest of a part of what is decided: the articles it is about}


def note_decided(conn: sqlite3.Connection, decided: Decided) -> set[str]:
    """Keeps what is decided and gives the articles that anything decided otherwise than before is about."""
    before, now = _held(conn), _parts(conn, decided)
    changed = before.keys() ^ now.keys()
    if changed:
        tallies.set_mark(conn, MARK, json.dumps(now))
    return {article for part in changed for article in (*before.get(part, ()), *now.get(part, ()))}


def names_digest(decided: Decided) -> str:
    """The same for the same word on names."""
    return content_id("names", repr((sorted(decided.names.kept.items()), decided.names.apart)))


def _held(conn: sqlite3.Connection) -> Parts:
    found: dict[str, list[str]] = json.loads(tallies.mark(conn, MARK) or "{}")
    return found


def _parts(conn: sqlite3.Connection, decided: Decided) -> dict[str, list[str]]:
    said = list(_of_statements(decided))
    known = statements.articles_by_id(conn, {id_ for _, ids in said for id_ in ids})
    parts = [(told, sorted({known[id_] for id_ in ids if id_ in known})) for told, ids in said]
    parts += [(told, sorted(ids)) for told, ids in _of_articles(decided)]
    return {content_id("decided", repr(told)): articles for told, articles in parts}


def _of_statements(decided: Decided) -> Iterator[tuple[object, Iterable[str]]]:
    """Each part that names statements, told so that no other is told alike."""
    for over in decided.corrections:
        yield over, (over.statement,)
    for together in decided.ties.together:
        yield ("together", together), together
    for pair in decided.ties.apart:
        yield ("apart", pair), pair
    for alone in decided.ties.alone:
        yield ("alone", alone), (alone,)
    words: defaultdict[str, list[object]] = defaultdict(list)
    for word in decided.words:
        for id_ in word.statements:
            words[id_].append(word)  # in order: of two words on one claim the later holds
    for id_, several in words.items():
        yield ("words", id_, several), (id_,)


def _of_articles(decided: Decided) -> Iterator[tuple[object, Iterable[str]]]:
    edges: defaultdict[str, list[tuple[str, str, object]]] = defaultdict(list)
    for edge in decided.copies:
        edges[edge.article].append((edge.article, edge.of, edge))
    for id_, several in edges.items():
        yield ("copies", id_, several), {end for article, of, _ in several for end in (article, of)}
    for pair in decided.not_copies:
        yield ("no copy", sorted(pair)), pair
