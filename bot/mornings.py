"""The digest of a working morning: one message to each officer and each unit that has something to hear.

To read a hundred thousand open letters takes seconds: that is done beside the turns, and so is making the messages;
what is left for the writer is to post them, a few at a time.
"""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import cast

from bot.house import House
from bot.staffpost import StaffPost
from cases.calendar import Calendar
from cases.dates import local, local_day
from cases.kinds import Kind, Role
from cases.lifecycle import may
from cases.records import record
from handlers.messages import Outgoing
from handlers.staff_notice import is_quiet
from handlers.staff_reminders import Digest, Listed, Section, digest
from storage import chats, clocks, reminders, staff, timers
from storage.clocks import ClockRow
from storage.outbox import OutboxItem
from storage.reminders import Brief
from storage.session import Session
from storage.staff import StaffRow

_Sections = dict[Section, list[Listed]]


@record(frozen=True, slots=True)
class Morning:
    """When digests go out and what they call soon and still, as the settings say."""

    at: time = time(7, 30)
    soon_days: int = 2
    idle_days: int = 5


@record(frozen=True, slots=True)
class Ready:
    """What one officer or unit is told this morning; None: nothing, which is noted as told."""

    target: str
    out: Outgoing | None


def ready(db: Session, house: House, morning: Morning, now: datetime) -> list[Ready]:
    """The digests that are due and that nobody had yet."""
    # So many new objects make the collector of cycles look through all there are, which stops everybody for a third of
    # a second, again and again. None of them is in a cycle: they are gone when this returns.
    collects = gc.isenabled()
    gc.disable()
    try:
        return _ready(db, house, morning, now)
    finally:
        if collects:
            gc.enable()


def tell(db: Session, house: House, now: datetime, digests: Sequence[Ready]) -> list[OutboxItem]:
    """Post some of them, each once a day."""
    post, today = StaffPost(db, house, now), local_day(now)
    for each in digests:
        if reminders.first_digest(db, today, each.target, now) and each.out is not None:
            post.send(each.target, each.out)
    return post.items


def _ready(db: Session, house: House, morning: Morning, now: datetime) -> list[Ready]:
    here, calendar = local(now), house.laws.of(db).calendar
    today = here.date()
    if here.time() < morning.at or not calendar.status(today).working or is_quiet(now, house.policy):
        return []
    post = StaffPost(db, house, now)
    told = reminders.digested(db, today)
    rooms = [unit for unit in _rooms(post) if f"unit:{unit}" not in told]
    people = _people(post)
    reached = [each for each in sorted(people) if f"officer:{each}" not in told and post.reaches(each)]
    if not rooms and not reached:
        return []
    own, units = _gathered(post, calendar, morning, today)
    found = []
    silent_units = reminders.rooms_gone(db)
    for officer in reached:
        row = people[officer]
        sections = dict(own.get(officer, {}))
        if row.role in ("officer", "confidential"):
            waiting = [each for unit in row.units for each in units.get(unit, {}).get("nobody", ())]
            sections["nobody"] = [each for each in waiting if may(cast(Role, row.role), cast(Kind, each.kind), "take")]
        silent = [people[each].name for each in sorted(post.silent) if each in people and row.role == "admin"]
        gone = [_unit_name(post, unit) for unit in silent_units if row.role == "admin" or unit in row.units]
        found.append(_made(post, f"officer:{officer}", Digest(sections, silent, gone), morning))
    for unit in rooms:
        names = [people[each].name for each in sorted(post.silent) if each in people and unit in people[each].units]
        sections = {name: [e for e in listed if not e.apart] for name, listed in units.get(unit, {}).items()}
        found.append(_made(post, f"unit:{unit}", Digest(sections, names), morning))
    return found


def _people(post: StaffPost) -> dict[str, StaffRow]:
    """Everybody of the staff who is let in."""
    return {row.id: row for row in staff.everybody(post.db) if row.confirmed}


def _rooms(post: StaffPost) -> list[str]:
    """Units with a chat of their own that can be written to."""
    reach = post.house.reach
    found = {chat.unit for chat in chats.everyone(post.db) if not chat.gone and chat.channel in reach.channels}
    return sorted(found.intersection(reach.paths))


def _made(post: StaffPost, target: str, what: Digest, morning: Morning) -> Ready:
    if what.empty:
        return Ready(target, None)
    sort, _, name = target.partition(":")
    unit = _unit_name(post, name) if sort == "unit" else ""
    return Ready(target, digest(post.house.words, what, local_day(post.now), unit=unit, idle_days=morning.idle_days))


def _gathered(
    post: StaffPost, calendar: Calendar, morning: Morning, today: date
) -> tuple[Mapping[str, _Sections], Mapping[str, _Sections]]:
    """What each officer and each unit should hear of this morning."""
    db = post.db
    own: dict[str, _Sections] = defaultdict(lambda: defaultdict(list))
    units: dict[str, _Sections] = defaultdict(lambda: defaultdict(list))

    def put(case: Brief, section: Section, on: date | None = None) -> None:
        listed = Listed(case.code, on, case.kind, case.apart)
        units[case.unit][section].append(listed)
        if case.officer:
            own[case.officer][section].append(listed)

    soon = calendar.add_working_days(today, morning.soon_days)
    running = clocks.near(db, soon)
    briefs = reminders.briefs(db, [clock.case for clock in running])
    for clock in running:
        if (case := briefs.get(clock.case)) is not None:
            put(case, _section(clock, today), clock.due_on)
    still = calendar.working_day_before(today, morning.idle_days)
    climbing = {subject.rpartition(":")[0] for subject in timers.subjects(db, "ack")}
    for each in reminders.open_cases(db):
        if not each.case.officer:
            put(each.case, "nobody")
            top = post.house.reach.path(each.case.unit)[-1]
            if top != each.case.unit and each.case.id not in climbing:
                # Everybody up to the highest unit was told of it, and nobody has it: that unit hears of it with all
                # the others in one message, and on working mornings only.
                units[top]["nobody"].append(Listed(each.case.code, None, each.case.kind, each.case.apart))
        if each.awaits:
            put(each.case, "awaits")
        elif each.case.officer and local_day(each.changed_at) < still:
            put(each.case, "idle")
    for case in reminders.undelivered(db):
        put(case, "call")
    return own, units


def _section(clock: ClockRow, today: date) -> Section:
    """Two clocks: what the committee is late with, and what an authority owes it, are told apart."""
    late = clock.due_on < today
    if clock.whose == "authority":
        return "owed" if late else "owed_soon"
    return "overdue" if late else "today" if clock.due_on == today else "soon"


def _unit_name(post: StaffPost, code: str) -> str:
    unit = post.house.units.by_code(code)
    return unit.name if unit is not None else code
