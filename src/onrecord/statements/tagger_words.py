"""A parsed sentence as plain data: words with places in the article, their tags and their heads. Knows no parser."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from onrecord.model import Span
from onrecord.text.quotes import Quote


@dataclass(frozen=True, slots=True)
class Word:
    """One word, or a whole direct quotation standing as one word (``quote`` is set, its text is a stand-in)."""

    start: int
    end: int
    text: str
    tag: str
    dep: str
    head: int
    quote: Quote | None = None

    @property
    def lower(self) -> str:
        return self.text.lower()

    @property
    def is_verb(self) -> bool:
        return self.tag.startswith("VB") and self.quote is None

    @property
    def is_finite(self) -> bool:
        return self.tag in ("VBD", "VBZ", "VBP", "MD")


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words of a sentence in order; places in it are word numbers."""

    words: tuple[Word, ...]
    children: tuple[tuple[int, ...], ...] = field(default=())

    def subtree(self, at: int) -> list[int]:
        """The word and all below it, in order."""
        found, waiting = [], [at]
        while waiting:
            one = waiting.pop()
            found.append(one)
            waiting += self.children[one]
        return sorted(found)

    def below(self, at: int, *deps: str) -> list[int]:
        """The children that hang on the word by one of the relations."""
        return [child for child in self.children[at] if self.words[child].dep in deps]

    def above(self, at: int) -> Iterator[int]:
        """The heads of a word, nearest first, up to the root."""
        for _ in self.words:
            head = self.words[at].head
            if head == at:
                return
            yield head
            at = head

    def span(self, first: int, last: int) -> Span:
        """The characters from the first word to the last, both included."""
        return Span(self.words[first].start, self.words[last].end)

    def is_(self, at: int, *texts: str) -> bool:
        """Whether there is a word at this place and it is one of these (lower case)."""
        return 0 <= at < len(self.words) and self.words[at].lower in texts


def sentence(words: list[Word]) -> Sentence:
    """A sentence from its words, with the children of each worked out."""
    children: list[list[int]] = [[] for _ in words]
    for at, word in enumerate(words):
        if word.head != at:
            children[word.head].append(at)
    return Sentence(tuple(words), tuple(tuple(some) for some in children))
