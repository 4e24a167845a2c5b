"""Looking for words, and asking who stands where."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.errors import UsageError
from onrecord.pipeline.asking import ask_record
from onrecord.publish.positions_json import positions_json
from onrecord.publish.record_json import Json
from onrecord.store import claim_lists, search, seeking
from onrecord.store.search import Piece
from onrecord.store.seeking import Sorting, Sought
from onrecord.web.api.operations import Asked, Operation, Parameter
from onrecord.web.api.schema import NAME, STANCE, one_of, text

CLAIM = (Parameter("claim", text("A claim in your words.", minLength=1, maxLength=300), needed=True),)
CLAIMS_OF = 1_000  # statements whose claims are found
SINCE = text("Published then or later: YYYY, YYYY-MM or YYYY-MM-DD.", maxLength=10, pattern=r"^\d{4}(-\d{2}){0,2}$")
UNTIL = {**SINCE, "description": "Published then or earlier: YYYY, YYYY-MM or YYYY-MM-DD."}
BESIDE = ("speaker", "party", "stance", "outlet", "since", "until")
SOUGHT = (
    Parameter("q", text("Words, all of which must be there; several in quotes as a phrase.", maxLength=200)),
    Parameter("kind", {**one_of(("statement", "claim", "article")), "default": "statement"}),
    Parameter("speaker", NAME),
    Parameter("party", NAME),
    Parameter("stance", STANCE),
    Parameter("outlet", NAME),
    Parameter("since", SINCE),
    Parameter("until", UNTIL),
    Parameter("order", {**one_of(("best", "newest")), "default": "best"}),
)


def found(asked: Asked) -> Sequence[Json]:
    """Statements, claims or articles that have all that is asked for, best or newest first."""
    beside = {name: asked.given[name] for name in BESIDE if name in asked.given}
    sought = Sought(asked.given.get("q", ""), **beside)
    if not (sought.words.strip() or beside):
        raise UsageError(f"say what is looked for: q, or one of {', '.join(BESIDE)}")
    kind, newest = asked.given["kind"], asked.given["order"] == "newest"
    sorting = Sorting(asked.limit + 1, asked.offset, newest=newest)
    if kind == "claim":
        return _claims(asked, sought, newest=newest)
    if kind == "article":
        if sought.speaker or sought.party or sought.stance:
            raise UsageError("articles have no speaker, party or stance: look for statements or claims")
        hits = search.articles(asked.conn, sought, sorting).hits
        return [_hit("article", one.article.id, one.article.id, one.snippet) for one in hits]
    said = search.statements(asked.conn, sought, sorting).hits
    return [_hit("statement", one.statement.id, one.statement.article, one.snippet) for one in said]


def _claims(asked: Asked, sought: Sought, *, newest: bool) -> list[Json]:
    """Claims to which the first statements that have it speak."""
    rows = seeking.rows(asked.conn, "statement_words", sought, Sorting(CLAIMS_OF, newest=newest))
    shown = search.claims(asked.conn, rows.at)[asked.wanted]
    words = claim_lists.named(asked.conn, shown)
    return [_hit("claim", id_, None, [Piece(words[id_].wording, hit=False)]) for id_ in shown if id_ in words]


def positions(asked: Asked) -> Json:
    """Who stands where on a claim in one's own words."""
    answer = ask_record(asked.conn, asked.given["claim"])
    return positions_json(answer.answer, answer.articles, answer.claims)


def _hit(kind: str, id_: str, article: str | None, snippet: Iterable[Piece]) -> Json:
    return {"kind": kind, "id": id_, "article": article, "snippet": "".join(part.text for part in snippet)}


OPERATIONS = (
    Operation(
        "/search",
        "search",
        "What has the words",
        "Hit",
        found,
        SOUGHT,
        more="Whatever is typed is looked for as words, case and accents aside. Something must be asked for: words, or "
        "one of the others. Claims are found by the first 1,000 statements.",
        paged=True,
    ),
    Operation(
        "/positions",
        "positions",
        "Who stands where on a claim in your words",
        "Positions",
        positions,
        CLAIM,
        more="Finds the claims on record that say it, or its opposite, and tells who is for it, against it, and who "
        "reported it first.",
    ),
)
