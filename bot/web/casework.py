"""What the console shows of a case and does with it: functions of the world, and their effects."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from cases.codes import read_code
from cases.dates import local_day
from cases.kinds import OPEN_STATUSES, Outcome
from cases.lifecycle import offers
from handlers import staff_case, staff_moves
from handlers.effects import Audit, Effect, Letter, MoveCase, Person, Say
from handlers.messages import Incoming, Text
from handlers.ports import CaseView, LifeEntry, Officer, World
from handlers.staff_rights import permits
from handlers.state import Draft, State
from handlers.talk import Picked, Talk

OPENING_LASTS: Final = timedelta(hours=8)
"""For how long the reason that was given for opening a denunciation holds, for the officer who gave it."""
SHORTEST_REASON: Final = 10
ENDINGS: Final[tuple[Outcome, ...]] = ("forwarded", "guided", "answered", "archived", "own_matter", "returned")
LONGEST_LINE: Final = 300
LONGEST_WORDS: Final = 2000


@dataclass(frozen=True, slots=True)
class Line:
    """A case in the work list. `unit` and `topic` are "" where this officer may not know them."""

    case: CaseView
    unit: str
    topic: str
    owner: str
    due: str
    """overdue, today or later."""
    mine: bool


@dataclass(frozen=True, slots=True)
class Happening:
    """One entry of a case's life, as this officer may read it."""

    at: datetime
    what: str
    who: str
    detail: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A case as one officer may see it now."""

    case: CaseView
    unit: str
    owner: str
    known: bool
    """Whether ward and topic may be shown."""
    readable: bool
    """Whether the role lets this officer read the words."""
    needs_second: bool
    """Whether the second step must be passed first."""
    letter: Letter | None
    persons: Sequence[Person] | None
    life: Sequence[Happening]
    may_take: bool
    outcomes: Sequence[Outcome]
    due: str


@dataclass(frozen=True, slots=True)
class Ending:
    """How an officer ends a case, as typed into the form; `on` is an ISO day."""

    outcome: str
    authority: str = ""
    number: str = ""
    on: str = ""
    words: str = ""


# Looking ---------------------------------------------------------------------------------------------------


def work_list(world: World, officer: Officer) -> list[Line]:
    """Open cases of the officer's units, the earliest date first."""
    today = local_day(world.now)
    lines = []
    for case in world.cases.waiting(officer.units, ""):
        if not permits(world, officer, case, "see"):
            continue
        known = _known(world, officer, case)
        unit = world.units.by_code(case.unit)
        lines.append(
            Line(
                case=case,
                unit=(unit.name if unit else case.unit) if known else "",
                topic=case.topic if known else "",
                owner=_name(world, case.officer),
                due=_due(case, today),
                mine=case.officer == officer.id,
            )
        )
    return lines


def look(
    world: World, officer: Officer, code: str, reason: str = "", *, strong: bool = False
) -> tuple[Sheet | None, tuple[Effect, ...]]:
    """A case, with its words where the role permits; opening them is written into its chain.

    A denunciation opens only for a typed reason, which holds for some hours, and after the second step (`strong`).
    """
    case = find(world, officer, code)
    if case is None:
        return None, ()
    effects: list[Effect] = []
    life = world.cases.life(case.id)
    readable = permits(world, officer, case, "read_text")
    if reason and not readable:
        effects.append(Audit(case.id, "refused", officer.id))
    given = reason if len(reason) >= SHORTEST_REASON else ""
    opened = readable and (
        not case.closed_words or (strong and (bool(given) or _opened_before(life, officer, world.now)))
    )
    letter: Letter | None = None
    persons: Sequence[Person] | None = None
    if opened:
        letter = world.cases.letter(case.id)
        effects.append(Audit(case.id, "opened", officer.id, {"reason": given} if given else None))
        if permits(world, officer, case, "read_person"):
            persons = world.cases.persons(case.id)
            effects.append(Audit(case.id, "opened_person", officer.id))
    unit = world.units.by_code(case.unit)
    known = _known(world, officer, case)
    sheet = Sheet(
        case=case,
        unit=(unit.name if unit else case.unit) if known else "",
        owner=_name(world, case.officer),
        known=known,
        readable=readable,
        needs_second=readable and case.closed_words and not strong,
        letter=letter,
        persons=persons,
        life=[_happening(world, entry, opened) for entry in life],
        may_take=not case.officer and case.status in OPEN_STATUSES and permits(world, officer, case, "take"),
        outcomes=_outcomes(world, officer, case),
        due=_due(case, local_day(world.now)) if case.status in OPEN_STATUSES else "",
    )
    return sheet, tuple(effects)


def find(world: World, officer: Officer, code: str) -> CaseView | None:
    """The case of a code, if this officer may know that it exists."""
    plain = read_code(code)
    case = world.cases.by_code(plain) if plain else None
    return case if case is not None and permits(world, officer, case, "see") else None


def may_open_files(world: World, officer: Officer, case: CaseView, *, strong: bool) -> bool:
    """Whether the files of a case open for this officer now."""
    if not permits(world, officer, case, "read_text"):
        return False
    return not case.closed_words or (strong and _opened_before(world.cases.life(case.id), officer, world.now))


# Doing -----------------------------------------------------------------------------------------------------


def take(world: World, officer: Officer, code: str) -> tuple[str, tuple[Effect, ...]]:
    """Become a case's officer, as `/nhan` does: why not ("" when it is done), and the effects."""
    effects = staff_case.take(_talk(world, officer, Draft("", "")), officer, code)
    return _refusal(effects), effects


def preview(world: World, officer: Officer, code: str, ending: Ending) -> str | None:
    """What the resident would read; None when this ending is not possible."""
    draft = _draft(world, officer, code, ending)
    if draft is None:
        return None
    return staff_case.ConfirmStep().ask(_talk(world, officer, draft)).text


def end(world: World, officer: Officer, code: str, ending: Ending) -> tuple[str, tuple[Effect, ...]]:
    """Give a case its outcome, as the chat does: why not ("" when it is done), and the effects."""
    draft = _draft(world, officer, code, ending)
    if draft is None:
        return world.words.say("staff-changed-meanwhile", "vi"), ()
    taken = staff_case.ConfirmStep().take(_talk(world, officer, draft), Picked("send"))
    done = any(isinstance(effect, MoveCase) for effect in taken.effects)
    return ("" if done else "\n".join(taken.notes)), taken.effects


def problems(ending: Ending, today: date) -> tuple[str, ...]:
    """Names of the fields that are missing or cannot be."""
    if ending.outcome not in ENDINGS:
        return ("outcome",)
    if ending.outcome != "forwarded":
        return () if ending.words else ("words",)
    found = [] if ending.authority else ["authority"]
    try:
        if date.fromisoformat(ending.on) > today:
            found.append("on")
    except ValueError:
        found.append("on")
    return tuple(found)


# Small things ----------------------------------------------------------------------------------------------


def _draft(world: World, officer: Officer, code: str, ending: Ending) -> Draft | None:
    case = find(world, officer, code)
    if case is None or ending.outcome not in _outcomes(world, officer, case):
        return None
    answers = {
        "case": case.id,
        "outcome": ending.outcome,
        "authority": ending.authority[:LONGEST_LINE],
        "number": ending.number[:LONGEST_LINE],
        "on": date.fromisoformat(ending.on).strftime("%d/%m/%Y") if ending.on else "",
        "words": ending.words[:LONGEST_WORDS],
    }
    return Draft(world.ids.id(), "ending", answers=answers)


def _talk(world: World, officer: Officer, draft: Draft) -> Talk:
    incoming = Incoming("web", officer.id, officer.id, "", world.now, Text(""))
    return Talk(State(), draft, incoming, world, "vi")


def _refusal(effects: Sequence[Effect]) -> str:
    if any(isinstance(effect, MoveCase) for effect in effects):
        return ""
    return "\n".join(effect.out.text for effect in effects if isinstance(effect, Say))


def _outcomes(world: World, officer: Officer, case: CaseView) -> tuple[Outcome, ...]:
    if not permits(world, officer, case, "end"):
        return ()
    lawful = [move.target for move in offers(staff_moves.standing(world, case))]
    return tuple(dict.fromkeys(outcome for outcome in lawful if outcome in ENDINGS))


def _known(world: World, officer: Officer, case: CaseView) -> bool:
    # Luật Tố cáo Art 8(3): where a denunciation came from and what about is for those who handle it.
    return not case.closed_words or permits(world, officer, case, "read_text")


def _opened_before(life: Sequence[LifeEntry], officer: Officer, now: datetime) -> bool:
    return any(
        entry.what == "opened"
        and entry.by == officer.id
        and entry.detail.get("reason")
        and entry.at > now - OPENING_LASTS
        for entry in life
    )


def _happening(world: World, entry: LifeEntry, opened: bool) -> Happening:
    return Happening(entry.at, entry.what, _name(world, entry.by), entry.detail if opened else {})


def _name(world: World, who: str) -> str:
    officer = world.staff.by_id(who) if who and who != "resident" else None
    return officer.name if officer else ""


def _due(case: CaseView, today: date) -> str:
    return "overdue" if case.due_on < today else "today" if case.due_on == today else "later"
