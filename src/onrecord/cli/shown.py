"""Readings, claims and stories as lines for people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from onrecord.cli.screen import STYLES, Column, blank, heading, line, plural, show_table
from onrecord.judging import Assessment
from onrecord.model import Article, Claim, Copy, Judgement, PartyMerge, Reading, Statement, Story, When
from onrecord.publish.figures_json import number
from onrecord.publish.judged import Decision
from onrecord.publish.words import INFORMATION, SOURCES, figure_words

ID_SHOWN = 8
PARTS = {"subhead": "subhead", "item": "list item", "quote": "block quotation", "entry": "live entry"}
_FIRST = ("contested", "withdrawn", "denied", "corroborated", "single_origin", "reported")


def show_reading(reading: Reading) -> None:
    """An article with what is said in it, and what else is on its page."""
    article = reading.article
    heading(article.headline)
    line(_credit(article), style="dim")
    when = article.published
    line(f"published: {day(when)} (confidence {when.confidence:.2f}: {reasons(when)})")
    line(f"{len(article.text.split())} words, {len(reading.statements)} statements, article {article.id}")
    for told in _about(article):
        line(told)
    for one in reading.statements:
        blank()
        _show_statement(one)
    for block in article.furniture:
        blank()
        line(f"not part of it: {block.heading or block.kind} ({block.kind}, {len(block.items)} items)", style="dim")
    blank()


def show_statements(statements: Sequence[Statement], articles: Mapping[str, Article]) -> None:
    """Statements as a table, with where and when they were reported."""
    columns = (Column("on"), Column("stance"), Column("speaker"), Column("reported by"), Column("words", wraps=True))
    show_table(columns, [_statement_cells(one, articles.get(one.article)) for one in statements])


def show_names(merges: Sequence[PartyMerge]) -> None:
    """Other names of parties, each with how sure that is and why; then what may be the same and is not made one."""
    for made, told in ((True, "is"), (False, "may be")):
        shown = [one for one in merges if one.made == made]
        if shown:
            blank()
        for one in shown:
            line(f"{one.name} {told} {one.party} ({one.sure:.2f}: {one.why})", style="" if made else "dim")


def show_claims(claims: Sequence[Claim]) -> None:
    """Claims as a table."""
    columns = (
        Column("id"),
        Column("status"),
        Column("since"),
        Column("parties", right=True),
        Column("claim", wraps=True),
    )
    show_table(columns, [_claim_cells(one) for one in claims])


def liveliest_first(claims: Sequence[Claim]) -> list[Claim]:
    """Claims in dispute before the others, and of those the ones with most parties first."""
    return sorted(claims, key=lambda one: (_FIRST.index(one.status), -len({at.party for at in one.positions}), one.id))


def show_stories(stories: Sequence[Story]) -> None:
    """Stories as a table."""
    columns = (
        Column("id"),
        Column("heat", right=True),
        Column("articles", right=True),
        Column("about", wraps=True),
        Column("story", wraps=True),
    )
    rows = [(one.id[:ID_SHOWN], f"{one.heat:.1f}", len(one.articles), _broadly(one), one.title) for one in stories]
    show_table(columns, rows)


def show_story(story: Story) -> None:
    """What a story is about, and the killed and injured as last told."""
    heading(story.title)
    line(f"story {story.id}, heat {story.heat:.1f}, topics: {', '.join(story.topics) or 'none'}", style="dim")
    for topic in story.media_topics:
        line(f"about {topic.name} ({topic.code}): {', '.join(topic.words)}", style="dim")
    for toll in story.tolls[-1:]:
        figures = [f"{count} {what}" for count, what in ((toll.killed, "killed"), (toll.injured, "injured")) if count]
        line(f"{', '.join(figures)}, as last told{f' on {toll.on}' if toll.on else ''}: “{'”, “'.join(toll.words)}”")


def _broadly(story: Story) -> str:
    """Its subjects of the top level."""
    return "; ".join(one.name for one in story.media_topics if one.code.endswith("000000"))


def show_articles(articles: Sequence[Article], copies: Mapping[str, Copy]) -> None:
    """Articles as a table; a copy says so."""
    columns = (Column("published"), Column("outlet"), Column("copy"), Column("headline", wraps=True))
    rows = [
        (day(one.published), one.outlet, copies[one.id].relation if one.id in copies else "", one.headline)
        for one in articles
    ]
    show_table(columns, rows)


def show_claim(claim: Claim, statements: Mapping[str, Statement], articles: Mapping[str, Article]) -> None:
    """A claim: its status, positions, origins and figures, who has not been heard, what is missing."""
    heading(f"“{claim.wording}”")
    history = " → ".join(f"{one.value} ({one.on or 'day unknown'})" for one in claim.status_history)
    line(f"{claim.status}: {history}", style=STYLES.get(claim.status, ""))
    line(f"claim {claim.id}, story {claim.story or 'none'}, {len(claim.statements)} statements", style="dim")
    _show_positions(claim, statements, articles)
    _show_origins(claim, articles)
    _show_notes(claim)


def show_judged(assessed: Assessment | None, decided: Sequence[Decision]) -> None:
    """What was signed of a claim, and what people decided that made it what it is."""
    if assessed or decided:
        blank()
    if assessed:
        who = assessed.judgement
        line(
            f"assessment: source {assessed.letter} ({SOURCES[assessed.letter]}), information {assessed.digit}"
            f" ({INFORMATION[assessed.digit]}); signed by {_by(who)}",
            style="bold",
        )
        for change in assessed.changed:
            line(f"the claim has changed since: {change}", indent=4, style="yellow")
    for one in decided:
        line(f"decided: {one.words} ({_by(one.judgement)})")


def _by(one: Judgement) -> str:
    return f"{one.by}, {one.at}, judgement {one.id}" + (f": {one.why}" if one.why else "")


def day(when: When | None) -> str:
    """A day, or what is known of it."""
    return when.value if when and when.value else "day unknown"


def reasons(when: When) -> str:
    """Why that day."""
    return "; ".join(when.reasons) or "no reason given"


def speaker(one: Statement) -> str:
    """Who speaks, and for whom."""
    name = one.speaker.name or (f"unnamed ({one.source.text})" if one.source else "unnamed")
    party = one.speaker.party
    return f"{name} for {party}" if party and party != one.speaker.name else name


def _credit(article: Article) -> str:
    parts = [article.outlet, ", ".join(article.byline), article.agency and f"credit {article.agency}", article.dateline]
    return " · ".join(part for part in [*parts, article.url or article.input] if part)


def _about(article: Article) -> Iterator[str]:
    """What else its page tells of the article, and what may be wrong with the text."""
    if article.section:
        yield f"section: {article.section}"
    if article.canonical and article.canonical != article.url:
        yield f"its own address: {article.canonical}"
    counts = Counter(part.kind for part in article.parts)
    if counts:
        yield f"in the text: {', '.join(plural(times, PARTS[kind]) for kind, times in counts.items())}"
    for note in article.notes:
        yield note.text if note.text.lower().startswith(note.kind) else f"{note.kind}: {note.text}"
    for signal in article.signals:
        yield f"{signal.kind}: {signal.why}"


def _show_statement(one: Statement) -> None:
    line(f"{speaker(one)} {one.stance} ({one.kind})", style=STYLES.get(one.stance, "bold"))
    line(f"“{one.content.text}”", indent=4)
    known = [
        f"role: {one.speaker.role}" if one.speaker.role else "",
        f"cue: {one.cue.text}" if one.cue else "",
        f"by way of: {' > '.join(one.relay)}" if one.relay else "",
        f"hedged: {', '.join(one.hedges)}" if one.hedges else "",
        f"said on {day(one.said_on)} ({reasons(one.said_on)})" if one.said_on else "",
        f"figures: {', '.join(figure_words(at.value, at.high, at.unit, at.bound) for at in one.figures)}"
        if one.figures
        else "",
    ]
    line(" · ".join(part for part in known if part), indent=4, style="dim")


def _statement_cells(one: Statement, article: Article | None) -> tuple[str, ...]:
    when = one.said_on if one.said_on and one.said_on.value else article.published if article else None
    return day(when), one.stance, speaker(one), (article.outlet or article.input if article else ""), one.content.text


def _claim_cells(one: Claim) -> tuple[object, ...]:
    since = one.status_history[-1].on if one.status_history else None
    return one.id[:ID_SHOWN], one.status, since, len({at.party for at in one.positions}), one.wording


def _show_positions(claim: Claim, statements: Mapping[str, Statement], articles: Mapping[str, Article]) -> None:
    if not claim.positions:
        return
    blank()
    columns = (Column("on"), Column("party"), Column("stance"), Column("reported by"), Column("words", wraps=True))
    rows = []
    for one in claim.positions:
        said = next((statements[at] for at in one.statements if at in statements), None)
        article = articles.get(said.article) if said else None
        outlet = article.outlet or article.input if article else ""
        rows.append((one.on or "day unknown", one.party, one.stance, outlet, said.content.text if said else ""))
    show_table(columns, rows)


def _show_origins(claim: Claim, articles: Mapping[str, Article]) -> None:
    kinds = (("origin", claim.origins), ("possible origin", claim.possible_origins))
    named = [(kind, one) for kind, several in kinds for one in several]
    for at, (kind, one) in enumerate(named):
        if not at:
            blank()
        first = articles.get(one.first_article)
        where = f", first in “{first.headline}” ({first.outlet or first.input})" if first else ""
        line(f"{kind}: {one.party}{where}: {one.why}")


def _show_notes(claim: Claim) -> None:
    figures = [
        f"{one.party or 'unnamed sources'}: {number(one.value):,} {one.unit} {one.of} ({one.on or 'day unknown'}"
        f"{f', {one.ended} {one.ended_on}' if one.ended else ''})"
        for one in (*claim.figures, *claim.unnamed_figures)
    ]
    headlines = [f"“{one.headline}” {one.says} what its article {one.body}: {one.words}" for one in claim.headlines]
    notes = (
        ("no further origin", claim.collapsed),
        ("figure", figures),
        ("not heard", claim.not_heard),
        ("missing", claim.missing),
        ("headline", headlines),
    )
    if any(values for _, values in notes):
        blank()
    for name, values in notes:
        for value in values:
            line(f"{name}: {value}")
