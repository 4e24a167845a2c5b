"""One event, many articles: which belong together, how hot, about what."""

from onrecord.stories.blocks import LEVELS, Block, blocks_of
from onrecord.stories.group import REPEATS, days_of, parted, standing, story, tell
from onrecord.stories.heat import heat
from onrecord.stories.profile import WINDOW, Profile, comparable, likeness, likenesses, meet, profile

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
    "meet",
    "parted",
    "profile",
    "standing",
    "story",
    "tell",
]
