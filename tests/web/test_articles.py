"""An article by address: its parts, its versions, the bytes of its page."""

from __future__ import annotations

import pytest
from starlette.types import ASGIApp

from onrecord.model import content_id
from onrecord.web.app import desk
from tests.publish.seen_page import check
from tests.publish.small_record import plain, small_record
from tests.web.asking import HOST, ask

ONE, TWO = content_id("article", "one"), content_id("article", "two")


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> ASGIApp:
    path = tmp_path_factory.mktemp("desk") / "record.db"
    small_record(path, plain)
    return desk(path, HOST)


def test_the_bytes_of_a_page_are_never_a_page_of_the_desk(app: ASGIApp) -> None:
    answer = ask(app, f"/articles/{ONE}/bytes")
    assert answer.status_code == 200
    assert b"<script>alert(1)</script>" in answer.content
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"].startswith("attachment;")
    assert answer.headers["x-content-type-options"] == "nosniff"
    policies = answer.headers.get_list("content-security-policy")
    assert "sandbox; default-src 'none'" in policies
    assert len(policies) == 2, "the policy of every page holds too"
    assert ask(app, "/articles/none/bytes").status_code == 404


def test_versions_by_address(app: ASGIApp) -> None:
    page = ask(app, f"/articles/{TWO}/versions?from={ONE}&to={TWO}")
    assert page.status_code == 200
    assert "2 versions on record" in check(page.text).text
    assert ask(app, f"/articles/{TWO}/versions?from=%00&to=x").status_code == 200
    assert ask(app, "/articles/none/versions").status_code == 404


@pytest.mark.parametrize("asked", ["part=2", "part=-1", "part=x", "statement=none", "part=99999999999999999999"])
def test_whatever_part_is_asked_for(app: ASGIApp, asked: str) -> None:
    answer = ask(app, f"/articles/{ONE}?{asked}")
    assert answer.status_code == 200
    assert "The bridge is gone" in check(answer.text).text
