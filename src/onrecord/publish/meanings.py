"""What the page about the marks tells beside each: an example, made up; and why a report adds no origin."""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.publish.words import Term

# By stance, of somebody toward the claim "The bridge at Vessa has been moved."
SAID: Mapping[str, str] = {
    "asserts": "“We moved it on Monday,” the harbour master said.",
    "suggests": "The bridge has probably been moved, the engineer said.",
    "denies": "“It stands where it always stood,” the mayor said.",
    "doubts": "“I would be surprised if anybody could move that,” the surveyor said.",
    "no_evidence": "“We have seen nothing that shows it,” the coast guard said.",
    "cannot_confirm": "The ministry could neither confirm nor deny it.",
    "investigating": "“We are checking the reports,” the police said.",
    "conditional": "“If it has been moved, the ferries must stop,” the captain said.",
    "no_comment": "The builders declined to comment.",
    "withdraws": "“I was wrong on Monday, and I take it back,” the harbour master said.",
    "relays": "The harbour master says it has been moved, the agency reported.",
    "other": "“It ought to be moved,” the shopkeeper said.",
}
HELD: Mapping[str, str] = {
    "contested": "The harbour master asserts it and the mayor denies it.",
    "corroborated": "The harbour master asserts it; the pilot, who saw it himself, asserts it too; nobody denies it.",
    "single_origin": "The harbour master asserts it. Five papers carry his words: that is still one origin.",
    "reported": "A paper writes “according to reports”; nobody on record says it from own knowledge.",
    "denied": "The harbour master asserts it no more, and the mayor goes on denying it.",
    "withdrawn": "The harbour master has taken it back, and nobody else asserts it.",
}
NO_ORIGIN = (
    Term("copy", "is a copy of", "its words are another article’s", "The Post prints the agency’s text."),
    Term(
        "rewrite", "rewrites", "it tells another article in other words", "The Courier tells the agency’s text shorter."
    ),
    Term(
        "common_source", "shares its source with", "both have their words from a third", "Two papers print one release."
    ),
    Term("update", "updates", "it is a later text of the same report", "The agency adds the mayor’s answer at noon."),
    Term("version", "is a later version", "the same page after an edit", "The page of Monday, corrected on Tuesday."),
    Term("relays", "passes on", "it says from whom it has it", "“… according to the Post”."),
    Term(
        "occasion", "of one making", "one briefing, release, unnamed source or owner", "Both were at the same briefing."
    ),
    Term(
        "again", "says it again", "the same party, elsewhere or later", "The harbour master tells it to a second paper."
    ),
)
COUNTS = (
    "The first party on record that asserts it is an origin, unless its words show that it has it from another.",
    "A second counts only where its words show that it speaks from its own knowledge of just this: what it saw, "
    "counted, measured, ordered or did. The words are shown.",
    "Who accepts, repeats or confirms what another found is no second origin.",
    "Two bodies of one house, one person who speaks for two, a lawyer for his client, papers of one owner: one origin.",
    "Unnamed sources are none, however many papers have them: nobody is on record.",
    "Whoever signs in as an editor can accept or reject an origin; the page says who did and why.",
)
