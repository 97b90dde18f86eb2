"""The chores of channels with windows and grants: people are asked before a chat closes, admins told of a grant."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

import structlog

from bot.bodies import body_of
from bot.clock import Job
from bot.house import House
from bot.turn import Turns
from cases.dates import local, local_day
from handlers.messages import Outgoing
from handlers.undelivered import CLOSING
from storage import grants, outbox, staff, timers, windows
from storage.database import Database
from storage.grants import Standing
from storage.outbox import OutboxItem
from storage.session import Session

LOOK_EVERY: Final = timedelta(minutes=10)
ASK_BEFORE: Final = timedelta(hours=24)
WARN_BEFORE: Final = timedelta(days=14)
WAKING_HOURS: Final = range(7, 21)
"""Nobody is asked at night how they wish to be reached."""
PURGE_EVERY: Final = timedelta(days=1)


def window_jobs(
    database: Database, turns: Turns, house: House, hand: Callable[[Sequence[OutboxItem]], None]
) -> list[Job]:
    """What the clock does for such channels; nothing where none runs."""
    if not house.windows:
        return []

    async def ask(now: datetime) -> None:
        if local(now).hour in WAKING_HOURS:
            await database.write(_ask, now)

    async def look_at_grants(now: datetime) -> None:
        hand(await database.write(tell_of_grants, house, now))

    async def purge(now: datetime) -> None:
        await database.write(windows.purge, now)

    return [
        Job("windows", LOOK_EVERY, ask),
        Job("grants", LOOK_EVERY, look_at_grants),
        Job("windows_purge", PURGE_EVERY, purge),
    ]


def problem_of(standing: Standing, now: datetime) -> str:
    """What is wrong with a grant: `lost`, `ending`, or ""."""
    if standing.problem or standing.ends_at <= now:
        return "lost"
    return "ending" if standing.ends_at - now <= WARN_BEFORE else ""


def tell_of_grants(db: Session, house: House, now: datetime) -> list[OutboxItem]:
    """Tell every admin, once a day, of a grant that is lost or about to end; the messages posted."""
    posted: list[OutboxItem] = []
    for standing in grants.standings(db):
        problem = problem_of(standing, now)
        if not problem or not grants.told(db, standing.channel, local_day(now).isoformat()):
            continue
        days = max((standing.ends_at - now).days, 0)
        structlog.get_logger().error("grant.alarm", channel=standing.channel, problem=problem, days=days)
        # On the channel whose grant is lost nobody can be told.
        ways = house.channels - {standing.channel} if problem == "lost" else house.channels
        reach = replace(house.reach, channels=ways)
        for person in staff.everybody(db):
            if person.role != "admin" or not person.confirmed:
                continue
            body = body_of(Outgoing(house.words.say(f"grant-{problem}", "vi", days=days), urgent=True, machine=True))
            item = outbox.to_officer(db, person.id, body, now, reach)
            posted += [item] if item is not None else []
    return posted


def _ask(db: Session, now: datetime) -> None:
    for each in windows.closing(db, now, ASK_BEFORE):
        if windows.asked(db, each.lane, now):
            timers.set(db, CLOSING, each.conversation, now, each.conversation)
