"""What repeats what: credits, days, versions, quotations; the order of the pages is no matter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.model import Article, When
from onrecord.origins import find_copies

Write = Callable[..., Article]
PARAGRAPHS = [
    f"The {thing} of the port at {place} was shut on Monday after a crane fell across the {road} and cut the power."
    for thing, place, road in [
        ("gate", "Ostby", "rails"),
        ("quay", "Marrow", "bridge"),
        ("office", "Lund", "lane"),
        ("market", "Tarn", "pier"),
        ("school", "Ewe", "dyke"),
        ("mill", "Hove", "lock"),
    ]
]
TEXT = "\n\n".join(PARAGRAPHS)
OTHER = "A choir of ninety voices opened the festival in the old brewery with songs nobody there had heard before."


def test_a_page_that_credits_an_agency_is_a_copy_of_its_page(write: Write) -> None:
    own = write("z", TEXT, outlet="Harbour Wire", agency="Harbour Wire", day="2026-01-02")
    cut = write("a", "\n\n".join(PARAGRAPHS[:4]), outlet="Daily Bell", agency="Harbour Wire", day="2026-01-02")
    copies, versions = find_copies([cut, own])
    assert [(edge.article, edge.of, edge.relation) for edge in copies] == [("a", "z", "copy")]
    assert "credits Harbour Wire" in copies[0].why
    assert not versions


def test_without_a_credit_the_earlier_day_comes_first(write: Write) -> None:
    first, later = write("b", TEXT, outlet="One", day="2026-01-02"), write("a", TEXT, outlet="Two", day="2026-01-05")
    copies, _ = find_copies([later, first])
    assert [(edge.article, edge.of) for edge in copies] == [("a", "b")]
    assert "2026-01-05" in copies[0].why


def test_merged_paragraphs_and_an_added_one_are_still_a_copy(write: Write) -> None:
    merged = " ".join(PARAGRAPHS) + "\n\n" + OTHER
    own = write("z", TEXT, outlet="Harbour Wire", day="2026-01-02")
    copies, _ = find_copies([own, write("a", merged, outlet="Bell", agency="Harbour Wire", day="2026-01-02")])
    assert [edge.relation for edge in copies] == ["copy"]


def test_shared_quotations_alone_are_a_common_source(write: Write) -> None:
    quote = "“We will open the gate again when the rails are clear and the power is back for every house in the town.”"
    one = write("a", f"{PARAGRAPHS[0]} {quote}", outlet="One", day="2026-01-02")
    other = write("b", f"{OTHER} {quote}", outlet="Two", day="2026-01-02")
    copies, _ = find_copies([one, other])
    assert [edge.relation for edge in copies] == ["common_source"]


def test_the_same_address_again_is_a_version_and_no_copy(write: Write) -> None:
    old = write("b", TEXT, day="2026-01-02", url="https://bell.example/gate")
    new = write(
        "a",
        f"{TEXT}\n\nCorrection: the crane is yellow.",
        day="2026-01-02",
        url="http://www.bell.example/gate/?utm_source=x",
    )
    copies, versions = find_copies([new, old])
    assert (copies, versions) == ((), (("a", "b"),))


def test_what_is_asked_for_is_part_of_an_address_and_a_broken_one_is_none(write: Write) -> None:
    old = write("b", TEXT, day="2026-01-02", url="https://bell.example/story.php?id=1")
    new = write("a", OTHER, day="2026-01-02", url="https://bell.example/story.php?id=2")
    broken = write("c", PARAGRAPHS[0], day="2026-01-02", url="http://[bell")
    assert find_copies([new, old, broken])[1] == ()
    bare = [write(which, TEXT, day="2026-01-02", url=f"https://bell.example/story?{n}") for n, which in enumerate("ab")]
    assert find_copies(bare)[1] == (), "a number alone is asked for too"


def test_different_news_and_bare_hosts_have_nothing_to_do_with_each_other(write: Write) -> None:
    one, two = write("a", TEXT, url="https://bell.example/"), write("b", OTHER, url="https://bell.example")
    assert find_copies([one, two]) == ((), ())
    again = write("c", TEXT, day="2026-01-02", url="https://bell.example")
    assert [edge.relation for edge in find_copies([one, again])[0]] == ["copy"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20)
@given(order=st.permutations(range(4)))
def test_order_is_no_matter(write: Write, order: list[int]) -> None:
    pages = [
        write("a", TEXT, outlet="Wire", day="2026-01-02"),
        write("b", TEXT + OTHER, outlet="Bell", agency="Wire", day="2026-01-02"),
        write("c", TEXT, outlet="Horn", day="2026-01-03", url="https://horn.example/x"),
        write("d", OTHER + TEXT, outlet="Horn", day="2026-01-03", url="https://horn.example/x"),
    ]
    assert find_copies([pages[at] for at in order]) == find_copies(pages)


def test_a_page_with_the_same_home_and_most_of_the_words_is_a_version(write: Write) -> None:
    home = "https://bell.example/port-shut"
    old = write("a", TEXT, outlet="Daily Bell", url=home, day="2026-01-02")
    grown = f"{TEXT}\n\nNobody was hurt, the port said on Tuesday."
    new = write("b", grown, outlet="Daily Bell", url="https://m.bell.example/s/77?x=1", day="2026-01-03")
    other = write("c", OTHER, outlet="Daily Bell", url="https://bell.example/choir", day="2026-01-03")
    at_home = [replace(one, canonical=home) for one in (new, other, old)]
    assert find_copies(at_home) == ((), (("b", "a"),)), "a home that all pages name is nobody's"
    copies, versions = find_copies([new, other, old])
    assert ([edge.relation for edge in copies], versions) == (["update"], ())


def test_phrases_of_a_house_months_apart_are_no_edge(write: Write) -> None:
    house = "Write to us at the harbour office and we will answer every letter that comes with a stamp. "
    one = write("a", house + " ".join(f"mill{at} goat" for at in range(20)), day="2026-01-02")
    near = write("b", house + " ".join(f"weir{at} boat" for at in range(20)), day="2026-01-05")
    far = replace(near, published=When("2026-05-05", "day"))
    assert find_copies([one, near])[0]
    assert find_copies([one, far])[0] == ()


def test_sentences_taken_over_on_one_day_are_a_rewrite_and_quotations_a_common_source(write: Write) -> None:
    prose = "The mill by the weir shut its doors at noon after the flood had carried off the lower wheel. "
    quoted = '"The mill by the weir shut its doors at noon after the flood had carried off the lower wheel." '
    rest = [" ".join(f"{word}{at} stone" for at in range(20)) for word in ("oak", "elm")]
    for shared, relation in ((prose, "rewrite"), (quoted, "common_source")):
        pages = [write(which, shared + tail, day="2026-01-02") for which, tail in zip("ab", rest, strict=True)]
        assert [edge.relation for edge in find_copies(pages)[0]] == [relation]
