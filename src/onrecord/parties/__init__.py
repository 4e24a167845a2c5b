"""One name for one party across articles: "the Harlandian government" is Harlandia, "UN" is the United Nations."""

from onrecord.parties.named import names_of
from onrecord.parties.settling import settle_parties

__all__ = ["names_of", "settle_parties"]
