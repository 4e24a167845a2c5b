"""What is gathered: stories and topics, and the record as a whole."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord import __version__
from onrecord.model import Story
from onrecord.publish.pages.stories import media_topics
from onrecord.publish.record_json import Json, story_json
from onrecord.publish.topics_known import known_topic
from onrecord.store import (
    articles,
    changes,
    claim_lists,
    counts,
    judgement_log,
    settling,
    stories,
    story_lists,
)
from onrecord.web.api.held import IDENTIFIED, claim_list, gone, summary
from onrecord.web.api.operations import Asked, NotThereError, Operation, Parameter
from onrecord.web.api.schema import NAME, STATUS, one_of

NAMED_TOPICS = 2_000  # parties and places


def in_numbers(asked: Asked) -> Json:
    """How much there is."""
    return {**counts.counts(asked.conn)._asdict(), "statuses": claim_lists.counts(asked.conn)}


def state(asked: Asked) -> Json:
    """How far the record is."""
    return {
        "version": __version__,
        "newest_change": changes.newest(asked.conn),
        "last_judgement": judgement_log.last(asked.conn),
        "pending": settling.is_pending(asked.conn) or judgement_log.unsettled(asked.conn),
    }


def story_list(asked: Asked) -> Sequence[Json]:
    """Stories, hottest or newest first, of one topic where one is named."""
    topic = asked.given.get("topic")
    if topic:
        known = known_topic(topic)
        key = story_lists.code_key(known.code) if known else story_lists.name_key(topic)
        ids = story_lists.of_topic(asked.conn, key, asked.limit + 1, asked.offset)
    else:
        listed = story_lists.hottest if asked.given["order"] == "heat" else story_lists.newest
        ids = listed(asked.conn, asked.limit + 1, asked.offset)
    return [story_json(one) for one in (stories.story(asked.conn, id_) for id_ in ids) if one]


def story(asked: Asked) -> Json:
    """One story."""
    return story_json(_story(asked))


def story_articles(asked: Asked) -> Sequence[Json]:
    """The articles of a story."""
    ids = _story(asked).articles[asked.wanted]
    listed = articles.listed_by_ids(asked.conn, ids)
    return [summary(listed[id_]) for id_ in ids if id_ in listed]


def story_claims(asked: Asked) -> Sequence[Json]:
    """The claims of a story, heaviest first."""
    given = {**asked.given, "story": _story(asked).id}
    return claim_list(Asked(asked.conn, given, asked.reader))


def topic_list(asked: Asked) -> Sequence[Json]:
    """Media Topics, then parties and places, those of most stories first."""
    media = [_topic(name, times) for name, times in media_topics(asked.conn)]
    names = [_topic(name, times) for name, times in story_lists.names(asked.conn, NAMED_TOPICS)]
    return [*media, *(one for one in names if not one["code"])][asked.wanted]


def topic(asked: Asked) -> Json:
    """One topic."""
    name = asked.given["name"]
    known = known_topic(name)
    times = story_lists.counted_of(
        asked.conn, story_lists.code_key(known.code) if known else story_lists.name_key(name)
    )
    if not times:
        raise NotThereError(f"no story has the topic {name!r}; see /topics")
    return _topic(name, times)


def _story(asked: Asked) -> Story:
    found = stories.story(asked.conn, asked.given["id"])
    if found is None:
        raise gone(asked, "story")
    return found


def _topic(name: str, times: int) -> Json:
    known = known_topic(name)
    return {
        "name": name,
        "code": known.code if known else None,
        "source": known.source if known else None,
        "stories": times,
    }


OPERATIONS = (
    Operation("/counts", "counts", "The record in numbers", "Counts", in_numbers),
    Operation(
        "/state",
        "state",
        "How far the record is",
        "State",
        state,
        more="Pending: a judgement or what was added is still being worked in; ask again in a moment.",
    ),
    Operation(
        "/stories",
        "stories",
        "Stories, hottest or newest first",
        "Story",
        story_list,
        (
            Parameter("order", {**one_of(("heat", "day")), "default": "heat"}),
            Parameter("topic", {**NAME, "description": "Only stories of this topic; they come hottest first."}),
        ),
        paged=True,
        links={"story": "/items/0/id", "storyArticles": "/items/0/id", "storyClaims": "/items/0/id"},
    ),
    Operation(
        "/stories/{id}",
        "story",
        "A story",
        "Story",
        story,
        IDENTIFIED,
        more="One event and its articles.",
        links={"storyClaims": "/id", "article": "/articles/0"},
    ),
    Operation(
        "/stories/{id}/articles",
        "storyArticles",
        "The articles of a story",
        "ArticleSummary",
        story_articles,
        IDENTIFIED,
        paged=True,
    ),
    Operation(
        "/stories/{id}/claims",
        "storyClaims",
        "The claims of a story, heaviest first",
        "Claim",
        story_claims,
        (*IDENTIFIED, Parameter("status", STATUS)),
        paged=True,
        links={"claim": "/items/0/id"},
    ),
    Operation(
        "/topics",
        "topics",
        "Topics with their stories counted",
        "TopicOf",
        topic_list,
        more="The Media Topics of the IPTC first, then parties and places, of each kind those of most stories first.",
        paged=True,
        links={"topic": "/items/0/name"},
    ),
    Operation("/topics/{name}", "topic", "A topic", "TopicOf", topic, (Parameter("name", NAME, needed=True),)),
)
