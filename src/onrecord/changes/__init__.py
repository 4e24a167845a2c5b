"""What changed in the record between two states of it: by claim, party and story. Pure; net, never step by step."""

from onrecord.changes.causes import Keys, caused, keys_of
from onrecord.changes.claims import between, of_claims
from onrecord.changes.pairing import Pairs, components, pairs
from onrecord.changes.stories import Told, of_stories

__all__ = ["Keys", "Pairs", "Told", "between", "caused", "components", "keys_of", "of_claims", "of_stories", "pairs"]
