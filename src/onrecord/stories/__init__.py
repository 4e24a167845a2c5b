"""One event, many articles: which belong together, how hot, about what."""

from onrecord.stories.blocks import LEVELS, block_of
from onrecord.stories.group import REPEATS, days_of, parted, story, tell
from onrecord.stories.heat import heat
from onrecord.stories.profile import WINDOW, Profile, likeness, profile

__all__ = [
    "LEVELS",
    "REPEATS",
    "WINDOW",
    "Profile",
    "block_of",
    "days_of",
    "heat",
    "likeness",
    "parted",
    "profile",
    "story",
    "tell",
]
