"""The story of a page apart from its furniture: text, headline, byline, agency, and the day, with reasons."""

from onrecord.articles.reading import read_article

__all__ = ["read_article"]
