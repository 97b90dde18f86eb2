"""What a printed report holds beside its figures: the state's forms, authorities, waiting times, the trend."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from typing import Final

from bot.law import Law, Laws
from bot.reports.report import Committee, Report, build, figures
from bot.reports.sentences import LEADING_ZERO, LeadingZero
from cases import deadlines, forms, trend
from cases.authorities import NO_WAITS, AuthorityLine, Waits, lines, to_answer, to_forward, waits
from cases.classify.evaluation import confusion
from cases.counts import marks_of
from cases.dates import local_day
from cases.forms import Detail, Filled
from cases.kinds import Kind
from cases.lives import read
from cases.owntopics import OwnTopic
from cases.periods import Period
from cases.records import record
from storage import counts as stored
from storage import details
from storage.session import Session

NO_DETAIL: Final = Detail()


@record(frozen=True, slots=True)
class Point:
    """One period of the trend."""

    period: Period
    carried_over: int
    received: int
    handled: int
    open: int
    overdue: int

    @property
    def told(self) -> bool:
        """Whether there was a letter to tell of."""
        return any((self.carried_over, self.received, self.handled, self.open, self.overdue))


@record(frozen=True, slots=True)
class Annex:
    """Everything that only paper and pictures show."""

    forms: tuple[Filled, ...] = ()
    authorities: tuple[AuthorityLine, ...] = ()
    to_forward: Waits = NO_WAITS
    to_answer: Waits = NO_WAITS
    trend: tuple[Point, ...] = ()
    confusion: tuple[tuple[Kind, tuple[int, ...]], ...] = ()
    """A row for each kind that the program proposed, a column for each kind that it turned out to be."""


@record(frozen=True, slots=True)
class Paper:
    """A report with its annex. While `report.counts.failed` holds anything it may not be written."""

    report: Report
    annex: Annex


def compose(
    db: Session,
    committees: Iterable[Committee],
    unit: str,
    period: Period,
    now: datetime,
    *,
    recount: bool = False,
    leading_zero: LeadingZero = LEADING_ZERO,
    laws: Laws | None = None,
    own: Sequence[OwnTopic] = (),
) -> Paper:
    """The report and its annex, read in one transaction; the forms must tell what the report tells.

    With `laws` authorities are late by the house's own days off and its own rules.
    """
    tree = list(committees)
    report = build(db, tree, unit, period, now, recount=recount, leading_zero=leading_zero, own=own)
    annex = _annex(db, tree, report, now, (laws or Laws()).of(db))
    check = forms.prove(annex.forms, report.counts)
    counts = replace(report.counts, checks=(*report.counts.checks, check))
    return Paper(replace(report, counts=counts), annex)


def _annex(db: Session, tree: list[Committee], report: Report, now: datetime, law: Law) -> Annex:
    period, today = report.period, local_day(now)
    first, last = period.first.isoformat(), period.last.isoformat()
    units = [each.code for each in report.counts.units]
    inside, known = frozenset(units), frozenset(each.code for each in tree)
    shared: dict[frozenset[str], frozenset[str]] = {}
    facts, forwarding, answering = [], [], []
    for part in stored.parts(db, first, last):
        told = details.of_letters(db, part)
        for case, row in part.items():
            there = row.at_end_of(period.last)
            life = read(there, known)[0] if there.unit in inside else None
            if life is None:
                continue
            forwarding += to_forward(life, period)
            answering += to_answer(life, period)
            marks = frozenset(marks_of(life, period, today))
            if marks:
                facts.append(forms.fact(life, shared.setdefault(marks, marks), told.get(case, NO_DETAIL), period))
    registers = stored.registers(db, first, last)

    @cache
    def due(kind: str, sent_on: date) -> date | None:
        found = deadlines.due(kind, "forwarded", sent_on, calendar=law.calendar, rules=law.rules)
        return max((each.due for each in found if each.whose == "authority"), default=None)

    shown = [each.code for each in report.counts.shown]
    return Annex(
        forms=tuple(forms.fill(form, facts, registers, period, shown) for form in forms.load()),
        authorities=lines(facts, details.awaited(db, last), inside, period, today, due),
        to_forward=waits(forwarding),
        to_answer=waits(answering),
        confusion=tuple(confusion(details.sorted_kinds(db, first, last, inside))),
        trend=tuple(_point(db, tree, report, each, now) for each in trend.before(period)),
    )


def _point(db: Session, tree: list[Committee], report: Report, period: Period, now: datetime) -> Point:
    same = period == report.period
    value = (report.counts if same else figures(db, tree, report.unit.code, period, now)).value
    return Point(period, value("carried_over"), value("received"), value("handled"), value("open"), value("overdue"))
