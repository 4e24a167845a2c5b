"""The nouns in the vocabulary of schema.org: articles, quotations, claims, and what somebody signed of a claim.

Whoever asserts or suggests a claim now is its author there; who denies it, and since when, schema.org has no words for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from onrecord.judging import Assessment
from onrecord.model import Article, Claim, Copy, Statement, Story, Topic
from onrecord.publish.addresses import outside
from onrecord.publish.chosen import Chosen
from onrecord.publish.gathering import Told
from onrecord.publish.json_files import Json, known
from onrecord.publish.naming import urn
from onrecord.publish.words import INFORMATION, SOURCES, stance_word, status_meaning, status_word
from onrecord.stories import media_topics

CONTEXT = "https://schema.org"
MEDIA_TOPICS = "http://cv.iptc.org/newscodes/mediatopic/"
_FOR = ("asserts", "suggests")


def article_ld(one: Article, told: Sequence[Told], copies: Sequence[Copy], only: Chosen) -> Json:
    """An article as a NewsArticle, without its text: that is its outlet's."""
    return known(
        {
            "@type": "NewsArticle",
            "@id": urn("article", one.id),
            "headline": one.headline,
            "url": outside(one.url),
            "mainEntityOfPage": only.page("article", one.id),
            "archivedAt": only.archived(one.id),
            "identifier": known({"@type": "PropertyValue", "propertyID": "sha256", "value": one.digest}),
            "publisher": agent("Organization", "outlet", one.outlet),
            "sourceOrganization": agent("Organization", "outlet", one.agency),
            "author": [known({"@type": "Person", "name": name}) for name in one.byline],
            "locationCreated": {"@type": "Place", "name": one.dateline} if one.dateline else None,
            "datePublished": one.published.value,
            "inLanguage": one.language,
            "articleSection": one.section,
            "about": [_topic(at) for at in media_topics(one)],
            "isBasedOn": [{"@id": urn("article", at.of)} for at in copies if at.relation in ("copy", "rewrite")],
            "hasPart": [{"@id": urn("statement", at.statement.id)} for at in told],
        }
    )


def statement_ld(told: Told, outlet: str | None) -> Json:
    """Somebody's words as a Quotation; what only the article words, as a CreativeWork."""
    one = told.statement
    return known(
        {
            "@type": "CreativeWork" if one.kind == "indirect" else "Quotation",
            "@id": urn("statement", one.id),
            "text": one.content.text,
            "creator": _speaker(told),
            "dateCreated": one.said_on.value if one.said_on else None,
            "isPartOf": {"@id": urn("article", one.article)},
            "keywords": [_stance(one)],
            "contributor": [agent("Organization", "outlet", name) for name in one.relay],
            "publisher": agent("Organization", "outlet", outlet),
        }
    )


def claim_ld(one: Claim, only: Chosen) -> Json:
    """A claim as a Claim: where it appears, where first, who holds it now, and its status in our words."""
    return known(
        {
            "@type": "Claim",
            "@id": urn("claim", one.id),
            "text": one.wording,
            "url": only.page("claim", one.id),
            "author": [agent("Organization", "party", party) for party in holders(one)],
            "firstAppearance": {"@id": urn("statement", one.statements[0])} if one.statements else None,
            "appearance": [{"@id": urn("statement", id_)} for id_ in one.statements],
            "dateCreated": next((at.on for at in one.status_history if at.on), None),
            "creativeWorkStatus": _term("status", one.status, status_word(one.status), status_meaning(one.status)),
            "isPartOf": {"@id": urn("story", one.story)} if one.story else None,
        }
    )


def story_ld(one: Story, only: Chosen) -> Json:
    """A story as a Collection of its articles."""
    return known(
        {
            "@type": "Collection",
            "@id": urn("story", one.id),
            "name": one.title,
            "url": only.page("story", one.id),
            "about": [_topic(at) for at in one.media_topics],
            "keywords": list(one.topics),
            "hasPart": [{"@id": urn("article", id_)} for id_ in one.articles],
        }
    )


def review_ld(one: Claim, signed: Assessment, only: Chosen) -> Json:
    """What somebody signed of a claim as a ClaimReview: two ratings in the words of the Admiralty code, no number.

    Its scales run against those that readers of ClaimReview know, and neither is one of truth.
    """
    given = signed.judgement
    return known(
        {
            "@type": "ClaimReview",
            "@id": urn("assessment", str(given.id)),
            "url": only.page("claim", one.id),
            "datePublished": given.at,
            "author": {"@type": "Person", "name": given.by},
            "claimReviewed": one.wording,
            "itemReviewed": claim_ld(one, only),
            "reviewRating": [
                _rating("reliability of the source", signed.letter, SOURCES[signed.letter], given.why),
                _rating("credibility of the information", signed.digit, INFORMATION[signed.digit], given.why),
            ],
            "creativeWorkStatus": f"the claim has changed since: {'; '.join(signed.changed)}" if signed.changed else "",
        }
    )


def holders(one: Claim) -> list[str]:
    """The parties that assert or suggest the claim by their last word."""
    last = {at.party: at.stance for at in one.positions}
    return [party for party, stance in last.items() if stance in _FOR]


def agent(type_: str, kind: str, name: str | None) -> Json | None:
    """Somebody with a name; None for nobody known."""
    return {"@type": type_, "@id": urn(kind, name), "name": name} if name else None


def _speaker(told: Told) -> Json | None:
    speaker, party = told.statement.speaker, told.party
    if not speaker.name:
        return agent("Organization", "party", party)
    if speaker.name == party:
        return agent("Organization", "party", speaker.name)
    person = agent("Person", "speaker", speaker.name) or {}
    return known({**person, "jobTitle": speaker.role, "affiliation": agent("Organization", "party", party)})


def _stance(one: Statement) -> Mapping[str, Any]:
    return _term("stance", one.stance, stance_word(one.stance), "")


def _term(set_: str, code: str, word: str, meaning: str) -> Json:
    return known(
        {
            "@type": "DefinedTerm",
            "@id": urn(set_, code),
            "termCode": code,
            "name": word,
            "description": meaning,
            "inDefinedTermSet": f"urn:onrecord:{set_}",
        }
    )


def _topic(topic: Topic) -> Json:
    address = MEDIA_TOPICS + topic.code.removeprefix("medtop:")
    return {
        "@type": "DefinedTerm",
        "@id": address,
        "termCode": topic.code,
        "name": topic.name,
        "inDefinedTermSet": MEDIA_TOPICS,
    }


def _rating(aspect: str, mark: str, words: str, why: str) -> Json:
    return known(
        {"@type": "Rating", "reviewAspect": aspect, "name": mark, "alternateName": words, "ratingExplanation": why}
    )
