"""One event, many articles: which belong together, how hot, about what, and what is related."""

from onrecord.stories.group import tell

__all__ = ["tell"]
