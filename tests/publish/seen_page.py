"""A page taken apart as a browser would: what tags and attributes it has, what it says, where it leads."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from html.parser import HTMLParser

_TAGS = (
    "a article aside b bdi blockquote body br button caption circle code datalist dd defs del details div dl dt "
    "fieldset figcaption figure footer form g h1 h2 h3 h4 head header html input ins kbd label legend li line link "
    "main mark meta nav ol optgroup option output p path pre q rect s script section select small span strong sub "
    "summary sup svg table tbody td text textarea th thead time title tr ul use"
)
_ATTRIBUTES = (
    "accept action aria-current aria-describedby aria-expanded aria-hidden aria-label aria-labelledby aria-live as "
    "autocapitalize autocomplete autofocus charset checked cite class cols colspan content crossorigin cx cy d "
    "datetime defer disabled download dx enctype focusable for form formaction height href http-equiv id inputmode "
    "lang list max maxlength method min minlength multiple name open pattern placeholder points property r readonly "
    "rel required role rows rowspan rx scope selected size spellcheck src step tabindex target text-anchor title "
    "transform type value viewbox width x x1 x2 y y1 y2"
)
TAGS, ATTRIBUTES = frozenset(_TAGS.split()), frozenset(_ATTRIBUTES.split())


@dataclass
class Seen(HTMLParser):
    """What a page is made of."""

    tags: set[str] = field(default_factory=set)
    attributes: set[str] = field(default_factory=set)
    ids: list[str] = field(default_factory=list)
    links: list[dict[str, str]] = field(default_factory=list)
    headings: list[int] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    scripts: int = 0
    data: list[str] = field(default_factory=list)
    in_data: bool = False

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        given = {name: value or "" for name, value in attrs}
        # A block of data is never run, whatever it holds. Source: HTML, 4.12.1, the type attribute.
        block = tag == "script" and given == {"type": "application/ld+json"}
        self.scripts += tag == "script" and not block
        self.data += [""] if block else []
        self.in_data = block
        self.attributes |= set(given)
        self.ids += [given["id"]] if "id" in given else []
        if "href" in given or "src" in given or "action" in given:
            self.links.append({"tag": tag, **given})
        if tag in ("h1", "h2", "h3", "h4"):
            self.headings.append(int(tag[1]))

    def handle_endtag(self, tag: str) -> None:
        self.in_data = False

    def handle_data(self, data: str) -> None:
        if self.in_data:
            self.data[-1] += data
        else:
            self.words.append(data)

    @property
    def text(self) -> str:
        return "".join(self.words)


def seen(page: str) -> Seen:
    """The page taken apart."""
    found = Seen()
    found.feed(page)
    found.close()
    return found


def check(page: str) -> Seen:
    """The page taken apart; fails where it holds what no page of the desk may hold."""
    found = seen(page)
    assert found.tags <= TAGS, found.tags - TAGS
    strange = {one for one in found.attributes - ATTRIBUTES if not one.startswith(("data-", "hx-"))}
    assert not strange, strange
    # A script is a file of ours; what a page says is never one.
    assert all(one.get("src", "").startswith("/static/") for one in found.links if one["tag"] == "script")
    assert found.scripts == sum(one["tag"] == "script" for one in found.links), "a script within the page"
    assert not any(one in block for block in found.data for one in "<>&'"), "data that could end their block"
    assert all(json.loads(block)["@context"] == "https://schema.org" for block in found.data)
    assert len(found.ids) == len(set(found.ids)), sorted(one for one in found.ids if found.ids.count(one) > 1)
    for link in found.links:
        address = link.get("href") or link.get("action") or link.get("src") or ""
        if address.startswith(("http:", "https:")):
            assert link["rel"] == "noopener noreferrer nofollow"
        else:
            assert address.startswith(("/", "#")), address
            assert not address.startswith("//"), address
    assert found.headings[:1] == [1]
    assert found.headings.count(1) == 1
    steps = zip(found.headings, found.headings[1:], strict=False)
    assert all(after <= before + 1 for before, after in steps), found.headings
    return found
