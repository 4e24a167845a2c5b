"""Who reported it first, and who knows it for himself. Copies and independence are decided here and only here."""

from onrecord.origins.collapsed import collapsed
from onrecord.origins.copies import find_copies
from onrecord.origins.independence import Judged, judge

__all__ = ["Judged", "collapsed", "find_copies", "judge"]
