"""Of all the places where words stand, the one is found that the article has."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Span
from onrecord.publish.sought import MOST, Sought, place_in, sought

ARTICLE = "They left me eleven.\n\n“They left me\neleven,” she told the court. It was not so, it was said."


def test_what_is_sought_has_what_stands_around_it() -> None:
    at = ARTICLE.index("me\neleven")
    assert sought(ARTICLE, Span(at, at + 9)).words == "me eleven"
    assert sought(ARTICLE, Span(at, at + 9)).before.endswith("“They left ")
    assert sought(ARTICLE, Span(at, at + 9)).after.startswith(",” she told")


def test_of_several_places_the_one_with_the_same_around_it() -> None:
    page = " ".join(ARTICLE.split())
    second = page.rindex("They left")
    one = sought(ARTICLE, Span(ARTICLE.rindex("They left"), ARTICLE.index(",”")))
    assert place_in(page, one) == Span(second, second + len("They left me eleven"))
    assert place_in(page, Sought("They left me eleven")) == Span(0, 19)


def test_words_that_are_nowhere_have_no_place() -> None:
    assert place_in("one two", Sought("three")) is None
    assert place_in("one two", Sought("")) is None
    assert place_in("a" * (MOST + 10), Sought("a", before="b")) == Span(0, 1)


@given(st.lists(st.sampled_from(["it", "that", "is", "so", "not", "Mara"]), min_size=1, max_size=60), st.data())
def test_every_word_is_found_with_its_own_surroundings(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    n = data.draw(st.integers(0, len(words) - 1))
    at = len(" ".join(words[:n])) + bool(n)
    place = place_in(text, sought(text, Span(at, at + len(words[n]))))
    assert place is not None
    assert text[place.start : place.end] == words[n]
    left, right = text[:at][-30:], text[at + len(words[n]) :][:30]
    assert (text[: place.start][-30:], text[place.end :][:30]) == (left, right)
