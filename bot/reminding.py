"""The clock's work on dates: nobody misses one unnoticed, nobody is told of one twice, nobody is flooded."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Final, cast

from bot import duedates, standing
from bot.bodies import body_of
from bot.house import House
from bot.law import Law
from bot.views import case_view
from cases.calendar import Calendar
from cases.dates import local, local_day
from cases.kinds import Kind, Role
from cases.lifecycle import may
from cases.reminding import EARLIEST_DAYS, Point, days_left, points_by
from handlers.messages import Outgoing
from handlers.staff_notice import after_quiet
from handlers.staff_reminders import Date, Digest, Listed, Section, Shift, digest, moved, reminder
from handlers.survey import question
from storage import cases, clocks, conversations, days, outbox, reminders, staff, surveys, timers
from storage.clocks import ClockRow
from storage.outbox import Origin, OutboxItem
from storage.reminders import Brief
from storage.session import Session
from storage.staff import StaffRow

SURVEY_SILENCE: Final = timedelta(days=7)
PLAIN: Final = "khac"
"""Codes and days of any letter: as a notice they go to whoever gets those of the plainest kind."""


@dataclass(frozen=True, slots=True)
class Morning:
    """When digests go out and what they call soon and still, as the settings say."""

    at: time = time(7, 30)
    soon_days: int = 2
    idle_days: int = 5


@dataclass(slots=True)
class _Post:
    """Where messages to officers and units are put; an officer who cannot be reached is stood in for by the unit."""

    db: Session
    house: House
    now: datetime
    silent: frozenset[str]
    items: list[OutboxItem] = field(default_factory=list)

    def officer(self, officer: str, out: Outgoing) -> None:
        item = outbox.to_officer(self.db, officer, body_of(out), self.now, self.house.reach)
        self.items += [item] if item is not None else []

    def unit(self, unit: str, out: Outgoing, kind: str = PLAIN) -> None:
        origin = Origin("notice", unit=unit, kind=kind)
        self.items += outbox.notify(
            self.db, body_of(out), self.now, self.house.reach, slot="", edit=False, origin=origin
        )

    def reaches(self, officer: str) -> bool:
        if not officer or officer in self.silent:
            return False
        row = staff.get(self.db, officer)
        chat = staff.can_be_told(self.db, officer, self.house.reach, self.now)
        return row is not None and row.confirmed and chat is not None


_Sections = dict[Section, list[Listed]]


@dataclass(frozen=True, slots=True)
class Outlook:
    """What dates ask for, read before anything is written: of a hundred thousand open letters that takes seconds, in
    which nobody else could write. `due`: clocks of which somebody was not told; `own`, `units`: what each officer and
    each unit should hear of this morning, None where everybody has."""

    due: Sequence[ClockRow]
    digests: tuple[Mapping[str, _Sections], Mapping[str, _Sections]] | None


def look(db: Session, house: House, morning: Morning, now: datetime) -> Outlook:
    """What dates ask for at this moment."""
    law, post = house.laws.of(db), _post_of(db, house, now)
    return Outlook(_due(post, law), _for_digests(post, law, morning))


def pass_over(
    db: Session, house: House, morning: Morning, now: datetime, outlook: Outlook | None = None
) -> list[OutboxItem]:
    """Everything that dates ask for at this moment: new clocks, a changed calendar, reminders, digests."""
    law, post = house.laws.of(db), _post_of(db, house, now)
    duedates.catch_up(db, law, now)
    if _recount(post, law) or outlook is None:
        outlook = look(db, house, morning, now)
    _remind(post, law, outlook.due)
    if outlook.digests is not None:
        _digests(post, morning, *outlook.digests)
    _surveys(post)
    return post.items


def _post_of(db: Session, house: House, now: datetime) -> _Post:
    return _Post(db, house, now, frozenset(officer for officer, _ in staff.unreachable(db)))


def _surveys(post: _Post) -> None:
    """Who was asked what they think of an outcome, and said nothing for a week, is asked once more and never again."""
    if _is_quiet(post):
        return
    for case, number in surveys.silent(post.db, post.now - SURVEY_SILENCE):
        surveys.reminded(post.db, case, number, post.now)
        row, home = cases.by_id(post.db, case), cases.home(post.db, case)
        chat = conversations.way_to(post.db, home.conversation, home.owner) if home is not None else None
        if row is None or chat is None:
            continue
        words = post.house.words
        out = standing.question(post.db, words, chat, row.language, question(words, case_view(row), again=True))
        standing.remember(post.db, chat, out)
        # Where the chat is closed it is let go: the first one waits there, and nobody is called for a survey.
        origin = Origin("say", case=case)
        post.items.append(outbox.post(post.db, chat.channel, chat.peer, body_of(out), post.now, origin=origin))


# A changed calendar ----------------------------------------------------------------------------------------


def _recount(post: _Post, law: Law) -> bool:
    """Days off were declared, or a setting changed: what runs is counted anew, and who has it is told. Whether so."""
    before = days.counted_by(post.db)
    if before == law.name:
        return False
    shifts = duedates.recount(post.db, law, post.now)
    days.count_by(post.db, law.name, post.now)
    told: dict[str, list[Shift]] = defaultdict(list)
    for each in shifts:
        apart = each.case.kind == "to_cao" and bool(each.case.parent)
        holder = _holder(post, each.case.officer, each.case.unit, apart=apart)
        told[holder].append(Shift(each.case.code, each.before, each.after))
    for target, mine in sorted(told.items()):
        _send(post, target, moved(post.house.words, sorted(mine, key=lambda shift: shift.after)))
    return True


# Reminders -------------------------------------------------------------------------------------------------


def _due(post: _Post, law: Law) -> list[ClockRow]:
    """Clocks of which a point has come that was not told."""
    if _is_quiet(post):
        return []
    today = local_day(post.now)
    known = reminders.known(post.db)

    def is_untold(clock: ClockRow) -> bool:
        points = points_by(clock.due_on, clock.whose, law.calendar, today)
        return bool(points) and (clock.id, clock.due_on.isoformat(), points[-1].name) not in known

    return [clock for clock in clocks.near(post.db, today + timedelta(days=EARLIEST_DAYS)) if is_untold(clock)]


def _remind(post: _Post, law: Law, due: Sequence[ClockRow]) -> None:
    today = local_day(post.now)
    told: dict[str, list[Date]] = defaultdict(list)
    briefs = reminders.briefs(post.db, [clock.case for clock in due])
    for clock in due:
        case = briefs.get(clock.case)
        # What was done about it since it was read is not for now.
        if case is None or clock not in clocks.of_case(post.db, clock.case):
            continue
        point = _untold(post, law.calendar, clock, today)
        if point is None:
            continue
        line = Date(case.code, clock.whose, clock.rule, clock.due_on, days_left(law.calendar, today, clock.due_on))
        for target in _targets(post, point, case):
            told[target].append(line)
    for target, dates in sorted(told.items()):
        dates.sort(key=lambda each: each.due)
        _send(post, target, reminder(post.house.words, dates, above=target.startswith("above:")))


def _untold(post: _Post, calendar: Calendar, clock: ClockRow, today: date) -> Point | None:
    """The last point that has come, if it was not told; those before it are passed by and never told."""
    points = points_by(clock.due_on, clock.whose, calendar, today)
    if not points:
        return None
    for point in points[:-1]:
        reminders.add(post.db, clock.id, clock.due_on, point.name, post.now, told=False)
    last = points[-1]
    new = reminders.add(post.db, clock.id, clock.due_on, last.name, post.now, told=True)
    return last if new else None


def _targets(post: _Post, point: Point, case: Brief) -> Iterable[str]:
    """Whom this point tells, each once: the officer, the unit's chat, the unit above."""
    found = []
    # What no group may hear of is told in private to whoever may handle it.
    unit, above = ("apart", "apart") if case.apart else ("unit", "above")
    if "officer" in point.to:
        found.append(_holder(post, case.officer, case.unit, apart=case.apart))
    if "unit" in point.to:
        found.append(f"{unit}:{case.unit}")
    if "above" in point.to:
        path = post.house.reach.path(case.unit)
        # Above the highest there is nobody: its own chat has it already.
        found.append(f"{above}:{path[1]}" if len(path) > 1 else f"{unit}:{case.unit}")
    return dict.fromkeys(found)


# Digests ---------------------------------------------------------------------------------------------------


def _for_digests(
    post: _Post, law: Law, morning: Morning
) -> tuple[Mapping[str, _Sections], Mapping[str, _Sections]] | None:
    here = local(post.now)
    today = here.date()
    if here.time() < morning.at or not law.calendar.status(today).working or _is_quiet(post):
        return None
    told = reminders.digested(post.db, today)
    people = (f"officer:{officer}" for officer in _people(post) if post.reaches(officer))
    if told.issuperset(people) and told.issuperset(f"unit:{unit}" for unit in _rooms(post)):
        return None
    return _gathered(post, law, morning, today)


def _people(post: _Post) -> dict[str, StaffRow]:
    """Everybody of the staff who is let in."""
    return {row.id: row for row in staff.everybody(post.db) if row.confirmed}


def _rooms(post: _Post) -> list[str]:
    """Units with a chat of their own."""

    def has_room(unit: str) -> bool:
        routes = staff.routes(post.db, unit, PLAIN, post.house.reach, post.now)
        return any(route.unit == unit and not route.officer for route in routes)

    return [unit for unit in sorted(post.house.reach.paths) if has_room(unit)]


def _digests(post: _Post, morning: Morning, own: Mapping[str, _Sections], units: Mapping[str, _Sections]) -> None:
    """One message a working morning to each officer and each unit that has something to hear."""
    today, people = local_day(post.now), _people(post)
    silent_units = reminders.rooms_gone(post.db)
    for officer, row in sorted(people.items()):
        if not post.reaches(officer):
            continue
        sections = dict(own.get(officer, {}))
        if row.role in ("officer", "confidential"):
            waiting = [each for unit in row.units for each in units.get(unit, {}).get("nobody", ())]
            sections["nobody"] = [each for each in waiting if may(cast(Role, row.role), cast(Kind, each.kind), "take")]
        silent = [people[each].name for each in sorted(post.silent) if each in people and row.role == "admin"]
        rooms = [_unit_name(post, unit) for unit in silent_units if row.role == "admin" or unit in row.units]
        _post_digest(post, f"officer:{officer}", Digest(sections, silent, rooms), today, morning)
    for unit in _rooms(post):
        names = [people[each].name for each in sorted(post.silent) if each in people and unit in people[each].units]
        sections = {name: [e for e in listed if not e.apart] for name, listed in units.get(unit, {}).items()}
        _post_digest(post, f"unit:{unit}", Digest(sections, names), today, morning)


def _post_digest(post: _Post, target: str, what: Digest, today: date, morning: Morning) -> None:
    if not reminders.first_digest(post.db, today, target, post.now) or what.empty:
        return
    sort, _, name = target.partition(":")
    unit = _unit_name(post, name) if sort == "unit" else ""
    out = digest(post.house.words, what, today, unit=unit, idle_days=morning.idle_days)
    _send(post, target, out)


def _gathered(
    post: _Post, law: Law, morning: Morning, today: date
) -> tuple[Mapping[str, _Sections], Mapping[str, _Sections]]:
    """What each officer and each unit should hear of this morning."""
    db, calendar = post.db, law.calendar
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


# Small things ----------------------------------------------------------------------------------------------


def _holder(post: _Post, officer: str, unit: str, *, apart: bool) -> str:
    if post.reaches(officer):
        return f"officer:{officer}"
    return f"apart:{unit}" if apart else f"unit:{unit}"


def _send(post: _Post, target: str, out: Outgoing) -> None:
    sort, _, name = target.partition(":")
    if sort == "officer":
        post.officer(name, out)
    else:
        post.unit(name, out, staff.APART if sort == "apart" else PLAIN)


def _unit_name(post: _Post, code: str) -> str:
    unit = post.house.units.by_code(code)
    return unit.name if unit is not None else code


def _is_quiet(post: _Post) -> bool:
    return after_quiet(post.now, post.house.policy) != post.now
