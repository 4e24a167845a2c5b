"""The list of stories, a story and its long lists, the topics."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from onrecord.publish.pages.stories import stories_page
from onrecord.publish.pages.story import story_articles_page, story_claims_page, story_page
from onrecord.publish.pages.topics import topic_page, topics_page
from onrecord.web.moved import found_or_moved
from onrecord.web.reading import answer


def stories(request: Request) -> Response:
    """/stories, /stories?order=new, /stories?page=2; /stories?topic=TOPIC is the topic's page"""
    asked = request.query_params
    if topic := asked.get("topic"):
        return answer(request, lambda conn, to: topic_page(conn, to, topic, page=asked.get("page", "")))
    order, page = asked.get("order", ""), asked.get("page", "")
    return answer(request, lambda conn, to: stories_page(conn, to, order=order, page=page))


def story(request: Request) -> Response:
    """/stories/ID"""
    return found_or_moved(request, "story", lambda conn, to: story_page(conn, to, request.path_params["id"]))


def story_articles(request: Request) -> Response:
    """/stories/ID/articles, /stories/ID/articles?page=2"""
    id_, page = request.path_params["id"], request.query_params.get("page", "")
    return answer(request, lambda conn, to: story_articles_page(conn, to, id_, page=page))


def story_claims(request: Request) -> Response:
    """/stories/ID/claims, /stories/ID/claims?status=contested, /stories/ID/claims?page=2"""
    id_, asked = request.path_params["id"], request.query_params
    status, page = asked.get("status", ""), asked.get("page", "")
    return answer(request, lambda conn, to: story_claims_page(conn, to, id_, status=status, page=page))


def topics(request: Request) -> Response:
    """/topics"""
    return answer(request, topics_page)


def topic(request: Request) -> Response:
    """/topics/NAME, /topics/NAME?page=2"""
    name, page = request.path_params["name"], request.query_params.get("page", "")
    return answer(request, lambda conn, to: topic_page(conn, to, name, page=page))


ROUTES = (
    Route("/stories", stories),
    Route("/stories/{id}", story),
    Route("/stories/{id}/articles", story_articles),
    Route("/stories/{id}/claims", story_claims),
    Route("/topics", topics),
    Route("/topics/{name:path}", topic),
)
