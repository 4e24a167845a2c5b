"""A claim in a person's own words, held against articles, statements and claims: who stands where, in which words."""

from onrecord.asking.answer import Answer, ArticleStand, FirstReport, PartyStand, Side
from onrecord.asking.asked import answer
from onrecord.asking.first import first_reports
from onrecord.asking.question import Question, read_question
from onrecord.asking.reading import Models, article_stand, shipped
from onrecord.asking.standing import Material

__all__ = [
    "Answer",
    "ArticleStand",
    "FirstReport",
    "Material",
    "Models",
    "PartyStand",
    "Question",
    "Side",
    "answer",
    "article_stand",
    "first_reports",
    "read_question",
    "shipped",
]
