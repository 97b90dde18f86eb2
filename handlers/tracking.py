"""Following a letter by its code: all of it for who filed it, the bare state for anybody else."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Final

from cases.codes import read_code
from cases.dates import local, stamp, unstamp
from cases.kinds import OPEN_STATUSES
from handlers import following
from handlers.effects import Say
from handlers.messages import Option, Outgoing
from handlers.ports import CaseView, World
from handlers.staff_words import place_words
from handlers.state import State
from handlers.talk import (
    Answer,
    Flow,
    OpenQuestion,
    Picked,
    Prompt,
    Taken,
    Talk,
    case_line,
    committee_name,
    plain_kind,
    say,
)

WRONG_CODES_AN_HOUR: Final = 10
MAX_SHOWN: Final = 8


def too_many_wrong(state: State, world: World) -> bool:
    """Whether this account has guessed too often within the last hour."""
    return len(recent_wrong(state, world)) >= WRONG_CODES_AN_HOUR


def recent_wrong(state: State, world: World) -> tuple[str, ...]:
    """The wrong codes of the last hour, as stamps."""
    since = world.now - timedelta(hours=1)
    return tuple(moment for moment in state.wrong_codes if unstamp(moment) > since)


def look_up(talk: Talk, text: str) -> tuple[CaseView | None, tuple[str, ...]]:
    """The case that a text names, and the wrong tries of this account after it."""
    wrong = recent_wrong(talk.state, talk.world)
    code = read_code(text)
    case = talk.world.cases.by_code(code) if code else None
    if case is None:
        wrong = (*wrong, stamp(talk.world.now))[-WRONG_CODES_AN_HOUR:]
    return case, wrong


def status_text(talk: Talk, case: CaseView) -> str:
    """Where a case stands, as much of it as this account may know.

    A code names a case and opens nothing: from another account it shows status, holder and next date; of a
    denunciation only whether it was received, forwarded or answered.
    """
    day = "%d/%m/%Y"
    status = talk.say(f"status-{case.status}")
    unit = talk.world.units.by_code(case.unit)
    holder = committee_name(talk, unit.name) if unit else case.unit
    is_open = case.status in OPEN_STATUSES
    if not case.mine:
        if case.kind == "to_cao":
            return talk.say("track-foreign-secret", code=case.code, status=talk.say(_bare_status(case)))
        due = talk.say("track-next", due=case.due_on.strftime(day)) if is_open else ""
        return talk.say("track-foreign", code=case.code, status=status, holder=holder, next=due).strip()
    parts = [
        talk.say(
            "track-mine",
            code=case.code,
            kind=plain_kind(talk, case.kind),
            received=local(case.received_at).strftime("%H:%M %d/%m/%Y"),
            status=status,
            holder=holder,
        )
    ]
    if is_open:
        parts.append(talk.say("track-next", due=case.due_on.strftime(day)))
    for entry in talk.world.cases.life(case.id):
        if entry.what not in ("guided", "forwarded", "archived", "answered"):
            continue
        if case.kind == "to_cao":
            # Neither the authority nor a word of it goes out by chat: who looks over a shoulder learns nothing.
            told = f"status-{entry.what}" if entry.what in ("forwarded", "answered") else "status-reviewed"
            parts.append(talk.say("track-secret", day=local(entry.at).strftime(day), status=talk.say(told)))
        else:
            parts.append(talk.say(f"track-{entry.what}", day=local(entry.at).strftime(day), **_told(entry.detail)))
    parts.append(following.line(talk, case))
    if case.files:
        parts.append(talk.say("track-files", n=case.files))
    if case.kind in ("to_cao", "khieu_nai") and not case.signed:
        place = {k: v for k, v in place_words(talk.world, case, talk.language).items() if k != "phone"}
        parts.append(talk.say("track-unsigned", **place))
    elif is_open:
        parts.append(talk.say("track-nothing-to-do"))
    return "\n".join(part for part in parts if part)


def own_options(talk: Talk, case: CaseView) -> tuple[Option, ...]:
    """What can be done next with one's own case."""
    if not case.mine or case.status == "withdrawn":
        return ()
    return (
        talk.command(f"/bosung {case.code}", "opt-supplement"),
        talk.command(f"/rutdon {case.code}", "opt-withdraw"),
    )


def own_cases(talk: Talk) -> Say:
    """`/dontoi`: one's own letters, newest first."""
    mine = talk.world.cases.of_account()[:MAX_SHOWN]
    if not mine:
        return say(talk.say("no-letters"), options=(talk.command("/guidon", "opt-begin"),))
    lines = [case_line(talk, case) for case in mine]
    options = tuple(Option(f"/tracuu {case.code}", case.code) for case in mine)
    return Say(Outgoing("\n".join([talk.say("own-letters"), *lines]), options=options))


def _bare_status(case: CaseView) -> str:
    if case.status in ("forwarded", "answered"):
        return f"status-{case.status}"
    return "status-received"


def _told(values: Mapping[str, str]) -> dict[str, str | int]:
    told: dict[str, str | int] = {name: str(values.get(name, "")) for name in ("authority", "number", "on", "words")}
    return {**told, "has_number": "yes" if told["number"] else "no"}


class CodeStep(OpenQuestion):
    """Which letter? A code, or one of one's own."""

    name = "code"

    def ask(self, talk: Talk) -> Prompt:
        mine = talk.world.cases.of_account()[:MAX_SHOWN]
        options = tuple(Option(f"/tracuu {case.code}", case.code) for case in mine)
        return Prompt(talk.say("ask-code"), (*options, talk.option("leave")))

    def take(self, talk: Talk, answer: Answer) -> Taken:
        if isinstance(answer, Picked):
            return Taken(talk.draft, "end", notes=(talk.say("errand-cancelled"),))
        # Words do not come here: the engine takes them for the code of a `/tracuu`.
        return Taken(talk.draft, "miss", hint=talk.say("ask-code-hint"))


FLOW = Flow("track", (CodeStep(),))
