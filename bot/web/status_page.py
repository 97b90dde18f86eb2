"""The status page: where a letter stands, by its code, as little of it as a code may show."""

from __future__ import annotations

from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from bot.channels.web.limits import Buckets
from bot.web.desk import Desk
from bot.web.guard import address_of, form_of, is_from_elsewhere
from bot.web.pages import Pages
from cases.codes import read_code
from handlers.messages import Incoming, Text
from handlers.ports import World
from handlers.state import Draft, State
from handlers.talk import Talk
from handlers.tracking import status_text

WRONG_CODES_AN_HOUR: Final = 10


def routes(pages: Pages, desk: Desk, *, chat: bool) -> list[BaseRoute]:
    """The routes of the page. The code comes in the body of a post, so that no log and no history keeps it."""
    wrong = Buckets(burst=WRONG_CODES_AN_HOUR, per_second=WRONG_CODES_AN_HOUR / 3600)

    def page(request: Request, status: int = 200, *, problem: str = "", found: str = "", code: str = "") -> Response:
        return pages.render(request, "status.html", status=status, problem=problem, found=found, code=code, chat=chat)

    async def blank(request: Request) -> Response:
        return page(request)

    async def look_up(request: Request) -> Response:
        if is_from_elsewhere(request):
            return page(request, 403)
        form = await form_of(request)
        if form is None:
            return page(request, 400)
        typed = form.get("code", "")[:40]
        sender = address_of(request)
        if not wrong.has(sender):
            return page(request, 429, problem="web-status-too-many", code=typed)
        lang = pages.language(request)
        code = read_code(typed)
        found = await desk.ask("", lambda world, db: _found(world, code, lang)) if code else ""
        if not found:
            wrong.take(sender)
            return page(request, 404, problem="web-status-unknown", code=typed)
        return page(request, found=found, code=code or "")

    return [
        Route("/status", blank, methods=["GET"]),
        Route("/status", look_up, methods=["POST"]),
    ]


def _found(world: World, code: str, lang: str) -> str:
    case = world.cases.by_code(code)
    if case is None:
        return ""
    incoming = Incoming("web", "", "", "", world.now, Text(code))
    return status_text(Talk(State(language=lang), Draft("", ""), incoming, world, lang), case)
