from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.articles.prose import SENTENCE_END, is_prose, is_sentence


@pytest.mark.parametrize(
    "line",
    [
        "“Nobody was hurt at all.”",
        "„Niemand wurde verletzt.“",
        "»Ingen kom til skade.«",
        "«Niemand wurde verletzt.»",
        "« Personne n'a été blessé. »",
        "« Personne n'a été blessé.\u00a0»",
        "« Personne n'a été blessé !\u202f»",
        "「けが人はいない。」",
        "(Nobody was hurt.)",
        "Nobody was hurt. [12]",
    ],
)
def test_a_sentence_ends_before_its_closing_marks(line: str) -> None:
    assert is_sentence(line)


@pytest.mark.parametrize(
    "line", ["„Niemand verletzt“", "« Port fermé »", "The harbour, closed", "Read more »", "", "»"]
)
def test_no_sentence(line: str) -> None:
    assert not is_sentence(line)


def test_running_text_closes_with_the_marks_of_its_language() -> None:
    assert is_prose("„Der Hafen bleibt bis zum Morgen zu“, sagte sie, „und niemand kommt hinaus.“")
    assert is_prose("« Le port reste fermé jusqu'au matin, a dit la maire, personne ne sort. »")
    assert is_prose("„Zu spät.“ Mehr sagte er nicht.")
    assert not is_prose("Der Hafen „bleibt zu“")


@given(st.text(alphabet=".!?»“” \u00a0[]12a", max_size=4000))
def test_any_line_is_judged_at_once(line: str) -> None:
    assert isinstance(is_prose(line), bool)


@given(st.text(".!?。”»›' ])[13a\n\u00a0", max_size=30))
def test_the_end_of_a_line_tells_as_much_as_the_whole(line: str) -> None:
    assert is_sentence(line) == bool(SENTENCE_END.search(line))
