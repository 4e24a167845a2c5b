"""All names of parties, found by what two that may be one have in common: nobody compares all with all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from onrecord.text.likeness import words

LITTLE = frozenset(("of", "the", "for", "and"))
PREFIX = 4  # letters that a people's name shares with its country's, at the least


class Names:
    """Names with how often each is used, by their first and last words, initials, first letters, and words."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        self.counts = counts
        self._first: defaultdict[str, list[str]] = defaultdict(list)
        self._last: defaultdict[str, list[str]] = defaultdict(list)
        self._heads: defaultdict[str, list[str]] = defaultdict(list)
        self._prefix: defaultdict[str, list[str]] = defaultdict(list)
        self._words: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
        for name in sorted(counts):
            self._add(name)

    def _add(self, name: str) -> None:
        held = words(name)
        self._words[tuple(held)].append(name)
        self._prefix[name.casefold()[:PREFIX]].append(name)
        if held:
            self._first[held[0]].append(name)
            self._last[held[-1]].append(name)
            self._heads[heads(held)].append(name)

    def first(self, word: str) -> Sequence[str]:
        """Names that begin with the word."""
        return self._first.get(word, ())

    def last(self, word: str) -> Sequence[str]:
        """Names that end with the word."""
        return self._last.get(word, ())

    def initials(self, letters: str) -> Sequence[str]:
        """Names whose words, but for little ones, begin with these letters."""
        return self._heads.get(letters, ())

    def beginning(self, name: str) -> Sequence[str]:
        """Names that have the first letters of this one."""
        return self._prefix.get(name.casefold()[:PREFIX], ())

    def alike(self, name: str) -> Sequence[str]:
        """Names that differ from this one only in case and punctuation, itself included."""
        return self._words.get(tuple(words(name)), ())


def heads(held: Iterable[str]) -> str:
    """The first letters of words, without little ones."""
    return "".join(word[0] for word in held if word not in LITTLE)
