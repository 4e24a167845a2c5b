"""Templates to HTML. Everything put into one is escaped; nothing that came from a page is ever trusted markup."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup

from onrecord.publish import described, words
from onrecord.publish.addresses import Addresses, outside
from onrecord.publish.evidence import UNKNOWN_OUTLET
from onrecord.publish.furniture_words import furniture_why
from onrecord.publish.takeaway import offers

# Control characters and those that turn the direction of the text around them: no page needs them, and they can make
# a line read other than it is written.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]|[\ud800-\udfff]")
_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".woff2": "font/woff2",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
}


@dataclass(frozen=True, slots=True)
class Asset:
    """A static file."""

    data: bytes
    type: str


def render(template: str, to: Addresses, values: Mapping[str, Any]) -> str:
    """The page of a template. ``to``: where other pages are."""
    return _environment().get_template(template).render(to=to, **values)


def prepare() -> None:
    """Compiles every template: half a second that no reader has to wait for."""
    made = _environment()
    for name in made.list_templates():
        made.get_template(name)


def seen(value: Any) -> Any:
    """A string without characters that would show nothing, or show it otherwise than it is; others as they are."""
    return value.translate(_Unseen()) if isinstance(value, str) and _UNSEEN.search(value) else value


def as_data(value: Any) -> Markup:
    """JSON for a data block of a page: nothing in it ends the block, and its strings are as they would be shown."""
    return htmlsafe_json_dumps(_seen_in(value), sort_keys=True)


def _seen_in(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _seen_in(one) for key, one in value.items()}
    return [_seen_in(one) for one in value] if isinstance(value, list | tuple) else seen(value)


@cache
def assets() -> Mapping[str, Asset]:
    """{name under static/: file}; the style sheets of css/ are one, desk.css, and the scripts of js/ one, desk.js."""
    found = dict(_walk(files("onrecord.publish").joinpath("static"), ""))
    return _joined(_joined(found, "css"), "js")


def _joined(found: Mapping[str, Asset], kind: str) -> Mapping[str, Asset]:
    """The files of a folder as one file, in the order of their names."""
    parts = sorted(name for name in found if name.startswith(f"{kind}/"))
    whole = Asset(b"\n".join(found[name].data for name in parts), _TYPES[f".{kind}"])
    return {name: asset for name, asset in found.items() if name not in parts} | {f"desk.{kind}": whole}


@cache
def edition() -> str:
    """A short hash of all static files."""
    held = hashlib.blake2b(digest_size=6)
    for name, asset in sorted(assets().items()):
        held.update(name.encode() + asset.data)
    return held.hexdigest()


class _Unseen(dict[int, str]):
    """A table for str.translate, which (unlike re.sub) keeps markup markup."""

    def __missing__(self, key: int) -> str:
        return "" if _UNSEEN.match(chr(key)) else chr(key)


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("onrecord.publish"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=seen,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    for function in (
        words.stance_word,
        words.status_word,
        words.status_meaning,
        words.relation_word,
        words.decision_word,
        words.became_word,
        words.day_words,
        words.day_short,
        words.moment,
        words.number_words,
        words.figure_words,
        words.counted,
        words.quoted,
        words.headline_says,
        furniture_why,
        outside,
        offers,
        described.page_data,
        described.article_data,
        described.claim_data,
        described.story_data,
        described.name_data,
    ):
        made.globals[function.__name__] = function
    made.filters["short"] = words.short
    made.filters["as_data"] = as_data
    made.globals |= {
        "UNKNOWN_OUTLET": UNKNOWN_OUTLET,
        "STANCES": words.STANCES,
        "STATUSES": words.STATUSES,
        "UNNAMED": words.UNNAMED,
        "NOTES": words.NOTES,
        "SIGNALS": words.SIGNALS,
        "SOURCES": words.SOURCES,
        "INFORMATION": words.INFORMATION,
    }
    return made


def _walk(folder: Traversable, path: str) -> list[tuple[str, Asset]]:
    found = []
    for one in folder.iterdir():
        name = f"{path}{one.name}"
        if one.is_dir():
            found += _walk(one, f"{name}/")
        else:
            suffix = "." + one.name.rsplit(".", 1)[-1]
            found.append((name, Asset(one.read_bytes(), _TYPES.get(suffix, "application/octet-stream"))))
    return found
