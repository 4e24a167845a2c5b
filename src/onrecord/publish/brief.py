"""A claim or a story as a brief in Markdown, ready to paste: its words, who stands where, and what backs it up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.judging import Assessment
from onrecord.model import Article, Claim, ClaimFigure, Origin, Position, Story
from onrecord.publish.chosen import Chosen
from onrecord.publish.evidence import Evidence, outlet_of
from onrecord.publish.markdown_text import escaped, link, row
from onrecord.publish.quotes import Quote, quotes
from onrecord.publish.words import (
    INFORMATION,
    SOURCES,
    UNNAMED,
    counted,
    day_words,
    figure_words,
    headline_says,
    moment,
    quoted,
    short,
    stance_word,
    status_meaning,
    status_word,
)

QUOTED = 2  # of each party
MOST_WORDS = 600  # characters of a quotation
MOST_REASONS = 12


@dataclass(frozen=True, slots=True)
class Around:
    """What stands behind a brief: the statements with their articles, and where its links lead."""

    evidence: Evidence
    only: Chosen
    as_of: str


def claim_brief(claim: Claim, signed: Assessment | None, around: Around, *, level: int = 1) -> Iterator[str]:
    """The lines of the brief of a claim, under a heading of that level."""
    mark = "#" * level
    since = claim.status_history[-1].on if claim.status_history else None
    yield f"{mark} {escaped(quoted(claim.wording))}"
    yield ""
    yield (
        f"**{status_word(claim.status).capitalize()}**{f', since {day_words(since)}' if since else ''}:"
        f" {status_meaning(claim.status)}. A rule over who stands where, not a verdict of truth."
    )
    yield ""
    yield from _section(f"{mark}# Who stands where", _stands(claim, around), none="Nobody takes a position on record.")
    origins = _origins(claim.origins, around)
    yield from _section(f"{mark}# Who asserts it from their own knowledge", origins, none="Nobody on record.")
    yield from _section(f"{mark}# Why not more", _why_not(claim))
    yield from _section(f"{mark}# Figures", _figures(claim))
    yield from _section(f"{mark}# Not heard", [f"- {escaped(one)}" for one in claim.not_heard])
    yield from _section(f"{mark}# What is missing", [f"- {escaped(one)}" for one in claim.missing])
    yield from _section(f"{mark}# Headlines that say more than their article", _headlines(claim, around))
    yield from _section(f"{mark}# Assessment", _assessment(signed))


def story_brief(story: Story, claims: Sequence[tuple[Claim, Assessment | None]], around: Around) -> Iterator[str]:
    """The lines of the brief of a story: its claims, then its articles."""
    yield f"# {escaped(story.title)}"
    yield ""
    held = [around.evidence.articles[id_] for id_ in story.articles if id_ in around.evidence.articles]
    yield f"{counted(len(story.articles), 'article')}, {counted(len(claims), 'claim')}."
    yield ""
    for claim, signed in claims:
        yield from claim_brief(claim, signed, around, level=2)
    yield from _section("## Articles", [f"- {_article(one, around)}" for one in held])


def foot(kind: str, id_: str, around: Around) -> Iterator[str]:
    """Where the brief is from, and of what day the record is."""
    page = around.only.page(kind, id_)
    yield "---"
    yield ""
    at = f": {link(page, page)}" if page else ""
    yield f"On record, {kind} {id_}, as of {moment(around.as_of)}{at}"


def _section(heading: str, lines: Iterator[str] | Sequence[str], *, none: str = "") -> Iterator[str]:
    """A heading and its lines; nothing where there are none, unless ``none`` says that."""
    found = list(lines) or ([none] if none else [])
    if found:
        yield heading
        yield ""
        yield from found
        yield ""


def _stands(claim: Claim, around: Around) -> Iterator[str]:
    for party, positions in _by_party(claim).items():
        last = positions[-1]
        before = ", ".join(f"{stance_word(at.stance)} ({day_words(at.on)})" for at in positions[:-1])
        since = f", since {day_words(last.on)}" if last.on else ", day unknown"
        yield f"- **{escaped(party)}** {stance_word(last.stance)}{since}{f'; before: {before}' if before else ''}"
        said = [around.evidence.statements[id_] for at in positions for id_ in at.statements[-40:]
                if id_ in around.evidence.statements]  # fmt: skip
        told = [one for one in quotes(said, around.evidence) if one.stance == last.stance]
        for one in told[-QUOTED:]:
            yield f"  > {_quote(one, around)}"
            yield ""


def _by_party(claim: Claim) -> dict[str, list[Position]]:
    found: dict[str, list[Position]] = {}
    for at in claim.positions:
        found.setdefault(at.party, []).append(at)
    return found


def _quote(one: Quote, around: Around) -> str:
    words = short(one.words, limit=MOST_WORDS)
    who = ", ".join(part for part in (one.speaker or UNNAMED, one.role) if part)
    told = escaped(quoted(words)) if one.direct else f"{escaped(words)} (in the article’s words)"
    article = around.evidence.articles.get(one.place.article)
    where = f" {_article(article, around, statement=one.place.statement)}" if article else ""
    passed = f", passed on by {escaped(', '.join(one.relay))}" if one.relay else ""
    return f"{told} — {escaped(who)}, {day_words(one.day)}{passed}.{where}"


def _article(one: Article, around: Around, *, statement: str = "") -> str:
    """An article with its links: where it was published, on record, and as it was kept."""
    page, kept = around.only.page("article", one.id), around.only.archived(one.id, statement=statement)
    links = [link("on record", page) if page else "", link("archived", kept) if kept else ""]
    named = link(f"{outlet_of(one)}: {short(one.headline)}", one.url)
    day = f", {day_words(one.published.value)}" if one.published.value else ""
    return " · ".join([f"{named}{day}", *(at for at in links if at)])


def _origins(origins: Sequence[Origin], around: Around) -> Iterator[str]:
    for one in origins:
        article = around.evidence.articles.get(one.first_article)
        where = f" First in {_article(article, around)}" if article else ""
        yield f"- **{escaped(one.party)}**: {escaped(one.why)}.{where}"


def _why_not(claim: Claim) -> Iterator[str]:
    for one in claim.possible_origins:
        yield f"- **{escaped(one.party)}** is a possible origin only: {escaped(one.why)}"
    for reason in claim.collapsed[:MOST_REASONS]:
        yield f"- {escaped(reason)}"
    if len(claim.collapsed) > MOST_REASONS:
        yield f"- and {len(claim.collapsed) - MOST_REASONS} more reports that add no origin"


def _figures(claim: Claim) -> Iterator[str]:
    figures = (*claim.figures, *claim.unnamed_figures)
    if figures:
        yield row("Given by", "Figure", "Of", "Day", "Standing")
        yield row("---", "---", "---", "---", "---")
    for at in figures:
        given = figure_words(at.value, at.high, at.unit, at.bound)
        yield row(escaped(at.party or UNNAMED), escaped(given), escaped(at.of), day_words(at.on), _standing(at))


def _standing(at: ClaimFigure) -> str:
    return f"{at.ended}, {day_words(at.ended_on)}" if at.ended else "stands"


def _headlines(claim: Claim, around: Around) -> Iterator[str]:
    for gap in claim.headlines:
        article = around.evidence.articles.get(gap.article)
        where = _article(article, around) if article else escaped(gap.headline)
        yield f"- {headline_says(gap)}: {where}. The article has: {escaped(quoted(short(gap.words, limit=300)))}"


def _assessment(signed: Assessment | None) -> Iterator[str]:
    if signed is None:
        return
    given = signed.judgement
    yield (
        f"Source {signed.letter} ({SOURCES[signed.letter]}), information {signed.digit}"
        f" ({INFORMATION[signed.digit]}): signed by {escaped(given.by)}, {moment(given.at)}"
        f"{f'. {escaped(given.why)}' if given.why else ''}"
    )
    for change in signed.changed:
        yield f"- since then: {escaped(change)}"
