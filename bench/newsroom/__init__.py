"""What onrecord kept of a newsroom, against what a careful desk would have written down from the same pages.

A newsroom is a folder with ``pages/`` and ``gold.json``; an export is what ``onrecord export jsonl`` wrote. One file
for each thing that is measured; ``score.score`` runs them all and ``report`` shows the card.
"""
