"""What comes of handing in pages and of following, and refusals, as schemas."""

from __future__ import annotations

from onrecord.model import FollowKind
from onrecord.model.values import Stage
from onrecord.web.api.schema import ID, Schema, integer, maybe, named, one_of, rows, text, thing, truth


def source_components() -> dict[str, Schema]:
    """Every schema by its name."""
    followed = {
        "url": text(),
        "watched": text(),
        "kind": maybe(one_of(FollowKind)),
        "fetched": maybe(text()),
        "due": maybe(text()),
        "failures": integer(),
        "error": maybe(text()),
    }
    return {
        "Refusal": thing(
            "An input that could not be used, and why.",
            file=text(),
            input_id=maybe(text()),
            url=maybe(text()),
            stage=one_of(Stage),
            reason=text(),
            page=maybe(text()),
        ),
        "HandedIn": thing(
            "What came of a page that was handed in; reading: there is so much of it that it is read behind the desk.",
            articles=rows(ID),
            statements=integer(),
            known=truth(),
            reading=truth(),
            refused=rows(named("Refusal")),
        ),
        "Following": thing("An address that is followed.", **followed),
        "Followed": thing(
            "An address that is followed now; first: what it names first.",
            **followed,
            new=truth(),
            first=rows(thing(url=text(), title=maybe(text()))),
        ),
    }
