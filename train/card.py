"""The card of the shipped tagger: what it was trained on, what was measured, where it fails."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onrecord.statements.tagger_settings import Settings
from train.sets import Row

HEAD = """# The statement tagger

Finds in a text who is said to have said what: content, cue and source, each as spans of the text. Two ONNX graphs with
int8 weights, run by onnxruntime on one thread.

- `statement_encoder.onnx`: six layers of MiniLM (all-MiniLM-L6-v2, Apache-2.0), fine-tuned; per word piece the chance
  that a cue begins, goes on, or that a content without a cue begins.
- `statement_links.onnx`: for one cue at a time, the part of every word piece within 112 of it (source, content,
  neither), and whether the cue attributes anything.
- `statement_tokenizer.json`: MiniLM's word pieces (lower-cased).
- `statement_tagger.json`: from where on the network is believed, and how likely it is right.

Made by `make train` (seeds fixed; four phases of 950, 340, 1,150 and 620 steps of 3,072 word pieces, about two hours on
two cores; running means of the weights, and the mean of the last two phases, which begin at the same weights). The
network is told by whose notion of a statement it shall read: that of the annotators of PolNeAR, of GUM, of our own
texts, or "any", which it was shown for 15 % of all windows; the program reads by "any".

## Trained on

| set | documents | attributions | licence |
|---|---|---|---|
"""

TAIL = """
## Limits

- English only. Lower-cased, so a name is known by its place in the sentence, not by its capitals.
- PolNeAR is US politics of 2015 and 2016, GUM many genres in small amounts; our own texts are invented, and were
  written with their marks by the makers of this program, read once.
- A window holds 256 word pieces: a source more than 112 away from its cue is not found here (the forms of a page, and
  quotations over paragraphs, are read by rule afterwards).
- Most is lost where nobody says anything in so many words: attitudes, documents that "put" a figure, silences; and in
  contents of one to three words.
- Two statements under one cue ("four died and eleven were missing, police said") come out as one.
- Nothing in it knows whether what is said is true, or whether the source exists.
"""


def card(sets: Mapping[str, Sequence[Row]], lines: Sequence[str], settings: Settings, error: float) -> str:
    """The card as Markdown; ``lines``: rows of the table of what was measured."""
    licences = {
        "PolNeAR 1.0, train": "none stated (Newell, Margolin and Ruths 2018)",
        "GUM, other genres": "mixed, partly non-commercial; annotations CC BY 4.0",
        "our own texts (`train/texts`)": "as the program",
    }
    rows = [
        f"| {name} | {len(some)} | {sum(len(row['attributions']) for row in some):,} | {licences[name]} |"
        for name, some in sets.items()
    ]
    measured = [
        "",
        "No text of the sets is shipped. One of eight of our own texts, PolNeAR's development set and GUM Wikinews",
        "were not trained on.",
        "",
        "## Measured",
        "",
        "Triple F1 in per cent (content word IoU of .5 or more, and the source shares a word): of all / of speech,",
        "nested statements left out. By which convention it was asked to read is told in each row. The bounds were set",
        "on the first three sets together (they move for a gain of .002 or more); nothing was tuned to newsroom A and",
        "GUM Wikinews here.",
        "",
        "| set | weights | convention | triple F1 |",
        "|---|---|---|---|",
        *lines,
        "",
        f"Sureness: points {list(map(list, settings.sureness))};",
        f"expected calibration error on the same sets {error:.3f}.",
        "On them two annotators of PolNeAR agree at 75.6 / 88.1.",
    ]
    return HEAD + "\n".join([*rows, *measured]) + "\n" + TAIL
