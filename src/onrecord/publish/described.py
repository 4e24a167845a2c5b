"""What the pages of a site are about, as structured data in their heads. Vocabulary: schema.org (JSON-LD 1.1)."""

from __future__ import annotations

from dataclasses import replace
from html import unescape

from onrecord.judging import Assessment
from onrecord.model import Article, Claim, Story
from onrecord.publish.addresses import Addresses, outside
from onrecord.publish.chosen import Chosen
from onrecord.publish.json_files import Json, known
from onrecord.publish.linked import CONTEXT, agent, article_ld, claim_ld, review_ld, story_ld
from onrecord.publish.permission import Permission

MOST = 40  # statements, parties or articles that one page names
LONGEST = 300  # characters of a headline or a wording


def page_data(to: Addresses, title: str) -> Json:
    """A page that is about no one thing: the front page is the site, any other a page of it."""
    front = to.here == to.today().removeprefix(to.root)
    name = to.title if front else unescape(title)
    return _whole({"@type": "WebSite" if front else "WebPage", "name": name, "url": to.canonical()})


def article_data(one: Article, permission: Permission | None, to: Addresses) -> Json:
    """An article, without its text: that is on the page as far as its licence allows."""
    short = replace(one, headline=one.headline[:LONGEST], byline=one.byline[:MOST])
    licence = permission.licence if permission else None
    node = article_ld(short, (), (), _at(to))
    node.pop("hasPart", None)
    return _whole(node | {"license": outside(licence.address) if licence else None})


def claim_data(one: Claim, signed: Assessment | None, to: Addresses) -> Json:
    """A claim; with it what somebody signed of it."""
    short = replace(
        one, wording=one.wording[:LONGEST], statements=one.statements[:MOST], positions=one.positions[:MOST]
    )
    return _whole(review_ld(short, signed, _at(to)) if signed else claim_ld(short, _at(to)))


def story_data(one: Story, to: Addresses) -> Json:
    """A story as a collection of its first articles."""
    return _whole(story_ld(replace(one, articles=one.articles[:MOST], topics=one.topics[:MOST]), _at(to)))


def name_data(name: str, kind: str, to: Addresses) -> Json:
    """The page of somebody: a "person", a "party", a "body" or an "outlet"."""
    whom = agent("Person" if kind == "person" else "Organization", "speaker" if kind == "person" else kind, name)
    return _whole({"@type": "ProfilePage", "url": to.canonical(), "mainEntity": whom})


def _at(to: Addresses) -> Chosen:
    """Where its pages are read: nowhere that is known, for a folder without an address."""
    whole = Addresses(root=to.origin, files=True, archives=to.archives) if to.origin else None
    return Chosen(at=whole)


def _whole(node: Json) -> Json:
    return {"@context": CONTEXT, **known(node)}
