"""The papers of one letter on the console: slip, redacted copy, sealed enclosure, and its handing-over.

Only here and never in a chat. The copy is shown to the officer first; what they leave standing is what is made.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from bot.web import attachments, casework
from bot.web.desk import Desk
from bot.web.inside import Form, Inside
from cases.dates import local_day
from cases.records import record
from cases.redaction import redact
from handlers.effects import Audit, Effect, Person
from handlers.ports import CaseView, Officer, Words, World
from handlers.staff_rights import permits
from handlers.talk import area_name
from handlers.topics import label
from storage import casework as work
from storage.casework import Handover
from storage.doors import WebSession
from storage.session import Session

if TYPE_CHECKING:
    from bot.slips import Head

DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
LONGEST_COPY: Final = 20_000
LONGEST_LINE: Final = 200
PAPERS: Final = ("slip", "copy", "enclosure")


@record(frozen=True, slots=True)
class Sheet:
    """What the page shows: the copy to be read, and what may be made."""

    case: CaseView
    copy: str
    may_enclose: bool
    handovers: tuple[Handover, ...]


class Slips:
    """`/console/don/CODE/giay`."""

    def __init__(self, inside: Inside, desk: Desk, words: Words, now: Callable[[], datetime]) -> None:
        self._inside = inside
        self._desk = desk
        self._words = words
        self._now = now

    def routes(self) -> list[BaseRoute]:
        """The page and its form."""
        return [
            Route("/console/don/{code}/giay", self._inside.page(self._page), methods=["GET"]),
            Route("/console/don/{code}/giay", self._inside.post(self._make), methods=["POST"]),
        ]

    async def _page(self, request: Request, session: WebSession, officer: Officer) -> Response:
        return await self._show(request, session, officer)

    async def _show(
        self, request: Request, session: WebSession, officer: Officer, *, status: int = 200, problem: str = ""
    ) -> Response:
        code = request.path_params["code"]
        sheet = await self._desk.ask(
            officer.id, lambda world, db: look(world, db, officer, code, strong=session.strong)
        )
        if sheet is None:
            return self._inside.note(request, 404, "web-no-such-case")
        today = local_day(self._now()).isoformat()
        return self._inside.render(
            request, session, "slips.html", status=status, sheet=sheet, case=sheet.case, today=today, problem=problem
        )

    async def _make(self, request: Request, session: WebSession, officer: Officer, form: Form) -> Response:
        code, paper = request.path_params["code"], form.get("paper", "")
        if paper == "handover":
            return await self._hand_over(request, session, officer, form)
        if paper not in PAPERS or (paper == "copy" and form.get("read") != "yes"):
            return await self._show(request, session, officer, status=422, problem="web-slips-read-first")
        made = await self._desk.act(
            officer.id,
            lambda world, db: make(
                world, db, self._words, officer, code, paper, form.get("content", ""), strong=session.strong
            ),
        )
        if made is None:
            return self._inside.note(request, 404, "web-no-such-case")
        return attachments.download(made, f"{paper}-{code}.docx", DOCX)

    async def _hand_over(self, request: Request, session: WebSession, officer: Officer, form: Form) -> Response:
        code = request.path_params["code"]
        receiver, on = form.get("receiver", "").strip()[:LONGEST_LINE], _day(form.get("on", ""))
        if not receiver or on is None or on > local_day(self._now()):
            return await self._show(request, session, officer, status=422, problem="web-slips-handover-wrong")

        def deed(world: World, db: Session) -> tuple[bool, tuple[Effect, ...]]:
            sheet = look(world, db, officer, code, strong=session.strong)
            if sheet is None or not sheet.may_enclose:
                return False, ()
            work.hand_over(db, sheet.case.id, receiver, on.isoformat(), officer.id, world.now)
            return True, ()

        if not await self._desk.act(officer.id, deed):
            return self._inside.note(request, 404, "web-no-such-case")
        return await self._show(request, session, officer)


def look(world: World, db: Session, officer: Officer, code: str, *, strong: bool) -> Sheet | None:
    """The papers of a case that is open for this officer now; of a denunciation after a reason and a second step."""
    case = casework.find(world, officer, code)
    if case is None or not permits(world, officer, case, "end"):
        return None
    if not casework.may_open_files(world, officer, case, strong=strong):
        return None
    may_enclose = (
        case.kind == "to_cao"
        and not case.anonymous
        and world.policy.identity_enclosure
        and permits(world, officer, case, "read_person")
    )
    handed = tuple(work.handovers(db, case.id)) if case.kind == "to_cao" else ()
    return Sheet(case, copy_of(world, case), may_enclose, handed)


def copy_of(world: World, case: CaseView) -> str:
    """The content with everything covered that the program knows of who sent it."""
    letter = world.cases.letter(case.id)
    lines = [letter.content, letter.place, letter.when, letter.concerned]
    text = "\n".join(line for line in lines if line)
    return redact(text, _traces(world.cases.persons(case.id))) if case.closed_words else text


def make(
    world: World, db: Session, words: Words, officer: Officer, code: str, paper: str, content: str, *, strong: bool
) -> tuple[bytes | None, tuple[Effect, ...]]:
    """One paper, and the entry that it was made."""
    # Read when it is needed: nothing that runs all day needs Word.
    from bot import slips

    sheet = look(world, db, officer, code, strong=strong)
    if sheet is None or (paper == "enclosure" and not sheet.may_enclose):
        return None, ()
    case = sheet.case
    made_by: tuple[Effect, ...] = (Audit(case.id, "made_paper", officer.id, {"paper": paper}),)
    head, persons = _head(world, case), world.cases.persons(case.id)
    if paper == "copy":
        text = content.replace("\r\n", "\n").strip()[:LONGEST_COPY]
        # What the officer typed back in is covered once more: nobody's name comes into a copy by oversight.
        text = redact(text, _traces(persons)) if case.closed_words else text
        return slips.copy(head, words, code=case.code, content=text, made_at=world.now), made_by
    if paper == "enclosure":
        records = [
            {"name": p.name, "address": p.address, "contact": p.contact, "relation": p.relation} for p in persons
        ]
        made = slips.enclosure(
            head, words, code=case.code, receiver=case.authority or "……………", persons=records, made_at=world.now
        )
        return made, (*made_by, Audit(case.id, "opened_person", officer.id))
    facts = {
        "authority": case.authority or "……………………",
        "code": case.code,
        "received": case.received_on.strftime("%d/%m/%Y"),
        "due": case.reply_due_on.strftime("%d/%m/%Y") if case.reply_due_on else "……",
        "kind": words.say(f"kind-{case.kind}", "vi"),
        "topic": label(world, case.topic, case.own_topic, "vi"),
    }
    if case.kind != "to_cao":
        first = persons[0] if persons else Person("sender")
        facts |= {"name": first.name or words.say("slip-no-name", "vi"), "address": first.address or "……"}
    else:
        facts = {name: facts[name] for name in ("authority", "code", "received", "due")}
    return slips.slip(head, words, secret=case.kind == "to_cao", facts=facts, made_at=world.now), made_by


def _head(world: World, case: CaseView) -> Head:
    from bot.slips import Head

    unit = world.units.by_code(case.unit)
    name = unit.name if unit is not None else world.committee.name
    area = area_name(name)
    sent = case.sent_on.strftime("%d/%m/%Y") if case.sent_on else ""
    return Head(world.words.say("slip-committee", "vi"), area, case.document, area, sent)


def _traces(persons: object) -> list[str]:
    return [value for person in persons for value in (person.name, person.address, person.contact) if value]  # type: ignore[attr-defined]


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
