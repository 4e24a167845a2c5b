"""Who reported it first, and who knows it for himself. Copies and independence are decided here and only here."""

from onrecord.origins.candidates import CROWD, HUBS, worth
from onrecord.origins.collapsed import collapsed
from onrecord.origins.copies import Overlap, best, find_copies, in_time, overlap
from onrecord.origins.independence import Judged, judge
from onrecord.origins.traits import Sketch, Traits, sketch, traits
from onrecord.origins.tying import BOUNDS, Bounds

__all__ = [
    "BOUNDS",
    "CROWD",
    "HUBS",
    "Bounds",
    "Judged",
    "Overlap",
    "Sketch",
    "Traits",
    "best",
    "collapsed",
    "find_copies",
    "in_time",
    "judge",
    "overlap",
    "sketch",
    "traits",
    "worth",
]
