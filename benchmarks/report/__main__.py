"""`make bench-report`: the report of any days over a million letters, beside SQL over the same tallies."""

from __future__ import annotations

import argparse
import asyncio
import importlib.util
import json
import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date
from itertools import islice
from pathlib import Path
from statistics import median
from typing import Final

from benchmarks.report.letters import FIRST, YEARS, letters, tree, write
from benchmarks.turn.subjects import PEERS_PYTHON
from cases.counts import Counts
from cases.kindred import NO_KIN
from cases.ledger import unpacked
from cases.margins import Margin
from cases.periods import Period, parse
from cases.tallied import tallied
from storage import counts as stored
from storage import tallies
from storage.database import Database
from storage.session import Session
from storage.vault import Vault, make_keys

PART: Final = 20_000
TODAY: Final = date(FIRST.year + YEARS + 1, 1, 1)
TIMES: Final = 7
ASKED: Final = (
    ("a month", "2025-10", "civil"),
    ("the state's month", "2025-10", "state"),
    ("37 odd days", "2024-05-09..2024-06-14", "civil"),
    ("nine months", "2025-9M", "state"),
    ("a year", "2025", "civil"),
    ("an early year", "2018", "state"),
    ("a year and a half", "2023-03-07..2024-09-20", "civil"),
    ("three years", "2022-01-01..2024-12-31", "civil"),
    ("all ten years", "2016-01-01..2025-12-31", "civil"),
)
SPLITS: Final = ("''", "unit", "kind", "topic", "channel")
"""What the raw SQL adds up by: the splits that every report shows."""


async def made(folder: Path, number: int) -> Database:
    """A database of so many letters, counted."""
    database = await Database.open(f"sqlite:///{folder}/letters.db", Vault(make_keys()))
    await database.write(lambda db: db.script("PRAGMA cache_size = -200000"))
    source = letters(number)
    began = time.process_time()
    while part := list(islice(source, PART)):
        await database.write(write, part)
    print(f"  {number:,} letters written in {time.process_time() - began:.0f} s", flush=True)
    began = time.process_time()
    while await database.write(tallies.fold, PART):
        pass
    print(f"  counted for the first time in {time.process_time() - began:.0f} s", flush=True)
    return database


def plain_tally(db: Session) -> int:
    """The tallies as a plain table with an index that covers the sums, to compare with."""
    db.script(
        "CREATE TABLE plain (day text, unit text, kind text, topic text, channel text, figure text, number integer)"
    )
    _, lexicon = tallies.entries(db, FIRST, FIRST, TODAY)
    entries = unpacked([bytes(row["body"]) for row in db.run("tallies_later", month="9", upto=0)])
    words = {name: lexicon.words(name) for name in ("mark", "unit", "kind", "topic", "channel")}
    total = 0
    for start in range(0, len(entries), PART):
        rows = []
        for times, what in entries[start : start + PART].tolist():
            values = (
                date.fromordinal(times >> 20 & 0xFFFFF).isoformat(),
                words["unit"][what >> 24 & 0xFFFF],
                words["kind"][what >> 16 & 0xFF],
                words["topic"][what >> 8 & 0xFF],
                words["channel"][what & 0xFF],
                words["mark"][what >> 40].rpartition(" ")[0] or words["mark"][what >> 40],
            )
            rows.append((*values, times >> 40))
        db._connection.executemany("INSERT INTO plain VALUES (?, ?, ?, ?, ?, ?, ?)", rows)  # type: ignore[attr-defined]
        total += len(rows)
    db.script("CREATE INDEX plain_all ON plain (day, figure, unit, kind, topic, channel, number)")
    return total


def raw(db: Session, period: Period, splits: tuple[str, ...] = SPLITS) -> None:
    """The sums of a report's splits in SQL over the plain tally: without stocks, checks, matters or persons."""
    first, last = period.first.isoformat(), period.last.isoformat()
    for by in splits:
        db._connection.execute(  # type: ignore[attr-defined]
            f"SELECT {by}, figure, SUM(number) FROM plain WHERE day BETWEEN ? AND ? GROUP BY {by}, figure",
            (first, last),
        ).fetchall()


def on_cases(db: Session, period: Period) -> None:
    """One split of the letters received, in SQL over the letters."""
    db._connection.execute(  # type: ignore[attr-defined]
        "SELECT kind, COUNT(*) FROM cases WHERE received_on BETWEEN ? AND ? GROUP BY kind",
        (period.first.isoformat(), period.last.isoformat()),
    ).fetchall()


def ours(db: Session, period: Period, *, behind: bool, deep: bool = False) -> Counts:
    """Every figure of a report and its checks; `behind`: by matter and by person, `deep`: by several marks, too."""
    margins: list[Margin] = []
    if deep:
        entries, lexicon = tallies.entries(db, period.first, period.last, TODAY)
    else:
        entries, margins, lexicon = tallies.ready(db, period.first, period.last, TODAY)
    kin = tallies.kin(db, period.first, period.last, lexicon) if behind else NO_KIN
    told = stored.registers(db, period.first.isoformat(), period.last.isoformat())
    faults = tallies.faults(db)
    counts = tallied(entries, lexicon, kin, period, tree(), "TP", told, faults, margins=margins)
    assert not counts.failed
    return counts


def took(work: Callable[[], object], times: int = TIMES) -> float:
    """Milliseconds, half of the tries being faster."""
    work()
    found = []
    for _ in range(times):
        began = time.process_time()
        work()
        found.append(1000 * (time.process_time() - began))
    return median(found)


def by_pandas(path: Path) -> list[float | None]:
    """What pandas takes for each of the periods, once it has loaded everything; nothing where it is not installed."""
    periods = [parse(text, calendar) for _, text, calendar in ASKED]
    asked = json.dumps([[period.first.isoformat(), period.last.isoformat()] for period in periods])
    command = [str(PEERS_PYTHON), "-m", "benchmarks.report.frames", str(path)]
    try:
        done = subprocess.run(command, input=asked, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        print("  pandas is not compared: make .venv-bench/.installed")
        return [None] * len(periods)
    found = json.loads(done.stdout)
    print(f"  pandas {found['version']} loaded the plain tally in {found['load']:.0f} ms", flush=True)
    return list(found["periods"])


def measure(db: Session, frames: Sequence[float | None]) -> None:
    """A line for each of the periods."""
    heads = ("letters", "report", "+ behind", "all rows", "raw SQL", "1 split", "cases", "pandas")
    print(" " * 22 + "".join(f"{head:>10}" for head in heads))
    for (name, text, calendar), frame in zip(ASKED, frames, strict=True):
        period = parse(text, calendar)
        counts = ours(db, period, behind=False)
        numbers = (
            took(lambda p=period: ours(db, p, behind=False)),  # type: ignore[misc]
            took(lambda p=period: ours(db, p, behind=True)),  # type: ignore[misc]
            took(lambda p=period: len(ours(db, p, behind=True, deep=True).figures), 1),  # type: ignore[misc]
            took(lambda p=period: raw(db, p), 3),  # type: ignore[misc]
            took(lambda p=period: raw(db, p, ("kind",)), 3),  # type: ignore[misc]
            took(lambda p=period: on_cases(db, p), 3),  # type: ignore[misc]
        )
        line = "".join(f"{number:>10.1f}" for number in numbers)
        beside = f"{frame:>10.1f}" if frame is not None else f"{'-':>10}"
        print(f"  {name:20}{counts.value('total'):>10,}{line}{beside}", flush=True)
    print(
        "  in milliseconds of processor time. report: every figure by letter, proven · + behind: by matter and person,"
    )
    print(
        "  too · all rows: made into the rows of json · raw SQL: five splits over a plain tally with a covering index ·"
    )
    print("  1 split: by kind alone · cases: letters received by kind, over the letters · pandas: the five splits in")
    print("  memory, loading apart")


async def run(folder: Path, number: int) -> None:
    database = await made(folder, number)
    try:
        rows = await database.write(plain_tally)
        print(f"  {rows:,} rows in the plain tally to compare with", flush=True)
        await database.read(measure, by_pandas(folder / "letters.db"))
    finally:
        await database.close()


def main() -> None:
    parser = argparse.ArgumentParser(prog="make bench-report", description=__doc__)
    parser.add_argument("--letters", type=int, default=1_000_000)
    given = parser.parse_args()
    print(f"Reports over {given.letters:,} letters of {YEARS} years on SQLite")
    with tempfile.TemporaryDirectory(dir=".") as folder:
        asyncio.run(run(Path(folder), given.letters))
    if importlib.util.find_spec("pandas") is None:
        print("  pandas is not installed: not compared")


if __name__ == "__main__":
    main()
