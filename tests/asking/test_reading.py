from onrecord.asking.question import read_question
from onrecord.asking.reading import article_stand, shipped
from onrecord.model import Article
from tests.asking.told import article, said

PLAIN = article(
    "a1",
    "A wolf bit three shepherds in Upper Harrow on Monday, police said in a statement.\n\n"
    "The shepherds were taken to the clinic. Police confirmed that the wolf was caught.",
    headline="Wolf bites three shepherds in Upper Harrow",
)
DEBUNKED = article(
    "a2",
    "No wolf bit any shepherds in Upper Harrow, and the story is a hoax.\n\n"
    "The picture was photoshopped, the mayor said. The claim is false, she said: the wolf is a dog.",
    headline="No, a wolf did not bite shepherds in Upper Harrow: it is a hoax",
)
ELSEWHERE = article("a3", "The price of milk fell in May, the dairy said.", headline="Milk is cheaper")
CLAIM, DENIAL = "A wolf bit shepherds in Upper Harrow", "A wolf did not bite shepherds in Upper Harrow"


def position(question: str, one: Article) -> str:
    return article_stand(read_question(question), one, (), shipped()).position


def test_articles_stand_where_their_words_put_them() -> None:
    assert position(CLAIM, PLAIN) == "for"
    assert position(CLAIM, DEBUNKED) == "against"
    assert position(CLAIM, ELSEWHERE) == "unrelated"


def test_a_negated_question_turns_articles_round() -> None:
    assert position(DENIAL, PLAIN) == "against"
    assert position(DENIAL, DEBUNKED) == "for"
    assert "“not”" in article_stand(read_question(DENIAL), PLAIN, (), shipped()).why


def test_the_words_are_a_sentence_of_the_article_with_its_statements() -> None:
    one = said(PLAIN, "A wolf bit three shepherds in Upper Harrow", "asserts", party="Police")
    found = article_stand(read_question(CLAIM), PLAIN, (one,), shipped())
    assert found.words is not None
    assert all(PLAIN.text[start:end] == found.words.text for start, end in found.words.spans)
    assert found.statements == (one.id,)
    assert found.headline == "for"


def test_another_number_is_neither_for_nor_against() -> None:
    found = article_stand(read_question("A wolf bit nine shepherds in Upper Harrow"), PLAIN, (), shipped())
    assert (found.position, "another number" in found.why) == ("observing", True)


def test_an_article_without_text_is_unrelated() -> None:
    assert article_stand(read_question(CLAIM), article("a4", ""), (), shipped()).position == "unrelated"
