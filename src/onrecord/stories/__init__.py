"""One event, many articles: which belong together, how hot, about what."""

from onrecord.stories.blocks import LEVELS, Block, blocks_of
from onrecord.stories.group import REPEATS, days_of, parted, standing, story, tell
from onrecord.stories.heat import heat
from onrecord.stories.media_topics import media_topics
from onrecord.stories.profile import WINDOW, Profile, comparable, likeness, likenesses, meet, profile
from onrecord.stories.related import worth_reading

__all__ = [
    "LEVELS",
    "REPEATS",
    "WINDOW",
    "Block",
    "Profile",
    "blocks_of",
    "comparable",
    "days_of",
    "heat",
    "likeness",
    "likenesses",
    "media_topics",
    "meet",
    "parted",
    "profile",
    "standing",
    "story",
    "tell",
    "worth_reading",
]
