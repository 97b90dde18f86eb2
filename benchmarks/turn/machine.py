"""The machine under a measure: what processes have cost, how much of it lies idle, and shares of a core."""

from __future__ import annotations

import os
import uuid
from contextlib import suppress
from math import nan
from pathlib import Path
from typing import Final

import psycopg

TICKS: Final = os.sysconf("SC_CLK_TCK")
PERIOD_US: Final = 10_000
"""Whoever has used up their share waits for the rest of this: less than an answer takes."""
_ROOM_V1: Final = Path("/sys/fs/cgroup/cpu")
_ROOM_V2: Final = Path("/sys/fs/cgroup")
_IDLE: Final = slice(3, 5)
"""Of the kinds of time in /proc/stat: nothing to do, and waiting for a disk."""


class NoShares(Exception):
    """the system gives no share of a core here: cgroups with a cpu controller that this user may write are needed"""

    def __str__(self) -> str:
        return str(self.__doc__)


class Core:
    """A small core for one process and all its threads: the system lets them run for a share of each period."""

    def __init__(self, share: float) -> None:
        quota = round(share * PERIOD_US)
        v1 = (_ROOM_V1 / "cgroup.procs").exists()
        self._group = (_ROOM_V1 if v1 else _ROOM_V2) / f"bench-{uuid.uuid4().hex}"
        old = {"cpu.cfs_period_us": f"{PERIOD_US}", "cpu.cfs_quota_us": f"{quota}"}
        limits = old if v1 else {"cpu.max": f"{quota} {PERIOD_US}"}
        try:
            self._group.mkdir()
            for name, limit in limits.items():
                (self._group / name).write_text(limit)
        except OSError as error:
            self.close()
            raise NoShares from error

    def take(self, pid: int) -> None:
        """Let a process run here from now on; so do threads that it starts later."""
        (self._group / "cgroup.procs").write_text(f"{pid}")

    def close(self) -> None:
        """Take the core away, once its process is gone."""
        if self._group.exists():
            self._group.rmdir()


def cpu_seconds(pid: int) -> float:
    """Processor time of a process so far, user and system."""
    return sum(_ticks(pid)[:2]) / TICKS


def server_cpu_seconds(url: str) -> float:
    """The same of all processes of a PostgreSQL on this machine, those that have ended too; nan of one elsewhere."""
    with psycopg.connect(url) as connection:
        [folder] = connection.execute("SHOW data_directory").fetchone() or ("",)
    try:
        first = int(Path(folder, "postmaster.pid").read_text().split()[0])
        running = Path(f"/proc/{first}/task/{first}/children").read_text().split()
    except (FileNotFoundError, PermissionError):
        return nan
    ticks = 0
    for pid in running:
        with suppress(FileNotFoundError, ProcessLookupError):  # it ends now: the first one counts it then
            ticks += sum(_ticks(int(pid)))
    return (ticks + sum(_ticks(first))) / TICKS


def machine_seconds() -> tuple[float, float]:
    """Idle time of all cores so far, and all of their time."""
    kinds = [int(each) for each in Path("/proc/stat").read_text().split("\n", 1)[0].split()[1:9]]
    return sum(kinds[_IDLE]) / TICKS, sum(kinds) / TICKS


def memory_mb(pid: int) -> float:
    """What a process holds in memory (RSS)."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return 0.0


def _ticks(pid: int) -> list[int]:
    """User and system time of a process, then of its children that have ended."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return [int(field) for field in fields[11:15]]
