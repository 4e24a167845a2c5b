"""Which names are outlets', and what an outlet's or a person's full name is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from onrecord.knowledge.tables import table
from onrecord.model import Article, Speaker
from onrecord.text.names import acronym_of

WORD = r"[^\W\d_a-z][\w&.’'-]*[\w]|[^\W\d_a-z]"
CAPITALS = rf"(?:{WORD})(?:(?: (?:of the|of|for the|for|and the|de la|de|la|the|&))? (?:{WORD}|\d{{1,2}}\b)){{0,5}}"
STATE = r"(?:state-run|state-owned|state|official|public|national|government)"
LOCAL = r"(?:local|regional|foreign|domestic|international|social|independent|opposition|western|state-controlled)"
MEDIA = (
    r"(?:media|news media|news agencies|press|newspapers|broadcasters|television|news outlets|newswires|news reports"
    r"|press reports)"
)
DAY_BEHIND = re.compile(r" (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$")
NO_NAME = frozenset({"TV", "Radio", "Television", "Press", "News", "Magazine", "Weekly", "Daily"})
ARTICLE = re.compile(r"\A(?:the same|this|that|the|an?) ", re.I)


@cache
def nouns() -> str:
    """Alternatives for a regex: what an outlet is called, longest first."""
    words = sorted((row["word"] for row in table("outlets") if row["kind"] == "noun"), key=len, reverse=True)
    return "|".join(re.escape(word) for word in words)


@cache
def phrase() -> str:
    """A regex for one who may pass words on: a name, an outlet described ("the state broadcaster QTV"), "the paper"."""
    noun = nouns()
    described = rf"(?:{CAPITALS} )?(?:{STATE} |{LOCAL} )?(?:{noun}) {CAPITALS}"
    kept = rf"(?:{CAPITALS} )?{STATE} (?:{noun}|{MEDIA})"
    media = rf"(?:(?:{LOCAL}|{STATE}|{CAPITALS}) (?:and \w+ )?)?{MEDIA}\b(?! such as)"
    among = r"(?:[\w.]+ ){0,2}(?:outlets|media|newspapers|agencies) such as "
    named = rf"(?:{STATE} |{LOCAL} )?{CAPITALS}(?: (?:{noun})\b)?"
    alone = rf"(?:(?<=he )|(?<=same )|(?<=that ))(?:{noun})\b"
    article = "(?:[Tt]he same |[Tt]hat |[Tt]he |[Aa]n? )?"
    return rf"(?:{among})?{article}(?:{described}|{kept}|{media}|{named}|{alone})"


@cache
def _whole() -> frozenset[str]:
    listed = {row["word"] for row in table("outlets") if row["kind"] == "whole"}
    return frozenset({ARTICLE.sub("", name) for name in listed} | {row["written"] for row in table("agencies")})


@cache
def _known_name() -> re.Pattern[str]:
    rows = table("outlets")
    last = "|".join(re.escape(row["word"]) for row in rows if row["kind"] == "name")
    ending = "|".join(re.escape(row["word"].lower()) for row in rows if row["kind"] == "name" and row["word"].isalpha())
    first = "|".join(re.escape(row["word"]) for row in rows if row["kind"] == "lead")
    return re.compile(rf"(?:{last})$|\w{{3}}(?:{ending})$|^(?:{first})\b|[A-Z]TV$")


def _bare(name: str) -> str:
    """A name without article, owner or weekday: "CNN's Ada Brook" is CNN, "Norland's QTV" is QTV."""
    short = DAY_BEHIND.sub("", ARTICLE.sub("", name))
    owner, mark, owned = re.sub(r"['’]s?$", "", short).partition("'s " if "'s " in short else "’s ")
    return owner if not mark or _by_name(owner) else owned


def _by_name(name: str) -> bool:
    whole = _whole()
    if name in NO_NAME:
        return False
    return name in whole or name.split(" ", maxsplit=1)[0] in whole or bool(_known_name().search(name))


@lru_cache(maxsize=64)
def introduced(text: str) -> frozenset[str]:
    """Names that the text itself shows to be an outlet's: "the broadcaster QTV", "QTV, a daily,", "quoted by QTV"."""
    before = re.finditer(rf"\b(?:{nouns()}) ({CAPITALS})", text)
    behind = re.finditer(rf"({CAPITALS}), (?:an?|the) (?:[\w-]+ ){{0,2}}(?:{nouns()})\b", text)
    quoted = re.finditer(rf"\b(?:quoted|cited) (?:as saying )?by ({CAPITALS})", text)
    citing = re.finditer(rf"({CAPITALS})(?: reported(?: on \w+day)?)?, (?:citing|quoting)\b", text)
    return frozenset(_bare(found[1]) for some in (before, behind, quoted, citing) for found in some)


def is_outlet(text: str, written: str) -> bool:
    """Whether what is written is an outlet: by its name, by what the text calls it, or "the paper", "state media"."""
    name = strip(written)
    if re.search(rf"\b(?:{nouns()}|{MEDIA})\b", re.sub(CAPITALS, "", written)):
        return True
    return _by_name(name) or name in introduced(text)


def strip(written: str) -> str:
    """The name alone, without article and what describes it; as written where a state's own outlet is described."""
    bare = _bare(re.sub(r"^.* such as ", "", written))
    person, _, outlet = bare.partition(" of ")
    outlet = ARTICLE.sub("", outlet)
    bare = outlet if outlet and _by_name(outlet) and not _by_name(f"{person} of ") else bare
    bare = bare[:1].lower() + bare[1:] if re.match(rf"(?i:{LOCAL}|{STATE}) [a-z]", bare) else bare
    if re.search(rf"\b{STATE} (?:{nouns()}|{MEDIA})\Z", bare) or not re.search(CAPITALS, bare):
        return bare
    described = re.match(rf"(?:{CAPITALS} )?(?:{STATE} |{LOCAL} )?(?:{nouns()}) ({CAPITALS})\Z", bare)
    if described:
        return _bare(described[1])
    trailing = re.match(rf"(?:{STATE} |{LOCAL} )?({CAPITALS}) (?:{nouns()})\Z", bare)
    return _bare(trailing[1]) if trailing else bare


def is_bare(written: str) -> bool:
    """Whether it only says "the paper": one named before."""
    return re.fullmatch(rf"(?:[Ii]t|(?:(?:[Tt]he same|[Tt]hat|[Tt]he|[Tt]his) )(?:{nouns()}))", written) is not None


def last_named(before: str, full: str) -> str | None:
    """The outlet that was named last."""
    found = [name for one in re.finditer(CAPITALS, before[-3000:]) if is_outlet(full, name := _bare(one.group()))]
    return found[-1] if found else None


def full_name(name: str, text: str, speakers: Sequence[Speaker]) -> str:
    """A surname or short name as the full one: that of a speaker of the article, or one written out in the text."""
    agencies = {row["written"]: row["name"] for row in table("agencies")}
    if name in agencies:
        return agencies[name]
    ending = re.compile(rf"(?:[A-Z][\w’'-]* )+{re.escape(name)}")
    known = {one.name for one in speakers if one.name and ending.fullmatch(one.name)}
    known = known or {
        one.name for one in speakers if one.name and " " in one.name and acronym_of(one.name) == name and len(name) > 1
    }
    if len(known) == 1:
        return next(iter(known))
    if re.search(rf"[a-z,] The {re.escape(name)}\b", text):
        return f"The {name}"
    if " " in name:
        return name
    longer = re.search(rf"\b([A-Z](?:[\w-]|['’](?!s ))+ {re.escape(name)})\b", text)
    return longer[1] if longer and not ARTICLE.match(longer[1]) else name


def is_own(article: Article, name: str) -> bool:
    """Whether the name is that of the page's own outlet or of the agency it credits, in full or in short."""
    words = _words(name)
    own = [_words(one) for one in (article.outlet, article.agency) if one]
    return any(words and (words == one or one[-len(words) :] == words or one[: len(words)] == words) for one in own)


def _words(name: str) -> list[str]:
    agencies = {row["written"].lower(): row["name"].lower() for row in table("agencies")}
    plain = _bare(name).lower()
    return [word for word in re.findall(r"\w+", agencies.get(plain, plain)) if word != "the"]
