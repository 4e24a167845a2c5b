"""A claim, a story or an article in the formats of others."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from onrecord.errors import UsageError
from onrecord.publish.record_json import Json
from onrecord.publish.takeaway import offer_named, offers
from onrecord.web.api.held import gone
from onrecord.web.api.operations import Asked, File, NotThereError, Operation, Parameter
from onrecord.web.api.schema import ID, one_of
from onrecord.web.filing import MOST_ARTICLES, file_of, size_of

ROOMS = {"claim": "claims", "story": "stories", "article": "articles"}
CALLED = {"claim": "A claim", "story": "A story", "article": "An article"}


def formats(asked: Asked) -> Sequence[Json]:
    """The formats there are, and what each can be of."""
    every = {one.format: one for kind in ROOMS for one in offers(kind)}
    return [
        {
            "format": one.format,
            "name": one.words,
            "tells": one.tells,
            "type": one.type,
            "of": [kind for kind in ROOMS if offer_named(kind, one.format)],
        }
        for one in every.values()
    ][asked.wanted]


def taken(kind: str) -> Callable[[Asked], File]:
    """What answers with the file of a claim, a story or an article."""

    def answer(asked: Asked) -> File:
        id_, offer = asked.given["id"], offer_named(kind, asked.given["format"])
        assert offer is not None, "the schema knows those formats alone"
        size = size_of(asked.conn, kind, id_)
        if size is None:
            raise NotThereError(f"there is no article {id_}") if kind == "article" else gone(asked, kind)
        if size > MOST_ARTICLES:
            command = f"onrecord export {offer.format} --{kind} {id_} -o PATH"
            raise UsageError(f"it is too large to be made here; make it on the command line: {command}")
        data = file_of(asked.conn, (kind, id_), offer, asked.to)
        return File(data, offer.type, f"onrecord-{kind}-{id_}{offer.ending}")

    return answer


def _export(kind: str) -> Operation:
    room = ROOMS[kind]
    held = tuple(one.format for one in offers(kind))
    return Operation(
        f"/{room}/{{id}}/export",
        f"{kind}Export",
        f"{CALLED[kind]} in another format",
        "",
        taken(kind),
        (Parameter("id", ID, needed=True), Parameter("format", one_of(held), needed=True)),
        more="The same files as on the desk; docs/exports.md tells what is in each.",
        files=tuple(dict.fromkeys(one.type for one in offers(kind))),
    )


OPERATIONS = (
    Operation("/formats", "formats", "The formats there are", "Format", formats, paged=True),
    *(_export(kind) for kind in ROOMS),
)
