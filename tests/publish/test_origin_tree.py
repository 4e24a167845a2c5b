"""Independent origins as roots, and under each what comes to the same."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Copy, Origin, Position
from onrecord.publish.origin_ties import AGAIN, first_read, ties
from onrecord.publish.origin_tree import OriginTree, Report, origin_tree
from tests.publish.claim_around import around, claim_of, report, said

NAMES = "abcdef"
REPORTS = {name: report(name, f"Outlet {name}", f"2026-05-0{n + 1}") for n, name in enumerate(NAMES)}


def tree(
    carried: dict[str, str], copies: list[Copy], origins: dict[str, str], possible: dict[str, str], *, most: int = 60
) -> OriginTree:
    """``carried``: {article: party that asserts in it, or "" for somebody unnamed}; origins by party."""
    told = [said(f"s{name}", name, party or None) for name, party in carried.items()]
    claim = claim_of(told, _origins(origins), _origins(possible))
    held = around([REPORTS[name] for name in carried], told)
    return origin_tree(claim, held, ties(claim, held, copies, []), first_read(claim, set(carried), copies), most=most)


def _origins(named: dict[str, str]) -> tuple[Origin, ...]:
    return tuple(Origin(party, at, "why") for party, at in named.items())


def shape(reports: tuple[Report, ...]) -> dict[str, object]:
    return {one.article: shape(one.reports) for one in reports}


def test_copies_and_repetitions_stand_under_their_origin() -> None:
    copies = [Copy("b", "a", "copy", "x"), Copy("c", "b", "rewrite", "y")]
    made = tree({"a": "V", "b": "V", "c": "V", "d": "V", "e": "L"}, copies, {"V": "a", "L": "e"}, {})
    vessa, lund = made.roots
    assert (vessa.party, vessa.first.article, shape(vessa.first.reports)) == ("V", "a", {"b": {"c": {}}, "d": {}})
    assert (lund.first.article, lund.first.reports, lund.total) == ("e", (), 0)
    assert [one.relation for one in vessa.first.reports] == ["copy", "again"]
    assert vessa.first.reports[0].reasons == ("is a copy of Outlet a: x",)
    assert vessa.first.reports[1].reasons == (f"V {AGAIN}",)
    assert (made.collapsed, made.others, made.apart) == (3, 0, ())


def test_a_possible_origin_stands_apart_and_two_of_one_article_are_told() -> None:
    made = tree({"a": "V", "b": "L", "c": "L", "d": ""}, [], {"V": "a"}, {"L": "b", "M": "b"})
    lund, mora = made.possible
    assert shape(lund.first.reports) == {"c": {}}
    assert (mora.beside, mora.first.reports) == ("L", ())
    assert made.others == 1


def test_an_origin_that_asserts_no_longer_says_where_it_stands() -> None:
    told = [said("s1", "a", "V"), said("s2", "b", "V", "withdraws"), said("s3", "b", "L")]
    stood = (Position("V", "asserts", "2026-05-01", ("s1",)), Position("V", "withdraws", "2026-05-02", ("s2",)))
    claim = claim_of(told, (Origin("V", "a", "the first"), Origin("L", "b", "words of s3")), positions=stood)
    held = around([REPORTS["a"], REPORTS["b"]], told)
    vessa, lund = origin_tree(claim, held, ties(claim, held, [], []), first_read(claim, {"a", "b"}, [])).roots
    assert (vessa.now, vessa.said) == (stood[1], False)
    assert (lund.now, lund.said) == (None, True)


def test_what_repeats_something_else_is_traced_to_no_origin() -> None:
    made = tree({"a": "V", "d": "", "e": ""}, [Copy("e", "d", "copy", "x")], {"V": "a"}, {})
    assert shape(made.apart) == {"d": {"e": {}}}
    assert made.apart[0].reports[0].reasons == ("is a copy of Outlet d: x",)


def test_a_tree_has_an_end_and_tells_what_it_leaves_out() -> None:
    made = tree(dict.fromkeys(NAMES, "V"), [], {"V": "a"}, {}, most=2)
    assert (made.roots[0].total, made.hidden, made.collapsed) == (2, 3, 5)


def everything(reports: tuple[Report, ...]) -> list[str]:
    return [name for one in reports for name in (one.article, *everything(one.reports))]


EDGES = st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)), max_size=8)
CARRIED = st.dictionaries(st.sampled_from(NAMES), st.sampled_from(["V", "L", ""]), min_size=1)


@given(CARRIED, EDGES)
def test_every_article_stands_once_at_most_and_none_is_lost(
    carried: dict[str, str], edges: list[tuple[str, str]]
) -> None:
    copies = [Copy(one, of, "copy", "") for one, of in edges if one != of]
    first: dict[str, str] = {}
    for name, party in carried.items():
        if party:
            first.setdefault(party, name)
    origins, possible = ({k: v for k, v in first.items() if k == party} for party in ("V", "L"))
    made = tree(carried, copies, origins, possible)
    below = [name for root in (*made.roots, *made.possible) for name in everything(root.first.reports)]
    shown = [*below, *everything(made.apart)]
    heads = {root.first.article for root in (*made.roots, *made.possible)}
    assert len(shown) == len(set(shown))
    assert len(set(shown) | heads) + made.others == len(carried)
