from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from onrecord.read import xmltree
from onrecord.read.xmltree import child, declares_entities, local, parsed, said


def test_names_of_html_are_known_and_damage_is_passed_over() -> None:
    root = parsed('<?xml version="1.0"?><!DOCTYPE r><r xmlns:d="x"><d:a>Caf&eacute;&nbsp;\x00&amp; bar</d:a><b>')
    assert root is not None
    assert local(root) == "r"
    assert said(child(root, "a")) == "Caf\u00e9 & bar"
    assert child(root, "c") is None
    assert child(None, "c") is None
    assert said(None) is None


@pytest.mark.parametrize("text", ["", "Rain fell.", "<!-- -->"])
def test_no_document_is_none(text: str) -> None:
    assert parsed(text) is None


def test_too_many_elements_are_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xmltree, "MOST_TAGS", 5)
    assert parsed("<r><a/><a/><a/></r>") is not None
    assert parsed("<r><a/><a/><a/><a/></r>") is None


def test_entities_of_its_own_are_seen() -> None:
    assert declares_entities("<!DOCTYPE r [ <!ELEMENT r ANY> ]><r/>")
    assert declares_entities("<r/>" * 9000 + '<!ENTITY a "b">')
    assert not declares_entities('<!DOCTYPE html PUBLIC "x"><r>[</r>')


@given(
    st.integers(0, 0x120000), st.sampled_from(["&#{};", "&#x{:x};", "&#x{:X} ", "&#X000{:x};", "&#xd8<!DOCTYPE a>00;"])
)
def test_numbers_of_no_character_do_no_harm(code: int, way: str) -> None:
    root = parsed(f"<r><a href='x'>{way.format(code)}</a>b</r>")
    assert root is not None
    assert (said(root) or "").encode().endswith(b"b")
    assert etree.tostring(root)


@given(st.text(max_size=200))
def test_never_fails(text: str) -> None:
    root = parsed(f"<r>{text}</r>")
    assert root is None or local(root) == "r"
