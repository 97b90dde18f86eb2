"""The officers' console: sign-in by one-time link, the work list, one case, the month."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from typing import Any, Final
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from bot.web import attachments, casework, guard
from bot.web.casework import Ending
from bot.web.desk import Desk
from bot.web.guard import Guard
from bot.web.month import Month
from bot.web.pages import HEADERS, Pages
from cases.dates import local_day
from handlers.ports import Officer
from storage.doors import WebSession
from storage.files import Files

DONE: Final = {"nhan": "web-done-taken", "xong": "web-done-ended"}
"""What the case page says after a post, by the word that the redirect carries."""
FORMS: Final = ("xlsx", "csv", "json")

Inside = Callable[[Request, WebSession, Officer], Awaitable[Response]]
InsidePost = Callable[[Request, WebSession, Officer, Mapping[str, str]], Awaitable[Response]]


class Console:
    """The pages behind the sign-in, and the sign-in itself."""

    def __init__(
        self,
        pages: Pages,
        guard: Guard,
        desk: Desk,
        month: Month,
        files: Files,
        now: Callable[[], datetime],
    ) -> None:
        self._pages = pages
        self._guard = guard
        self._desk = desk
        self._month = month
        self._files = files
        self._now = now

    def routes(self) -> list[BaseRoute]:
        """Every address under `/console`."""
        return [
            Route("/console", self._inside(self._work_list), methods=["GET"]),
            Route("/console/vao/{token}", self._door, methods=["GET"]),
            Route("/console/vao/{token}", self._enter, methods=["POST"]),
            Route("/console/ra", self._posted(self._leave), methods=["POST"]),
            Route("/console/thongke", self._inside(self._counts), methods=["GET"]),
            Route("/console/thongke/tai", self._inside(self._download), methods=["GET"]),
            Route("/console/don/{code}", self._inside(self._case), methods=["GET"]),
            Route("/console/don/{code}/mo", self._posted(self._open), methods=["POST"]),
            Route("/console/don/{code}/nhan", self._posted(self._take), methods=["POST"]),
            Route("/console/don/{code}/ket-thuc", self._posted(self._end), methods=["POST"]),
            Route("/console/don/{code}/tep/{file}", self._inside(self._file), methods=["GET"]),
        ]

    # Coming in and going out -------------------------------------------------------------------------------

    async def _door(self, request: Request) -> Response:
        """The page of a one-time link: a button. Looking spends nothing, so previews of links do no harm."""
        if not self._guard.host_is_ours(request):
            return self._note(request, 421, "web-wrong-host")
        if not self._guard.may_try(request):
            return self._note(request, 429, "web-too-many-tries")
        door = await self._guard.look(request.path_params["token"])
        if door is None:
            return self._note(request, 410, "web-link-over")
        return self._pages.render(request, "door.html", name=door.officer.name)

    async def _enter(self, request: Request) -> Response:
        if not self._guard.host_is_ours(request):
            return self._note(request, 421, "web-wrong-host")
        if guard.is_from_elsewhere(request):
            return self._note(request, 403, "web-not-genuine")
        if not self._guard.may_try(request):
            return self._note(request, 429, "web-too-many-tries")
        entrance = await self._guard.enter(request.path_params["token"])
        if entrance is None:
            return self._note(request, 410, "web-link-over")
        target = "/console"
        if entrance.case:
            case = await self._desk.ask("", lambda world, db: world.cases.by_id(entrance.case))
            target = f"/console/don/{case.code}" if case else target
        response = _onward(target)
        guard.give_cookie(request, response, entrance.token)
        return response

    async def _leave(
        self, request: Request, session: WebSession, officer: Officer, form: Mapping[str, str]
    ) -> Response:
        await self._guard.leave(request)
        response = self._note(request, 200, "web-signed-out")
        guard.take_cookie(request, response)
        return response

    def _inside(self, page: Inside) -> Callable[[Request], Awaitable[Response]]:
        async def guarded(request: Request) -> Response:
            if not self._guard.host_is_ours(request):
                return self._note(request, 421, "web-wrong-host")
            session = await self._guard.session(request)
            if session is None:
                return self._note(request, 401, "web-sign-in-how")
            return await page(request, session, _officer(session))

        return guarded

    def _posted(self, page: InsidePost) -> Callable[[Request], Awaitable[Response]]:
        async def checked(request: Request, session: WebSession, officer: Officer) -> Response:
            form = await guard.form_of(request)
            if form is None or guard.is_from_elsewhere(request) or not guard.is_genuine(form, session):
                return self._note(request, 403, "web-not-genuine")
            return await page(request, session, officer, form)

        return self._inside(checked)

    # Pages -------------------------------------------------------------------------------------------------

    async def _work_list(self, request: Request, session: WebSession, officer: Officer) -> Response:
        lines = await self._desk.ask(officer.id, lambda world, db: casework.work_list(world, officer))
        only = request.query_params.get("loc", "")
        shown = [line for line in lines if _belongs(line, only)]
        counts = {key: sum(_belongs(line, key) for line in lines) for key in ("", "mine", "free", "today", "overdue")}
        return self._page(request, session, "list.html", lines=shown, only=only, counts=counts)

    async def _case(self, request: Request, session: WebSession, officer: Officer) -> Response:
        done = DONE.get(request.query_params.get("da", ""), "")
        return await self._show(request, session, officer, done=done)

    async def _open(self, request: Request, session: WebSession, officer: Officer, form: Mapping[str, str]) -> Response:
        reason = form.get("reason", "")[: casework.LONGEST_LINE]
        if len(reason) < casework.SHORTEST_REASON:
            return await self._show(request, session, officer, status=422, problems=("reason",))
        return await self._show(request, session, officer, reason=reason)

    async def _take(self, request: Request, session: WebSession, officer: Officer, form: Mapping[str, str]) -> Response:
        code = request.path_params["code"]
        refusal = await self._desk.act(officer.id, lambda world, db: casework.take(world, officer, code))
        if refusal:
            return await self._show(request, session, officer, status=409, refusal=refusal)
        return _onward(f"/console/don/{quote(code)}?da=nhan")

    async def _end(self, request: Request, session: WebSession, officer: Officer, form: Mapping[str, str]) -> Response:
        code = request.path_params["code"]
        ending = Ending(
            outcome=form.get("outcome", ""),
            authority=form.get("authority", ""),
            number=form.get("number", ""),
            on=form.get("on", "")[:10],
            words=form.get("words", ""),
        )
        problems = casework.problems(ending, local_day(self._now()))
        if problems or "back" in form:
            status = 200 if "back" in form else 422
            shown = () if "back" in form else problems
            return await self._show(request, session, officer, status=status, problems=shown, ending=ending)
        if "confirm" not in form:
            words = await self._desk.ask(officer.id, lambda world, db: casework.preview(world, officer, code, ending))
            if words is None:
                refusal = self._pages.say("staff-changed-meanwhile", "vi")
                return await self._show(request, session, officer, status=409, refusal=refusal)
            return self._page(request, session, "preview.html", code=code, ending=ending, words=words)
        refusal = await self._desk.act(officer.id, lambda world, db: casework.end(world, officer, code, ending))
        if refusal:
            return await self._show(request, session, officer, status=409, refusal=refusal)
        return _onward(f"/console/don/{quote(code)}?da=xong")

    async def _file(self, request: Request, session: WebSession, officer: Officer) -> Response:
        found = await self._desk.act(
            officer.id,
            lambda world, db: attachments.find(
                world, db, officer, request.path_params["code"], request.path_params["file"]
            ),
        )
        if found is None:
            return self._note(request, 404, "web-no-such-file")
        return attachments.response(self._files, found, preview="xem" in request.query_params)

    async def _counts(self, request: Request, session: WebSession, officer: Officer) -> Response:
        period = request.query_params.get("ky", "").strip()[:30]
        units = await self._desk.ask(
            officer.id,
            lambda world, db: [
                (code, unit.name if (unit := world.units.by_code(code)) else code) for code in officer.units
            ],
        )
        unit = request.query_params.get("don-vi", "")
        if unit not in officer.units:
            unit = officer.units[0] if officer.units else ""
        words, problem = "", ""
        if period and unit:
            try:
                words = await self._month.paragraph(unit, period)
            except ValueError as error:
                problem = self._pages.say(str(error), "vi", text=period)
        context: dict[str, Any] = {
            "period": period or local_day(self._now()).strftime("%m/%Y"),
            "unit": unit,
            "units": units,
        }
        return self._page(request, session, "month.html", words=words, problem=problem, forms=FORMS, **context)

    async def _download(self, request: Request, session: WebSession, officer: Officer) -> Response:
        period = request.query_params.get("ky", "").strip()[:30]
        unit, form = request.query_params.get("don-vi", ""), request.query_params.get("dang", "")
        if unit not in officer.units or form not in FORMS:
            return self._note(request, 404, "web-no-such-file")
        try:
            content = await self._month.sheet(unit, period, form)
        except ValueError as error:
            return self._note(request, 422, str(error), text=period)
        name = "".join(letter if letter.isalnum() else "-" for letter in f"thong-ke-{unit}-{period}")
        return attachments.download(content, f"{name}.{form}", attachments.SHEETS[form])

    # What is behind them -----------------------------------------------------------------------------------

    async def _show(
        self,
        request: Request,
        session: WebSession,
        officer: Officer,
        *,
        status: int = 200,
        reason: str = "",
        done: str = "",
        refusal: str = "",
        problems: tuple[str, ...] = (),
        ending: Ending | None = None,
    ) -> Response:
        code = request.path_params["code"]
        sheet = await self._desk.act(officer.id, lambda world, db: casework.look(world, officer, code, reason))
        if sheet is None:
            return self._note(request, 404, "web-no-such-case")
        opened = sheet.letter is not None
        files = await self._desk.ask(
            officer.id, lambda world, db: attachments.of_case(db, sheet.case.id) if opened else []
        )
        return self._page(
            request,
            session,
            "case.html",
            status=status,
            sheet=sheet,
            case=sheet.case,
            files=files,
            done=done,
            refusal=refusal,
            problems=problems,
            ending=ending or Ending("", on=local_day(self._now()).isoformat()),
            today=local_day(self._now()).isoformat(),
        )

    def _page(
        self, request: Request, session: WebSession, template: str, *, status: int = 200, **context: Any
    ) -> Response:
        return self._pages.render(
            request,
            template,
            status=status,
            officer=session.officer,
            csrf=session.csrf,
            **context,
        )

    def _note(self, request: Request, status: int, key: str, text: str = "") -> Response:
        """A page that says one thing, and what to do. `text` is what was asked for."""
        return self._pages.render(request, "note.html", status=status, key=key, text=text, good=status < 400)


def _officer(session: WebSession) -> Officer:
    row = session.officer
    return Officer(row.id, row.name, row.role, row.units, row.confirmed)


def _belongs(line: casework.Line, only: str) -> bool:
    tests = {
        "mine": line.mine,
        "free": not line.case.officer,
        "today": line.due == "today",
        "overdue": line.due == "overdue",
    }
    return tests.get(only, True)


def _onward(target: str) -> Response:
    return RedirectResponse(target, 303, headers={**HEADERS, "Cache-Control": "no-store"})
