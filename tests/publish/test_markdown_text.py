from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from onrecord.publish.markdown_text import escaped, link


def test_signs_are_escaped_and_plain_words_are_not() -> None:
    assert escaped("a *b* <i> & `c` [d](e) | f") == r"a \*b\* &lt;i&gt; &amp; \`c\` \[d\](e) \| f"
    assert escaped("12,000 men, “so he said” (twice).") == "12,000 men, “so he said” (twice)."
    assert escaped("https://a.example www.b.example @all") == r"https\://a.example www\.b.example \@all"
    assert escaped("one\n\n# two\u202e") == r"one \# two"
    assert escaped("- item") == r"\- item"
    assert escaped("1. item") == r"1\. item"
    assert escaped(None) == ""


@given(st.text(max_size=60))
def test_no_sign_of_markup_is_left_bare(text: str) -> None:
    made = escaped(text)
    assert "\n" not in made
    bare = re.sub(r"\\[!-/:-@\[-`{-~]", "", re.sub(r"&(?:lt|gt|amp);", "", made))
    assert not re.search(r"[\\`*_\[\]<>#|~@&]", bare)


def test_only_addresses_that_may_be_linked_to_are() -> None:
    assert link("a]b", "https://gull.example/x>y") == r"[a\]b](<https://gull.example/x%3Ey>)"
    assert link("a", "javascript:alert(1)") == "a"
    assert link("a", None) == "a"
