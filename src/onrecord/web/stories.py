"""The list of stories, and a story."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from onrecord.publish.pages.stories import stories_page, story_page
from onrecord.web.reading import answer


def stories(request: Request) -> Response:
    """/stories, /stories?topic=TOPIC"""
    return answer(request, lambda conn, to: stories_page(conn, to, topic=request.query_params.get("topic", "")))


def story(request: Request) -> Response:
    """/stories/ID"""
    return answer(request, lambda conn, to: story_page(conn, to, request.path_params["id"]))


ROUTES = (Route("/stories", stories), Route("/stories/{id}", story))
