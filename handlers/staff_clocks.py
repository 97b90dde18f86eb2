"""`/han`: the time limits of a letter, each with its article; begun, extended and stopped by the rule alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Final, cast

from handlers.effects import Effect, Tell
from handlers.effects_staff import ChangeClock, ClockChange, StartClocks
from handlers.messages import Option, Outgoing
from handlers.ports import CaseView, Officer, World
from handlers.ports_staff import ClockView
from handlers.staff_questions import LEAVE, DayStep, LineStep, NumberStep, PickStep
from handlers.staff_rights import permits
from handlers.staff_words import case_for, choice, left, tell
from handlers.state import Draft
from handlers.talk import Answer, Flow, OpenQuestion, Picked, Prompt, Taken, Talk, case_of, say

CHANGES: Final = {
    "thuly": "accepted",
    "quyetdinh": "decided",
    "giahan": "extend",
    "tamdung": "stop",
    "tinhtiep": "resume",
}
"""The command of each change."""
EVENTS: Final = ("accepted", "decided")


def show(talk: Talk, officer: Officer, argument: str) -> tuple[Effect, ...]:
    """`/han CODE`: every clock of a letter, and what may lawfully be changed now."""
    world = talk.world
    case = case_for(talk, officer, argument, "see")
    if isinstance(case, tuple):
        return case
    clocks = world.desk.clocks(case.id)
    lines = [tell(world, "clocks-of", code=case.code), *(_line(world, each) for each in clocks)]
    if not clocks:
        lines.append(tell(world, "clocks-none"))
    options = tuple(
        Option(f"/{command} {case.code}", tell(world, f"opt-clock-{change}"))
        for command, change in CHANGES.items()
        if permits(world, officer, case, "end") and _possible(case, clocks, change)
    )
    return (say("\n".join(lines), options=options),)


def begin(talk: Talk, officer: Officer, command: str, argument: str) -> Draft | tuple[Effect, ...]:
    """`/giahan`, `/tamdung`, `/tinhtiep`, `/thuly`, `/quyetdinh CODE`: the errand, or which rule forbids it."""
    world = talk.world
    case = case_for(talk, officer, argument, "end")
    if isinstance(case, tuple):
        return case
    change = CHANGES[command]
    clocks = world.desk.clocks(case.id)
    if not _possible(case, clocks, change):
        running = [_line(world, each) for each in clocks if each.state == "open"]
        return (say(tell(world, f"clocks-cannot-{change}", code=case.code), *running),)
    draft = Draft(world.ids.id(), "clock", answers={"case": case.id, "change": change})
    fit = _fitting(clocks, change)
    return draft.with_answer("clock", fit[0].id) if len(fit) == 1 else draft


def _line(world: World, clock: ClockView) -> str:
    state = clock.state
    if state == "open":
        state = "stopped" if clock.stopped_on else "late" if clock.days_left < 0 else "running"
    day = clock.stopped_on or clock.due_on
    return tell(
        world,
        f"clock-{state}",
        duty=tell(world, f"duty-{clock.rule}"),
        whose=tell(world, f"clock-of-{clock.whose}"),
        day=day.strftime("%d/%m/%Y"),
        days=abs(clock.days_left),
        article=clock.article,
    )


def _possible(case: CaseView, clocks: Sequence[ClockView], change: str) -> bool:
    if change in EVENTS:
        # Only a letter that an authority has can be taken up there; what came without a name starts no such clock.
        return case.status == "forwarded" and case.kind in ("to_cao", "khieu_nai") and not case.anonymous
    return bool(_fitting(clocks, change))


def _fitting(clocks: Sequence[ClockView], change: str) -> list[ClockView]:
    """The clocks that this change may be made to."""
    running = [each for each in clocks if each.state == "open"]
    if change == "extend":
        return [each for each in running if each.extend_days and not each.stopped_on]
    if change == "stop":
        return [each for each in running if each.stop_article and not each.stopped_on]
    return [each for each in running if each.stopped_on] if change == "resume" else []


def _change(talk: Talk) -> str:
    return str(talk.draft.get("change"))


def _clock(talk: Talk) -> ClockView | None:
    known = talk.world.desk.clocks(str(talk.draft.get("case") or ""))
    return next((each for each in known if each.id == talk.draft.get("clock")), None)


def _is(*changes: str) -> Callable[[Talk], bool]:
    return lambda talk: _change(talk) in changes


def _is_complaint_taken_up(talk: Talk) -> bool:
    case = case_of(talk)
    return _change(talk) == "accepted" and case is not None and case.kind == "khieu_nai"


def _clock_options(talk: Talk) -> Sequence[Option]:
    fit = _fitting(talk.world.desk.clocks(str(talk.draft.get("case"))), _change(talk))
    return [Option(each.id, tell(talk.world, f"duty-{each.rule}")) for each in fit]


def _yes_no(talk: Talk) -> Sequence[Option]:
    return [choice(talk.world, "is_so"), choice(talk.world, "is_not_so")]


class ConfirmStep(OpenQuestion):
    """The date that comes out, before anything is written."""

    name = "confirm"

    def ask(self, talk: Talk) -> Prompt:
        world, draft, clock = talk.world, talk.draft, _clock(talk)
        text = tell(
            world,
            f"clocks-sure-{_change(talk)}",
            duty=tell(world, f"duty-{clock.rule}") if clock else "",
            article=(clock.extend_article if _change(talk) == "extend" else clock.stop_article) if clock else "",
            days=int(draft.get("days") or 0),
            on=date.fromisoformat(str(draft.get("on"))).strftime("%d/%m/%Y"),
        )
        return Prompt(text, (choice(world, "confirm_clock"), choice(world, LEAVE)))

    def take(self, talk: Talk, answer: Answer) -> Taken:
        world, draft = talk.world, talk.draft
        if not isinstance(answer, Picked):
            return Taken(draft, "miss", hint=tell(world, "staff-button-hint"))
        if answer.option == LEAVE:
            return left(talk)
        case, officer, change = case_of(talk), world.staff.me(), _change(talk)
        if case is None or officer is None or not permits(world, officer, case, "end"):
            return Taken(draft, "end", notes=(tell(world, "staff-changed-meanwhile"),))
        if not _possible(case, world.desk.clocks(case.id), change):
            return Taken(draft, "end", notes=(tell(world, "staff-changed-meanwhile"),))
        on = date.fromisoformat(str(draft.get("on")))
        detail = {"reason": str(draft.get("reason") or ""), "number": str(draft.get("number") or "")}
        done = (tell(world, "clocks-done", code=case.code),)
        if change in EVENTS:
            return Taken(
                draft, "end", effects=(StartClocks(case.id, change, on, officer.id, _facts(draft)),), notes=done
            )
        clock = _clock(talk)
        if clock is None:
            return Taken(draft, "end", notes=(tell(world, "staff-changed-meanwhile"),))
        days = min(int(draft.get("days") or 0), clock.extend_days) if change == "extend" else 0
        changed = ChangeClock(case.id, clock.id, cast(ClockChange, change), on, officer.id, days, detail)
        return Taken(draft, "end", effects=(changed, *_told(world, case, change, days, detail)), notes=done)


def _told(world: World, case: CaseView, change: str, days: int, detail: dict[str, str]) -> tuple[Effect, ...]:
    """The notice of an extension or a stop; of a denunciation without its reason, which may tell what it is."""
    secret = case.kind == "to_cao"
    reason = "" if secret else detail["reason"]
    text = world.words.say(
        f"told-clock-{change}",
        case.language,
        code=case.code,
        days=days,
        reason=reason,
        has_reason="yes" if reason else "no",
    )
    options = (Option(f"/tracuu {case.code}", world.words.say("opt-track", case.language)),)
    return (Tell(case.id, Outgoing(text, options=options)),)


def _facts(draft: Draft) -> dict[str, bool | int]:
    facts: dict[str, bool | int] = {}
    for name in ("complex", "remote"):
        if draft.has(name):
            facts[name] = draft.get(name) == "is_so"
    if draft.has("instance"):
        facts["instance"] = 2 if draft.get("instance") == "second" else 1
    return facts


FLOW: Final = Flow(
    "clock",
    (
        PickStep(
            "clock",
            lambda talk: tell(talk.world, "clocks-ask-which"),
            _clock_options,
            lambda talk: _change(talk) not in EVENTS,
        ),
        DayStep("on", lambda talk: tell(talk.world, f"clocks-ask-on-{_change(talk)}")),
        PickStep(
            "instance",
            lambda talk: tell(talk.world, "clocks-ask-instance"),
            lambda talk: [choice(talk.world, "first"), choice(talk.world, "second")],
            _is_complaint_taken_up,
        ),
        PickStep("complex", lambda talk: tell(talk.world, "clocks-ask-complex"), _yes_no, _is_complaint_taken_up),
        PickStep("remote", lambda talk: tell(talk.world, "clocks-ask-remote"), _yes_no, _is_complaint_taken_up),
        NumberStep(
            "days",
            lambda talk: tell(talk.world, "clocks-ask-days", most=clock.extend_days if (clock := _clock(talk)) else 0),
            _is("extend"),
            most=90,
            least=1,
        ),
        LineStep("number", lambda talk: tell(talk.world, "clocks-ask-number"), _is("extend", "stop"), optional=True),
        LineStep("reason", lambda talk: tell(talk.world, "clocks-ask-reason"), _is("extend", "stop"), least_words=2),
        ConfirmStep(),
    ),
)
