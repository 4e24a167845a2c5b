"""Where an article is at home: the country whose ministers need no country in front of them."""

from __future__ import annotations

import re

from onrecord.model import Article
from onrecord.statements.speakers_places import Places

_CITY = r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?"
_DATELINE = re.compile(
    rf"^\W*(?:\w+day,? )?({_CITY})(?:, (?!\w+day\b)({_CITY}))?"
    r"(?:,? (?:\w+day,? )?(?:\w+ \d{1,2}|\d{1,2} \w+)|\s[-–—]\s| \()"
)
_NAMES = re.compile(r"\b[A-Z][\w-]+(?: [A-Z][\w-]+)?|\b[A-Z][\w-]+")
_LIKE_A_COUNTRY = re.compile(r"\b[A-Z][a-z]{2,}(?:ia|ian|ians|stan|land)\b")
_OWNERS = re.compile(r"\b([A-Z][\w-]+(?: [A-Z][\w-]+)?)['’]s\b")
_LEAD_SUBJECT = re.compile(
    rf"(?:The )?({_CITY})(?:['’]s [\w ]{{3,40}}?)?(?: on \w+day(?: \w+)?)?,? "
    r"(?:has|have|will|became|withdrew|said|is to|flatly|began|[a-z]+ed)\b"
)


def dateline_of(article: Article) -> str | None:
    """The town of the dateline, as it is written in running text."""
    found = _dateline(article)
    return _plain(found[1]) if found else None


def country_of_dateline(article: Article) -> str | None:
    """The country that a dateline names behind its town: "HARROW, Norland, March 6"."""
    found = _dateline(article)
    return _plain(found[2]) if found and found[2] and found[1].isupper() else None


def home_of(article: Article, places: Places) -> str | None:
    """The country of the dateline or in the outlet's name; else one that the first sentence has as its subject."""
    found = _dateline(article)
    named = [_plain(part) for part in reversed(found.groups()) if part] if found else []
    for name in named:
        if name.lower() in places.names:
            return places.names[name.lower()]
    by_outlet = places.country_in(article.outlet or "")
    return by_outlet or _lead(article, places, found) or _only_country(article, places)


def _only_country(article: Article, places: Places) -> str | None:
    """The one country an article names at all, where it names it as the owner of something: "Norland's new law".

    None where another word looks like a country's or a people's: nobody knows whether it is one.
    """
    if any(places.country(word) is None for word in _LIKE_A_COUNTRY.findall(article.text)):
        return None
    named = {country for word in _NAMES.findall(article.text) if (country := places.country(word))}
    owned = {country for word in _OWNERS.findall(article.text) if (country := places.country(word))}
    return named.pop() if len(named) == 1 and named == owned else None


def _dateline(article: Article) -> re.Match[str] | None:
    return _DATELINE.match(f"{article.dateline} - ") if article.dateline else _DATELINE.match(article.text[:90])


def _plain(name: str) -> str:
    return name.title() if name.isupper() else name


def _lead(article: Article, places: Places, dateline: re.Match[str] | None) -> str | None:
    """ "HARROW, March 16 - Quarnia on Monday withdrew ...": a state that acts in its own capital."""
    if dateline is None:
        return None
    rest = re.sub(r"^.{0,90}?(?: [-–—] |\. )", "", article.text[:300], count=1)
    found = _LEAD_SUBJECT.match(rest)
    return places.country(found[1]) if found else None
