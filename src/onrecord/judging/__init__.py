"""What people decided, worked out: which judgements stand, and what the stages are to make of them. Pure."""

from onrecord.judging.assessments import Assessment, assessment, signed
from onrecord.judging.carrying import Now, carried
from onrecord.judging.corrections import decided
from onrecord.judging.deciding import decide, outcomes
from onrecord.judging.edges import ruled_copies
from onrecord.judging.knots import ties_within
from onrecord.judging.matters import quarrel
from onrecord.judging.words import ruled_origins

__all__ = [
    "Assessment",
    "Now",
    "assessment",
    "carried",
    "decide",
    "decided",
    "outcomes",
    "quarrel",
    "ruled_copies",
    "ruled_origins",
    "signed",
    "ties_within",
]
