"""How long the words of a letter are kept once it has ended, and when they may go earlier because its sender asks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from typing import Final

from cases.kinds import Kind, Status
from cases.records import record

INELIGIBLE_YEARS: Final = 1
"""Letters that do not meet the conditions are kept for one year (Thông tư 05/2021/TT-TTCP, Điều 28)."""

_LEFT_ALONE: Final[frozenset[Status]] = frozenset({"archived", "returned"})
_GONE_ON_REQUEST: Final[frozenset[Status]] = frozenset({"guided", "archived", "answered", "withdrawn", "own_matter"})


@record(frozen=True, slots=True)
class Schedule:
    """Years for which ended letters are kept. 0: without end, until the committee has set its own rule."""

    ineligible_years: int = INELIGIBLE_YEARS
    years: Mapping[Kind, int] = field(default_factory=dict)


def kept_until(schedule: Schedule, kind: Kind, status: Status, eligible: bool | None, ended_on: date) -> date | None:
    """The last day on which an ended letter is kept; None: it is kept without end.

    What was archived, returned or found not to meet the conditions has the short term of Thông tư 05/2021/TT-TTCP
    Điều 28; all else the term that the committee has set for its kind by the law on archives.
    """
    short = status in _LEFT_ALONE or eligible is False
    years = schedule.ineligible_years if short else schedule.years.get(kind, 0)
    return _after(ended_on, years) if years else None


def may_go_on_request(kind: Kind, status: Status, *, secret: bool) -> bool:
    """Whether an officer may erase the words of a letter because its sender asks (Luật 91/2025/QH15, Điều 4).

    Only of a petition, or of what is no letter, that ended at this committee: the papers of complaints and
    denunciations, and of what was passed on, stay as long as the law on archives says.
    """
    return kind in ("kien_nghi_phan_anh", "khac") and status in _GONE_ON_REQUEST and not secret


def _after(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return day.replace(year=day.year + years, day=28)
