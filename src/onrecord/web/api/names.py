"""Who speaks and who carries it: people, bodies and parties with where they stood, and the outlets in numbers."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.model import KnownName
from onrecord.publish.pages.party import LATEST, Stand, stands_of
from onrecord.publish.record_json import Json, merge_json
from onrecord.store import articles, claim_lists, names, outlets, party_merges, said
from onrecord.store.names import HeardAs
from onrecord.store.outlets import OutletCount, Tie
from onrecord.text.folded import folded
from onrecord.web.api.held import statement_rows, summary
from onrecord.web.api.operations import Asked, NotThereError, Operation, Parameter
from onrecord.web.api.schema import NAME, one_of, text, truth

NAMED = (Parameter("name", NAME, needed=True),)
MOST_WORDS = 8
OFFICES, MOUTHS, MERGES, TIES = 12, 30, 30, 15


def speakers(asked: Asked) -> Sequence[Json]:
    """Names of one kind, the most heard first or in order of the alphabet."""
    words = folded(asked.given.get("words", "")).split()[:MOST_WORDS]
    by_name = asked.given["order"] == "name"
    at = (asked.limit + 1, asked.offset)
    return [_name(one) for one in names.listed(asked.conn, asked.given["kind"], words, at, by_name=by_name)]


def speaker(asked: Asked) -> Json:
    """One name, with what is known of the name itself."""
    known = _known(asked)
    return {
        **_name(known),
        "offices": [_heard(one) for one in names.offices(asked.conn, known.name, OFFICES)],
        "speaks_for": [
            {"party": party, "statements": times} for party, times in names.speaks_for(asked.conn, known.name)[:TIES]
        ],
        "mouths": [_heard(one) for one in names.mouths(asked.conn, known.name, MOUTHS)],
        "merges": [merge_json(one) for one in party_merges.merges_of(asked.conn, known.name)[:MERGES]],
    }


def speaker_statements(asked: Asked) -> Sequence[Json]:
    """What was said by a name or for it, the latest first."""
    name = _known(asked).name
    ids = [one.id for one in said.of_name(asked.conn, name, asked.offset + asked.limit + 1)]
    return statement_rows(asked, ids[asked.offset :])


def speaker_positions(asked: Asked) -> Sequence[Json]:
    """Where a name stands now and stood before, of the latest claims it spoke to."""
    known = _known(asked)
    stands = stands_of(asked.conn, known, said.of_name(asked.conn, known.name, LATEST))
    found = [(claim, held) for claim, held in stands.items() if held and (len(held) > 1 or not _only_changed(asked))]
    shown = found[asked.wanted]
    words = claim_lists.named(asked.conn, [claim for claim, _ in shown])
    return [
        {
            "claim": claim,
            "wording": words[claim].wording,
            "status": words[claim].status,
            "now": _stand(held[-1]),
            "before": [_stand(one) for one in held[:-1]],
        }
        for claim, held in shown
        if claim in words
    ]


def outlet_list(asked: Asked) -> Sequence[Json]:
    """Every outlet in numbers, the one with most articles first."""
    return [_outlet(one) for one in outlets.outlets(asked.conn)[asked.wanted]]


def outlet(asked: Asked) -> Json:
    """One outlet in numbers, and whom it repeats."""
    name = asked.given["name"]
    return {
        **_outlet(_outlet_there(asked)),
        "copies_of": _ties(outlets.copies_of(asked.conn, name)),
        "copied_by": _ties(outlets.copied_by(asked.conn, name)),
        "agencies": _ties(outlets.agencies(asked.conn, name)),
    }


def outlet_articles(asked: Asked) -> Sequence[Json]:
    """An outlet's articles, newest first."""
    ids = outlets.articles(asked.conn, _outlet_there(asked).name, asked.limit + 1, asked.offset)
    listed = articles.listed_by_ids(asked.conn, ids)
    return [summary(listed[id_]) for id_ in ids if id_ in listed]


def outlet_firsts(asked: Asked) -> Sequence[Json]:
    """The claims that an outlet alone was first with, latest first."""
    found = outlets.firsts(asked.conn, _outlet_there(asked).name, asked.offset + asked.limit + 1)[asked.offset :]
    words = claim_lists.named(asked.conn, [one.claim for one in found])
    return [
        {"claim": one.claim, "wording": words[one.claim].wording, "status": words[one.claim].status, "on": one.day}
        for one in found
        if one.claim in words
    ]


def _only_changed(asked: Asked) -> bool:
    return bool(asked.given["changed"])


def _known(asked: Asked) -> KnownName:
    """What is known of the name. Raises NotThereError where nobody of that name was heard."""
    name = asked.given["name"]
    known = names.named(asked.conn, name)
    if known:
        return known
    total = said.counted(asked.conn, name)
    if not total:
        raise NotThereError(f"nobody is on record under {name!r}; names are compared to the letter, see /speakers")
    return KnownName(name, "person", None, total, "")


def _outlet_there(asked: Asked) -> OutletCount:
    found = outlets.outlet(asked.conn, asked.given["name"])
    if found is None:
        raise NotThereError(f"there is no outlet {asked.given['name']!r}; see /outlets")
    return found


def _name(one: KnownName) -> Json:
    return {"name": one.name, "kind": one.kind, "party": one.party, "statements": one.statements}


def _heard(one: HeardAs) -> Json:
    return {
        "name": one.name,
        "role": one.role,
        "party": one.party,
        "statements": one.statements,
        "first": one.first,
        "last": one.last,
    }


def _stand(one: Stand) -> Json:
    return {"stance": one.stance, "on": one.on, "statement": one.statement}


def _outlet(one: OutletCount) -> Json:
    return {
        "name": one.name,
        "articles": one.articles,
        "since": one.since,
        "until": one.until,
        "copies": one.copies,
        "copied": one.copied,
        "first": one.places.first,
        "among_first": one.places.among,
        "later": one.places.later,
        "unknown": one.places.unknown,
    }


def _ties(several: Sequence[Tie]) -> list[Json]:
    return [{"name": one.name, "times": one.times} for one in several[:TIES]]


OPERATIONS = (
    Operation(
        "/speakers",
        "speakers",
        "People, bodies or parties",
        "Name",
        speakers,
        (
            Parameter("kind", {**one_of(("person", "body", "party")), "default": "person"}),
            Parameter("words", text("Only names that have all these words in them.", maxLength=80)),
            Parameter("order", {**one_of(("heard", "name")), "default": "heard"}),
        ),
        more="Everybody who was heard, each name once; a name may be a person, a body or a party, never two of them.",
        paged=True,
        links={"speaker": "/items/0/name", "speakerPositions": "/items/0/name"},
    ),
    Operation(
        "/speakers/{name}",
        "speaker",
        "A person, a body or a party",
        "Speaking",
        speaker,
        NAMED,
        more="In what offices a name was heard, for whom it speaks, who speaks for it, and which other names may be "
        "its own, with how sure that is and why.",
    ),
    Operation(
        "/speakers/{name}/statements",
        "speakerStatements",
        "What was said by a name or for it, the latest first",
        "Statement",
        speaker_statements,
        NAMED,
        paged=True,
    ),
    Operation(
        "/speakers/{name}/positions",
        "speakerPositions",
        "Where a name stands and stood",
        "Standing",
        speaker_positions,
        (*NAMED, Parameter("changed", {**truth("Only positions that changed."), "default": False})),
        more="Of a party by its positions, of a person by what he or she said, in the latest 2,000 statements.",
        paged=True,
    ),
    Operation(
        "/outlets",
        "outlets",
        "Every outlet in numbers",
        "Outlet",
        outlet_list,
        more="Only claims that several outlets carry are counted for who was first; copies are never first.",
        paged=True,
        links={"outlet": "/items/0/name"},
    ),
    Operation("/outlets/{name}", "outlet", "An outlet in numbers, and whom it repeats", "OutletWhole", outlet, NAMED),
    Operation(
        "/outlets/{name}/articles",
        "outletArticles",
        "An outlet's articles, newest first",
        "ArticleSummary",
        outlet_articles,
        NAMED,
        paged=True,
    ),
    Operation(
        "/outlets/{name}/firsts",
        "outletFirsts",
        "The claims an outlet alone was first with, latest first",
        "First",
        outlet_firsts,
        NAMED,
        paged=True,
    ),
)
