"""The way into every page behind the sign-in: the session, the checks of a post, and how a page is made."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.web import guard
from bot.web.guard import Guard
from bot.web.pages import HEADERS, Pages
from handlers.ports import Officer
from storage.doors import WebSession

FRONT: Final = "/console"
"""Where everybody begins: a person who is not signed in is led from there to `SIGN_IN`; every other address, and
every program that asks, is refused."""
SIGN_IN: Final = "/console/vao"
Form = Mapping[str, str]
InsidePage = Callable[[Request, WebSession, Officer], Awaitable[Response]]
InsidePost = Callable[[Request, WebSession, Officer, Form], Awaitable[Response]]
Endpoint = Callable[[Request], Awaitable[Response]]


class Inside:
    """Wraps the pages of officers. `demo` lets pages show what only a trial may show; with `mail` a link can be asked
    for by e-mail."""

    def __init__(self, pages: Pages, guard: Guard, *, demo: bool = False, mail: bool = False) -> None:
        self.pages = pages
        self.guard = guard
        self.demo = demo
        self._mail = mail

    def page(self, page: InsidePage) -> Endpoint:
        """A page for whoever is signed in."""

        async def guarded(request: Request) -> Response:
            if not self.guard.host_is_ours(request):
                return self.note(request, 421, "web-wrong-host")
            session = await self.guard.session(request)
            if session is None:
                if request.url.path == FRONT and request.headers.get("sec-fetch-mode") == "navigate":
                    return onward(SIGN_IN)
                return self.way_in(request, 401)
            return await page(request, session, officer_of(session))

        return guarded

    def way_in(self, request: Request, status: int) -> Response:
        """How to come in; the browser remembers which letter was wanted, the page says nothing of it."""
        response = self.pages.render(request, "signin.html", status=status, mail=self._mail)
        if self._mail and "code" in request.path_params:
            guard.want(request, response, str(request.path_params["code"]))
        return response

    def post(self, page: InsidePost) -> Endpoint:
        """A form of ours, posted by whoever is signed in."""

        async def checked(request: Request, session: WebSession, officer: Officer) -> Response:
            form = await guard.form_of(request)
            if form is None or guard.is_from_elsewhere(request) or not guard.is_genuine(form, session):
                return self.note(request, 403, "web-not-genuine")
            return await page(request, session, officer, form)

        return self.page(checked)

    def for_admins(self, page: InsidePage) -> Endpoint:
        """A page for admins only."""

        async def checked(request: Request, session: WebSession, officer: Officer) -> Response:
            if officer.role != "admin":
                return self.note(request, 403, "web-admins-only")
            return await page(request, session, officer)

        return self.page(checked)

    def post_of_admins(self, page: InsidePost) -> Endpoint:
        """A form of ours, posted by an admin."""

        async def checked(request: Request, session: WebSession, officer: Officer, form: Form) -> Response:
            if officer.role != "admin":
                return self.note(request, 403, "web-admins-only")
            return await page(request, session, officer, form)

        return self.post(checked)

    def render(
        self, request: Request, session: WebSession, template: str, *, status: int = 200, **context: Any
    ) -> Response:
        """A page of the console, with its navigation."""
        return self.pages.render(
            request,
            template,
            status=status,
            officer=session.officer,
            csrf=session.csrf,
            demo=self.demo,
            **context,
        )

    def note(self, request: Request, status: int, key: str, text: str = "") -> Response:
        """A page that says one thing, and what to do. `text` is what was asked for."""
        return self.pages.render(request, "note.html", status=status, key=key, text=text, good=status < 400, front="")


def officer_of(session: WebSession) -> Officer:
    """Who is signed in, as dialogues see them."""
    row = session.officer
    return Officer(row.id, row.name, row.role, row.units, row.confirmed)


def onward(target: str) -> Response:
    """Go on to another page of ours after a post."""
    return RedirectResponse(target, 303, headers={**HEADERS, "Cache-Control": "no-store"})
