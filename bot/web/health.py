"""How the program is doing, on the console: what `tiengdan doctor` says, while it runs."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from bot.doctor import Finding
from bot.web.inside import Inside
from handlers.ports import Officer
from storage.doors import WebSession

Examine = Callable[[], Awaitable[Sequence[Finding]]]


class Health:
    """The page of findings, for admins."""

    def __init__(self, inside: Inside, examine: Examine) -> None:
        self._inside = inside
        self._examine = examine

    def routes(self) -> list[BaseRoute]:
        """The address of the page."""
        return [Route("/console/tinh-trang", self._inside.for_admins(self._page), methods=["GET"])]

    async def _page(self, request: Request, session: WebSession, officer: Officer) -> Response:
        lang = self._inside.pages.language(request)
        lines = [
            (
                "good" if each.fine else "bad" if each.fine is False else "note",
                self._inside.pages.say(each.key, lang, **each.arguments),
            )
            for each in await self._examine()
        ]
        order = {"bad": 0, "note": 1, "good": 2}
        lines.sort(key=lambda line: order[line[0]])
        return self._inside.render(
            request, session, "health.html", lines=lines, bad=sum(state == "bad" for state, _ in lines)
        )
