"""The chores of the clock: timers become turns, chains are sealed, what is over is erased."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, time, timedelta
from typing import Final

from bot import announcing, gathering, reminding
from bot.clock import Job
from bot.mornings import Morning
from bot.settings import Settings
from bot.turn import Turns, without_draft
from bot.upkeep import count_all, seal_all
from storage import audit, detours, mailbox, retention, timers, undelivered
from storage.database import Database
from storage.outbox import OutboxItem
from storage.retention import Terms
from storage.staff import Reach

TIMERS_A_LOOK: Final = 50
SEAL_EVERY: Final = timedelta(minutes=1)
DATES_EVERY: Final = timedelta(minutes=1)
REPORTS_EVERY: Final = timedelta(minutes=1)
SWEEP_EVERY: Final = timedelta(minutes=10)
GATHER_EVERY: Final = timedelta(minutes=1)
FOLD_EVERY: Final = timedelta(minutes=1)


def jobs(
    database: Database,
    turns: Turns,
    settings: Settings,
    reach: Reach,
    hand: Callable[[Sequence[OutboxItem]], None],
) -> list[Job]:
    """Everything that the clock does."""
    kept = settings.retention
    terms = Terms(
        consent_hours=kept.consent_hours,
        draft_days=kept.draft_days,
        inbox_days=kept.inbox_days,
        event_days=kept.event_days,
    )

    notices = settings.notices
    morning = Morning(time.fromisoformat(notices.digest), notices.soon_days, notices.idle_days)

    async def post_timers(now: datetime) -> None:
        while True:
            items = await database.read(timers.due, now, TIMERS_A_LOOK)
            for item in items:
                await turns.timer(item)
            if len(items) < TIMERS_A_LOOK:
                return

    async def dates(now: datetime) -> None:
        hand(await reminding.pass_over(database, turns.house, morning, now))

    async def gather(now: datetime) -> None:
        if await database.read(gathering.is_due, now):
            hand(await database.write(gathering.pass_over, turns.house, now))

    async def reports(now: datetime) -> None:
        zero, month = settings.reports.leading_zero, settings.reports.month
        told = await database.write(announcing.pass_over, turns.house, settings.tree, month, zero, morning.at, now)
        hand(told)

    async def seal(now: datetime) -> None:
        await seal_all(database, now)

    async def reroute(now: datetime) -> None:
        hand(await database.write(detours.reroute, now, reach))

    async def note_late(now: datetime) -> None:
        await database.write(undelivered.note_late, now)

    async def sweep(now: datetime) -> None:
        await database.write(retention.sweep, now, without_draft, terms)
        await database.write(mailbox.purge, now - timedelta(days=kept.event_days))

    async def empty_trash(now: datetime) -> None:
        await turns.empty_trash()

    async def fold(now: datetime) -> None:
        if await database.read(audit.anything_uncounted):
            await count_all(database)

    return [
        Job("timers", timedelta(0), post_timers),
        Job("dates", DATES_EVERY, dates),
        Job("gatherings", GATHER_EVERY, gather),
        Job("reports", REPORTS_EVERY, reports),
        Job("seal", SEAL_EVERY, seal),
        Job("reroute", SEAL_EVERY, reroute),
        Job("late", SEAL_EVERY, note_late),
        Job("trash", SEAL_EVERY, empty_trash),
        Job("sweep", SWEEP_EVERY, sweep),
        Job("fold", FOLD_EVERY, fold),
    ]
