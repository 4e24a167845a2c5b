"""Sources whose edges a tagger got wrong: cut names, lone articles, an outlet in place of whom it quotes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.model import Attribution, Span
from onrecord.statements.speakers_words import is_body_word
from onrecord.text.names import is_capital, is_common, is_given, is_title, plain

REACH = 160  # characters on either side of a source
_QUOTING = re.compile(r"\b(?:quoted|quoting|quotes|cited|citing|cites|as (?:saying|having))\b")
_WHO = r"([^.;:“”\"\n]{2,120}?)"
_TIME = r"(?: (?:also|later|earlier|then|had|has|on \w+day|\w+day))*"
_AS = r"(?: on \w+day)? as (?:saying|having|telling|claiming|denying|confirming|insisting|calling|describing|putting)\b"
_ACTIVE = re.compile(rf"{_TIME} (?:quoted|cited|quotes|cites) {_WHO}{_AS}")
_INSIDE = re.compile(r"^[^,.;:“”\"\n]{2,80}?(?<!was)(?<!were) (?:quoted|cited) (?!by |in |on )(?=\S)")
_PASSIVE = re.compile(
    rf"(?:^|[.!?;:\n][”\"’]?\s+){_WHO}{_TIME} (?:was|were|is|are|has been|had been|have been){_TIME} "
    rf"(?:quoted|cited){_TIME} (?:by|in) $"
)
_CITING = re.compile(
    rf"[^.;:“”\"\n]{{0,60}}?, (?:citing|quoting) "
    rf"((?:an?|one|two|three|four|five|several|some|unnamed|senior) {_WHO}), that\b"
)
_WHO_HAD = re.compile(r"((?:[A-Z][\w’'-]+ ){1,3}[A-Z][\w’'-]+), who (?:(?:had|has|have|also|later|first|at first) )*$")
_ARTICLE = re.compile(r"(?:an?|the|this|that|his|her|its|their|two|three|some)", re.IGNORECASE)
_TO_CUE = re.compile(r" (?:[\w’'-]+ ){1,6}$")
_LED_BY = re.compile(r"((?:(?:[Aa]n?|[Tt]he) )?(?:[\w’'-]+ ){0,3}[\w’'-]+) $")
_WORD_ON = re.compile(r" ([^\W\d_][\w’'-]*)")
_WORD_BACK = re.compile(r"(?<![\w’'.-])([^\W\d_][\w’'-]*) $")


def mended(text: str, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, each with the source that its sentence gives it.

    A name cut in two is whole again, "the" goes on to its noun, and where an outlet quotes somebody the source is the
    one who is quoted. A source that cannot be mended stays as it is.
    """
    return [replace(one, source=_mended(text, one)) for one in attributions]


def _mended(text: str, one: Attribution) -> Span | None:
    if one.source is None:
        return _of_relative_clause(text, one.cue)
    source = _quoted(text, one) or one.source
    source = _beside_article(text, source, one.cue)
    return _of_whole_words(text, _of_whole_names(text, source))


def _of_relative_clause(text: str, cue: Span | None) -> Span | None:
    """ "Ada Brook, who had insisted that ...": the source of a cue that has none."""
    if cue is None:
        return None
    floor = max(0, cue.start - REACH)
    found = _WHO_HAD.search(text[floor : cue.start])
    if found is None or is_common(found[1].split()[0]):
        return None
    return Span(floor + found.start(1), floor + found.end(1))


def _quoted(text: str, one: Attribution) -> Span | None:
    """Whom the source quotes; None where it speaks for itself."""
    source = one.source or Span(0, 0)
    inside = _INSIDE.match(text[slice(*source)])
    if inside is not None:
        return Span(source.start + inside.end(), source.end)
    found = _ACTIVE.match(text, source.end, source.end + 2 * REACH) or _citing(text, one)
    if found is not None:
        return Span(*found.span(1))
    if one.cue is None or not _QUOTING.search(text[one.cue.start : max(one.cue.end, source.start)]):
        return None
    floor = max(0, source.start - 2 * REACH)
    passive = _PASSIVE.search(text[floor : source.start])
    return Span(floor + passive.start(1), floor + passive.end(1)) if passive else None


def _citing(text: str, one: Attribution) -> re.Match[str] | None:
    """ "The Mill Post reported, citing two officials, that ...", where the content is what follows."""
    source = one.source or Span(0, 0)
    found = _CITING.match(text, source.end, source.end + 2 * REACH)
    return found if found is not None and all(span.start >= found.end() for span in one.content) else None


def _beside_article(text: str, source: Span, cue: Span | None) -> Span:
    """ "The" with the noun behind it, as far as the cue; "of the board" with whoever stands in front of it."""
    words = text[slice(*source)]
    if _ARTICLE.fullmatch(words.strip()) and cue is not None and source.end < cue.start <= source.end + REACH:
        return Span(source.start, cue.start - 1) if _TO_CUE.fullmatch(text[source.end : cue.start]) else source
    if re.match(r"(?:of|from) (?:the )?[A-Z]", words):
        floor = max(0, source.start - REACH, text.rfind("\n", 0, source.start) + 1)
        before = re.search(r"[^.!?,;:“”\"\n]*$", text[floor : source.start])
        led = _LED_BY.search(before[0]) if before else None
        if led and before and _names_somebody(led[1]):
            return Span(source.start - len(led.group()), source.end)
    return source


def _names_somebody(words: str) -> bool:
    last = words.rsplit(maxsplit=1)[-1]
    return is_title(last) or is_body_word(plain(last)) or (is_capital(last) and not is_common(last))


def _of_whole_names(text: str, source: Span) -> Span:
    """A source with the rest of a name that it cuts: "Prime Minister Ada" before "Brook said"."""
    start, end = source
    words = text[start:end].split()
    if not words:
        return source
    last, goes_on = words[-1], _WORD_ON.match(text, end, end + 60)
    if goes_on and _is_part_of_name(last) and _is_rest_of_name(goes_on[1]):
        end = goes_on.end()
    before = _WORD_BACK.search(text[max(0, start - 40) : start])
    if before and _is_rest_of_name(words[0]) and is_capital(before[1]) and is_given(before[1]) and len(words) == 1:
        start -= len(before.group())
    return Span(start, end)


def _is_part_of_name(word: str) -> bool:
    return is_given(word) or (is_title(word) and is_capital(word))


def _is_rest_of_name(word: str) -> bool:
    return is_capital(word) and not is_common(word) and not re.search(r"['’]s$", word) and not is_title(word)


def _of_whole_words(text: str, source: Span) -> Span:
    """ "U.S" with its last stop."""
    cut = text[source.end : source.end + 1] == "." and re.search(r"(?<![\w.])(?:[A-Z]\.)+[A-Z]$", text[slice(*source)])
    return Span(source.start, source.end + 1) if cut else source
