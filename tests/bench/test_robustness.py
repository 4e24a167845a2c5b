from __future__ import annotations

import os
from pathlib import Path

import pytest

from bench import robustness
from bench.mutant_seeds import seeds_of
from bench.mutants import Mutant, mutants
from bench.robustness import endure, main

PAGES = Path(__file__).parents[2] / "samples" / "newsroom" / "pages"
NUMBER = int(os.environ.get("ONRECORD_MUTANTS", "200"))  # all: 10,000, by python -m bench.robustness 10000
KINDS = 18


@pytest.mark.skipif(not PAGES.is_dir(), reason="no sample newsroom")
def test_every_seed_is_read() -> None:
    seeds = {(seed.kind, seed.name): seed for seed in seeds_of(PAGES) if seed.kind != "dump"}
    outcomes = endure(Mutant(*seed) for seed in (*seeds.values(), seeds_of(PAGES)[0]))
    assert len(outcomes) == KINDS
    assert all(one.kept and not one.failures for kind, one in outcomes.items() if kind != "sitemap")
    assert {kind for kind, one in outcomes.items() if one.refused} == {"sitemap", "warc", "warc.gz"}
    assert set(outcomes["warc"].refused) == {"HTTP 404", "unchanged since 2026-03-10T08"}


@pytest.mark.skipif(not PAGES.is_dir(), reason="no sample newsroom")
def test_broken_inputs_are_kept_or_refused_in_time() -> None:
    outcomes = endure(mutants(seeds_of(PAGES), NUMBER))
    assert [failure for one in outcomes.values() for failure in one.failures] == []
    assert sum(one.inputs for one in outcomes.values()) == NUMBER
    assert sum(one.kept for one in outcomes.values()) > NUMBER // 2
    assert all(one.refused.total() or one.kept for one in outcomes.values())


@pytest.mark.skipif(not PAGES.is_dir(), reason="no sample newsroom")
def test_inputs_are_read_in_processes_of_their_own(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(2, start=30) == 0
    said = capsys.readouterr()
    assert "| all | 2 |" in said.out
    assert said.err == "2 of 2\n"


def test_the_bench_sees_failures(monkeypatch: pytest.MonkeyPatch) -> None:
    page = b"<html><body><p>Rain fell on the harbour all night.</p></body></html>"
    inputs = [Mutant("gz", "empty.txt", b"\n"), Mutant("html", "a.html", page)]
    outcomes = endure(inputs, limit=-1)
    assert outcomes["gz"].refused["empty file"] == 1
    assert len(outcomes["html"].failures) == 1
    monkeypatch.setattr(robustness, "read_article", lambda *_: 1 / 0)
    (second,) = endure([Mutant("gz", "a.txt", b"Rain."), Mutant("gz", "b.txt", b"Rain.")]).values()
    assert second.failures == ["b.txt: ZeroDivisionError: division by zero"]
    monkeypatch.setattr(robustness, "HANG", 0.05)
    monkeypatch.setattr(robustness, "read_article", _spin)
    (third,) = endure([Mutant("gz", "a.txt", b"Rain."), Mutant("gz", "c.txt", b"Rain.")]).values()
    assert third.failures == ["c.txt: TimeoutError: no end after 0.05 s"]
    monkeypatch.setattr(robustness, "pieces", lambda *_: iter(()))
    monkeypatch.setattr(robustness, "MEMORY", 1)
    (silent,) = endure([Mutant("pdf", "a.pdf", b"")]).values()
    assert silent.failures[0] == "a.pdf: neither kept nor refused"
    assert silent.failures[1].endswith(" MB")


@pytest.mark.skipif(not PAGES.is_dir(), reason="no sample newsroom")
def test_the_same_run_breaks_inputs_the_same_way() -> None:
    seeds = seeds_of(PAGES)[:60]
    assert list(mutants(seeds, 60)) == list(mutants(seeds, 60))
    assert list(mutants(seeds, 60)) != list(mutants(seeds, 60, run=2))
    assert len({mutant.data for mutant in mutants(seeds, 60)}) > 50


def _spin(*_: object) -> None:
    while True:
        pass
