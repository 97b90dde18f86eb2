"""The officers' console: the work list, one case, the month."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, Final
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from bot.web import attachments, casework
from bot.web.casework import Ending
from bot.web.desk import Desk
from bot.web.inside import Form, Inside, onward
from bot.web.month import Month
from cases.dates import local_day
from handlers.ports import Officer
from storage.doors import WebSession
from storage.files import Files

DONE: Final = {"nhan": "web-done-taken", "xong": "web-done-ended"}
"""What the case page says after a post, by the word that the redirect carries."""
FORMS: Final = ("xlsx", "csv", "json")


class Console:
    """The pages of the work itself."""

    def __init__(
        self,
        inside: Inside,
        desk: Desk,
        month: Month,
        files: Files,
        now: Callable[[], datetime],
    ) -> None:
        self._inside = inside
        self._desk = desk
        self._month = month
        self._files = files
        self._now = now

    def routes(self) -> list[BaseRoute]:
        """Every address of the work itself."""
        inside = self._inside
        return [
            Route("/console", inside.page(self._work_list), methods=["GET"]),
            Route("/console/thongke", inside.page(self._counts), methods=["GET"]),
            Route("/console/thongke/tai", inside.page(self._download), methods=["GET"]),
            Route("/console/don/{code}", inside.page(self._case), methods=["GET"]),
            Route("/console/don/{code}/mo", inside.post(self._open), methods=["POST"]),
            Route("/console/don/{code}/nhan", inside.post(self._take), methods=["POST"]),
            Route("/console/don/{code}/ket-thuc", inside.post(self._end), methods=["POST"]),
            Route("/console/don/{code}/tep/{file}", inside.page(self._file), methods=["GET"]),
        ]

    # Pages -------------------------------------------------------------------------------------------------

    async def _work_list(self, request: Request, session: WebSession, officer: Officer) -> Response:
        lines = await self._desk.ask(officer.id, lambda world, db: casework.work_list(world, officer))
        only = request.query_params.get("loc", "")
        shown = [line for line in lines if _belongs(line, only)]
        counts = {key: sum(_belongs(line, key) for line in lines) for key in ("", "mine", "free", "today", "overdue")}
        return self._inside.render(request, session, "list.html", lines=shown, only=only, counts=counts)

    async def _case(self, request: Request, session: WebSession, officer: Officer) -> Response:
        done = DONE.get(request.query_params.get("da", ""), "")
        return await self._show(request, session, officer, done=done)

    async def _open(self, request: Request, session: WebSession, officer: Officer, form: Form) -> Response:
        reason = form.get("reason", "")[: casework.LONGEST_LINE]
        if len(reason) < casework.SHORTEST_REASON:
            return await self._show(request, session, officer, status=422, problems=("reason",))
        return await self._show(request, session, officer, reason=reason)

    async def _take(self, request: Request, session: WebSession, officer: Officer, form: Form) -> Response:
        code = request.path_params["code"]
        refusal = await self._desk.act(officer.id, lambda world, db: casework.take(world, officer, code))
        if refusal:
            return await self._show(request, session, officer, status=409, refusal=refusal)
        return onward(f"/console/don/{quote(code)}?da=nhan")

    async def _end(self, request: Request, session: WebSession, officer: Officer, form: Form) -> Response:
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
                refusal = self._inside.pages.say("staff-changed-meanwhile", "vi")
                return await self._show(request, session, officer, status=409, refusal=refusal)
            return self._inside.render(request, session, "preview.html", code=code, ending=ending, words=words)
        refusal = await self._desk.act(officer.id, lambda world, db: casework.end(world, officer, code, ending))
        if refusal:
            return await self._show(request, session, officer, status=409, refusal=refusal)
        return onward(f"/console/don/{quote(code)}?da=xong")

    async def _file(self, request: Request, session: WebSession, officer: Officer) -> Response:
        found = await self._desk.act(
            officer.id,
            lambda world, db: attachments.find(
                world,
                db,
                officer,
                request.path_params["code"],
                request.path_params["file"],
                strong=session.strong,
            ),
        )
        if found is None:
            return self._inside.note(request, 404, "web-no-such-file")
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
                problem = self._inside.pages.say(str(error), "vi", text=period)
        context: dict[str, Any] = {
            "period": period or local_day(self._now()).strftime("%m/%Y"),
            "unit": unit,
            "units": units,
        }
        return self._inside.render(request, session, "month.html", words=words, problem=problem, forms=FORMS, **context)

    async def _download(self, request: Request, session: WebSession, officer: Officer) -> Response:
        period = request.query_params.get("ky", "").strip()[:30]
        unit, form = request.query_params.get("don-vi", ""), request.query_params.get("dang", "")
        if unit not in officer.units or form not in FORMS:
            return self._inside.note(request, 404, "web-no-such-file")
        try:
            content = await self._month.sheet(unit, period, form)
        except ValueError as error:
            return self._inside.note(request, 422, str(error), text=period)
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
        sheet = await self._desk.act(
            officer.id, lambda world, db: casework.look(world, officer, code, reason, strong=session.strong)
        )
        if sheet is None:
            return self._inside.note(request, 404, "web-no-such-case")
        opened = sheet.letter is not None
        files = await self._desk.ask(
            officer.id, lambda world, db: attachments.of_case(db, sheet.case.id) if opened else []
        )
        return self._inside.render(
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


def _belongs(line: casework.Line, only: str) -> bool:
    tests = {
        "mine": line.mine,
        "free": not line.case.officer,
        "today": line.due == "today",
        "overdue": line.due == "overdue",
    }
    return tests.get(only, True)
