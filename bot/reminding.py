"""The clock's work on dates: nobody misses one unnoticed, nobody is told of one twice, nobody is flooded.

Where a hundred thousand letters are open it is done beside the turns, and written in steps that hold up nobody.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from functools import cache, partial
from typing import Final

from bot import duedates, mornings, standing
from bot.bodies import body_of
from bot.house import House
from bot.mornings import Morning
from bot.staffpost import StaffPost
from bot.views import case_view
from cases.dates import local_day
from cases.records import record
from cases.reminding import EARLIEST_DAYS, Point, days_left, points_by
from handlers.messages import Outgoing
from handlers.staff_notice import is_quiet
from handlers.staff_reminders import Date, Shift, moved, reminder
from handlers.survey import question
from storage import cases, clocks, conversations, days, outbox, reminders, surveys
from storage.database import Database
from storage.outbox import Origin, OutboxItem
from storage.reminders import Noted
from storage.session import Session

SURVEY_SILENCE: Final = timedelta(days=7)
STEP: Final = 100
"""Clocks of one transaction: whoever writes meanwhile waits for a few milliseconds."""
MESSAGES: Final = 20
"""Digests of one transaction."""


async def pass_over(database: Database, house: House, morning: Morning, now: datetime) -> list[OutboxItem]:
    """Everything that dates ask for at this moment: new clocks, a changed calendar, reminders, digests, surveys."""
    posted: list[OutboxItem] = []
    after = ""
    while found := await database.read(clocks.without, after, STEP):
        await database.write(_give, house, found, now)
        after = found[-1]
    if await database.read(_is_counted_otherwise, house):
        posted += await database.write(_recount, house, now)
    for group in await database.read(_due, house, now):
        for first in range(0, len(group.clocks), STEP):
            some = group.clocks[first : first + STEP]
            await database.write(reminders.note, some, group.due_on, group.passed, group.point, now)
    if messages := await database.read(_of_noted, house, now):
        posted += await database.write(_tell, house, messages, now)
    digests = await database.read(mornings.ready, house, morning, now)
    for first in range(0, len(digests), MESSAGES):
        posted += await database.write(mornings.tell, house, now, digests[first : first + MESSAGES])
    if await database.read(_is_silent, house, now):
        posted += await database.write(_surveys, house, now)
    return posted


def _give(db: Session, house: House, found: Sequence[str], now: datetime) -> None:
    """Clocks for letters that have none yet: imported, or filed by an earlier version."""
    for case in found:
        duedates.follow(db, house.laws.of(db), case, now)


# A changed calendar ----------------------------------------------------------------------------------------


def _is_counted_otherwise(db: Session, house: House) -> bool:
    return days.counted_by(db) != house.laws.of(db).name


def _recount(db: Session, house: House, now: datetime) -> list[OutboxItem]:
    """Days off were declared, or a setting changed: what runs is counted anew, and who has it is told."""
    law, post = house.laws.of(db), StaffPost(db, house, now)
    shifts = duedates.recount(db, law, now)
    days.count_by(db, law.name, now)
    told: dict[str, list[Shift]] = defaultdict(list)
    for each in shifts:
        apart = each.case.kind == "to_cao" and bool(each.case.parent)
        holder = post.holder(each.case.officer, each.case.unit, apart=apart)
        told[holder].append(Shift(each.case.code, each.before, each.after))
    for target, mine in sorted(told.items()):
        post.send(target, moved(house.words, sorted(mine, key=lambda shift: shift.after)))
    return post.items


# Reminders -------------------------------------------------------------------------------------------------


@record(frozen=True, slots=True)
class _Group:
    """Clocks that end on one day, of which a point has come. `passed`: points that came before it."""

    clocks: Sequence[str]
    due_on: date
    passed: Sequence[str]
    point: str


def _due(db: Session, house: House, now: datetime) -> list[_Group]:
    """Days of which a point has come that was not told of every clock."""
    if is_quiet(now, house.policy):
        return []
    law, today = house.laws.of(db), local_day(now)
    found = []
    for due_on, whose in clocks.ends(db, today + timedelta(days=EARLIEST_DAYS)):
        points = points_by(due_on, whose, law.calendar, today)
        if points and (untold := reminders.untold(db, due_on, whose, points[-1].name)):
            *passed, last = (point.name for point in points)
            found.append(_Group(untold, due_on, passed, last))
    return found


def _of_noted(db: Session, house: House, now: datetime) -> list[tuple[str, Outgoing]]:
    """One message for each who is to be told of what is noted, however much that is."""
    if is_quiet(now, house.policy):
        return []
    law, today, post = house.laws.of(db), local_day(now), StaffPost(db, house, now)
    # Thousands of letters end on a few days.
    points_of = cache(lambda due_on, whose: {each.name: each for each in points_by(due_on, whose, law.calendar, today)})
    days_to = cache(partial(days_left, law.calendar, today))
    told: dict[str, list[Date]] = defaultdict(list)
    for each in reminders.noted(db):
        point = points_of(each.due_on, each.whose).get(each.point)
        if point is None:
            continue
        days = days_to(each.due_on)
        for target in _targets(post, point, each):
            told[target].append(Date(each.case.code, each.whose, each.rule, each.due_on, days))
    messages = []
    for target, dates in sorted(told.items()):
        dates.sort(key=lambda each: each.due)
        messages.append((target, reminder(house.words, dates, above=target.startswith("above:"))))
    return messages


def _tell(db: Session, house: House, messages: Sequence[tuple[str, Outgoing]], now: datetime) -> list[OutboxItem]:
    """What was noted is told; nothing where that was done meanwhile."""
    post = StaffPost(db, house, now)
    if reminders.tell(db, now):
        for target, out in messages:
            post.send(target, out)
    return post.items


def _targets(post: StaffPost, point: Point, noted: Noted) -> Iterable[str]:
    """Whom this point tells, each once: the officer, the unit's chat, the unit above."""
    case, found = noted.case, []
    # What no group may hear of is told in private to whoever may handle it.
    unit, above = ("apart", "apart") if case.apart else ("unit", "above")
    if "officer" in point.to:
        found.append(post.holder(case.officer, case.unit, apart=case.apart))
    if "unit" in point.to:
        found.append(f"{unit}:{case.unit}")
    if "above" in point.to:
        path = post.house.reach.path(case.unit)
        # Above the highest there is nobody: its own chat has it already.
        found.append(f"{above}:{path[1]}" if len(path) > 1 else f"{unit}:{case.unit}")
    return dict.fromkeys(found)


# Surveys ---------------------------------------------------------------------------------------------------


def _is_silent(db: Session, house: House, now: datetime) -> bool:
    return not is_quiet(now, house.policy) and bool(surveys.silent(db, now - SURVEY_SILENCE))


def _surveys(db: Session, house: House, now: datetime) -> list[OutboxItem]:
    """Who was asked what they think of an outcome, and said nothing for a week, is asked once more and never again."""
    posted = []
    for case, number in surveys.silent(db, now - SURVEY_SILENCE):
        surveys.reminded(db, case, number, now)
        row, home = cases.by_id(db, case), cases.home(db, case)
        chat = conversations.way_to(db, home.conversation, home.owner) if home is not None else None
        if row is None or chat is None:
            continue
        words = house.words
        out = standing.question(db, words, chat, row.language, question(words, case_view(row), again=True))
        standing.remember(db, chat, out)
        # Where the chat is closed it is let go: the first one waits there, and nobody is called for a survey.
        origin = Origin("say", case=case)
        posted.append(outbox.post(db, chat.channel, chat.peer, body_of(out), now, origin=origin))
    return posted
