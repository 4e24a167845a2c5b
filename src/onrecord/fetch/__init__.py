"""The only room with a network: one polite, guarded GET at a time. Nothing outside it opens a connection."""

from onrecord.fetch.answers import Answer, Failure
from onrecord.fetch.fetcher import Fetcher
from onrecord.fetch.permit import Permit, permit_for

__all__ = ["Answer", "Failure", "Fetcher", "Permit", "permit_for"]
