"""The work list of an officer: its groups with their counts, one page of fifty, and the search."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Final

from bot.house import UnitTree
from bot.views import case_view
from bot.web.casework import LONGEST_LINE, Line, line_of
from cases.dates import local_day
from cases.kinds import KINDS
from cases.records import record
from handlers.effects import Audit, Effect
from handlers.ports import Officer, World
from handlers.staff_rights import permits
from storage import search, worklist
from storage.cases import CaseRow, by_id
from storage.session import Session
from storage.undelivered import cases_waiting
from storage.worklist import PAGE

GROUPS: Final = ("", "overdue", "today", "mine", "free", "call", "done")
"""The unit's open letters, and what they are narrowed to; `call` are those whose news
did not reach its sender, `done` those with an outcome, uncounted."""
MOST_PAGES: Final = 2_000


@record(frozen=True, slots=True)
class ListPage:
    """One page of one group. `units` are the ones to choose from; `unit` the chosen one or ""."""

    lines: Sequence[Line]
    group: str
    counts: Mapping[str, int]
    unit: str
    units: Sequence[tuple[str, str]]
    number: int
    last: int
    """The number of the last page; of `done`, the next page if there may be one."""


@record(frozen=True, slots=True)
class Finding:
    """What a search found, how, how many letters were read for it, and where to go on (0: nowhere)."""

    lines: Sequence[Line]
    how: str
    read: int = 0
    onward: int = 0


def show(world: World, db: Session, tree: UnitTree, officer: Officer, group: str, unit: str, number: int) -> ListPage:
    """A page of the work list."""
    below = tree.below(officer.units)
    chosen = unit if unit in below else ""
    units = tree.below([chosen]) if chosen else below
    today = local_day(world.now)
    found = worklist.counts(db, units, officer.id, today)
    counts = {
        "": found.waiting,
        "overdue": found.overdue,
        "today": found.today,
        "mine": found.mine,
        "free": found.free,
    }
    calls = _lines(world, officer, [row for case in cases_waiting(db, units, PAGE) if (row := by_id(db, case))])
    if calls:
        counts["call"] = len(calls)
    group = group if group in GROUPS else ""
    last = 1 if group == "call" else max(1, -(-counts[group] // PAGE)) if group in counts else MOST_PAGES
    number = min(max(1, number), last)
    rows = _rows(db, units, group, officer, today, (number - 1) * PAGE) if counts.get(group, group != "call") else []
    if group == "done":
        last = number + 1 if len(rows) == PAGE else number
    lines = calls if group == "call" else _lines(world, officer, rows)
    names = [(code, _name(world, code)) for code in below] if len(below) > 1 else []
    return ListPage(lines, group, counts, chosen, names, number, last)


def find(
    world: World, db: Session, tree: UnitTree, officer: Officer, typed: str, *, strong: bool
) -> tuple[Finding, tuple[Effect, ...]]:
    """Letters by code or part of one, else by the exact name or number of their sender.

    Who sent a letter is found only by who may open it; of a denunciation, after the second step (`strong`).
    """
    typed = typed[:LONGEST_LINE]
    units = tree.below(officer.units)
    rows = search.by_code(db, units, typed)
    if rows:
        return Finding(_lines(world, officer, rows), "code"), ()
    rows = [
        row
        for row in search.by_person(db, units, typed)
        if permits(world, officer, case_view(row), "read_person") and (row.kind != "to_cao" or strong)
    ]
    lines = _lines(world, officer, rows)
    return Finding(lines, "person"), tuple(Audit(line.case.id, "found", officer.id, {"by": "person"}) for line in lines)


def find_words(
    world: World, db: Session, tree: UnitTree, officer: Officer, words: str, skip: int
) -> tuple[Finding, tuple[Effect, ...]]:
    """Letters that hold these words, among the newest ones after `skip`; each that is found is written down."""
    words = words[:LONGEST_LINE]
    # Who looks for words on the page reads no denunciation by it, whatever their role.
    plain = [kind for kind in KINDS if kind != "to_cao"]
    scan = search.by_words(db, tree.below(officer.units), plain, words, skip=skip)
    rows = [row for row in scan.found if permits(world, officer, case_view(row), "read_text")]
    lines = _lines(world, officer, rows)
    onward = skip + scan.read if scan.more else 0
    effects = tuple(Audit(line.case.id, "found", officer.id, {"words": words}) for line in lines)
    return Finding(lines, "words", skip + scan.read, onward), effects


def _rows(db: Session, units: Sequence[str], group: str, officer: Officer, today: date, skip: int) -> list[CaseRow]:
    if group == "call":
        return []
    if group == "done":
        return worklist.done(db, units, me=officer.id, skip=skip)
    narrowed: dict[str, Any] = {
        "overdue": {"until": today - timedelta(days=1)},
        "today": {"since": today, "until": today},
        "mine": {"officer": officer.id},
        "free": {"officer": ""},
    }
    return worklist.page(db, units, me=officer.id, skip=skip, **narrowed.get(group, {}))


def _lines(world: World, officer: Officer, rows: Sequence[CaseRow]) -> list[Line]:
    cases = (case_view(row) for row in rows)
    return [line_of(world, officer, case) for case in cases if permits(world, officer, case, "see")]


def _name(world: World, code: str) -> str:
    unit = world.units.by_code(code)
    return unit.name if unit else code
