"""Through whom a statement comes: outlets and persons who pass it on, outermost first."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from onrecord.model import Article, Attribution, Span
from onrecord.text.sentences import sentences

_KIND = (
    r"(?:(?:[A-Z]\w+ )?(?:state )?(?:news agency|news service|agency|newspaper|broadcaster|"
    r"daily|weekly|paper|magazine|tabloid|"
    r"television|radio|website|outlets? such as|media outlets such as|media such as|station) )?"
)
_WORD = r"[A-Z][\w&’'-]*"
_NAME = (
    rf"((?:[Tt]he )?{_KIND}(?:{_WORD}(?: (?:of |the )?{_WORD}){{0,3}}(?: (?:state )?news (?:service|agency))?"
    r"|(?:agency|newspaper|paper|daily|broadcaster)\b))"
)
_REACH = 1_500  # characters of a sentence on either side of its cue
_PASSED_ON = (
    re.compile(rf"[Aa]ccording to (?:[\w. ]{{2,30}} such as )?{_NAME}"),
    re.compile(
        rf"\b(?:quoted|cited|carried|reported|published|broadcast) (?:on \w+day )?by {_NAME}"
        rf"(?:, (?:quoting|citing) {_NAME})?"
    ),
    re.compile(rf"(?:^|[.;,] )(?:\w+ )?{_NAME}(?: on \w+day)?,? (?:citing|quoting) {_NAME}"),
    re.compile(rf"(?:^|[.;] ){_NAME}(?: on \w+day)?(?:, [^,]{{3,60}},)? (?:also )?quoted {_NAME}(?: as reporting)?"),
    re.compile(rf"(?:^|[.;,] ){_NAME} (?:has |had )?reported\b"),
    re.compile(rf"\b(?:told|insisted to|interview with|speaking to) {_NAME}"),
)
_NEWS = re.compile(
    r"\b(?:News|Post|Times|Herald|Ledger|Courier|Tribune|Gazette|Chronicle|Telegraph|Guardian|Mirror|Sentinel|Dispatch|Observer|"
    r"Journal|Press|Mail|Standard|Today|Tidende|Wire|Reuters|BBC|CNN|AFP|TV|Radio|Television|[A-Z]TV|Agency|"
    r"[A-Z]\w+(?:wire|line|news)|Le Monde|Der Spiegel)\b"
    r"|(?:news agency|news service|newspaper|broadcaster|agency|daily|paper|magazine|tabloid|"
    r"outlets? such as|media such as)\b"
)


def relays(article: Article, attributions: Sequence[Attribution]) -> list[tuple[str, ...]]:
    """The relay chain of each attribution, outermost first, without the page's own outlet or its agency credit."""
    spans = sentences(article.text, Span(0, len(article.text)))
    return [_chain(article, one, spans) for one in attributions]


def _chain(article: Article, one: Attribution, spans: Sequence[Span]) -> tuple[str, ...]:
    anchor = one.cue or one.source or one.content[0]
    at = bisect_right(spans, anchor.start, key=lambda span: span.start) - 1
    if at < 0 or anchor.start >= spans[at].end or one.source is None:
        return ()
    sentence = spans[at]
    text = article.text[max(sentence.start, anchor.start - _REACH) : min(sentence.end, anchor.start + _REACH)]
    source = article.text[slice(*one.source)]
    named = (name for pattern in _PASSED_ON for found in pattern.finditer(text) for name in _names(found, pattern))
    chain: list[str] = []
    for name in named:
        full = _full(article.text[: sentence.end], name)
        if (
            full
            and full not in chain
            and not _own(article, full)
            and full not in source
            and not _is_source(source, name)
        ):
            chain.append(full)
    return tuple(chain)


def _names(found: re.Match[str], pattern: re.Pattern[str]) -> Iterator[str]:
    """The names of a match. Who is told something is a relay only where the name is that of an outlet."""
    told = pattern is _PASSED_ON[-1]
    for name in found.groups():
        if name and (not told or _NEWS.search(name)):
            yield name


def _is_source(source: str, name: str) -> bool:
    return source.strip(" ,") in (name, f"the {name}", f"The {name}")


def _full(before: str, name: str) -> str | None:
    """A relay's name without what describes it; "the agency" is the last one named."""
    bare = re.sub(rf"^(?:[Tt]he )?(?:{_KIND})(?=[A-Z])", "", name).strip()
    bare = re.sub(r"^[Tt]he ", "", bare)
    if bare[:1].isupper():
        return _person(before, bare)
    if "news service" in bare or "news agency" in bare:
        return bare
    named = re.findall(
        rf"(?:news agency|agency|newspaper|broadcaster|daily|paper) ({_WORD}(?: {_WORD}){{0,2}})", before
    )
    named += (
        [found for found in re.findall(rf"({_WORD}(?: {_WORD}){{0,2}})", before) if _NEWS.search(found)]
        if not named
        else []
    )
    return named[-1] if named else None


def _own(article: Article, name: str) -> bool:
    def plain(one: str | None) -> str:
        return re.sub(r"^the ", "", (one or "").lower())

    own = {plain(article.outlet), plain(article.agency)} - {""}
    return any(plain(name) in (one, one.split()[-1]) for one in own)


def _person(before: str, name: str) -> str:
    """A surname that passes something on, as the full name that the text gave before."""
    if " " in name:
        return name
    full = re.findall(rf"\b([A-Z][\w’'-]+ {re.escape(name)})\b", before)
    return str(full[0]) if full else name
