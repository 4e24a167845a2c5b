from __future__ import annotations

from onrecord.text.names import acronym_of, is_title, runs, words


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
