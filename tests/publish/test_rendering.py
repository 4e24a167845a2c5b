"""What templates and static files may hold, and that the palette can be read in both schemes."""

from __future__ import annotations

import hashlib
import json
import re
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from onrecord.publish.rendering import as_data, assets, edition, seen

PUBLISH = Path(__file__).parents[2] / "src" / "onrecord" / "publish"
TEMPLATES = sorted((PUBLISH / "templates").rglob("*.html"))
CSS = assets()["desk.css"].data.decode()
GROUNDS = ("paper", "card", "wash")
WRITING = ("ink", "soft", "asserts", "suggests", "denies", "doubts", "unknown", "inv", "back", "quiet")


def palette(scheme: str) -> dict[str, str]:
    """{name: colour} of a scheme: the first :root of the sheet, under the dark one where it says otherwise."""
    blocks = re.findall(r":root \{(.*?)\}", CSS, re.S)
    found = [dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6});", block)) for block in blocks]
    return found[0] | found[1] if scheme == "dark" else found[0]


def luminance(colour: str) -> float:
    """The relative luminance of WCAG 2.2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_contrast_is_reckoned_as_wcag_does() -> None:
    assert round(contrast("#000000", "#ffffff"), 1) == 21.0
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everything_written_can_be_read(scheme: str) -> None:
    colours = palette(scheme)
    faint = {
        (name, ground): round(contrast(colours[name], colours[ground]), 2)
        for name, ground in product(WRITING, GROUNDS)
        if contrast(colours[name], colours[ground]) < 4.5
    }
    assert not faint
    assert contrast(colours["ink"], colours["mark"]) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_edges_of_what_can_be_used_can_be_seen(scheme: str) -> None:
    colours = palette(scheme)
    assert contrast(colours["edge"], colours["paper"]) >= 3


def test_every_colour_is_in_the_palette() -> None:
    after = CSS.split("*, *::before")[1].split("@media print")[0]
    assert not re.findall(r"#[0-9a-fA-F]{3,8}\b(?![^{]*\{)", after)
    used = set(re.findall(r"var\(--([a-z]+)", CSS))
    assert used <= set(palette("light")) | {"tone", "serif", "sans"}


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_templates_hold_nothing_the_policy_forbids(template: Path) -> None:
    # The one block within a page is of data, made by the filter that lets nothing end it.
    block = (
        r'<script type="application/ld\+json">{% block data %}{{ [a-z_]+\([^{}]*\)\|as_data }}{% endblock %}</script>'
    )
    text = re.sub(block, "", template.read_text(encoding="utf-8"))
    assert not re.search(r"{% block data %}(?!{{ [a-z_]+\([^{}]*\)\|as_data }}{% endblock %})", text)
    assert not re.search(r"\|\s*safe\b|autoescape\s+false|<script(?! src=)|<style|\bstyle=|\son[a-z]+=|Markup", text)
    assert not re.search(r"https?://", text.replace('placeholder="https://"', ""))


def test_the_style_sheet_loads_nothing_from_outside() -> None:
    assert "@import" not in CSS
    for url in re.findall(r"url\(([^)]*)\)", CSS):
        assert url.strip("\"'") in assets()


def test_fonts_are_few_and_bring_their_licence() -> None:
    fonts = {name: asset for name, asset in assets().items() if name.endswith(".woff2")}
    assert 0 < sum(len(asset.data) for asset in fonts.values()) < 400_000
    licences = [asset.data.decode() for name, asset in assets().items() if re.match("fonts/.*LICENSE.txt", name)]
    assert len(licences) == 2
    assert all("SIL Open Font License" in text for text in licences)


def test_htmx_is_the_one_that_the_docs_name() -> None:
    held = hashlib.sha256(assets()["htmx.min.js"].data).hexdigest()
    assert held in (PUBLISH.parents[2] / "docs" / "dependencies.md").read_text(encoding="utf-8")
    assert b'version:"2.0.11"' in assets()["htmx.min.js"].data
    assert b"Zero-Clause BSD" in assets()["htmx-LICENSE.txt"].data
    desk = (PUBLISH / "templates" / "desk.html").read_text(encoding="utf-8")
    for setting in ('"allowEval":false', '"includeIndicatorStyles":false', '"allowScriptTags":false'):
        assert setting in desk


def test_our_scripts_make_no_code_and_no_markup_of_text() -> None:
    text = assets()["desk.js"].data.decode()
    assert not re.search(
        r"\beval\b|new Function|innerHTML|outerHTML|insertAdjacentHTML|document\.write|\.on[a-z]+ =", text
    )
    assert not re.search(r"set(?:Timeout|Interval)\(\s*['\"`]|https?://", text)


def test_keys_heed_fields_modifiers_and_the_switch() -> None:
    text = (PUBLISH / "static" / "js" / "50-review.js").read_text(encoding="utf-8")
    for needed in ("ctrlKey", "metaKey", "altKey", "isComposing", "textarea", "contenteditable", "keys-on"):
        assert needed in text


def test_the_edition_is_of_the_files() -> None:
    assert re.fullmatch(r"[0-9a-f]{12}", edition())


def test_characters_that_hide_or_turn_text_are_dropped() -> None:
    assert seen("a\u202eb\u2066c\x00d\ud800e\u200ff\ng") == "abcdef\ng"
    assert seen(Markup("<b>\u202e</b>")) == Markup("<b></b>")
    assert isinstance(seen(Markup("<b>")), Markup)
    assert seen(3) == 3


@given(st.text())
def test_what_is_left_can_be_sent(text: str) -> None:
    seen(text).encode("utf-8")


def test_words_without_end_are_broken_wherever_they_must_be() -> None:
    body = re.search(r"(?m)^body \{[^}]*\}", CSS)
    assert body
    assert "overflow-wrap: anywhere" in body.group()
    assert not re.search(r"(?m)^h1[^{]*\{[^}]*(?:nowrap|overflow-wrap)", CSS)


@given(st.recursive(st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from("abc"), inner)))
def test_data_cannot_end_their_block_and_come_back_as_they_are_shown(value: object) -> None:
    block = as_data({"@graph": value})
    assert not re.search(r"[<>&']", block)
    assert block.isascii()
    assert json.loads(block) == {"@graph": shown(value)}


def shown(value: object) -> object:
    """The value with its strings as a page shows them."""
    if isinstance(value, dict):
        return {key: shown(one) for key, one in value.items()}
    return [shown(one) for one in value] if isinstance(value, list) else seen(value)
