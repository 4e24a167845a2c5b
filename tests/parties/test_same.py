"""Names that are one party's, and names that only look so: each case a record of a few names."""

from __future__ import annotations

import pytest

from onrecord.parties.names import Seen
from onrecord.parties.same import merges, settled_names

ONE = [
    # name, the others of the record, what it is settled under
    ("the Kremlin", [], "Russia"),
    ("Downing Street", [], "United Kingdom"),
    ("Moscow", [], "Russia"),
    ("Russians", [], "Russia"),
    ("Ukrainian", [], "Ukraine"),
    ("Kiev", [], "Ukraine"),
    ("Türkiye", [], "Turkey"),
    ("U.S.", [], "United States"),
    ("UN", [], "United Nations"),
    ("Norwegian Ministry of Foreign Affairs", [], "Norway"),
    ("Norwegian Foreign Ministry", [], "Norway"),
    ("Ministry of Defence of Ukraine", [], "Ukraine"),
    ("Polish government", [], "Poland"),
    ("Government of Harlandia", ["Harlandia"], "Harlandia"),
    ("Harlandian army", ["Harlandia"], "Harlandia"),
    ("World Health Organization", ["WHO", "WHO"], "WHO"),
    ("WHO", ["World Health Organization", "World Health Organization"], "World Health Organization"),
    ("IAEA", ["International Atomic Energy Agency"] * 2, "International Atomic Energy Agency"),
    ("UN nuclear watchdog", ["IAEA"], "IAEA"),
    ("Medecins Sans Frontieres", ["MSF"], "MSF"),
    ("Organization for Security and Cooperation in Europe", ["OSCE"], "OSCE"),
    ("Brussels", ["European Union"], "European Union"),
    ("Koreans", ["South Korea"], "South Korea"),
    ("HWU", ["Harbour Workers' Union"], "Harbour Workers' Union"),
    ("N.F.A.", ["National Ferry Authority"], "National Ferry Authority"),
    ("Corvex", ["Corvex Energy"], "Corvex Energy"),
    ("Halden", ["Halden Bank"], "Halden Bank"),
    ("Marrow General", ["Marrow General Hospital"], "Marrow General Hospital"),
    ("Coast Guard", ["Norwegian Coast Guard"], "Norwegian Coast Guard"),
    ("harbour workers union", ["Harbour Workers' Union"] * 3, "Harbour Workers' Union"),
    ("The Beacon", ["Beacon", "Beacon"], "Beacon"),
    ("Corvex Energy Ltd", ["Corvex Energy"] * 2, "Corvex Energy"),
    ("Harrow & Sons", ["Harrow and Sons"] * 2, "Harrow and Sons"),
    ("Harlow Defense Group", ["Harlow Defence Group"] * 2, "Harlow Defence Group"),
    ("Norland’s Food Agency", ["Norland Food Agency"] * 2, "Norland Food Agency"),
    ("Norwegian Rail", ["Norway Rail"], "Norway Rail"),
    ("Jozef Mlynar", ["Józef Młynar"] * 2, "Józef Młynar"),
    ("Oleksiy Bondarskyy", ["Oleksii Bondarsky"] * 2, "Oleksii Bondarsky"),
    ("Tarik al-Qadhi", ["Tarik Al Kadhi"] * 2, "Tarik Al Kadhi"),
    ("Qaddur Front", ["Gaddur Front"] * 2, "Gaddur Front"),
    ("Zhuravski", ["Zhuravskiy"] * 2, "Zhuravskiy"),
]
APART = [
    ("Corvex", ["Corvex Energy", "Corvex Lines"]),
    ("Corvex Bank", ["Corvex Lines"]),
    ("Weather Service", ["Coastal Weather Service"]),
    ("Drivers' Union", ["Tram Drivers' Union"]),
    ("Union", ["Process Workers' Union"]),
    ("Food Authority", ["Norwegian Food Authority", "Danish Food Authority"]),
    ("Brennan", ["Brenn"]),
    ("Dario Vellan", ["Dario Velk"]),
    ("Norway", ["Norway Rail"]),
    ("Oslo police", ["Norway"]),
    ("NF", ["Northern Front"]),
    ("NFA", ["National Ferry Authority", "Norland Food Agency"]),
    ("Brussels", ["Belgium", "European Union"]),
    ("Koreans", ["South Korea", "North Korea"]),
    ("Red Cross", ["International Committee of the Red Cross"]),
    ("South Sudan", ["Sudan"]),
    ("Guinea", ["Equatorial Guinea"]),
    ("Georgia Power", ["Georgia"]),
    ("American Airlines", ["United States"]),
    ("St Anna Hospital", ["St Anne's Hospital"]),
    ("Karin Holm", ["Garin Holm"]),
    ("Hassan Darwi", ["Hussein Darwi"]),
    ("Port Sable", ["Port Sable Hospital"]),
    ("Brauk Works", ["Brauk Works Council"]),
    ("Harrow Town", ["Harrow Town Hall"]),
    ("Civic List", ["Civic Forum"]),
    ("National Bank", ["National Bank Workers' Union"]),
    ("Norland agency", ["Norland Food Agency"]),
    ("Kestrel Air", ["Kestrel Airways"]),
    ("Ledger", ["Maritime Ledger"]),
]


def settled(name: str, others: list[str]) -> str:
    counts = {other: others.count(other) for other in others} | {name: 1}
    seen = Seen(counts)
    return settled_names(counts, merges(seen))[name]


@pytest.mark.parametrize(("name", "others", "party"), ONE)
def test_one_party(name: str, others: list[str], party: str) -> None:
    assert settled(name, others) == party


@pytest.mark.parametrize(("name", "others"), APART)
def test_two_parties(name: str, others: list[str]) -> None:
    assert settled(name, others) not in others


def test_every_merge_says_why_and_a_doubtful_one_is_not_made() -> None:
    found = merges(Seen({"Union": 1, "Process Workers' Union": 3, "Corvex": 1, "Corvex Energy": 2}))
    assert [(one.name, one.party, one.made) for one in found] == [
        ("Corvex", "Corvex Energy", True),
        ("Union", "Process Workers' Union", False),
    ]
    assert all(0 < one.sure <= 1 and one.why for one in found)


def test_one_person_who_speaks_under_both_names_makes_a_doubtful_one_sure() -> None:
    mouths = {name: frozenset(["ada brook"]) for name in ("Union", "Process Workers' Union")}
    seen = Seen({"Union": 1, "Process Workers' Union": 3, "Drivers' Union": 1}, mouths)
    union = next(one for one in merges(seen) if one.name == "Union")
    assert (union.party, union.made) == ("Process Workers' Union", True)
    assert "one person" in union.why


def test_a_town_is_not_short_for_a_firm_and_a_surname_not_sure_to_be() -> None:
    counts = {"Harrow": 1, "Harrow Lines": 2}
    assert not any(one.made for one in merges(Seen(counts, lands=frozenset(["Harrow"]))))
    assert not any(one.made for one in merges(Seen(counts, people=frozenset(["harrov"]))))
    assert any(one.made for one in merges(Seen(counts)))


def test_a_name_depends_only_on_names_that_share_a_key_with_it() -> None:
    counts = {"Corvex": 1, "Corvex Energy": 2, "HWU": 1, "Harbour Workers' Union": 1}
    alone = merges(Seen(counts))
    crowd = {f"Quay {at} Ferries": 1 for at in range(50)}
    assert [one for one in merges(Seen(counts | crowd)) if one.name in counts] == alone
