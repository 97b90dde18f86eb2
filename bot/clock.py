"""Time: what hour it is, and the task that posts what has come due: timers, erasures, the sealing of audit chains."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

import structlog

from bot.config_errors import ConfigError, Problem
from bot.settings import Settings, is_loopback
from cases.records import record

Now = Callable[[], datetime]

TEST_CLOCK: Final = "TIENGDAN_TEST_CLOCK"
TICK_SECONDS: Final = 1.0
FAILED_SECONDS: Final = 5.0


def system_now() -> datetime:
    """This moment by the machine's clock."""
    return datetime.now(UTC)


class FileClock:
    """A clock for tests: the moment written in a file, read at each use."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._last = _moment(path.read_text(encoding="utf-8"))

    def __call__(self) -> datetime:
        """The moment in the file; the one before while the file is being written."""
        try:
            self._last = _moment(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return self._last
        return self._last


def clock_for(settings: Settings, environment: Mapping[str, str]) -> Now:
    """The program's clock. Raises ConfigError where a test clock is asked for beside a real vendor."""
    path = environment.get(TEST_CLOCK, "")
    if not path:
        return system_now
    if not all(is_loopback(base) for base in settings.api_bases):
        raise ConfigError([Problem(path, TEST_CLOCK, "test_clock")])
    try:
        return FileClock(Path(path))
    except (OSError, ValueError):
        raise ConfigError([Problem(path, TEST_CLOCK, "test_clock_file")]) from None


@record(frozen=True, slots=True)
class Job:
    """Work that is done again and again; `do` gets the moment it is."""

    name: str
    every: timedelta
    do: Callable[[datetime], Awaitable[object]]


class Clock:
    """Does each job when its time has come. A jump of the clock, either way, makes a job due, never stuck."""

    def __init__(self, jobs: list[Job], *, now: Now, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep) -> None:
        self._jobs = jobs
        self._now = now
        self._sleep = sleep
        self._last: dict[str, datetime] = {}
        self._log = structlog.get_logger()

    async def run(self) -> None:
        """Tick until cancelled."""
        while True:
            await self._sleep(TICK_SECONDS if await self.tick() else FAILED_SECONDS)

    async def tick(self) -> bool:
        """Do what is due now; whether all of it could be done."""
        now = self._now()
        due = [job for job in self._jobs if self._is_due(job, now)]
        results = await asyncio.gather(*(job.do(now) for job in due), return_exceptions=True)
        fine = True
        for job, result in zip(due, results, strict=True):
            if isinstance(result, Exception):
                self._log.error("clock.job_failed", task=job.name, error=result)
                fine = False
            elif isinstance(result, BaseException):
                raise result
            else:
                self._last[job.name] = now
        return fine

    def _is_due(self, job: Job, now: datetime) -> bool:
        last = self._last.get(job.name)
        return last is None or now - last >= job.every or now < last


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text.strip())
    if moment.tzinfo is None:
        raise ValueError(TEST_CLOCK)
    return moment.astimezone(UTC)
