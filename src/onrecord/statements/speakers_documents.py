"""Documents and posts as sources: "the report", "a post on X by Ada Brook", "the board's letter"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.statements.speakers_words import documents
from onrecord.text.names import is_common, plain

# Between a document and whoever made it. "seen by" and "published by" tell of others.
_BY = re.compile(
    r"(?:^|\s)(by|from|of|(?:written|posted|signed|issued|made|drawn up|released|prepared|sent|filed) by)\s+"
    r"(?!(?:post|mail|email|e-mail|night|day|way|far|hand)\b)(.+)"
)
_SEEN = re.compile(r"\b(?:seen|obtained|reviewed|viewed|read|published|carried|shared|leaked) (?:by|in)\b.*")
_OTHERS = re.compile(r"\s+(?:(?:seen|obtained|reviewed|viewed|read|published|carried|shared|leaked|dated|in|on|about"
                     r"|to|posted|issued|released|sent|which|that|who|into|at)\b.*)", re.DOTALL)  # fmt: skip
_NOT_BEFORE = re.compile(
    r"who|of|from|by|for|at|behind|is|are|was|were|have|has|had|there|to|in|on|and|will|would|can", re.I
)
_OWNER = re.compile(r"(.+?)['’]s? (?:own )?(?:[\w-]+ ){0,4}$")


@dataclass(frozen=True, slots=True)
class Document:
    """A document that speaks: ``noun`` as it is called ("annual report"), ``author`` in the words of the source."""

    noun: str
    author: str | None = None


def read_document(text: str) -> Document | None:
    """The document a source is, or None where it is something else."""
    words = text.split()
    at = next((at for at, word in enumerate(words) if _is_document(word)), None)
    if at is None or any(_NOT_BEFORE.fullmatch(word) for word in words[:at]) or (at and words[at][:1].isupper()):
        return None
    if at + 1 < len(words) and not words[at].endswith(",") and not _may_follow(words[at + 1]):
        return None
    before, after = " ".join(words[:at]) + " ", " ".join(words[at + 1 :])
    owner = _OWNER.match(before)
    author = owner[1] if owner else _made_by(after, words[at])
    noun = re.sub(r"^(?:.+['’]s? |[Tt]he |[Aa]n? |[Tt]his |[Tt]hat )", "", before) + plain(words[at].rstrip(",;:"))
    return Document(noun.strip(), _without_others(author).strip(" ,.;") if author else None)


def _made_by(after: str, noun: str) -> str | None:
    """Who made a document, told behind it: a study "of" something is about it, a letter "of" somebody theirs."""
    found = _BY.search(_SEEN.sub("", after))
    if found is None or is_common(re.sub("^the ", "", found[2]).split()[0]):
        return None
    return found[2] if found[1] != "of" or _kind(noun) in ("paper", "post") else None


def _kind(word: str) -> str | None:
    low = plain(word.rstrip(",;:"))
    return documents().get(low) or documents().get(low.removesuffix("s"))


def _is_document(word: str) -> bool:
    return _kind(word) is not None and not re.search(r"['’]s?$", word)


def _may_follow(word: str) -> bool:
    """Whether a word can follow the noun of a document: not "report author", "poll workers"."""
    return (
        word[:1] in "(–-"
        or not word[:1].isalpha()
        or _AFTER.fullmatch(word) is not None
        or word.endswith(("ed", "ing", "en"))
    )


_AFTER = re.compile(
    r"of|by|from|on|in|to|for|about|that|which|seen|sent|made|drawn|put|signed|given|shown|read|into|at|with"
)


def _without_others(text: str) -> str:
    """An author's words up to where, when and to whom the document went."""
    return _OTHERS.sub("", f" {text}").strip()
