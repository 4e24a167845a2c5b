from __future__ import annotations

import re

from bench.robustness_patterns import beginnings, patterns, slow

# Far from one place of the text to the next: quadratic, though bounded.
AHEAD = re.compile(r"<!--[^>]{0,20000}>")
BYTES = re.compile(rb"(?:a|b)[^\x00-\x20]?(?P<more>\d{2,5})(?=x)\s*+-->")


def test_a_pattern_that_looks_far_ahead_is_found() -> None:
    assert "<!--" in [one.part[:4] for one in slow("here", AHEAD, 0.05)]
    assert not list(slow("here", re.compile(r"<!--"), 0.2))


def test_a_pattern_is_begun_part_by_part() -> None:
    found = list(beginnings(BYTES))
    assert found[0] == "a"
    assert any(re.match(rb"a.11", one.encode()) for one in found)
    assert found[-1].endswith("-->")


def test_the_patterns_of_a_module_are_found() -> None:
    assert "onrecord.read.xhtml.CODE" in dict(patterns("onrecord.read.xhtml"))
