"""Files of the desk: what each page offers can be had, under a safe name, and holds what the export does."""

from __future__ import annotations

import io
import json
import re
import zipfile
from html import unescape

import pytest
from starlette.types import ASGIApp

from onrecord.model import Settled
from onrecord.publish.takeaway import offers
from onrecord.web import takeaway
from onrecord.web.app import desk
from tests.publish.assessed_record import assessed_record, hostile
from tests.publish.seen_page import seen
from tests.publish.small_record import plain
from tests.web.asking import HOST, ask

ROOMS = {"claim": "claims", "story": "stories", "article": "articles"}


@pytest.fixture(scope="module", params=[plain, hostile], ids=["plain", "hostile"])
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[ASGIApp, Settled]:
    path = tmp_path_factory.mktemp("takeaway") / "record.db"
    settled = assessed_record(path, request.param)
    return desk(path, HOST), settled


def address(settled: Settled, kind: str) -> str:
    """The page of something of that kind."""
    id_ = {
        "claim": settled.claims[0].id,
        "story": settled.stories[0].id,
        "article": settled.stories[0].articles[0],
    }[kind]
    return f"/{ROOMS[kind]}/{id_}"


@pytest.mark.parametrize("kind", ROOMS)
def test_every_offer_can_be_had(made: tuple[ASGIApp, Settled], kind: str) -> None:
    app, settled = made
    page = address(settled, kind)
    for offer in offers(kind):
        answer = ask(app, f"{page}.{offer.format}")
        assert answer.status_code == 200, offer
        assert answer.headers["content-type"] == offer.type
        id_ = page.rpartition("/")[2]
        named = f'attachment; filename="onrecord-{kind}-{id_}{offer.ending}"'
        assert answer.headers["content-disposition"] == named
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.content
        if "json" in offer.type:
            assert json.loads(answer.content)
        assert ask(app, f"{page}.{offer.format}").content == answer.content


def test_tables_come_in_a_zip(made: tuple[ASGIApp, Settled]) -> None:
    app, settled = made
    with zipfile.ZipFile(io.BytesIO(ask(app, f"{address(settled, 'claim')}.csv").content)) as packed:
        assert {"claims.csv", "statements.csv", "csv-metadata.json"} <= set(packed.namelist())
        assert packed.read("claims.csv").decode("utf-8-sig").count("\r\n") >= 2


@pytest.mark.parametrize(
    "path", ["/claims/none.markdown", "/claims/{}.exe", "/claims/{}.warc", "/claims/{}.", "/stories/none.csv",
             "/articles/none.ninjs", "/claims/{}.markdown.x"]
)  # fmt: skip
def test_what_is_not_there_is_not_found(made: tuple[ASGIApp, Settled], path: str) -> None:
    app, settled = made
    assert ask(app, path.format(settled.claims[0].id)).status_code == 404


def test_what_is_too_large_says_how_it_can_be_had(
    made: tuple[ASGIApp, Settled], monkeypatch: pytest.MonkeyPatch
) -> None:
    app, settled = made
    monkeypatch.setattr(takeaway, "MOST_ARTICLES", 1)
    answer = ask(app, f"{address(settled, 'story')}.stix")
    assert answer.status_code == 413
    assert f"onrecord export stix --story {settled.stories[0].id} -o PATH" in seen(answer.text).text


def test_the_page_of_a_claim_cites_it_and_links_to_its_files(made: tuple[ASGIApp, Settled]) -> None:
    app, settled = made
    page = ask(app, address(settled, "claim")).text
    links = {unescape(one) for one in re.findall(r'href="([^"]*)"', page)}
    assert {f"{address(settled, 'claim')}.{offer.format}" for offer in offers("claim")} <= links
    text = " ".join(seen(page).text.split())
    assert "Vessa is moving its bridge" in text
    assert f"On record, claim {settled.claims[0].id}, http://{HOST}:8000{address(settled, 'claim')}." in text
