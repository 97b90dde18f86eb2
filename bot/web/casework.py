"""What the console shows of a case: functions of the world, and their effects."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Final

from bot.web import acting
from cases.actors import RESIDENT
from cases.codes import read_code
from cases.dates import local_day
from cases.kinds import OPEN_STATUSES
from cases.records import record
from handlers.effects import Audit, Effect, Letter, Person
from handlers.messages import Option
from handlers.ports import CaseView, LifeEntry, Officer, World
from handlers.staff_rights import permits
from handlers.staff_talk import TALKED
from handlers.staff_words import STAFF_LANGUAGE
from handlers.topics import label

OPENING_LASTS: Final = timedelta(hours=8)
"""For how long the reason that was given for opening a denunciation holds, for the officer who gave it."""
SHORTEST_REASON: Final = 10
OPENINGS: Final = frozenset({"opened", "opened_person", "opened_file", "found", "refused"})
"""Entries of a case's life that tell who looked, not what happened."""
LONGEST_LINE: Final = 300
SPOKEN: Final = frozenset({*TALKED, "asked_sender", "answered", "guided"})
"""Entries that were said: to the sender, by the sender, or noted among officers."""


@record(frozen=True, slots=True)
class Line:
    """A case in the work list. `unit` and `topic` are "" where this officer may not know them."""

    case: CaseView
    unit: str
    topic: str
    owner: str
    due: str
    """overdue, today or later; "" for a case with an outcome."""
    mine: bool
    own_topic: str = ""
    """The name of the committee's own topic; "" where there is none."""


@record(frozen=True, slots=True)
class Happening:
    """One entry of a case's life, as this officer may read it."""

    at: datetime
    what: str
    who: str
    detail: Mapping[str, str]


@record(frozen=True, slots=True)
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
    talk: Sequence[Happening]
    """What was said about it, oldest first; nothing before its words are open."""
    alike: Sequence[Line]
    """Earlier letters that may be about the same thing, and that this officer may know of."""
    openings: Sequence[Happening]
    """Who looked at it, apart from what happened to it."""
    moves: Sequence[Option]
    """What this officer may do with it now, as commands."""
    due: str
    own_topic: str = ""


# Looking ---------------------------------------------------------------------------------------------------


def line_of(world: World, officer: Officer, case: CaseView) -> Line:
    """A case as a line of a list."""
    known = _known(world, officer, case)
    unit = world.units.by_code(case.unit)
    return Line(
        case=case,
        unit=(unit.name if unit else case.unit) if known else "",
        topic=case.topic if known else "",
        owner=_name(world, case.officer),
        due=_due(case, local_day(world.now)) if case.status in OPEN_STATUSES else "",
        mine=case.officer == officer.id,
        own_topic=_own_topic(world, case) if known else "",
    )


def look(
    world: World, officer: Officer, code: str, reason: str = "", *, strong: bool = False, lang: str = "vi"
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
        life=[_happening(world, entry, opened) for entry in life if entry.what not in OPENINGS],
        talk=[_happening(world, entry, opened) for entry in life if entry.what in SPOKEN] if opened else [],
        alike=_alike(world, officer, case) if opened else [],
        openings=[_happening(world, entry, readable) for entry in life if entry.what in OPENINGS],
        moves=acting.offered(world, officer, case, lang),
        due=_due(case, local_day(world.now)) if case.status in OPEN_STATUSES else "",
        own_topic=_own_topic(world, case) if known else "",
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


def _alike(world: World, officer: Officer, case: CaseView) -> list[Line]:
    found = (world.cases.by_code(code) for code in world.cases.similar(case.id))
    return [
        line_of(world, officer, each) for each in found if each is not None and permits(world, officer, each, "see")
    ]


# Small things ----------------------------------------------------------------------------------------------


def _own_topic(world: World, case: CaseView) -> str:
    return label(world, case.topic, case.own_topic, STAFF_LANGUAGE) if case.own_topic else ""


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
    officer = world.staff.by_id(who) if who and who != RESIDENT else None
    return officer.name if officer else ""


def _due(case: CaseView, today: date) -> str:
    return "overdue" if case.due_on < today else "today" if case.due_on == today else "later"
