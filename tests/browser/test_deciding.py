"""What editors do: correct a speaker and undo it, merge and split claims, watch and be told, take a brief away."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from onrecord.model import Claim, Origin
from onrecord.store import claims
from onrecord.store.opening import open_record
from tests.browser.conftest import command, opened

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(params=["with script", "without script"])
def working(request: pytest.FixtureRequest, browser: Browser, size: tuple[int, int]) -> Iterator[Page]:
    """An empty tab of somebody who works at the desk: all can be done with script and without."""
    with opened(browser, size, script=request.param == "with script") as tab:
        yield tab


def contested(page: Page, desk: str) -> str:
    """Opens the first contested claim; its address."""
    page.goto(f"{desk}/claims?status=contested")
    page.locator("main h2 a, main h3 a").first.click()
    expect(page.locator("h1.said")).to_be_visible()
    return page.url


def test_a_speaker_is_corrected_and_the_correction_undone(working: Page, own_desk: str) -> None:
    claim = contested(working, own_desk)
    first = working.locator(".quotation").first
    before = first.locator(".name").first.inner_text()
    first.get_by_role("link", name="Correct").click()
    form = working.locator("form[action$='/give/speaker']").first
    opened_by_its_summary(form)
    form.get_by_label("Who says it").fill("Ada Moreau")
    form.get_by_label("Why").fill("the caption names her")
    form.get_by_role("button", name="Keep the speaker").click()
    expect(working.get_by_text("Ada Moreau").first).to_be_visible()
    expect(working.get_by_text("Kept as judgement").first).to_be_visible()
    working.get_by_role("button", name="Undo").first.click()
    expect(working.get_by_text("Kept as judgement 2").first).to_be_visible()
    working.goto(claim)
    expect(working.locator(".quotation .name").first).to_have_text(before)
    working.goto(f"{own_desk}/log")
    expect(working.locator("main")).to_contain_text("the caption names her")


def opened_by_its_summary(form: Locator) -> None:
    """Opens the part of the page that a form is folded into, where it is folded."""
    if not form.is_visible():
        form.locator("xpath=ancestor::details[1]/summary").click()


def test_claims_are_merged_and_split_again(working: Page, own: Path, own_desk: str) -> None:
    first, second = heaviest_of_a_story(own)
    working.goto(f"{own_desk}/claims/{first.id}")
    working.get_by_role("link", name=re.compile("merge", re.IGNORECASE)).first.click()
    working.locator(f"input[type=radio][value^='{second.id}']").check()
    working.get_by_role("button", name=re.compile("merge|one claim", re.IGNORECASE)).first.click()
    expect(working.get_by_text("Kept as judgement 1").first).to_be_visible()
    both = {*first.statements, *second.statements}
    assert settled(own, lambda held: len({held.get(one) for one in both}) == 1)
    working.get_by_role("link", name=re.compile("split", re.IGNORECASE)).first.click()
    box = working.locator("input[type=checkbox][name=statement]").first
    chosen = str(box.get_attribute("value"))
    box.check()
    working.get_by_role("button", name=re.compile("split|claim of", re.IGNORECASE)).first.click()
    expect(working.get_by_text("Kept as judgement 2").first).to_be_visible()
    assert settled(own, lambda held: sum(held.get(one) == held[chosen] for one in both) < len(both) / 2)


def heaviest_of_a_story(record: Path) -> tuple[Claim, Claim]:
    """The two claims with most statements of the story that has most claims."""
    with closing(open_record(record, readonly=True)) as conn:
        every = claims.claims(conn)
    stories = [one.story for one in every]
    most = max(dict.fromkeys(stories), key=stories.count)
    first, second, *_ = sorted((one for one in every if one.story == most), key=lambda one: -len(one.statements))
    return first, second


def settled(record: Path, so: Callable[[Mapping[str, str]], bool]) -> bool:
    """Whether it comes to be so, for the claim of each statement; settling may take longer than the page waits."""
    for _ in range(100):
        with closing(open_record(record, readonly=True)) as conn:
            held = {id_: one.id for one in claims.claims(conn) for id_ in one.statements}
        if so(held):
            return True
        time.sleep(0.1)
    return False


def test_what_is_watched_is_told(working: Page, own: Path, own_desk: str, tmp_path: Path) -> None:
    claim = contested(working, own_desk)
    with closing(open_record(own, readonly=True)) as conn:
        held = claims.claim(conn, claim.rpartition("/")[2])
    assert held
    working.get_by_role("button", name="Watch this claim").click()
    working.goto(claim)
    feed = working.locator("link[rel=alternate][href*='/feeds/claims/']").get_attribute("href")
    form = working.locator("form[action$='/give/origin']").first
    opened_by_its_summary(form)
    form.locator("select[name=party]").select_option(held.possible_origins[0].party)
    form.locator("input[value=accept]").check()
    form.locator("input[name=why]").fill("I spoke with them")
    form.get_by_role("button").last.click()
    expect(working.get_by_text("Kept as judgement").first).to_be_visible()
    assert settled(own, lambda _: len(origins_of(own, held)) > len(held.origins))
    working.goto(f"{own_desk}/watching")
    expect(working.locator("main")).to_contain_text(held.possible_origins[0].party)
    answer = working.request.get(f"{own_desk}{feed}")
    assert ElementTree.fromstring(answer.text()).findall(f"{ATOM}entry")
    told = tmp_path / "mails"
    command("tell", "--record", str(own), "--mail-to", "desk@paper.example", "--out", str(told))
    [mail] = told.glob("*.eml")
    assert held.possible_origins[0].party.encode() in mail.read_bytes()
    command("tell", "--record", str(own), "--mail-to", "desk@paper.example", "--out", str(told))
    assert len(list(told.glob("*.eml"))) == 1, "never the same thing twice"


def origins_of(record: Path, claim: Claim) -> tuple[Origin, ...]:
    """The origins, by now, of the claim that holds what this one held."""
    with closing(open_record(record, readonly=True)) as conn:
        now = claims.claim_of(conn, claim.statements[:1])
        found = claims.by_ids(conn, now.values())
    return found[0].origins if found else ()


def test_a_brief_is_taken_away(working: Page, desk: str) -> None:
    contested(working, desk)
    words = working.locator("h1.said").inner_text()
    working.locator("summary", has_text="Cite and take away").click()
    with working.expect_download() as begun:
        working.get_by_role("link", name=re.compile("markdown|brief", re.IGNORECASE)).first.click()
    brief = Path(begun.value.path()).read_text(encoding="utf-8")
    assert begun.value.suggested_filename.endswith(".md")
    assert set(re.findall(r"\w{4,}", words)) <= set(re.findall(r"\w{4,}", brief))
