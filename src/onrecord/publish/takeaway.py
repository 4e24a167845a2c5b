"""What the pages offer to take away: of a claim, a story or an article, in which formats."""

from __future__ import annotations

from dataclasses import dataclass

JSON = "application/json"
JSON_LD = "application/ld+json"


@dataclass(frozen=True, slots=True)
class Offer:
    """A format on the pages: what it is called, a line about it, how its file ends, and the media type of the file."""

    format: str
    words: str
    tells: str
    ending: str
    type: str


_MARKDOWN = Offer("markdown", "Brief", "Markdown, ready to paste", ".md", "text/markdown; charset=utf-8")
_CSV = Offer("csv", "Tables", "CSV, zipped", ".csv.zip", "application/zip")
_JSONLD = Offer("jsonld", "JSON-LD", "schema.org", ".jsonld", JSON_LD)
_CLAIMREVIEW = Offer("claimreview", "ClaimReview", "what was signed, schema.org", ".claimreview.jsonld", JSON_LD)
_ANNOTATION = Offer("annotation", "Web Annotations", "W3C, each statement in its place", ".annotation.jsonld", JSON_LD)
_NINJS = Offer("ninjs", "ninjs", "IPTC News in JSON 3.1", ".ninjs.json", JSON)
_STIX = Offer("stix", "STIX", "2.1, a bundle", ".stix.json", "application/stix+json;version=2.1")
_MISP = Offer("misp", "MISP", "an event", ".misp.json", JSON)
_PROV = Offer("prov", "PROV-JSON", "W3C, what came from where", ".prov.json", JSON)
_WARC = Offer("warc", "WARC", "the archived bytes", ".warc.gz", "application/warc")

_OFFERS = {
    "claim": (_MARKDOWN, _CSV, _JSONLD, _CLAIMREVIEW, _ANNOTATION, _STIX, _MISP, _PROV),
    "story": (_MARKDOWN, _CSV, _JSONLD, _ANNOTATION, _STIX, _MISP, _PROV),
    "article": (_JSONLD, _ANNOTATION, _NINJS, _CSV, _PROV, _WARC),
}


def offers(kind: str) -> tuple[Offer, ...]:
    """The formats that a "claim", a "story" or an "article" can be had in, in the order of the pages."""
    return _OFFERS[kind]


def offer_named(kind: str, format: str) -> Offer | None:  # noqa: A002
    """The offer of that format; None where there is none."""
    return next((one for one in offers(kind) if one.format == format), None)
