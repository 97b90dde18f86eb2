"""Chasing what was forwarded: urge, note the written reply with its scan, turn to the superior, list who is slow."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Final

from cases.dates import local_day
from cases.kinds import Role
from cases.lifecycle import Verb, may
from handlers.effects import DropFiles, Effect
from handlers.effects_casework import Watch
from handlers.messages import CONSOLE, Option, Strange, Text
from handlers.papers import files
from handlers.ports import Authority, CaseView, Officer, World
from handlers.staff_authorities import buttons, numbered, superiors_for
from handlers.staff_moves import begin as begin_move
from handlers.staff_moves import owed_on
from handlers.staff_rights import permits
from handlers.staff_steps import DAY, Confirm, Day, Line, Pick, iso, mine
from handlers.staff_words import choice, tell
from handlers.state import Draft
from handlers.talk import Answer, Flow, Picked, Prompt, Question, Taken, Talk, area_name, case_of, say

MAX_LINES: Final = 30
MAX_BUTTONS: Final = 6
Doing = dict[str, tuple[Verb, str]]
DONE: Final[Doing] = {"urge": ("urge", "urged"), "reply": ("reply", "replied"), "escalate": ("escalate", "escalated")}


def begin_urging(talk: Talk, officer: Officer, argument: str) -> Draft | tuple[Effect, ...]:
    """`/dondoc CODE`: the authority is urged, by a paper."""
    return begin_move(talk, officer, argument, "urge", "urge")


def begin_reply(talk: Talk, officer: Officer, argument: str) -> Draft | tuple[Effect, ...]:
    """`/phucdap CODE`: the authority has answered in writing."""
    return begin_move(talk, officer, argument, "reply", "reply")


def begin_escalation(talk: Talk, officer: Officer, argument: str) -> Draft | tuple[Effect, ...]:
    """`/kiennghi CODE`: the authority's superior is turned to."""
    return begin_move(talk, officer, argument, "escalate", "escalate")


# The list --------------------------------------------------------------------------------------------------


def overdue(talk: Talk, officer: Officer) -> tuple[Effect, ...]:
    """`/quahan`: per unit, letters past the committee's own date, then authorities that owe an answer, slowest first.

    Made of codes and days. Of a denunciation the authority is named to nobody who may not open it.
    """
    world, today = talk.world, local_day(talk.world.now)
    own = [case for case in world.cases.overdue(officer.units, today) if permits(world, officer, case, "see")]
    owed = [case for case in world.cases.chased(officer.units, today) if permits(world, officer, case, "see")]
    if not own and not owed:
        return (say(tell(world, "staff-nothing-overdue")),)
    lines = [tell(world, "staff-overdue", own=len(own), owed=len(owed))]
    for unit, cases in _by_unit(world, own).items():
        lines.append(f"\n{unit}")
        lines += [_own_line(world, case, today) for case in cases]
    for authority, cases in _by_authority(world, officer, owed).items():
        lines.append("\n" + tell(world, "staff-slow", authority=authority, n=len(cases)))
        lines += [_owed_line(world, case, today) for case in cases]
    rest = len(lines) - MAX_LINES
    if rest > 0:
        lines = [*lines[:MAX_LINES], tell(world, "digest-more", n=rest)]
    shown = [case for case in (*owed, *own) if permits(world, officer, case, "end")]
    options = tuple(Option(f"/don {case.code}", case.code) for case in shown[:MAX_BUTTONS])
    return (say("\n".join(lines), options=options),)


def _by_unit(world: World, cases: list[CaseView]) -> dict[str, list[CaseView]]:
    found: dict[str, list[CaseView]] = defaultdict(list)
    for case in cases:
        unit = world.units.by_code(case.unit)
        found[area_name(unit.name) if unit is not None else case.unit].append(case)
    return found


def _by_authority(world: World, officer: Officer, cases: list[CaseView]) -> dict[str, list[CaseView]]:
    found: dict[str, list[CaseView]] = defaultdict(list)
    for case in cases:
        hidden = case.closed_words and not may(_role(officer), "to_cao", "read_text")
        found[tell(world, "staff-slow-secret") if hidden else case.authority or "—"].append(case)
    return dict(sorted(found.items(), key=lambda pair: -len(pair[1])))


def _role(officer: Officer) -> Role:
    return officer.role  # type: ignore[return-value]


def _own_line(world: World, case: CaseView, today: date) -> str:
    owner = world.staff.by_id(case.officer) if case.officer else None
    return tell(
        world,
        "staff-overdue-line",
        code=case.code,
        due=case.due_on.strftime(DAY),
        days=(today - case.due_on).days,
        officer=owner.name if owner else tell(world, "staff-nobody"),
    )


def _owed_line(world: World, case: CaseView, today: date) -> str:
    due = owed_on(world, case) or today
    return tell(
        world,
        "staff-slow-line",
        code=case.code,
        sent=case.sent_on.strftime(DAY) if case.sent_on else "—",
        due=due.strftime(DAY),
        days=(today - due).days,
        n=len(case.urged),
    )


# The errands -----------------------------------------------------------------------------------------------


def _asked(key: str) -> Line:
    def superiors(talk: Talk) -> tuple[Authority, ...]:
        case = case_of(talk)
        return superiors_for(talk.world, case) if key == "authority" and case is not None else ()

    def question(talk: Talk) -> str:
        case = case_of(talk)
        asked = tell(talk.world, f"staff-ask-{key}-{talk.draft.flow}", code=case.code if case else "")
        return "\n".join([asked, *numbered(superiors(talk))])

    def ready(talk: Talk) -> tuple[tuple[Option, str], ...]:
        if key == "number":
            return ((choice(talk.world, "no_number"), ""),)
        above = superiors(talk)
        return tuple(zip(buttons(above), (each.name for each in above), strict=True))

    return Line(key, question, ready)


def _day_asked(talk: Talk) -> str:
    return tell(talk.world, f"staff-ask-on-{talk.draft.flow}")


def _secret(talk: Talk) -> bool:
    case = case_of(talk)
    return case is None or case.closed_words


class ScanStep(Question):
    """The scan of the reply; of a denunciation only on our own page."""

    name = "scan"

    def wanted(self, talk: Talk) -> bool:
        return not _secret(talk) or talk.incoming.channel == CONSOLE

    def ask(self, talk: Talk) -> Prompt:
        n = len(files(talk.draft))
        options = (choice(talk.world, "files_done") if n else choice(talk.world, "skip"), choice(talk.world, "stop"))
        return Prompt(tell(talk.world, "staff-ask-scan", n=n), options)

    def take(self, talk: Talk, answer: Answer) -> Taken:
        if isinstance(answer, Picked):
            if answer.option == "stop":
                dropped = (DropFiles(talk.draft.id),)
                return Taken(talk.draft, "end", effects=dropped, notes=(tell(talk.world, "nothing-changed"),))
            return Taken(talk.draft.with_answer(self.name, True))
        if isinstance(answer, Text | Strange):
            return Taken(talk.draft, "miss", hint=tell(talk.world, "staff-button-hint"))
        return Taken(talk.draft, "stay")


def _settled(talk: Talk) -> tuple[Option, ...]:
    return (choice(talk.world, "settled_yes"), choice(talk.world, "settled_no"))


def _preview(talk: Talk) -> str:
    case, draft = case_of(talk), talk.draft
    if case is None:
        return tell(talk.world, "staff-no-such-case")
    number = str(draft.get("number") or "—")
    key = f"staff-watch-{draft.flow}"
    text = tell(
        talk.world,
        key,
        code=case.code,
        number=number,
        on=str(draft.get("on")),
        n=len(case.urged) + 1,
        authority=str(draft.get("authority") or ""),
    )
    scans = tell(talk.world, "staff-scans", n=len(files(draft))) if files(draft) else ""
    return "\n".join(part for part in (text, scans) if part)


def _act(talk: Talk) -> Taken:
    draft = talk.draft
    verb, what = DONE[draft.flow]
    found = mine(talk, verb)
    if found is None:
        return Taken(
            draft,
            "end",
            effects=(DropFiles(draft.id),) if files(draft) else (),
            notes=(tell(talk.world, "staff-changed-meanwhile"),),
        )
    case, officer = found
    if case.sent_on is not None and iso(str(draft.get("on"))) < case.sent_on.isoformat():
        return Taken(draft.without("on"), "stay", goto="on", notes=(tell(talk.world, "staff-before-sending"),))
    detail = {name: str(draft.get(name)) for name in ("number", "on", "authority", "words") if draft.get(name)}
    effect = Watch(
        case.id,
        what,  # type: ignore[arg-type]
        iso(str(draft.get("on"))),
        officer.id,
        draft.get("settled") == "settled_yes",
        draft.id if files(draft) else "",
        detail,
    )
    done = (tell(talk.world, f"staff-watched-{draft.flow}", code=case.code),)
    return Taken(draft, "end", effects=(effect,), notes=done)


FLOWS = (
    Flow("urge", (_asked("number"), Day("on", _day_asked), Confirm(_preview, _act))),
    Flow(
        "reply",
        (
            _asked("number"),
            Day("on", _day_asked),
            Pick("settled", lambda talk: tell(talk.world, "staff-ask-settled"), _settled),
            ScanStep(),
            Confirm(_preview, _act),
        ),
        holds_files=True,
    ),
    Flow("escalate", (_asked("authority"), _asked("number"), Day("on", _day_asked), Confirm(_preview, _act))),
)
