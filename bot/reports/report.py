"""A report in the making: which letters, which period, what was counted, and the sentence that says it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final, Literal, Protocol, get_args

from bot.reports.sentences import LEADING_ZERO, LeadingZero, heading, sentences
from cases.counts import Counts, count
from cases.dates import local_day
from cases.periods import Period, PeriodError, month_of, parse
from cases.recount import compare
from cases.sums import Unit
from handlers.ports import Words
from storage import counts as stored
from storage.session import Session

Format = Literal["text", "json", "csv", "xlsx", "docx", "png"]
FORMATS: Final[tuple[Format, ...]] = get_args(Format)
BEGINNING: Final = "0001-01-01"


class ReportError(ValueError):
    """Something was asked for that cannot be reported on. Its text is a message key; `text` is what was asked."""

    def __init__(self, key: str, text: str) -> None:
        super().__init__(key)
        self.key: Final = key
        self.text: Final = text


class Committee(Protocol):
    """A unit of the settings, as far as a report needs it."""

    @property
    def code(self) -> str: ...

    @property
    def name(self) -> str: ...

    @property
    def level(self) -> str: ...

    @property
    def parent(self) -> str: ...

    @property
    def valid_from(self) -> date | None: ...

    @property
    def valid_to(self) -> date | None: ...


@dataclass(frozen=True, slots=True)
class Report:
    """One period of one unit and all below it. While `counts.failed` holds anything it may not be written."""

    unit: Unit
    counts: Counts
    made_at: datetime
    seal: str
    leading_zero: LeadingZero = LEADING_ZERO

    @property
    def period(self) -> Period:
        """The period that was counted."""
        return self.counts.period


def build(
    db: Session,
    committees: Iterable[Committee],
    unit: str,
    period: Period,
    now: datetime,
    *,
    recount: bool = False,
    leading_zero: LeadingZero = LEADING_ZERO,
) -> Report:
    """Count a period of `unit` ("": the one on top) and all below it, in one transaction.

    The letters are counted from their own rows; unless `recount`, the tallies must tell the same, and where they
    do not, that is one more check that fails.
    """
    found, counts = _count(db, committees, unit, period, local_day(now), recount=recount)
    return Report(found, counts, now, stored.last_seal(db), leading_zero)


def paragraph(
    db: Session,
    committees: Iterable[Committee],
    unit: str,
    period: str,
    calendar: str,
    words: Words,
    *,
    today: date,
    lang: str = "vi",
    public: bool = False,
    leading_zero: LeadingZero = LEADING_ZERO,
) -> str:
    """What `/thongke` answers: unit, period and the sentence. `period` as typed; "" is the month of today.

    `public`: for a group (kinds only where nobody can be guessed at). Raises ValueError, whose text is the key of
    a message without arguments, for a period that cannot be read, an unknown unit, figures that do not add up.
    """
    try:
        asked = parse(period, calendar) if period.strip() else month_of(today, calendar)
        found, counts = _count(db, committees, unit, asked, today)
    except (PeriodError, ReportError) as refusal:
        raise ReportError(f"{refusal.key}-chat", refusal.text) from None
    said = sentences(counts, words, lang, public=public, leading_zero=leading_zero)
    head = heading(found.name, asked, words, lang)
    return words.say("report-chat", lang, heading=head, sentence=words.say("report-space", lang).join(said))


def _count(
    db: Session, committees: Iterable[Committee], unit: str, period: Period, today: date, *, recount: bool = False
) -> tuple[Unit, Counts]:
    tree = [Unit(each.code, each.name, each.level, each.parent, each.valid_from, each.valid_to) for each in committees]
    found = next((each for each in tree if (each.code == unit if unit else not each.parent)), None)
    if found is None:
        raise ReportError("report-unit-unknown", unit)
    first, last = period.first.isoformat(), period.last.isoformat()
    told = stored.registers(db, first, last)
    counts, lives = count(stored.rows(db, first, last), period, tree, found.code, today, told)
    if recount:
        return found, counts
    before = stored.tallied(db, BEGINNING, period.eve.isoformat())
    within = stored.tallied(db, first, last)
    same = compare(lives, before, within, period, {each.code for each in counts.units})
    return found, replace(counts, checks=(*counts.checks, same))
