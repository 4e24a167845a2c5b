from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from onrecord.articles.days_marked import CHANGE, PUBLISHED, REWRITTEN, SHOWN, marked_days

TITLE = "Ferry stops for the winter"
STORY = "<p>The ferry stops on Monday, the harbour master said.</p>"


def days(body: str) -> list[tuple[str, str]]:
    tree = html.document_fromstring(f"<html><body>{body}</body></html>")
    return [(one.day.isoformat(), one.what) for one in marked_days(tree, TITLE, "en")]


def test_the_first_element_after_the_headline() -> None:
    page = f'<h1>{TITLE}</h1><div><time datetime="2026-03-02T10:00+01:00">2 March</time></div>{STORY}'
    assert days(page) == [("2026-03-02", SHOWN)]


def test_a_class_made_for_days() -> None:
    assert days(f'<h1>{TITLE}</h1><span class="post-date">2. März 2026</span>{STORY}') == [("2026-03-02", SHOWN)]


def test_a_day_above_the_headline_only_near_it() -> None:
    near = f'<div><div><span class="date">2 March 2026</span></div><h1>{TITLE}</h1></div>{STORY}'
    assert days(near) == [("2026-03-02", SHOWN)]
    far = f'<div class="date">9 March 2026</div><div><div><div><div><div><h1>{TITLE}</h1></div></div></div></div></div>'
    assert not days(far + STORY)


def test_days_of_an_edit() -> None:
    page = (
        f'<h1>{TITLE}</h1><p>Updated <time datetime="2026-03-09">9 March 2026</time></p>'
        '<p>Published <time datetime="2026-03-02">2 March 2026</time></p>'
    )
    assert days(page) == [("2026-03-02", PUBLISHED), ("2026-03-09", CHANGE)]


def test_an_edit_at_the_moment_that_claims_to_be_publication() -> None:
    moment = "2026-03-09T19:08:22+01:00"
    page = f'<h1>{TITLE}</h1><p><time datetime="{moment}">Edited on 9 March 2026, 19:08</time></p>{STORY}'
    tree = html.document_fromstring(f"<html><body>{page}</body></html>")

    def seen(claim: str) -> list[str]:
        return [one.what for one in marked_days(tree, TITLE, "en", claims=[claim])]

    assert seen(moment) == [REWRITTEN]
    assert seen("2026-03-09T18:00:00+01:00") == [CHANGE]
    assert seen("2026-03-09") == [CHANGE]


def test_days_of_teasers_and_comments_are_not_of_the_story() -> None:
    teaser = '<div><h3><a href="/x">Another story of the coast</a></h3><time datetime="2026-03-01">1 March</time></div>'
    link = '<li><a href="/x">A long enough title of another story</a><span class="date">1 March 2026</span></li>'
    comment = '<div class="comments"><div><time datetime="2026-03-08">8 March</time></div></div>'
    aside = '<aside><time datetime="2026-03-07">7 March</time></aside>'
    assert not days(f"<h1>{TITLE}</h1>{STORY}{teaser}<ul>{link}</ul>{comment}{aside}")


def test_words_settle_universal_time() -> None:
    page = f'<h1>{TITLE}</h1><time datetime="2026-03-03T02:10:00Z">March 2, 2026</time>{STORY}'
    assert days(page) == [("2026-03-02", SHOWN)]


def test_a_day_of_something_else() -> None:
    assert not days(f'<h1>{TITLE}</h1><span class="date">Available until 2 March 2026</span>{STORY}')


def test_two_readings_stay_open() -> None:
    tree = html.document_fromstring(f'<h1>{TITLE}</h1><span class="date">03/04/2026</span>')
    (found,) = marked_days(tree, TITLE, "fr")
    assert (found.day, found.others, found.open) == (date(2026, 4, 3), (date(2026, 3, 4),), True)


@given(
    st.lists(st.sampled_from(["<time>", "</time>", "<h1>", "1 May 2026", '<b class="date">', "<li>", "x"]), max_size=12)
)
def test_any_markup(parts: list[str]) -> None:
    tree = html.document_fromstring(f"<html><body><p>a</p>{''.join(parts)}</body></html>")
    assert all(one.place in ("shown", "modified") for one in marked_days(tree, TITLE, None))
