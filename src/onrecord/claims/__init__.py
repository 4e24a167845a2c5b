"""Which statements speak to one claim, where each party stands on it, and what follows by rule."""

from onrecord.claims.group import Group, group
from onrecord.claims.matcher import Matcher, shipped
from onrecord.claims.sense import with_senses
from onrecord.claims.tally import Known, tally

__all__ = ["Group", "Known", "Matcher", "group", "shipped", "tally", "with_senses"]
