"""Signs that a text is only a part of its story, or more than one story; each with its reason in plain words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import html

from onrecord.articles.body_features import letters_of
from onrecord.articles.dateline import dateline_of
from onrecord.articles.prose import is_prose, is_sentence, word_count
from onrecord.articles.signals_halves import second_story
from onrecord.model import Page, Signal

TRAILS = re.compile(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\])[\"”’»)\]]*$")
SAID_LEAST = 500  # letters: shorter ones are summaries
LONGER = 1.5
MOST_TIMES = 4.0  # more than that is a count of letters, or of the whole page
LEAST_WORDS = 40
COUNT_LEAST = 100
MIDDLE = 10  # words: a shorter last line without a full stop may be a line of its own kind
BEFORE = 4  # paragraphs before the last, which must all end as sentences
FULL = 8  # words of such a paragraph
ANNOUNCED = 4  # words before a colon
BROKEN = re.compile(r"\s[^\W\d_A-Z]+$")
DATELINE_FROM = 4
COUNT = re.compile(r"\"wordCount\"\s{0,9}:\s{0,9}\"?(\d{1,6})")
OPENED = re.compile(r"<(?:html|body)\b", re.I)
CLOSED = re.compile(r"</(?:html|body)\b", re.I)
TAIL = 5000
MOST_COUNTED = 400_000
CUT_OFF = "warc-truncated"


@dataclass(frozen=True, slots=True)
class Claimed:
    """What a page says of its story besides the text. ``words``: the least and the most it counts, or nothing;
    ``broken``: why the page itself was not received whole."""

    headline: str = ""
    body: str = ""
    description: str = ""
    words: tuple[int, ...] = ()
    broken: str = ""


def claimed_by(page: Page, tree: html.HtmlElement, *, headline: str, body: str) -> Claimed:
    """The claims of a page of markup."""
    said = next(iter(tree.xpath("//meta[@name='description' or @property='og:description']/@content")), "")
    scripts = " ".join(one.text or "" for one in tree.iter("script"))[:MOST_COUNTED]
    counts = sorted(int(count) for count in COUNT.findall(scripts))
    return Claimed(headline, body, str(said), tuple(dict.fromkeys((*counts[:1], *counts[-1:]))), _broken(page))


def _broken(page: Page) -> str:
    if why := page.capture.header(CUT_OFF) if page.capture else None:
        return f"the crawl cut the page off ({why})"
    if OPENED.search(page.content[:TAIL]) and not CLOSED.search(page.content[-TAIL:]):
        return "the page breaks off: its markup is never closed"
    return ""


def body_signals(paragraphs: Sequence[str], claimed: Claimed) -> tuple[Signal, ...]:
    """What speaks against a text being one whole story."""
    if not paragraphs:
        return ()
    return (*_cut(paragraphs, claimed), *_glued(paragraphs, claimed))


def _cut(paragraphs: Sequence[str], claimed: Claimed) -> Iterator[Signal]:
    reasons = (claimed.broken, _longer(paragraphs, claimed), _breaks_off(paragraphs))
    if why := next((one for one in reasons if one), ""):
        yield Signal("cut", why)


def _longer(paragraphs: Sequence[str], claimed: Claimed) -> str:
    ours, theirs = _size(paragraphs), len(letters_of(claimed.body))
    if theirs >= SAID_LEAST and theirs > LONGER * ours and _begins(paragraphs, claimed.body):
        return f"the page's metadata hold a body {theirs / max(1, ours):.1f} times as long"
    words = sum(map(word_count, paragraphs))
    count = min(claimed.words, default=0)
    if words >= LEAST_WORDS and count >= COUNT_LEAST and LONGER * words <= count <= MOST_TIMES * words:
        return f"the page counts {count} words, the text has {words}"
    return ""


def _breaks_off(paragraphs: Sequence[str]) -> str:
    last = paragraphs[-1]
    if TRAILS.search(last) and is_prose(last):
        return f"it ends in an ellipsis: “{last[-60:]}”"
    if last.endswith((":", ",", "：")) and word_count(last) >= ANNOUNCED:
        return f"what its last line announces is missing: “{last[-60:]}”"
    before = [line for line in paragraphs[-1 - BEFORE : -1] if word_count(line) >= FULL]
    if word_count(last) >= MIDDLE and BROKEN.search(last) and len(before) >= 2 and all(map(is_sentence, before)):
        return f"it ends in the middle of a sentence: “{last[-60:]}”"
    return ""


def _glued(paragraphs: Sequence[str], claimed: Claimed) -> Iterator[Signal]:
    reasons = (_shorter(paragraphs, claimed), _second_dateline(paragraphs), _second_story(paragraphs, claimed))
    if why := next((one for one in reasons if one), ""):
        yield Signal("glued", why)


def _shorter(paragraphs: Sequence[str], claimed: Claimed) -> str:
    said, ours, theirs = claimed.body, _size(paragraphs), len(letters_of(claimed.body))
    if theirs >= SAID_LEAST and ours > LONGER * theirs and is_sentence(said.strip()) and _begins(paragraphs, said):
        return f"the body in the page's metadata is {ours / theirs:.1f} times shorter"
    words = sum(map(word_count, paragraphs))
    count = max(claimed.words, default=0)
    if count >= COUNT_LEAST and LONGER * count <= words <= MOST_TIMES * count:
        return f"the page counts {count} words, the text has {words}"
    return ""


def _second_dateline(paragraphs: Sequence[str]) -> str:
    if not dateline_of(paragraphs[0]).place:
        return ""
    second = next((line for line in paragraphs[DATELINE_FROM:] if dateline_of(line).credit), None)
    return f"a second dateline stands inside: “{second[:60]}”" if second else ""


def _second_story(paragraphs: Sequence[str], claimed: Claimed) -> str:
    at = second_story(paragraphs, f"{claimed.headline} {claimed.description}")
    return f"from here on nothing has to do with the headline: “{paragraphs[at][:60]}”" if at else ""


def _size(paragraphs: Sequence[str]) -> int:
    return sum(len(letters_of(line)) for line in paragraphs)


def _begins(paragraphs: Sequence[str], said: str) -> bool:
    """Whether both speak of one story: a paragraph of the text stands in the body that is claimed."""
    whole = letters_of(said)
    return any(letters_of(line[:200])[:60] in whole for line in paragraphs[:3])
