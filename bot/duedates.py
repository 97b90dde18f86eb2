"""The clocks of a case follow what happens to it: the committee's own, then the authority's, by the law of the day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Final

from bot.law import Law
from cases.actors import MACHINE
from cases.chasing import ANSWERS, TOLD, reply_due
from cases.dates import local_day
from cases.deadlines import DeadlineError, due, end_of, first, rule_of
from cases.kinds import OPEN_STATUSES
from cases.records import record
from storage import audit, cases, clocks
from storage.cases import CaseRow, NewCase
from storage.clocks import ClockRow
from storage.session import Session

WATCHED: Final = frozenset({"forwarded", "urged", "reminded", "escalated"})
"""While a letter stands here an authority owes an answer."""


OWN: Final = "own_matter"
"""A matter of the Front's own organisation: what the law asks of whoever took it up it asks of the committee."""
MEETS: Final[Mapping[str, tuple[str, ...]]] = {"accepted": ("forwarded",), "decided": ("forwarded", "accepted")}
"""What has happened meets the clocks that earlier events began."""
RUNS_ON: Final = frozenset({"to-cao-inform-sender"})
"""The report back to the Front (Luật Tố cáo Art 26(2)) is owed whatever else was done: only its coming ends it."""


@record(frozen=True, slots=True)
class Moved:
    """A clock that ends on another day since the calendar or the rules changed."""

    case: CaseRow
    rule: str
    whose: str
    before: date
    after: date


def opened(db: Session, law: Law, new: NewCase) -> None:
    """Begin the clock of a case that this transaction opened: what `follow` does, which would read it all again."""
    on = local_day(new.received_at)
    try:
        own = first(new.kind, on, anonymous=new.anonymous, calendar=law.calendar, rules=law.rules)
    except DeadlineError:
        # A letter from before any rule (an old register): nothing runs for it.
        return
    clocks.start(db, new.id, own.rule, "front", new.kind, on, own.on, {})
    if (own.rule, own.on.isoformat()) != (new.due_rule, new.due_on):
        clocks.set_own_date(db, new.id, own.on, own.rule)


def follow(db: Session, law: Law, case: str, now: datetime) -> None:
    """Bring the clocks of a case in line with where it stands now; doing it twice changes nothing.

    A case that waits for the committee has the committee's clock, counted from its receipt or last reopening; a
    forwarded one the authority's, counted from the day it was sent.
    """
    row = cases.by_id(db, case)
    if row is None:
        return
    wanted = {(rule, on): end for rule, on, end in _wanted(db, law, row)}
    known = clocks.of_case(db, case)
    for clock in known:
        if clock.state == "open" and not _still(clock, row, wanted):
            clocks.end(db, clock.id, _state_after(clock, row), row.outcome_on or local_day(now))
    whose = "authority" if row.status in WATCHED else "front"
    for (rule, started_on), end in wanted.items():
        clocks.start(db, case, rule, whose, row.kind, started_on, end, {})
    if row.status in OPEN_STATUSES:
        # One that is known and did not end keeps the day to which it was moved.
        moved = {(clock.rule, clock.started_on): clock.due_on for clock in known if clock.state != "void"}
        for (rule, started_on), end in wanted.items():
            due_on = moved.get((rule, started_on), end)
            if (rule, due_on) != (row.due_rule, row.due_on):
                clocks.set_own_date(db, case, due_on, rule)
    if row.status in WATCHED:
        _owe(db, law, case)


def recount(db: Session, law: Law, now: datetime) -> list[Moved]:
    """Count every running clock anew by this law; each that ends on another day is changed and written down."""
    moved: list[Moved] = []
    for clock in _all_running(db):
        rule = rule_of(clock.rule, clock.started_on, law.rules)
        if rule is None:
            continue
        after = end_of(rule, clock.started_on, calendar=law.calendar, added=clock.added, stopped=clock.stopped)
        row = cases.by_id(db, clock.case)
        if after == clock.due_on or row is None:
            continue
        _put(db, clock, after)
        if clock.whose == "front" and row.status in OPEN_STATUSES:
            clocks.set_own_date(db, clock.case, after, clock.rule)
        _owe(db, law, clock.case)
        days = {"from": clock.due_on.isoformat(), "to": after.isoformat(), "rule": clock.rule}
        audit.append(db, clock.case, "due_changed", MACHINE, now, days)
        moved.append(Moved(row, clock.rule, clock.whose, clock.due_on, after))
    return moved


def begin(
    db: Session, law: Law, case: str, event: str, on: date, facts: Mapping[str, bool | int], now: datetime
) -> None:
    """The authority took a letter up, or decided it: its clocks of that event begin, those that this meets end."""
    row = cases.by_id(db, case)
    if row is None or row.status not in WATCHED:
        return
    known = {str(name): value for name, value in facts.items()}
    found = due(
        row.kind,
        event,
        on,
        calendar=law.calendar,
        anonymous=row.anonymous,
        complex=bool(known.get("complex", False)),
        remote=bool(known.get("remote", False)),
        instance=int(known.get("instance", _instance(db, case))),
        rules=law.rules,
    )
    for clock in clocks.of_case(db, case):
        rule = rule_of(clock.rule, clock.started_on, law.rules)
        if (
            clock.state == "open"
            and rule is not None
            and rule.event in MEETS.get(event, ())
            and rule.rule not in RUNS_ON
        ):
            clocks.end(db, clock.id, "met", on)
    for entry in found:
        if entry.whose == "authority":
            clocks.start(db, case, entry.rule, entry.whose, row.kind, on, entry.due, known)
    _owe(db, law, case)


def change(db: Session, law: Law, case: str, clock: str, what: str, on: date, days: int) -> tuple[date, date] | None:
    """Extend, stop or let a clock go on; its last day before and after, None where its rule forbids that."""
    found = next((each for each in clocks.of_case(db, case) if each.id == clock and each.state == "open"), None)
    rule = rule_of(found.rule, found.started_on, law.rules) if found is not None else None
    if found is None or rule is None:
        return None
    added, extended, stopped_on, stopped = found.added, found.extended, found.stopped_on, found.stopped
    if what == "extend":
        if not 1 <= days <= rule.extend or extended >= rule.extend_times or stopped_on is not None:
            return None
        added, extended = added + days, extended + 1
    elif what == "stop":
        if not rule.may_stop(on) or stopped_on is not None:
            return None
        stopped_on = on
    else:
        if stopped_on is None or on < stopped_on:
            return None
        stopped += (on - stopped_on).days
        stopped_on = None
    end = end_of(rule, found.started_on, calendar=law.calendar, added=added, stopped=stopped)
    clocks.change(db, found.id, end, added=added, extended=extended, stopped_on=stopped_on, stopped=stopped)
    _owe(db, law, case)
    return found.due_on, end


def _instance(db: Session, case: str) -> int:
    """The instance of the clocks that run: a decision ends the settlement that was taken up."""
    for clock in clocks.of_case(db, case):
        if clock.state == "open" and "instance" in clock.facts:
            return int(clock.facts["instance"])
    return 1


def _wanted(db: Session, law: Law, row: CaseRow) -> Iterator[tuple[str, date, date]]:
    try:
        if row.status in OPEN_STATUSES:
            start = cases.open_since(db, row.id) or row.received_on
            own = first(row.kind, start, anonymous=row.anonymous, calendar=law.calendar, rules=law.rules)
            yield own.rule, start, own.on
        elif row.status in WATCHED and row.outcome_on is not None:
            on = row.sent_on or cases.ended_on(db, row.id) or row.outcome_on
            for entry in due(
                row.kind, "forwarded", on, anonymous=row.anonymous, calendar=law.calendar, rules=law.rules
            ):
                yield entry.rule, on, entry.due
        elif row.status == OWN and row.outcome_on is not None:
            taken_up = due(
                row.kind, "accepted", row.outcome_on, anonymous=row.anonymous, calendar=law.calendar, rules=law.rules
            )
            yield from ((entry.rule, row.outcome_on, entry.due) for entry in taken_up if entry.whose == "authority")
    except DeadlineError:
        # A letter from before any rule (an old register): nothing runs for it.
        return


def _owe(db: Session, law: Law, case: str) -> None:
    """The date of the answer that lists and cards show is the one of the clock that runs for it.

    A complaint has no such clock before it is decided: there the limits one after the other (`cases.chasing`).
    """
    row = cases.by_id(db, case)
    if row is None or row.status not in WATCHED or row.sent_on is None:
        return
    if row.replied_on is not None and row.replied_on >= row.sent_on:
        return
    running = [clock for clock in clocks.of_case(db, case) if clock.state == "open" and clock.whose == "authority"]
    own = min((c for c in running if c.rule in (*ANSWERS, TOLD)), key=lambda clock: clock.due_on, default=None)
    if own is not None:
        end, rule = own.due_on, own.rule
    else:
        owed = reply_due(row.kind, row.sent_on, anonymous=row.anonymous, calendar=law.calendar, rules=law.rules)
        if owed is None:
            return
        end, rule = owed.on, owed.rule
    if end != row.reply_due_on:
        clocks.set_reply_date(db, case, end, rule)


def _still(clock: ClockRow, row: CaseRow, wanted: dict[tuple[str, date], date]) -> bool:
    if (clock.rule, clock.started_on) in wanted:
        return True
    # What began later than the sending (taken up, decided) runs as long as the letter is with the authority.
    return clock.whose == "authority" and row.status in WATCHED and clock.kind == row.kind


def _state_after(clock: ClockRow, row: CaseRow) -> str:
    if clock.whose == "front":
        return "void" if row.status in OPEN_STATUSES else "met"
    return "met" if row.status not in OPEN_STATUSES else "void"


def _put(db: Session, clock: ClockRow, due_on: date) -> None:
    clocks.change(
        db,
        clock.id,
        due_on,
        added=clock.added,
        extended=clock.extended,
        stopped_on=clock.stopped_on,
        stopped=clock.stopped,
    )


def _all_running(db: Session) -> Iterator[ClockRow]:
    after = ""
    while page := clocks.running(db, after):
        yield from page
        after = page[-1].id
