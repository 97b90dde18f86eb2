"""Scans of papers on the console: attached where the dialogue asks for them, cleaned and sealed like any file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from bot.intake import Intake, RefusalError, Sealed
from bot.scanner import ScannerAway
from bot.web import acting, guard, paper_form
from bot.web.desk import Desk
from bot.web.inside import Inside, onward
from bot.web.paper_form import PaperForm, TooMuchError
from cases.codes import read_code
from handlers.ports import Officer, Policy
from storage.doors import WebSession

PATH: Final = "/console/lam/van-ban"


class Scans:
    """`/console/lam/van-ban`."""

    def __init__(self, inside: Inside, desk: Desk, intake: Intake, policy: Policy) -> None:
        self._inside = inside
        self._desk = desk
        self._intake = intake
        self._policy = policy

    def routes(self) -> list[BaseRoute]:
        """The form's address."""
        return [Route(PATH, self._inside.page(self._post), methods=["POST"])]

    async def _post(self, request: Request, session: WebSession, officer: Officer) -> Response:
        if guard.is_from_elsewhere(request):
            return self._inside.note(request, 403, "web-not-genuine")
        try:
            posted = await paper_form.read(request, self._intake.limit, self._policy.max_files)
        except TooMuchError:
            return self._inside.note(request, 413, "web-scan-large")
        if posted is None or not guard.is_genuine(posted.fields, session):
            return self._inside.note(request, 403, "web-not-genuine")
        papers: Sequence[Sealed] = ()
        problem = "" if posted.papers else self._say(request, "web-scan-none")
        try:
            papers = await self._taken(posted)
        except RefusalError as refusal:
            key = f"file-refused-{refusal.reason.replace('_', '-')}"
            why = self._say(request, key, mb=self._policy.max_file_mb, files=self._policy.max_files)
            problem = self._say(request, "web-scan-refused", why=why)
        except ScannerAway:
            problem = self._say(request, "web-scan-away")
        return await self._ask(request, session, officer, posted, papers, problem)

    async def _taken(self, posted: PaperForm) -> Sequence[Sealed]:
        """All of the files, or none of them."""
        taken: list[Sealed] = []
        try:
            for name, content in posted.papers:
                taken.append(await self._intake.take(name, content))
        except (RefusalError, ScannerAway):
            for each in taken:
                self._intake.erase(each)
            raise
        return taken

    async def _ask(
        self,
        request: Request,
        session: WebSession,
        officer: Officer,
        posted: PaperForm,
        papers: Sequence[Sealed],
        problem: str,
    ) -> Response:
        lang, state = self._inside.pages.language(request), posted.fields.get("buoc", "")
        asked = await self._desk.act(
            officer.id,
            lambda world, db: acting.hand_in(world, db, officer, state, papers, strong=session.strong, lang=lang),
        )
        if asked is None:
            return self._inside.note(request, 409, "web-act-over")
        if asked.second:
            return onward(f"/console/xac-thuc?don={asked.second}")
        code = read_code(posted.fields.get("don", "")) or ""
        status = 422 if problem else 200
        return self._inside.render(request, session, "act.html", status=status, asked=asked, code=code, problem=problem)

    def _say(self, request: Request, key: str, **arguments: str | int) -> str:
        return self._inside.pages.say(key, self._inside.pages.language(request), **arguments)
