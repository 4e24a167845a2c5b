from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.names import acronym_of, is_title, runs, stands_at, words


def named(text: str) -> list[str]:
    return [text[slice(*span)] for span in runs(text)]


def test_runs_of_capitals_are_names() -> None:
    assert named("On Monday the envoy met Ada Brook and Tore van der Berg.") == ["Ada Brook", "Tore van der Berg"]


def test_a_sentence_opener_is_no_name() -> None:
    assert named("But Ada Brook left. The Harrow Council stayed.") == ["Ada Brook", "Harrow Council"]


def test_bodies_keep_their_of() -> None:
    assert named("He wrote to the Ministry of Works.") == ["Ministry of Works"]


def test_titles_in_singular_and_plural() -> None:
    assert is_title("Minister")
    assert is_title("spokeswoman")
    assert is_title("officials")
    assert not is_title("harbour")


def test_words_keep_their_possessives() -> None:
    assert words("the Fishers' Union, Ada's boat") == ["the", "Fishers'", "Union", ",", "Ada's", "boat"]


def test_acronyms() -> None:
    assert acronym_of("Harrow Food Authority") == "HFA"


def test_i_is_no_name() -> None:
    assert named("Everyone I met, Ada Brook and I said, left.") == ["Ada Brook"]


def test_a_given_name_that_is_a_month_or_a_verb_is_kept() -> None:
    assert named("Will Brook came.") == ["Will Brook"]


@given(st.text(alphabet="ab ’'-_", max_size=30), st.text(alphabet="ab", min_size=1, max_size=3))
def test_every_place_of_a_word_is_its_own(text: str, word: str) -> None:
    places = list(stands_at(text, word, 0, len(text)))
    assert all(
        text.startswith(word, at) and text[at + len(word) : at + len(word) + 1] not in ("a", "b") for at in places
    )
    assert places == sorted(set(places))
