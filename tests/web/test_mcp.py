"""The record for assistants: what is asked in lines of JSON, and what comes back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.errors import RecordError
from onrecord.web.mcp import MAX_LINE, TOOLS, answers
from tests.publish.small_record import plain, small_record

ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=10), inner, max_size=3),
    max_leaves=6,
)


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("mcp") / "a.db"
    small_record(path, plain)
    return path


def ask(record: Path, method: str, **params: Any) -> Any:
    line = json.dumps({"jsonrpc": "2.0", "id": 7, "method": method, "params": params}).encode()
    [answer] = answers([line], record)
    found = json.loads(answer)
    assert (found["jsonrpc"], found["id"]) == ("2.0", 7)
    return found.get("result") or found["error"]


def test_it_introduces_itself(record: Path) -> None:
    assert ask(record, "initialize", protocolVersion="2025-03-26")["protocolVersion"] == "2025-03-26"
    assert ask(record, "initialize", protocolVersion="1999-01-01")["protocolVersion"] == "2025-06-18"
    tools = {one["name"]: one for one in ask(record, "tools/list")["tools"]}
    assert set(tools) == set(TOOLS)
    assert "judge" not in tools, "nothing that changes the record"
    assert tools["claim"]["inputSchema"]["required"] == ["id"]


def call(record: Path, name: str, **asked: Any) -> Any:
    found = ask(record, "tools/call", name=name, arguments=asked)
    assert not found["isError"], found
    return json.loads(found["content"][0]["text"])


def test_tools_answer_as_the_api_does(record: Path) -> None:
    claims = call(record, "claims", limit=1)
    assert len(claims["items"]) == 1
    claim = claims["items"][0]
    assert call(record, "claim", id=claim["id"]) == claim
    assert {one["claim"] for one in call(record, "claimStatements", id=claim["id"])["items"]} == {claim["id"]}
    assert call(record, "positions", claim=claim["wording"])["question"]


def test_a_brief_is_told_as_text_and_what_is_no_text_is_not(record: Path) -> None:
    [claim] = call(record, "claims", limit=1)["items"]
    brief = ask(record, "tools/call", name="claimExport", arguments={"id": claim["id"], "format": "markdown"})
    assert claim["wording"][:20] in brief["content"][0]["text"]
    packed = ask(record, "tools/call", name="claimExport", arguments={"id": claim["id"], "format": "csv"})
    assert packed["isError"]
    assert "ask for another format" in packed["content"][0]["text"]


def test_nobody_in_particular_asks(record: Path) -> None:
    assert not {"watches", "watch", "review", "endWatch"} & set(TOOLS)
    assert {"speakers", "outlets", "changes", "topics", "formats"} <= set(TOOLS)
    assert call(record, "changes", after=0) == {"items": [], "more": False}
    [outlet, *_] = call(record, "outlets")["items"]
    whole = ask(record, "tools/call", name="outlet", arguments={"name": outlet["name"]})
    assert json.loads(whole["content"][0]["text"])["articles"] == outlet["articles"]


def test_what_is_asked_wrongly_is_told(record: Path) -> None:
    assert ask(record, "tools/call", name="drop")["code"] == -32602
    assert ask(record, "resources/list")["code"] == -32601
    for asked in ({"limit": 0}, {"colour": "red"}, {"status": 3}):
        assert ask(record, "tools/call", name="claims", arguments=asked)["isError"]
    missing = ask(record, "tools/call", name="claim", arguments={"id": "none"})
    assert missing["isError"]
    assert "there is no claim none" in missing["content"][0]["text"]
    assert list(answers([b'{"jsonrpc": "2.0", "method": "notifications/initialized"}'], record)) == []
    with pytest.raises(RecordError, match="there is none"):
        list(answers([], record.with_name("no.db")))


PARAMS = ANY | st.fixed_dictionaries({"name": st.sampled_from(sorted(TOOLS)), "arguments": ANY})
METHODS = st.sampled_from(["tools/call", "initialize", "x"])
MESSAGES = st.fixed_dictionaries({"method": METHODS, "id": ANY, "params": PARAMS})


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=80) | MESSAGES.map(lambda one: json.dumps(one).encode()))
def test_any_line_is_answered(record: Path, line: bytes) -> None:
    for answer in answers([line, b"[" * MAX_LINE + b"[", b"[" * 100_000], record):
        assert json.loads(answer)["jsonrpc"] == "2.0"
