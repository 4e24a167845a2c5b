"""One name for one party across articles: "the Harlandian government" is Harlandia, "UN" is the United Nations."""

from onrecord.parties.named import names_of
from onrecord.parties.settling import Named, settle_names, settle_parties, settle_voices
from onrecord.parties.voice import Voice, voice

__all__ = ["Named", "Voice", "names_of", "settle_names", "settle_parties", "settle_voices", "voice"]
