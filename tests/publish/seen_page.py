"""A page taken apart as a browser would: what tags and attributes it has, what it says, where it leads."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

_TAGS = (
    "a article aside b bdi blockquote body br button caption circle code dd defs del details div dl dt figcaption "
    "figure footer form g h1 h2 h3 h4 head header html input ins label legend li line link main mark meta nav ol p q "
    "path pre rect s section small span sub summary sup svg table tbody td text th thead title tr ul use"
)
_ATTRIBUTES = (
    "action aria-current aria-hidden aria-label aria-labelledby as charset class content crossorigin cx cy d dx "
    "focusable for height href id lang maxlength method name placeholder r rel role rx scope tabindex text-anchor "
    "title type value viewbox width x x1 x2 y y1 y2 open"
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

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        given = {name: value or "" for name, value in attrs}
        self.attributes |= set(given)
        self.ids += [given["id"]] if "id" in given else []
        if "href" in given or "src" in given or "action" in given:
            self.links.append({"tag": tag, **given})
        if tag in ("h1", "h2", "h3", "h4"):
            self.headings.append(int(tag[1]))

    def handle_data(self, data: str) -> None:
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
    assert found.attributes <= ATTRIBUTES, found.attributes - ATTRIBUTES
    assert len(found.ids) == len(set(found.ids)), sorted(one for one in found.ids if found.ids.count(one) > 1)
    for link in found.links:
        address = link.get("href") or link.get("action") or ""
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
