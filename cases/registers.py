"""The registers beside the letters: citizens received, activities, voters' petitions; what they add up to.

- `visits`, `people`, `delegations` — citizens received (lượt, người, đoàn đông người) on days of the period; with
  `_regular`, `_head`, `_delegated` by who received them.
- one figure for each sort of activity: how many there were; joint supervision also by field (as `topic`).
- `works` — public works supervised by the community; `violations`, `remedied` — those found wrong, and put right.
- `survey_asked`, `survey_answered`, `survey_satisfied` — residents asked what they think of an outcome on days of the
  period; who answered, and who was satisfied, by the day of the answer.
- `voter_petitions_<level>` — what voters asked for, by the level within whose authority it lies;
  `voter_petitions_<level>_resolved` — those of them settled by the end of the period.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from datetime import date
from typing import Final

from cases.periods import Period
from cases.records import record
from cases.sums import Check, Figure, Unit, level_order

MODES: Final = ("regular", "head", "delegated")
ACTIVITIES: Final = (
    "supervision_independent",
    "supervision_joint",
    "community_works",
    "social_criticism",
    "opinion_meeting",
    "dialogue",
    "voter_meeting",
    "explanation_session",
)
FIELDS: Final = ("trat_tu_xay_dung", "dan_chu_co_so", "dat_dai", "khac")
"""Fields of supervision, in the order in which they are printed; each is also a topic of letters."""
AUTHORITIES: Final = ("quan", "thanh_pho", "trung_uong")
"""Levels within whose authority a voter's petition may lie."""
SURVEYS: Final = ("survey_asked", "survey_answered", "survey_satisfied")
"""Residents asked what they think of an outcome; who answered; who was satisfied."""
WORKS: Final = ("works", "violations", "remedied")
RECEPTION_FIGURES: Final = ("visits", "people", "delegations")


@record(frozen=True, slots=True)
class ReceptionRow:
    """A line of the reception register. `session` is which session of the head's it was."""

    ref: str
    unit: str
    on_day: str
    visits: int
    people: int
    mode: str
    delegations: int = 0
    repeated: bool = False
    matters: int | None = 1
    session: str = ""


@record(frozen=True, slots=True)
class ActivityRow:
    """One activity, or several of a sort on one day."""

    ref: str
    unit: str
    on_day: str
    what: str
    field: str = ""
    number: int = 1
    works: int | None = None
    violations: int | None = None
    remedied: int | None = None

    @property
    def works_seen(self) -> int:
        """The works supervised; where a line tells no number of works, each supervision was of one.

        A line that tells of more works found wrong or put right than of supervisions is about those alone.
        """
        if self.works is not None:
            return self.works
        return self.number if self.number >= max(self.violations or 0, self.remedied or 0) else 0


@record(frozen=True, slots=True)
class PetitionRow:
    """Something that voters asked for."""

    ref: str
    unit: str
    on_day: str
    within_authority: str
    resolved_on: str = ""


@record(frozen=True, slots=True)
class SurveyRow:
    """How many residents of a unit were asked about an outcome on a day, answered, or were satisfied."""

    unit: str
    on_day: str
    figure: str
    number: int
    ref: str = ""


_Row = ReceptionRow | ActivityRow | PetitionRow | SurveyRow


@record(frozen=True, slots=True)
class Registers:
    """The lines of the registers that lie in a period."""

    receptions: tuple[ReceptionRow, ...] = ()
    activities: tuple[ActivityRow, ...] = ()
    petitions: tuple[PetitionRow, ...] = ()
    surveys: tuple[SurveyRow, ...] = ()


NONE: Final = Registers()


def tally(
    registers: Registers, period: Period, scope: Sequence[Unit], known: Collection[str]
) -> tuple[tuple[Figure, ...], tuple[Check, ...]]:
    """The figures of the registers for some units, and the checks that they hold. `known`: the whole tree."""
    level_of = {unit.code: unit.level for unit in scope}
    cells: dict[tuple[str, str | None], Counter[str]] = defaultdict(Counter)
    wrong: list[str] = []
    bare: list[str] = []
    fielded = False
    rows: list[_Row] = [*registers.receptions, *registers.activities, *registers.petitions, *registers.surveys]
    for row in rows:
        if row.unit in known and row.unit not in level_of:
            continue
        day = _day(row.on_day)
        if row.unit not in known or day is None or _broken(row):
            wrong.append(row.ref)
            continue
        if not period.holds(day):
            continue
        counted, field = _counted(row, period)
        cells[row.unit, field].update(counted)
        if isinstance(row, ActivityRow) and row.what == "supervision_joint" and row.number:
            fielded = fielded or field is not None
            if field is None:
                bare.append(row.ref)
    whole: Counter[str] = sum(cells.values(), Counter())
    checks = (
        Check("register-row", not wrong, tuple(sorted(wrong))),
        Check("register-fields", not (fielded and bare), tuple(sorted(bare)) if fielded else ()),
        _works(registers, whole, level_of),
    )
    return _figures(cells, whole, scope, level_of), checks


def _counted(row: _Row, period: Period) -> tuple[dict[str, int], str | None]:
    """What one line adds to which figure, and its field if it has one."""
    if isinstance(row, ReceptionRow):
        values = {"visits": row.visits, "people": row.people, "delegations": row.delegations}
        return values | {f"{name}_{row.mode}": value for name, value in values.items()}, None
    if isinstance(row, SurveyRow):
        return {row.figure: row.number}, None
    if isinstance(row, PetitionRow):
        name = f"voter_petitions_{row.within_authority}"
        settled = _day(row.resolved_on)
        return {name: 1, f"{name}_resolved": int(settled is not None and settled <= period.last)}, None
    if row.what == "community_works":
        return {
            row.what: row.number,
            "works": row.works_seen,
            "violations": row.violations or 0,
            "remedied": row.remedied or 0,
        }, None
    return {row.what: row.number}, row.field or None if row.what == "supervision_joint" else None


def _broken(row: _Row) -> bool:
    if isinstance(row, ReceptionRow):
        return row.mode not in MODES or min(row.visits, row.people, row.delegations) < 0
    if isinstance(row, SurveyRow):
        return row.figure not in SURVEYS or row.number < 0
    if isinstance(row, PetitionRow):
        return row.within_authority not in AUTHORITIES or bool(row.resolved_on and _day(row.resolved_on) is None)
    numbers = (row.number, row.works or 0, row.violations or 0, row.remedied or 0)
    return row.what not in ACTIVITIES or bool(row.field and row.field not in FIELDS) or min(numbers) < 0


def _works(registers: Registers, whole: Counter[str], scope: Collection[str]) -> Check:
    """No more works are wrong than were looked at, and no more put right than were wrong."""
    holds = whole["remedied"] <= whole["violations"] <= whole["works"]
    refs = [row.ref for row in registers.activities if row.unit in scope and (row.violations or row.remedied)]
    where = () if holds else tuple(f"{name} {whole[name]}" for name in WORKS)
    return Check("register-works", holds, () if holds else tuple(sorted(refs)), where)


def _figures(
    cells: dict[tuple[str, str | None], Counter[str]],
    whole: Counter[str],
    scope: Sequence[Unit],
    level_of: dict[str, str],
) -> tuple[Figure, ...]:
    """Sums of all, by unit, by level and by field. Citizens received are told even where there were none."""
    names = [name for name in whole if whole[name] and name not in RECEPTION_FIGURES]
    levels = sorted(set(level_of.values()), key=level_order)
    by_unit: dict[str, Counter[str]] = {unit.code: Counter() for unit in scope}
    by_level: dict[str, Counter[str]] = {level: Counter() for level in levels}
    by_field: dict[str, Counter[str]] = defaultdict(Counter)
    figures: list[Figure] = []
    for (unit, field), values in cells.items():
        by_unit[unit].update(values)
        by_level[level_of[unit]].update(values)
        if field is not None:
            by_field[field].update(values)
    for name in (*RECEPTION_FIGURES, *sorted(names)):
        figures.append(Figure(name, whole[name]))
        figures += [Figure(name, values[name], unit=code) for code, values in by_unit.items()]
        figures += [Figure(name, values[name], level=level) for level, values in by_level.items()]
    for field in FIELDS:
        if value := by_field[field]["supervision_joint"]:
            figures.append(Figure("supervision_joint", value, topic=field))
            figures += [
                Figure("supervision_joint", values["supervision_joint"], unit=unit, topic=field)
                for (unit, each), values in cells.items()
                if each == field and values["supervision_joint"]
            ]
    return tuple(figures)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if len(text) == len("2026-11-22") else None
    except (TypeError, ValueError):
        return None
