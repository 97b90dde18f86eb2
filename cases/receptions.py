"""The reception register as form 01/TCD asks for it: by who received, first or again, crowds, sessions."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date
from typing import Final

from cases.periods import Period
from cases.registers import Registers

FIGURES: Final = (
    "visits",
    "people",
    "matters_first",
    "matters_again",
    "crowds",
    "crowd_people",
    "crowd_first",
    "crowd_again",
    "sessions",
)
"""What can be added up for each mode of receiving."""


def count_receptions(registers: Registers, period: Period) -> Counter[tuple[str, str, str]]:
    """How much of each figure, by unit and mode.

    A session that is numbered counts once; visits without a number of a session make one session a day.
    """
    found: Counter[tuple[str, str, str]] = Counter()
    sessions: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in registers.receptions:
        if not period.holds(date.fromisoformat(row.on_day)):
            continue
        number = row.matters or 0
        again = "again" if row.repeated else "first"
        values = {"visits": row.visits, "people": row.people, f"matters_{again}": number}
        if row.delegations:
            values |= {"crowds": row.delegations, "crowd_people": row.people, f"crowd_{again}": number}
        for figure, value in values.items():
            found[row.unit, row.mode, figure] += value
        sessions[row.unit, row.mode].add(f"s:{row.session}" if row.session else f"d:{row.on_day}")
    for (unit, mode), held in sessions.items():
        found[unit, mode, "sessions"] = len(held)
    return found
