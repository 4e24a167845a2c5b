"""Files in the formats of others: the same as on the desk."""

from __future__ import annotations

import pytest
from starlette.types import ASGIApp

from onrecord.publish.takeaway import offers
from onrecord.web.api.exporting import ROOMS
from onrecord.web.api.routes import PREFIX
from onrecord.web.app import desk
from tests.publish.small_record import plain, small_record
from tests.web.asking import HOST, ask

STABLE = ("markdown", "csv", "jsonld", "annotation", "ninjs", "prov")  # others say when they were made


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> ASGIApp:
    record = tmp_path_factory.mktemp("files") / "a.db"
    small_record(record, plain)
    return desk(record, HOST)


@pytest.mark.parametrize("kind", ROOMS)
def test_every_format_is_the_desks_own(app: ASGIApp, kind: str) -> None:
    id_ = ask(app, f"{PREFIX}/{ROOMS[kind]}").json()["items"][0]["id"]
    for offer in offers(kind):
        own = ask(app, f"{PREFIX}/{ROOMS[kind]}/{id_}/export?format={offer.format}")
        desks = ask(app, f"/{ROOMS[kind]}/{id_}.{offer.format}")
        assert own.status_code == desks.status_code == 200
        assert own.headers["content-type"] == offer.type
        assert own.headers["content-disposition"] == desks.headers["content-disposition"]
        assert (own.content == desks.content) or offer.format not in STABLE, offer.format
    missing = ask(app, f"{PREFIX}/{ROOMS[kind]}/none/export?format=csv")
    assert (missing.status_code, missing.json()["detail"]) == (404, f"there is no {kind} none")


def test_formats_say_what_they_can_be_of(app: ASGIApp) -> None:
    found = {one["format"]: one["of"] for one in ask(app, f"{PREFIX}/formats").json()["items"]}
    assert found["ninjs"] == ["article"]
    assert found["markdown"] == ["claim", "story"]
    for kind in ROOMS:
        assert {one.format for one in offers(kind)} == {name for name, of in found.items() if kind in of}
