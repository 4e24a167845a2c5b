"""Accuracy and speed, against known records. ``python -m bench`` prints the table."""
