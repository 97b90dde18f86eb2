"""A report in the making: which letters, which period, what was counted, and the sentence that says it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Final, Literal, Protocol, get_args

from bot.reports import publishing
from bot.reports.sentences import LEADING_ZERO, LeadingZero, heading, sentences
from bot.unit_facts import UnitFacts
from cases.closing import Correction, corrections, letters
from cases.counts import Counts, count
from cases.dates import local_day
from cases.kindred import NO_KIN
from cases.lives import Life
from cases.margins import Margin
from cases.owntopics import OwnTopic
from cases.periods import Period, PeriodError, month_of, parse, span
from cases.records import record
from cases.recount import compare
from cases.sums import Unit, in_force
from cases.tallied import tallied
from handlers.ports import Words
from storage import closings, tallies
from storage import counts as stored
from storage.closings import Closing
from storage.session import Session

Format = Literal["text", "json", "csv", "xlsx", "docx", "png"]
FORMATS: Final[tuple[Format, ...]] = get_args(Format)
WALKED: Final = 5000
"""A committee with no more letters than this has them walked for every report; others ask for it (`recount`)."""
STRAYS: Final = 100
"""So many letters of a unit that is not in the config are named."""


class ReportError(ValueError):
    """Something was asked for that cannot be reported on. Its text is a message key; `text` is what was asked."""

    def __init__(self, key: str, text: str) -> None:
        super().__init__(key)
        self.key: Final = key
        self.text: Final = text


class Committee(UnitFacts, Protocol):
    """A unit of the settings, as far as a report needs it."""

    @property
    def heir(self) -> str: ...


@record(frozen=True, slots=True)
class Report:
    """One period of one unit and all below it. While `counts.failed` holds anything it may not be written."""

    unit: Unit
    counts: Counts
    made_at: datetime
    seal: str
    leading_zero: LeadingZero = LEADING_ZERO
    public: bool = False
    """Made for everybody to read: see `cases.disclosure`."""
    closed: Closing | None = None
    """The closing of this period, where it stands."""
    changed: int = 0
    """How many letters of it count otherwise since; the next period lists them."""
    corrections: tuple[Correction, ...] = ()
    """What changed in closed periods that ended the day before this one began."""
    own_topics: tuple[tuple[OwnTopic, int], ...] = ()
    """Letters received under each topic that the committee added; they count under its topic of the eleven too."""

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
    public: bool = False,
    deep: bool = True,
    own: Sequence[OwnTopic] = (),
) -> Report:
    """Count a period of `unit` ("": the one on top) and all below it, in one transaction.

    `deep`: also figures by several marks at once; without it the report is quick however long the period is. The
    figures come out of the tallies. With `recount`, and always where there are few letters, the letters
    themselves are walked as well, and where they tell something else, that is one more check that fails.
    """
    committees = list(committees)
    found, counts = _count(db, committees, unit, period, local_day(now), recount=recount, deep=deep)
    if public:
        topics: Mapping[str, int] = {}
        if not counts.failed:
            tree = _tree(committees, period)
            counts, topics = publishing.counted(db, tree, found.code, period, local_day(now))
        mine = tuple((topic, topics.get(topic.code, 0)) for topic in own)
        return Report(found, counts, now, stored.last_seal(db), leading_zero, public, own_topics=mine)
    mine = _own(db, own, counts, period) if own else ()
    changed: list[Correction] = []
    for closing in closings.before(db, found.code, period):
        days = span(date.fromisoformat(closing.first), date.fromisoformat(closing.last), period.calendar)
        changed += _changed(db, committees, closing, found.code, days)
    closed = closings.of_period(db, found.code, period)
    since = len(_changed(db, committees, closed, found.code, period)) if closed else 0
    seal = stored.last_seal(db)
    return Report(
        found,
        counts,
        now,
        seal,
        leading_zero,
        closed=closed,
        changed=since,
        corrections=tuple(changed),
        own_topics=mine,
    )


def _changed(
    db: Session, committees: Iterable[Committee], closing: Closing, unit: str, period: Period
) -> tuple[Correction, ...]:
    return corrections(closing.name, closing.letters, letters(lives_of(db, committees, unit, period), period))


def _own(db: Session, own: Sequence[OwnTopic], counts: Counts, period: Period) -> tuple[tuple[OwnTopic, int], ...]:
    units = {unit.code for unit in counts.units}
    found = stored.own_topics(db, period.first.isoformat(), period.last.isoformat(), units)
    return tuple((topic, found.get(topic.code, 0)) for topic in own)


def publish(db: Session, committees: Iterable[Committee], period: Period, now: datetime) -> None:
    """From now on whatever a public report of this period tells stays as it is told."""
    publishing.begin(db, _tree(committees, period), period, local_day(now))


def lives_of(db: Session, committees: Iterable[Committee], unit: str, period: Period) -> tuple[Life, ...]:
    """The letters of a unit and all below it that may count in a period."""
    tree = _tree(committees, period)
    first, last = period.first.isoformat(), period.last.isoformat()
    return count(stored.rows(db, first, last), period, tree, unit, period.last)[1]


def figures(db: Session, committees: Iterable[Committee], unit: str, period: Period, now: datetime) -> Counts:
    """The figures of one more period beside a report that is proven: out of the tallies, matters and persons apart."""
    return _count(db, committees, unit, period, local_day(now), behind=False, few=0, deep=False)[1]


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
        found, counts = _count(db, committees, unit, asked, today, behind=False, deep=False)
    except (PeriodError, ReportError) as refusal:
        raise ReportError(f"{refusal.key}-chat", refusal.text) from None
    said = sentences(counts, words, lang, public=public, leading_zero=leading_zero)
    head = heading(found.name, asked, words, lang)
    # a paragraph each: on a phone one block of twenty lines is read by nobody
    return "\n\n".join((head, *said))


def _count(
    db: Session,
    committees: Iterable[Committee],
    unit: str,
    period: Period,
    today: date,
    *,
    recount: bool = False,
    behind: bool = True,
    few: int = WALKED,
    deep: bool = True,
) -> tuple[Unit, Counts]:
    tree = _tree(committees, period)
    found = next((each for each in tree if (each.code == unit if unit else not each.parent)), None)
    if found is None:
        raise ReportError("report-unit-unknown", unit)
    first, last = period.first.isoformat(), period.last.isoformat()
    told = stored.registers(db, first, last)
    walk = recount or not tallies.many(db, few)
    margins: list[Margin] = []
    if deep or walk:
        entries, lexicon = tallies.entries(db, period.first, period.last, today)
    else:
        entries, margins, lexicon = tallies.ready(db, period.first, period.last, today)
    kin = tallies.kin(db, period.first, period.last, lexicon) if behind or walk else NO_KIN
    known = {each.code for each in tree}
    strays = [
        ("row-unit", name)
        for code in lexicon.words("unit").values()
        if code not in known
        for name in tallies.strays(db, code, STRAYS)
    ]
    wrong = [*tallies.faults(db), *strays]
    counts = tallied(entries, lexicon, kin, period, tree, found.code, told, wrong, margins=margins)
    # what is wrong is told with the letters that it is wrong with
    if not walk and all(check.cases for check in counts.failed):
        return found, counts
    if margins:
        return _count(db, committees, unit, period, today, recount=True, behind=behind)
    rows = stored.by_id(db, first, last)
    walked, lives = count(rows.values(), period, tree, found.code, today, told)
    same = compare(walked, lives, counts, tallies.stale(db, rows))
    return found, replace(counts, checks=(*walked.checks, same))


def _tree(committees: Iterable[Committee], period: Period) -> tuple[Unit, ...]:
    tree = [
        Unit(each.code, each.name, each.level, each.parent, each.valid_from, each.valid_to, each.heir)
        for each in committees
    ]
    return in_force(tree, period.first)
