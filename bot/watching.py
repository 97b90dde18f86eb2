"""Watching: brings the figures of the machine up to date with the database, no more often than makes sense."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from bot.metrics import Metrics
from cases.dates import local_day
from storage import watching
from storage.database import Database
from storage.errors import outages
from storage.watching import Sight

LOOK_SECONDS: Final = 5.0
"""However often somebody asks, the database is looked at no more often."""
PROVEN_SECONDS: Final = 1.0
"""However often somebody asks, no more is written to find out whether it can be."""
PATIENCE_SECONDS: Final = 3.0
"""A write that takes longer than this is none: who asks has a limit of their own, and a vendor would have gone."""


class Watch:
    """Looks at the database for `/metrics` and `/readyz`."""

    def __init__(
        self, database: Database, metrics: Metrics, now: Callable[[], datetime], acknowledge_minutes: int
    ) -> None:
        self._database = database
        self._metrics = metrics
        self._now = now
        self._patience = timedelta(minutes=acknowledge_minutes)
        self._looked_at = 0.0
        self._lock = asyncio.Lock()
        self._proof: asyncio.Task[bool] | None = None
        self._proved_at = 0.0

    async def refresh(self) -> None:
        """Bring the figures up to date; a database that does not answer is a figure too."""
        async with self._lock:
            if time.monotonic() - self._looked_at < LOOK_SECONDS:
                return
            try:
                self._show(await self.look())
                self._metrics.database_up.set(await self.keeps())
            except outages():
                self._metrics.database_up.set(0)
            self._looked_at = time.monotonic()

    async def keeps(self) -> bool:
        """Whether the database keeps what is given to it now: full disks, locks and standby servers can be read."""
        if self._proof is None or (
            self._proof.done() and not (self._proof.result() and time.monotonic() - self._proved_at < PROVEN_SECONDS)
        ):
            self._proof = asyncio.create_task(self._prove())
        await asyncio.wait({self._proof}, timeout=PATIENCE_SECONDS)
        return self._proof.done() and self._proof.result()

    async def look(self) -> Sight:
        """How things stand now. Raises what the database raises."""
        began = time.monotonic()
        now = self._now()
        sight = await self._database.read(watching.look, now, local_day(now), self._patience)
        self._metrics.database_seconds.observe(time.monotonic() - began)
        return sight

    async def _prove(self) -> bool:
        try:
            await self._database.write(watching.prove)
        except outages():
            return False
        self._proved_at = time.monotonic()
        return True

    def _show(self, sight: Sight) -> None:
        figures = self._metrics
        for state in ("due", "dead", "unrouted"):
            figures.outbox.labels(state).set(getattr(sight, state))
        for queue, age in (
            ("outbox", sight.outbox_age),
            ("files", sight.fetch_age),
            ("timers", sight.timer_age),
            ("porch", sight.porch_age),
        ):
            figures.queue_age.labels(queue).set(age)
        figures.set_aside.set(sight.set_aside)
        figures.unacknowledged.set(sight.unacknowledged)
        figures.overdue.set(sight.overdue)
        figures.backup_age.set(float("inf") if sight.backup_age is None else sight.backup_age)
