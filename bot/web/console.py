"""The officers' console: the work list, one case, the month."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, Final
from urllib.parse import urlencode

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from bot.charts import ChartData
from bot.house import UnitTree
from bot.reports.report import ReportError
from bot.web import acting, attachments, casework, worklist
from bot.web.desk import Desk
from bot.web.inside import Form, Inside, onward
from bot.web.month import Month
from cases.codes import read_code
from cases.dates import local_day
from handlers.effects import Effect
from handlers.ports import Officer, World
from storage.doors import WebSession
from storage.files import Attachment, Files
from storage.session import Session

FORMS: Final = ("xlsx", "docx", "png", "csv", "json")
SHORTEST_SEARCH: Final = 2
DONE: Final = {"closed": "web-close-done", "reopened": "web-close-undone"}


class Console:
    """The pages of the work itself."""

    def __init__(
        self,
        inside: Inside,
        desk: Desk,
        month: Month,
        tree: UnitTree,
        files: Files,
        now: Callable[[], datetime],
    ) -> None:
        self._inside = inside
        self._desk = desk
        self._month = month
        self._tree = tree
        self._files = files
        self._now = now

    def routes(self) -> list[BaseRoute]:
        """Every address of the work itself."""
        inside = self._inside
        return [
            Route("/console", inside.page(self._work_list), methods=["GET"]),
            Route("/console/tim", inside.post(self._search), methods=["POST"]),
            Route("/console/tim", self._to_list, methods=["GET"]),
            Route("/console/thongke", inside.page(self._counts), methods=["GET"]),
            Route("/console/thongke/chot", inside.post_of_admins(self._close), methods=["POST"]),
            Route("/console/thongke/tai", inside.page(self._download), methods=["GET"]),
            Route("/console/don/{code}", inside.page(self._case), methods=["GET"]),
            Route("/console/don/{code}/mo", inside.post(self._open), methods=["POST"]),
            Route("/console/lam", inside.post(self._act), methods=["POST"]),
            Route("/console/lam", self._to_list, methods=["GET"]),
            Route("/console/don/{code}/tep/{file}", inside.page(self._file), methods=["GET"]),
        ]

    # Pages -------------------------------------------------------------------------------------------------

    async def _work_list(self, request: Request, session: WebSession, officer: Officer) -> Response:
        asked = request.query_params
        number = int(asked.get("trang", "")) if asked.get("trang", "").isdecimal() and len(asked["trang"]) < 6 else 1
        shown = await self._desk.ask(
            officer.id,
            lambda world, db: worklist.show(
                world, db, self._tree, officer, asked.get("loc", ""), asked.get("dv", ""), number
            ),
        )
        at_hand = acting.at_hand(officer)
        return self._inside.render(request, session, "list.html", page=shown, at_hand=at_hand)

    async def _to_list(self, request: Request) -> Response:
        """Whoever reloads a search in another language or by a bookmark is back at the list."""
        return onward("/console")

    async def _search(self, request: Request, session: WebSession, officer: Officer, form: Form) -> Response:
        """What is looked for comes in the body of a post: a name or a number must stand in no address and no log."""
        typed, skip = form.get("tim", "").strip(), form.get("tu", "")
        if len(typed) < SHORTEST_SEARCH:
            return self._inside.render(request, session, "found.html", status=422, typed=typed, found=None)
        start = int(skip) if skip.isdecimal() and len(skip) < 7 else 0
        if "loi" in form:
            looked = await self._desk.ask(
                officer.id, lambda world, db: worklist.find_words(world, db, self._tree, officer, typed, start)
            )
        else:
            looked = await self._desk.ask(
                officer.id,
                lambda world, db: worklist.find(world, db, self._tree, officer, typed, strong=session.strong),
            )
        # Many letters were read outside the writer's queue; nothing is shown before what was found is written down.
        found, effects = looked
        await self._desk.act(officer.id, lambda world, db: (None, effects))
        return self._inside.render(request, session, "found.html", typed=typed, found=found)

    async def _case(self, request: Request, session: WebSession, officer: Officer) -> Response:
        return await self._show(request, session, officer)

    async def _open(self, request: Request, session: WebSession, officer: Officer, form: Form) -> Response:
        reason = form.get("reason", "")[: casework.LONGEST_LINE]
        if len(reason) < casework.SHORTEST_REASON:
            return await self._show(request, session, officer, status=422, problems=("reason",))
        return await self._show(request, session, officer, reason=reason)

    async def _act(self, request: Request, session: WebSession, officer: Officer, form: Form) -> Response:
        """A command of the staff chat, or an answer to what it asked."""
        code = read_code(form.get("don", "") or form.get("lenh", "")) or ""
        command, state = form.get("lenh", ""), form.get("buoc", "")
        strong, lang = session.strong, self._inside.pages.language(request)
        if state:
            option, words = form.get("chon", ""), form.get("loi", "")
            asked = await self._desk.act(
                officer.id,
                lambda world, db: acting.answer(
                    world, db, officer, state, strong=strong, option=option, words=words, lang=lang
                ),
            )
        elif acting.is_ours(command):
            asked = await self._desk.act(
                officer.id, lambda world, db: acting.begin(world, db, officer, command, strong=strong, lang=lang)
            )
        else:
            asked = None
        if asked is None:
            return self._inside.note(request, 409, "web-act-over")
        if asked.second:
            return onward(f"/console/xac-thuc?don={asked.second}")
        if not code and not asked.state and not asked.options:
            # What was just entered has a page of its own by now.
            code = read_code(asked.text) or ""
            return self._inside.render(request, session, "act.html", asked=asked, code=code, problem="")
        if asked.state or asked.options or not code:
            return self._inside.render(request, session, "act.html", asked=asked, code=code, problem="")
        request.path_params["code"] = code
        return await self._show(request, session, officer, said=asked.text)

    async def _file(self, request: Request, session: WebSession, officer: Officer) -> Response:
        code, file, query = request.path_params["code"], request.path_params["file"], request.query_params
        if attachments.is_over(query, self._now()):
            return self._inside.note(request, 410, "web-file-link-over")

        def look(world: World, db: Session) -> tuple[Attachment | None, tuple[Effect, ...]]:
            if not attachments.is_signed(db, session, code, file, query):
                return None, ()
            return attachments.find(world, db, officer, code, file, strong=session.strong)

        found = await self._desk.act(officer.id, look)
        if found is None:
            return self._inside.note(request, 404, "web-no-such-file")
        return attachments.response(self._files, found, preview="xem" in query)

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
        words, problem, closed = "", "", None
        charts: list[tuple[Markup, ChartData]] = []
        if period and unit:
            try:
                words = await self._month.paragraph(unit, period)
                drawn = await self._month.charts(unit, period, self._inside.pages.language(request))
                charts = [(Markup(svg), data) for svg, data in drawn]
                closed = await self._month.closed(unit, period)
            except ValueError as error:
                problem = self._inside.pages.say(str(error), "vi", text=period)
        context: dict[str, Any] = {
            "period": period or local_day(self._now()).strftime("%m/%Y"),
            "unit": unit,
            "units": units,
            "charts": charts,
            "closed": closed,
            "done": DONE.get(request.query_params.get("da", ""), ""),
        }
        return self._inside.render(request, session, "month.html", words=words, problem=problem, forms=FORMS, **context)

    async def _close(self, request: Request, session: WebSession, officer: Officer, form: Form) -> Response:
        """Close the month whose figures were handed in, or, for a reason, open it again."""
        period, unit = form.get("ky", "").strip()[:30], form.get("don-vi", "")
        reason = form.get("ly-do", "")[: casework.LONGEST_LINE]
        if unit not in officer.units or ("ly-do" in form and len(reason) < casework.SHORTEST_REASON):
            return self._inside.note(request, 422, "web-close-reason")
        try:
            done = await self._month.close(unit, period, reason, officer)
        except ReportError as error:
            # What the command line advises is no use to whoever has only the page.
            key = f"web-{error.key}" if error.key.startswith("close-") else error.key
            return self._inside.note(request, 409, key, text=period)
        except ValueError as error:
            return self._inside.note(request, 422, str(error), text=period)
        return onward(f"/console/thongke?{urlencode({'ky': period, 'don-vi': unit, 'da': done})}")

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
        said: str = "",
        problems: tuple[str, ...] = (),
    ) -> Response:
        code, lang = request.path_params["code"], self._inside.pages.language(request)
        sheet = await self._desk.act(
            officer.id,
            lambda world, db: casework.look(world, officer, code, reason, strong=session.strong, lang=lang),
        )
        if sheet is None and said:
            # What was done took the letter out of this officer's sight: it is told all the same.
            done = acting.Question(said)
            return self._inside.render(request, session, "act.html", asked=done, code="", problem="")
        if sheet is None:
            return self._inside.note(request, 404, "web-no-such-case")
        opened = sheet.letter is not None
        now = self._now()
        files = await self._desk.ask(
            officer.id,
            lambda world, db: [
                (file, attachments.link(db, session, sheet.case.code, file.id, now))
                for file in (attachments.of_case(db, sheet.case.id) if opened else ())
            ],
        )
        return self._inside.render(
            request,
            session,
            "case.html",
            status=status,
            sheet=sheet,
            case=sheet.case,
            files=files,
            said=said,
            problems=problems,
        )
